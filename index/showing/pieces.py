"""What a unit is cut from: a page whole, or the stretches of pages on which a § stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from ...corpus.answers import Span
from ...corpus.model import Page, Repair
from ...corpus.repaired import beginning

FARTHEST: Final = 300_000
"""Code points of a unit that are looked through: two hundred printed pages. A text file without page breaks is one
page, however long, and must not hold up the answer."""


class Piece(NamedTuple):
    """A stretch of one page."""

    page: int
    text: str
    """As printed."""
    repairs: tuple[Repair, ...] = ()
    """Those within it, counted from its start."""
    start: int = 0
    """Where it begins in the page's text."""


def piece(page: Page) -> Piece:
    """A page, as far as it is looked through."""
    read = beginning(page, FARTHEST)
    return Piece(read.number, read.text, read.repairs)


def pieces(pages: Iterable[Page], starts: Mapping[int, int], spans: Iterable[Span]) -> list[Piece]:
    """The pieces of a unit.

    Args:
        pages: Those on which it stands; each may stand there several times.
        starts: Where each page's text begins in the document's.
        spans: The unit's places in the document's text; none for pages as a whole.
    """
    spans = tuple(spans)
    read = [beginning(page, FARTHEST) for page in pages]
    if not spans:
        return [piece(page) for page in read]
    return [
        part
        for page in read
        for part in _within(page, [(a - starts[page.number], b - starts[page.number]) for a, b in spans])
    ]


def _within(page: Page, spans: Iterable[Span]) -> Iterator[Piece]:
    for start, end in spans:
        first, after = max(0, start), min(end, len(page.text))
        if first < after:
            yield Piece(page.number, page.text[first:after], tuple(_repairs(page, first, after)), first)


def _repairs(page: Page, first: int, after: int) -> Iterator[Repair]:
    for repair in page.repairs:
        if first <= repair.start and repair.end <= after:
            yield replace(repair, start=repair.start - first, end=repair.end - first)
