"""What the index keeps of a page; with writer.py and search.py the only files that know Whoosh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, FieldType, Schema
from whoosh.formats import Frequency, Positions

from ..corpus.model import Document, Page
from .analysis import Analysis, analyse

DOCUMENT: Final = "document"
PAGE: Final = "page"
TEXT: Final = "text"
LOOSE: Final = "loose"
"""Words without their marks, so that "vasterdalen" finds "Västerdalen", and the parts of compounds."""
TITLE: Final = "title"

Postings = Iterator[tuple[bytes, int, float, bytes]]
"""Key, how often, weight, and what the format makes of the places."""


class _Placed(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with their places, worked out already."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None, scorable=True)

    def index(self, value: Mapping[str, list[int]], **_: Any) -> Postings:
        encode = self.format.encode
        return ((key.encode(), len(at), float(len(at)), encode(at)) for key, at in value.items())


class _Counted(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with how often each occurs, worked out already."""

    def __init__(self) -> None:
        super().__init__(format=Frequency(), analyzer=None, scorable=True)

    def index(self, value: Mapping[str, int], **_: Any) -> Postings:
        return ((key.encode(), n, float(n), n.to_bytes(4, "big")) for key, n in value.items())


def schema() -> Schema:
    """The fields of a page. The text itself stays in the store."""
    return Schema(
        **{
            DOCUMENT: ID(sortable=True),
            PAGE: COLUMN(NumericColumn("I")),
            TEXT: _Placed(),
            LOOSE: _Counted(),
            TITLE: _Counted(),
        }
    )


def fields(document: Document) -> Iterator[dict[str, Any]]:
    """What is written of each page of a document."""
    title = _counts(analyse(document.title or ""))
    for page in document.pages:
        yield _page_fields(document.id, page, title)


def _page_fields(document: str, page: Page, title: Mapping[str, int]) -> dict[str, Any]:
    keys = analyse(page.text)
    return {DOCUMENT: document, PAGE: page.number, TEXT: keys.positions, LOOSE: keys.loose, TITLE: title}


def _counts(keys: Analysis) -> Mapping[str, int]:
    return keys.loose + Counter({key: len(at) for key, at in keys.positions.items()})
