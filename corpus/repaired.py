"""The text of a page as repaired, and the way back to what was seen.

The seen text is what is kept; the repaired text is made of it and the repairs in force, whenever somebody reads it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from .model import Page, Repair


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text as repaired, with the way back to the print."""

    text: str
    _meant: tuple[int, ...] = ()
    """Bounds of the repaired words in `text`: start, end, start, end ..."""
    _seen: tuple[int, ...] = ()
    """Bounds of the same words in the seen text."""

    def seen_span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the seen text, in code points, that [start, end) of this text stands for.

        A repaired word is carried over whole, also where the span takes in only some of it.
        """
        return _carried(start, end, self._meant, self._seen)

    def repaired_span(self, start: int, end: int) -> tuple[int, int]:
        """The part of this text, in code points, that stands for [start, end) of the seen text; words whole as well."""
        return _carried(start, end, self._seen, self._meant)


def repaired(page: Page) -> Repaired:
    """A page as repaired."""
    return as_repaired(page.text, page.repairs)


def as_repaired(text: str, repairs: Iterable[Repair]) -> Repaired:
    """A text with those of its repairs put in that are in force; in the order of the text, and no two overlap."""
    made = [repair for repair in repairs if repair.standing.in_force]
    if not made:
        return Repaired(text)
    seen = [bound for repair in made for bound in (repair.start, repair.end)]
    kept = [text[start:end] for start, end in zip([0, *seen[1::2]], [*seen[::2], len(text)], strict=True)]
    pieces = [*chain.from_iterable(zip(kept, (repair.meant for repair in made), strict=False)), kept[-1]]
    return Repaired("".join(pieces), tuple(accumulate(map(len, pieces[:-1]))), tuple(seen))


def beginning(page: Page, length: int) -> Page:
    """The page as far as this many code points of its text, with the repairs that lie within."""
    if len(page.text) <= length:
        return page
    return replace(page, text=page.text[:length], repairs=tuple(r for r in page.repairs if r.end <= length))


def _carried(start: int, end: int, bounds: Sequence[int], onto: Sequence[int]) -> tuple[int, int]:
    """A span of one text in terms of the other. An odd count of bounds passed means within a repaired word."""
    begun, ended = bisect_right(bounds, start), bisect_left(bounds, end)
    first = onto[begun - 1] if begun % 2 else start + _shift(begun, bounds, onto)
    last = onto[ended] if ended % 2 else end + _shift(ended, bounds, onto)
    return first, max(first, last)


def _shift(passed: int, bounds: Sequence[int], onto: Sequence[int]) -> int:
    return onto[passed - 1] - bounds[passed - 1] if passed else 0
