"""Where on the page the parts of a repaired word stand: a word that a line end divides keeps its halves."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from ...swedish.reading import View
from .tokens import Token


def printed_parts(token: Token, meant: str, text: str, view: View) -> Iterator[tuple[int, int, str]]:
    """The parts of a word on the page, with what each means: one, or two with a hyphen and a line end between them.

    Args:
        token: The word as it is read.
        meant: What it means.
        text: Of the page.
        view: The reading of the text.
    """
    start, end = view.seen_span(token.start, token.end)
    line_end = text.find("\n", start, end)
    if line_end < 0:
        yield start, end, meant
        return
    before = next(at for at in range(token.start, token.end) if view.seen_span(at, at + 1)[0] > line_end)
    first = view.seen_span(token.start, before)
    second = view.seen_span(before, token.end)
    divided = _carried(before - token.start, token.text, meant)
    yield *first, meant[:divided]
    yield *second, meant[divided:]


def _carried(at: int, seen: str, meant: str) -> int:
    """The place in what is meant of a place in what is seen."""
    for _, start, end, first, last in SequenceMatcher(None, seen.lower(), meant.lower(), autojunk=False).get_opcodes():
        if start <= at <= end and (at < end or end == len(seen)):
            return min(first + at - start, last)
    return len(meant)
