"""Where on the page the parts of a repaired word stand: a word that a line end divides keeps its halves."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from ...swedish.reading import View
from .tokens import Token


def printed_parts(token: Token, meant: str, text: str, view: View) -> Iterator[tuple[int, int, str]]:
    """The parts of a word that change, on the page, with what each means; a hyphen and a line end divide them.

    Args:
        token: The word as it is read.
        meant: What it means.
        text: Of the page.
        view: The reading of the text.
    """
    cuts = [token.start, *_line_starts(token, text, view), token.end]
    carried = [0, *(_carried(cut - token.start, token.text, meant) for cut in cuts[1:-1]), len(meant)]
    for (start, end), (first, last) in zip(pairwise(cuts), pairwise(carried), strict=True):
        if token.text[start - token.start : end - token.start] != meant[first:last]:
            yield *view.seen_span(start, end), meant[first:last]


def _line_starts(token: Token, text: str, view: View) -> list[int]:
    """Where in the reading the later lines of a divided word begin."""
    start, end = view.seen_span(token.start, token.end)
    if "\n" not in text[start:end]:
        return []
    seen = [view.seen_span(at, at + 1)[0] for at in range(token.start, token.end)]
    return [
        token.start + at for at, (before, after) in enumerate(pairwise(seen), start=1) if "\n" in text[before:after]
    ]


def _carried(at: int, seen: str, meant: str) -> int:
    """The place in what is meant of a place in what is seen."""
    for _, start, end, first, last in SequenceMatcher(None, seen.lower(), meant.lower(), autojunk=False).get_opcodes():
        if start <= at <= end and (at < end or end == len(seen)):
            return min(first + at - start, last)
    return len(meant)
