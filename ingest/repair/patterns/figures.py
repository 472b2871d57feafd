"""Letters that were read where figures stood, and could be nothing else: 2O24, den 3l december, 1O0 kr, l:e vice."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from .style import Style, repair
from .wordlists import alternatives

_LIKE: Final = str.maketrans("OoQ@lIi|!]}", "00001111111")
_F: Final = r"[\dOoQ@lIi|!\]}]"
"""A figure, or what figures are read as; S, B and Z stand for more than one."""
_ORDINAL: Final = re.compile(r"(?<![^\s(])(?:[lI|!iLt][:;.]e|l[ie]e?|tie)(?= vice o)|(?<![^\s(])[l|]:[ae]\b")
_FIRST: Final = re.compile(r"(?<=\d kap\. )[lI|](?= ?[§$8])")
_DAY: Final = re.compile(
    rf"(?:(?<=\b[Dd]en )(?:[lI|!\]}}]|{_F}{{2}})|(?<![^\s(])(?:\d{_F}|{_F}\d))(?= (?:{alternatives('months')})\b)"
)
_YEAR: Final = re.compile(r"(?<![^\s(])(?:[1lI|][9]|2[0OoQ@])[\dOoQ@lI|]{2}(?=[.,;)]*(?:\s|$))")
_ISO: Final = re.compile(rf"(?<![^\s(]){_F}{{4}}-{_F}{{2}}-{_F}{{2}}(?![\w-])")
_AMOUNT: Final = re.compile(
    r"(?<![^\s(])(?P<figures>[\dOoQ@lIi|]{1,3}(?: [\dOoQ@lIi|]{3}){0,3}) ?(?P<unit>kr|kronor)\b"
)
_LEAST_KNOWN: Final = 5
"""Figures of a date in full that came through."""


def ordinals(style: Style) -> Iterator[Repair]:
    """The 1 of "1:e vice ordförande" and of "3 kap. 1 §", read as a letter."""
    for match in _ORDINAL.finditer(style.text):
        yield repair(match, f"1:{match[0][-1]}", 0.97, "number")
    for match in _FIRST.finditer(style.text):
        yield repair(match, "1", 0.97, "number")


def dates(style: Style) -> Iterator[Repair]:
    """Letters among the figures of days and years."""
    text = style.text
    for match in _DAY.finditer(text):
        day = _figures(match[0])
        if day != match[0] and 1 <= int(day) <= 31:
            yield repair(match, day, 0.96, "date")
    for match in _YEAR.finditer(text):
        if sum(map(str.isdigit, match[0])) in (2, 3):
            yield repair(match, _figures(match[0]), 0.96, "date")
    for match in _ISO.finditer(text):
        if not match[0].replace("-", "").isdigit() and _is_date(match[0]):
            yield repair(match, _figures(match[0]), 0.97, "date")


def amounts(style: Style) -> Iterator[Repair]:
    """Letters in amounts of crowns."""
    for match in _AMOUNT.finditer(style.text):
        seen = match["figures"].replace(" ", "")
        known = sum(map(str.isdecimal, seen))
        if len(seen) // 3 <= known < len(seen) and (known or seen in "OoQ"):
            yield repair(match, f"{_figures(match['figures'])} {match['unit']}", 0.95, "number")


def _figures(seen: str) -> str:
    return seen.translate(_LIKE)


def _is_date(seen: str) -> bool:
    if sum(map(str.isdigit, seen)) < _LEAST_KNOWN:
        return False
    try:
        return dt.date.fromisoformat(_figures(seen)).year >= 1900
    except ValueError:
        return False
