"""A flowing text cut where a sentence or a block ends: what belongs together for a date or a sum."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

_END: Final = re.compile(r"\n|[.!?][”\")]?[ \t](?=[-–•”\"(]?[ ]?[A-ZÅÄÖ0-9§])")
_ABBREVIATED: Final = re.compile(
    r"""(?<!\w) (?: [A-ZÅÄÖa-zåäö] | dnr | nr | kl | ca | st | kap | mom | jfr | bl | ev | inkl | exkl | resp | tel
      | tfn | org | bil | pkt | fr | osv | dvs | etc | tf | bitr | ordf | sekr | prop | dir | o\.s | t\.ex | bl\.a
      | [ft]\.?[ ]?r?\.?[ ]?o\.?[ ]?m ) $""",
    re.VERBOSE | re.IGNORECASE,
)
_LOOK_BACK: Final = 8
"""Code points before a full stop in which an abbreviation may stand."""
_LONGEST: Final = 1200
"""Code points; what goes on without an end is a table or a list, and is cut at a blank."""


class Passages:
    """The passages of a text."""

    def __init__(self, text: str) -> None:
        self.spans = list(_passages(text))
        """[start, end) of each, in the order of the text; none is empty."""
        self._starts = [start for start, _ in self.spans]

    def at(self, offset: int) -> tuple[int, int]:
        """The passage that holds an offset."""
        index = max(0, bisect_right(self._starts, offset) - 1)
        return self.spans[index] if self.spans else (offset, offset)


def _passages(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _END.finditer(text):
        if match[0] == "\n" or not _goes_on(text, start, match.start()):
            yield from _pieces(text, start, match.end() - 1)
            start = match.end()
    yield from _pieces(text, start, len(text))


def _goes_on(text: str, start: int, stop: int) -> bool:
    """Does the full stop belong to an abbreviation, or to the number that a passage begins with?"""
    return text[start:stop].strip().isdigit() or bool(_ABBREVIATED.search(text[max(start, stop - _LOOK_BACK) : stop]))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start + 1, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end
