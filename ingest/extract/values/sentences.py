"""Sentences and paragraphs around a place in a text that flows, never further than a bounded reach."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Final

_END: Final = re.compile(
    r"\n|[.!?](?=[ \t]+[A-ZÅÄÖ\d])(?<!\b\w\.)(?<!exkl\.)(?<!inkl\.)(?<!\bca\.)(?<!\bnr\.)(?<!\bkap\.)"
)
REACH: Final = 320
"""How far a sentence is followed, which bounds the work on a text without full stops."""
_PARAGRAPH: Final = 3 * REACH


def stretches(places: Iterable[tuple[int, int]], reach: int) -> list[tuple[int, int]]:
    """The stretches of a text no further than `reach` from places in it, which come in order; none overlap."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        begin = max(0, start - reach)
        if found and begin <= found[-1][1]:
            begin = found.pop()[0]
        found.append((begin, end + reach))
    return found


class Sentences:
    """Where the sentences and paragraphs of a text end."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        self._ends = [match.start() for match in _END.finditer(text)]
        self._breaks = [end for end in self._ends if text[end] == "\n"]

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence that holds [start, end)."""
        return self._bounds(self._ends, start, end, REACH)

    def paragraph(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the paragraph that holds [start, end)."""
        return self._bounds(self._breaks, start, end, _PARAGRAPH)

    def _bounds(self, ends: list[int], start: int, end: int, reach: int) -> tuple[int, int]:
        before, after = bisect_left(ends, start), bisect_right(ends, end - 1)
        begin = ends[before - 1] + 1 if before else 0
        stop = ends[after] if after < len(ends) else self._length
        return max(begin, start - reach), min(stop, end + reach)
