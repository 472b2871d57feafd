"""What the index keeps of a page; with writer.py and search.py the only files that know Whoosh."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from whoosh.columns import NumericColumn
from whoosh.fields import COLUMN, ID, FieldType, Schema
from whoosh.formats import Frequency, Positions

from ..corpus.model import Document, Page
from .analysis.keys import keys
from .analysis.lexemes import Analysis, analyse

DOCUMENT: Final = "document"
PAGE: Final = "page"
TEXT: Final = "text"
LOOSE: Final = "loose"
"""Words without their marks, so that "vasterdalen" finds "Västerdalen", and the parts of compounds."""
TITLE: Final = "title"

_OTHERWISE: Final = 0.5
"""What another reading counts: the printed word of a repair, which the page does not mean, and the word that a
suggestion means, of which nobody is sure. It adds nothing to the length of the field, so that a repaired page is worth
as much as if it had been printed so."""
_TRACE: Final = 1e-6
"""What a key counts that is there for the sake of phrases only; what counts nothing, Whoosh may pass over."""

Postings = Iterator[tuple[bytes, int, float, bytes]]
"""Key, how often, weight, and what the format makes of the places."""


class _Counts(NamedTuple):
    """How often each key occurs, and how often in other readings only."""

    own: Counter[str]
    less: Counter[str]


class _Placed(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with their places, worked out already."""

    def __init__(self) -> None:
        super().__init__(format=Positions(), analyzer=None, scorable=True)

    def index(self, value: Analysis, **_: Any) -> Postings:
        encode = self.format.encode
        for key, at in value.positions.items():
            beside = value.beside.get(key)
            places = sorted({*at, *beside}) if beside else at
            yield key.encode(), len(at), len(at) + _OTHERWISE * value.less.get(key, 0), encode(places)
        count = _count_of_others(value.positions)
        for key in value.beside.keys() - value.positions.keys():
            yield key.encode(), count, max(_TRACE, _OTHERWISE * value.less[key]), encode(value.beside[key])


class _Counted(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with how often each occurs, worked out already."""

    def __init__(self) -> None:
        super().__init__(format=Frequency(), analyzer=None, scorable=True)

    def index(self, value: _Counts, **_: Any) -> Postings:
        for key, n in value.own.items():
            yield key.encode(), n, n + _OTHERWISE * value.less.get(key, 0), n.to_bytes(4, "big")
        count = _count_of_others(value.own)
        for key in value.less.keys() - value.own.keys():
            yield key.encode(), count, _OTHERWISE * value.less[key], count.to_bytes(4, "big")


def _count_of_others(own: Mapping[str, Any]) -> int:
    """What a key of another reading adds to the length of a field: nothing, but no field with keys may have none."""
    return 0 if own else 1


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
    title = _title(document)
    for page in document.pages:
        yield _page_fields(document.id, page, title)


def _page_fields(document: str, page: Page, title: _Counts) -> dict[str, Any]:
    found = keys(page)
    loose = _Counts(found.loose, found.less_loose)
    return {DOCUMENT: document, PAGE: page.number, TEXT: found, LOOSE: loose, TITLE: title}


def _title(document: Document) -> _Counts:
    """The title reads as repaired; what is printed in place of its words is found as well."""
    own = _all_keys(analyse(document.title or ""))
    words = set((document.title or "").split())
    made = (repair for page in document.pages[:1] for repair in page.repairs if repair.standing.in_force)
    printed = _all_keys(analyse(" ".join(repair.seen for repair in made if repair.meant in words)))
    return _Counts(own, Counter({key: n for key, n in printed.items() if key not in own}))


def _all_keys(text: Analysis) -> Counter[str]:
    return text.loose + Counter({key: len(at) for key, at in text.positions.items()})
