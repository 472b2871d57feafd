"""The section sign, which recognisers without it read as $, 8, S or nothing that makes sense: 2 $, $31, 2 8, 845."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from .style import Style, repair
from .wordlists import alternatives

_BEFORE: Final = r"(?:i|enligt|och|eller|till|samt|av|\d+ kap\.|[a-z],)"
_REFERENCE: Final = re.compile(
    rf"(?<!\S)(?:{_BEFORE} |(?P<bracket>\())\d{{1,3}}(?: ?[-–] ?\d{{1,3}})?(?: [a-h])? (?P<sign>[$§][$8§]|8[$8§]|[$8])"
    rf"(?= (?:{alternatives('after_sections')})\b|[.,;)](?!\d))"
)
_DOLLAR: Final = re.compile(
    r"(?<![\w$])(?P<sign>\$\$?) ?(?=\d{1,3}(?P<range> ?[-–] ?\d{1,3})?(?:[.,;:]?\s|$))"
    rf"(?!\d+ (?:\d|/|{alternatives('after_prices')}))"
)
"""Not before what is only said of prices: $20 per användare."""
_HALF_SEEN: Final = re.compile(r"(?<!\S)(?P<sign>8§|§8) ?(?=\d{1,3} ?[-–] ?\d)")
_HEADING: Final = re.compile(
    r"^[^\S\n]*(?P<head>(?:(?P<sure>§ ?)|[8SsB5] ?)(?P<number>\d{1,3}))(?=[.:]?[^\S\n]*(?:$|[^\W\d_]))", re.MULTILINE
)


def references(style: Style) -> Iterator[Repair]:
    """Signs after the number of a section of a law, where a law is spoken of, and before a range of sections."""
    for match in _REFERENCE.finditer(style.text):
        seen = match["sign"]
        if seen.strip("§") and (style.worn or not match["bracket"]):
            yield repair(match, "§" * len(seen), 0.96, "section sign", "sign")
    for match in _HALF_SEEN.finditer(style.text):
        yield repair(match, "§§", 0.96, "section sign", "sign")


def dollars(style: Style) -> Iterator[Repair]:
    """Dollars before the number of a section, in a Swedish text that has sections or at the beginning of a line."""
    if "$" not in style.text or not style.swedish or style.whole.has_dollars:
        return
    for match in _DOLLAR.finditer(style.text):
        if style.whole.has_sections or match["range"] or style.begins_line(match.start()):
            yield repair(match, "§" * len(match["sign"]), 0.97, "section sign", "sign")


def headings(style: Style) -> Iterator[Repair]:
    """Signs that were read as a digit or a letter: "845 Val av justerare" between § 44 and § 46."""
    if "§" not in style.text:
        return
    sure, doubtful = -1, None
    for match in _HEADING.finditer(style.text):
        number = int(match["number"])
        if not match["sure"]:
            doubtful = match if sure + 1 == number else doubtful
            continue
        if doubtful and number == sure + 2:
            yield repair(doubtful, f"§ {doubtful['number']}", 0.97, "section sign", "head")
        sure, doubtful = number, None
