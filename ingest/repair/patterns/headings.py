"""Numbers of headings and items that lost their point: "2, Hyrestid" and "14 Ansvar" between their neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, TypeAlias

from ....corpus.model import Repair
from .style import Style, repair

_ITEM: Final = re.compile(r"^[^\S\n]*(?P<number>\d{1,2})(?P<sign>[.,])(?=[^\S\n]+[^\W\d_])", re.MULTILINE)
_PART: Final = re.compile(
    r"^[^\S\n]*(?P<number>(?P<whole>\d{1,2}|[lLI|])(?P<sign>[.,]?)(?P<part>\d{1,2}|[lLI|]))(?=\.?[^\S\n]+[^\W\d_a-zåäö])",
    re.MULTILINE,
)
_ONE: Final = str.maketrans("lLI|", "1111")

Place: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Heading:
    match: re.Match[str]
    place: Place

    @classmethod
    def of(cls, match: re.Match[str]) -> _Heading:
        return cls(match, (int(match["whole"].translate(_ONE)), int(match["part"].translate(_ONE))))

    @property
    def sure(self) -> bool:
        return self.match["number"].replace(".", "").isdecimal() and self.match["sign"] == "."


def items(style: Style) -> Iterator[Repair]:
    """Commas after the number of an item whose neighbour has a point."""
    found = list(_ITEM.finditer(style.text))
    pointed = {int(item["number"]) for item in found if item["sign"] == "."}
    for item in found:
        if item["sign"] == "," and pointed & {int(item["number"]) - 1, int(item["number"]) + 1}:
            yield repair(item, ".", 0.97, "heading", "sign")


def parts(style: Style) -> Iterator[Repair]:
    """Headings of two numbers, where those before and after leave one reading."""
    headings = [_Heading.of(match) for match in _PART.finditer(style.text)]
    for (before, heading), (_, after) in pairwise(pairwise(headings)):
        if before.sure and after.sure and not heading.sure and _fits(before.place, heading, after.place):
            yield repair(heading.match, f"{heading.place[0]}.{heading.place[1]}", 0.96, "heading", "number")


def _fits(before: Place, heading: _Heading, after: Place) -> bool:
    if heading.match["sign"] == "," and heading.match["number"].replace(",", "").isdecimal():
        return before < heading.place < after
    return _follows(before, heading.place) and _follows(heading.place, after)


def _follows(before: Place, after: Place) -> bool:
    return after in ((before[0], before[1] + 1), (before[0] + 1, 1))
