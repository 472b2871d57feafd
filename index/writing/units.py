"""The units of a document: its pages; of minutes each §, over all its pages, and what stands beside the §§."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Final

from ...corpus.answers import Span
from ...corpus.facts import Section
from ...corpus.model import Document, Page, Repair
from ...corpus.words import NO_WORDS

_BETWEEN: Final = "\n"
"""Between two pieces of a unit: a word that is divided at the end of a page goes on at the beginning of the next."""
_WORDS: Final = re.compile(r"[^\W_]")

_Placed = tuple[Page, int]
"""A page, and where its text begins in the document's."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is found as one."""

    page: Page
    """Its text with its repairs, as if it were one page; the number is that of the page on which it begins."""
    last_page: int
    spans: tuple[Span, ...] = ()
    """Where it stands in the document's text as seen, ascending; empty for a page with all its text."""
    section: Section | None = None
    """The § that it is."""


def units(document: Document) -> Iterator[Unit]:
    """The units of a document, in the order in which they begin; what is beside the §§ of a page stands before them."""
    pages = list(document.page_starts())
    sections = _apart(document.extraction.sections if document.extraction else ())
    found = [unit for section in sections for unit in _of_section(pages, section)]
    for page, start in pages:
        yield from _beside(page, start, found)
        yield from (unit for unit in found if unit.page.number == page.number)


def cut(document: Document, spans: Sequence[Span]) -> Page:
    """What stands in some parts of a document, as if it were one page: as a unit is searched, and to be shown.

    Args:
        document: With its pages.
        spans: In its text as seen, ascending; at least one, and none reaches over the end of a page.

    Returns:
        The page has the number of the first of them; a repair that reaches out of its part is left out.
    """
    return _joined(list(document.page_starts()), spans)


def _apart(sections: Iterable[Section]) -> list[Section]:
    """In the order of the text, none reaching into the next."""
    ordered = sorted(sections, key=lambda section: (section.start, section.end))
    cut_off = [replace(one, end=min(one.end, after.start)) for one, after in pairwise(ordered)]
    return [*cut_off, *ordered[-1:]]


def _of_section(pages: Sequence[_Placed], section: Section) -> Iterator[Unit]:
    parts = [(page, span) for page, start in pages if (span := _on(page, start, section))]
    if parts:
        spans = tuple(span for _, span in parts)
        yield Unit(_joined(pages, spans), parts[-1][0].number, spans, section)


def _on(page: Page, start: int, section: Section) -> Span | None:
    """The part of a § that stands on a page."""
    first, end = max(start, section.start), min(start + len(page.text), section.end)
    return (first, end) if first < end else None


def _beside(page: Page, start: int, found: Iterable[Unit]) -> Iterator[Unit]:
    """The page without its §§: all of it where it has none, and nothing where no word is left."""
    end = start + len(page.text)
    taken = [span for unit in found for span in unit.spans if start <= span[0] < end]
    if not taken:
        yield Unit(page, page.number)
        return
    bounds = [start, *(bound for span in taken for bound in span), end]
    left = [(first, after) for first, after in zip(bounds[::2], bounds[1::2], strict=True) if first < after]
    spans = tuple((first, after) for first, after in left if _WORDS.search(page.text, first - start, after - start))
    if spans:
        yield Unit(_joined([(page, start)], spans), page.number, spans)


def _joined(pages: Iterable[_Placed], spans: Sequence[Span]) -> Page:
    pieces = [_piece(page, start, span) for span in spans for page, start in pages if _holds(page, start, span)]
    starts = accumulate((len(piece.text) + len(_BETWEEN) for piece in pieces), initial=0)
    repairs = (_moved(one, by) for piece, by in zip(pieces, starts, strict=False) for one in piece.repairs)
    return replace(pieces[0], text=_BETWEEN.join(piece.text for piece in pieces), repairs=tuple(repairs))


def _holds(page: Page, start: int, span: Span) -> bool:
    return start <= span[0] and span[1] <= start + len(page.text)


def _piece(page: Page, start: int, span: Span) -> Page:
    first, end = span[0] - start, span[1] - start
    within = (repair for repair in page.repairs if first <= repair.start and repair.end <= end)
    repairs = tuple(_moved(one, -first) for one in within)
    return replace(page, text=page.text[first:end], repairs=repairs, words=NO_WORDS)


def _moved(repair: Repair, by: int) -> Repair:
    return replace(repair, start=repair.start + by, end=repair.end + by)
