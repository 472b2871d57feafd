"""The fields of the index's records as Whoosh keeps them; `index/fields.py` says what each is for.

Keys are worked out before Whoosh sees them, and what a key is worth in a field is the weight of its posting. Lengths
are a column of their own, and nothing else is kept of them.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from whoosh.columns import NumericColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Format

from ..analysis.lexemes import Analysis
from ..fields import (
    ABOUT,
    CARD,
    DECISION,
    DOCUMENT,
    FILE,
    HEADING,
    ID,
    KNOWN,
    LAST_PAGE,
    LENGTH,
    LOOSE,
    PAGE,
    PARAGRAPH,
    PARTY,
    SPANS,
    TEXT,
    TITLE,
)

OTHERWISE: Final = 0.5
"""What another reading counts: the printed word of a repair, which the page does not mean, and the word that a
suggestion means, of which nobody is sure. It adds nothing to the length of the unit, so that a repaired page is worth
as much as if it had been printed so. Loose keys beside exact ones in one field count as much."""
_TRACE: Final = 1e-6
"""What a key counts that is there for the sake of phrases only; what counts nothing, Whoosh may pass over."""
_WORD: Final = "I"
"""Four bytes: positions of other readings begin at 2^30."""

Postings = Iterator[tuple[bytes, int, float, bytes]]
"""Key, how often, weight, and what the format makes of the places."""


class Places(Format):  # type: ignore[misc]  # Whoosh has no types
    """Positions, ascending, as unsigned numbers of four bytes, the least first: numpy reads a whole list at once."""

    def __init__(self) -> None:
        super().__init__()
        self.posting_size = -1

    def encode(self, positions: Iterable[int]) -> bytes:
        """The bytes of positions."""
        numbers = array(_WORD, positions)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers.tobytes()

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions in the bytes."""
        numbers = array(_WORD, value)
        if sys.byteorder == "big":
            numbers.byteswap()
        return numbers.tolist()


class Placed(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with their places."""

    def __init__(self) -> None:
        super().__init__(format=Places(), analyzer=None, scorable=False)

    def index(self, value: Analysis, **_: Any) -> Postings:
        """The postings of a text."""
        encode, beside, less = self.format.encode, value.beside, value.less
        for key, at in value.positions.items():
            count = len(at)
            weight = count + OTHERWISE * less[key] if key in less else count
            yield key.encode(), count, weight, encode(sorted({*at, *beside[key]}) if key in beside else at)
        for key in value.beside.keys() - value.positions.keys():
            yield key.encode(), 1, max(_TRACE, OTHERWISE * value.less[key]), encode(value.beside[key])


class Weighed(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field of keys with what each is worth there."""

    def __init__(self) -> None:
        super().__init__(format=Existence(), analyzer=None, scorable=False)

    def index(self, value: Mapping[str, float], **_: Any) -> Postings:
        """The postings of a field."""
        for key, weight in value.items():
            yield key.encode(), 1, weight, b""


def schema() -> Schema:
    """The fields of a record. The text itself stays in the store."""
    words = {field: Weighed() for field in (DOCUMENT, LOOSE, HEADING, DECISION, TITLE, PARTY, FILE, ABOUT)}
    numbers = {field: COLUMN(NumericColumn("I")) for field in (PAGE, LAST_PAGE, LENGTH, KNOWN)}
    texts = {field: COLUMN(VarBytesColumn()) for field in (ID, CARD, PARAGRAPH, SPANS)}
    return Schema(**{TEXT: Placed()}, **words, **numbers, **texts)
