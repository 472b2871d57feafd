"""Amounts whose spaces were lost or became points: 1028 160 kr, 2.034 000, 450kr. No digit is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from .style import Style, repair
from .wordlists import alternatives

_FIGURE: Final = re.compile(
    r"(?<![^\s(])(?P<sign>[+-]?)(?P<figure>[1-9]\d{0,2}(?:\.?\d{3}){0,3}|0(?=kr))"
    r"(?P<unit>kr(?:onor)?)?(?=[.,;)]*(?:\s|$))"
)
_UNIT: Final = r" ?(?:kr|kronor|tkr|mkr|mnkr|SEK|EUR|euro)\b"
_UNIT_FOLLOWS: Final = re.compile(_UNIT)
_GROUP_FOLLOWS: Final = re.compile(rf" (?P<digits>\d{{3}})(?:(?P<unit>{_UNIT})|(?![\w:/%-]|[,.]\d| %))")
_NUMBER_FOLLOWS: Final = re.compile(r"[^\S\n]+(?:[+-]?\d|-[^\S\n])")
_ROW_ENDS: Final = re.compile(r"[^\S\n]*-?$", re.MULTILINE)
_NUMBER_BEFORE: Final = re.compile(r"(?:\d %?|:)[^\S\n]*$")
_PROSE_BEFORE: Final = re.compile(r"[a-zåäö] $")
"""In a table without damage an item's number may stand before its price."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NAMED: Final = re.compile(
    rf"(?:(?i:\b(?:{alternatives('labels')})|(?:{alternatives('label_endings')}))[ .:]*"
    r"|(?:(?:^|[^\d ]) ?0\d|\+\d)[\d -]*)$"
)
"""Before a number that is a name for something, a telephone's say, and no amount."""
_REACH: Final = 16
"""Characters before a number in which that would be said."""
_LONGEST: Final = 8
"""Digits from which a number that begins like a year is a date or an identifier."""
_FEWEST_SPACED: Final = 2
"""Spaced amounts of a document from which a number without a unit is thought to have been one of them."""
_BEYOND_DOUBT: Final = 0.98
"""A group that begins with 0 is no number by itself."""
_WITH_UNIT: Final = 0.95
_LIKE_OTHERS: Final = 0.92
_IN_TABLE: Final = 0.9
_ALONE: Final = 0.85
_PERHAPS_POINTED: Final = 0.6


def repairs(style: Style) -> Iterator[Repair]:
    """The amounts of a text whose spaces came through wrong."""
    for match in _FIGURE.finditer(style.text):
        confidence = _grouped(match, style) if len(match["figure"]) > 3 else 0.0
        meant = _in_groups(match["figure"]) if confidence else match["figure"]
        if match["unit"]:
            unglued = style.whole.spaces_crowns
            confidence = max(confidence, _WITH_UNIT if unglued else 0.0)
            meant += f"{' ' if unglued else ''}{match['unit']}"
        if confidence:
            yield repair(match, match["sign"] + meant, confidence, "thousands")


def _in_groups(figure: str) -> str:
    return f"{int(figure.replace('.', '')):,}".replace(",", " ")


def _grouped(match: re.Match[str], style: Style) -> float:
    """How sure it is that the digits stood in groups of three, with spaces between."""
    figure, text = match["figure"], style.text
    if _NAMED.search(text, max(0, match.start() - _REACH), match.start()):
        return 0.0
    group = None if match["unit"] else _GROUP_FOLLOWS.match(text, match.end())
    unit = bool(match["unit"] or _UNIT_FOLLOWS.match(text, match.end()))
    if "." in figure:
        return _pointed(style, group=bool(group), unit=unit)
    cut = _cut(match, group, style) if group and len(figure) == 4 else 0.0
    return cut or _joined(match, style, group=bool(group), unit=unit)


def _pointed(style: Style, *, group: bool, unit: bool) -> float:
    """Of 2.034 000, and of 2.034 kr among spaced amounts."""
    whole = style.whole
    if group:
        return _WITH_UNIT if whole.dotted <= whole.spaced else 0.0
    return _PERHAPS_POINTED if style.worn and unit and 2 * whole.dotted < whole.spaced else 0.0


def _cut(match: re.Match[str], group: re.Match[str], style: Style) -> float:
    """Of 1028 160: four digits before three can be a number only without the first space, or else are two numbers."""
    if group["digits"][0] == "0" and (group["unit"] or group["digits"] == "000" or style.worn):
        return _BEYOND_DOUBT
    one = style.worn or _PROSE_BEFORE.search(style.text, max(0, match.start() - _REACH), match.start())
    return _WITH_UNIT if one and group["unit"] and not _YEAR.fullmatch(match["figure"]) else 0.0


def _joined(match: re.Match[str], style: Style, *, group: bool, unit: bool) -> float:
    """Of 1240000 and 1395 in a document that spaces its amounts, where other spaces were lost."""
    figure = match["figure"]
    tight = style.worn or (match["unit"] and style.whole.spaces_crowns)
    if not tight or not style.whole.spaced or (len(figure) >= _LONGEST and _YEAR.match(figure)):
        return 0.0
    if unit:
        return _LIKE_OTHERS
    if style.whole.spaced < _FEWEST_SPACED or _YEAR.fullmatch(figure) or not _in_row(match, style, group=group):
        return 0.0
    return _IN_TABLE if group or len(figure) > 4 else _ALONE


def _in_row(match: re.Match[str], style: Style, *, group: bool) -> bool:
    """Does a number stand among others of its line? At its beginning only if it is an amount's."""
    text, start, end = style.text, match.start(), match.end()
    if style.begins_line(start) and not group:
        return False
    if _NUMBER_FOLLOWS.match(text, end):
        return True
    return bool(_ROW_ENDS.match(text, end) and _NUMBER_BEFORE.search(text, max(0, start - _REACH), start))
