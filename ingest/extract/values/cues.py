"""Words that say whether a percentage divides money or work, or only describes, and where they stand in a text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from .lists import items

_WORD: Final = re.compile(r"[^\W\d_][\w-]*")


def _pattern(*names: str, phrases: bool) -> re.Pattern[str]:
    chosen = [item for name in names for item in items(name) if (" " in item) == phrases]
    return re.compile("|".join(f"(?:{item})" for item in chosen), re.IGNORECASE)


_DIVIDES: Final = _pattern("share_of_money", "share_of_money_verbs", phrases=False)
_DESCRIBES: Final = _pattern("share_of_others", phrases=False)
_EXCEPTIONS: Final = _pattern("share_exceptions", phrases=False)
_PHRASES: Final = re.compile(
    rf"\b(?:(?P<divides>{_pattern('share_of_money', 'share_of_money_verbs', phrases=True).pattern})"
    rf"|{_pattern('share_of_others', phrases=True).pattern})\b",
    re.IGNORECASE,
)


class Cues:
    """The words of a text that say something of percentages."""

    def __init__(self, text: str, stretches: Sequence[tuple[int, int]]) -> None:
        """Only those within stretches of the text, which do not overlap, are looked for."""
        phrases = [
            (match.start(), match.end(), match["divides"] is not None)
            for begin, end in stretches
            for match in _PHRASES.finditer(text, begin, end)
        ]
        inside = {at for start, end, _ in phrases for at in range(start, end)}
        words = [
            (match.start(), match.end(), divides)
            for begin, end in stretches
            for match in _WORD.finditer(text, begin, end)
            if (divides := _meaning(match.group().lower())) is not None and match.start() not in inside
        ]
        found = sorted([*phrases, *words])
        self._starts = [start for start, _, _ in found]
        self._ends = [end for _, end, _ in found]
        self._divides = [divides for _, _, divides in found]

    def first(self, start: int, end: int) -> bool | None:
        """Does the first of them in [start, end) say that percentages divide? None where there is none."""
        at = bisect_left(self._starts, start)
        return self._divides[at] if at < len(self._ends) and self._ends[at] <= end else None

    def any_divides(self, start: int, end: int) -> bool:
        """Does any of them in [start, end) say that percentages divide?"""
        return any(self._divides[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def last(self, start: int, end: int) -> bool | None:
        """The same of the last."""
        at = bisect_right(self._starts, end - 1) - 1
        while at >= 0 and self._ends[at] > end:
            at -= 1
        return self._divides[at] if at >= 0 and self._starts[at] >= start else None


@lru_cache(maxsize=1 << 13)
def _meaning(word: str) -> bool | None:
    if _EXCEPTIONS.fullmatch(word):
        return False
    if _DIVIDES.fullmatch(word):
        return True
    return False if _DESCRIBES.fullmatch(word) else None
