"""Which documents a search is about: filters by what is known of a document as a whole."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, Literal, TypedDict

from .corpus.model import Document
from .swedish.dnr import normal_form

Sort = Literal["relevance", "newest", "oldest"]
_NOT_KNOWN_YET: Final = {"party": "parties", "min_amount": "amounts", "max_amount": "amounts"}


class Options(TypedDict, total=False):
    """What a search can be told beside the query."""

    limit: int
    """Hits, that is pages, in the answer; 10."""
    page: int
    """Which `limit` hits; 1 for the first."""
    all_pages: bool
    """More than three pages of one document."""
    date_from: str | None
    """ISO 8601, or its beginning; documents dated on or after."""
    date_to: str | None
    """ISO 8601, or its beginning; documents dated on or before, all of that month or year."""
    doc_type: str | None
    dnr: str | None
    """In any writing."""
    party: str | None
    min_amount: str | None
    """In kronor."""
    max_amount: str | None
    sort: Sort
    facets: bool
    unmask: bool
    """Personal identity numbers as printed."""


def is_chosen(document: Document, options: Options) -> bool:
    """Does a document pass the filters? One of which nothing is known does not."""
    date_from, date_to = options.get("date_from"), options.get("date_to")
    doc_type, dnr = options.get("doc_type"), options.get("dnr")
    return (
        not any(options.get(name) for name in _NOT_KNOWN_YET)
        and (not date_from or (document.date is not None and document.date >= date_from))
        and (not date_to or (document.date is not None and document.date[: len(date_to)] <= date_to))
        and (not doc_type or document.doc_type == doc_type)
        and (not dnr or normal_form(dnr) in map(normal_form, document.dnr))
    )


def left_out(documents: Collection[Document], options: Options) -> Iterator[str]:
    """What the filters left out for want of knowledge, a sentence each, so that "no hit" means something."""
    undated = sum(document.date is None for document in documents)
    untyped = sum(document.doc_type is None for document in documents)
    if undated and (options.get("date_from") or options.get("date_to")):
        yield f"{undated} of {len(documents)} documents have no known date and were left out"
    if untyped and options.get("doc_type"):
        yield f"{untyped} of {len(documents)} documents are of no known type and were left out"
    for name, what in _NOT_KNOWN_YET.items():
        if options.get(name):
            yield f"{what} are not extracted yet, so that none of {len(documents)} documents could be chosen by them"
