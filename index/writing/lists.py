"""Posting lists written whole. What is written is what Whoosh's own codec would write, and is read by it.

Knows how the frozen release 2.7.4 lays out a list (`whoosh.codec.whoosh3`), as `searching.bulk` does, which says how.
Whoosh hands postings on one by one through six generators, which takes most of the time of indexing.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from operator import sub
from pickle import dumps
from struct import Struct
from typing import Any, Final, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter

_MAGIC: Final = b"W3Bl"
_BLOCK: Final = 1024
"""Postings: larger blocks are read faster as a whole, and nobody skips through them."""
_COMPRESSION: Final = 3
_SMALL: Final = 100
"""Bytes that are not worth compressing, as of a key that stands in one record; and records not worth an array."""
_PROTOCOL: Final = 4
"""Of pickle: an older one takes a call for each value, and twice the space."""
_PROTOCOL_OF_FEW: Final = 3
"""It takes less to begin."""

_LENGTH: Final = Struct("!i")
_INFO: Final = Struct("!BfIBBfIIqi")
"""Inlined?, total weight, frequency, least and greatest length, greatest weight, first and last record, as
`W3TermInfo` has them; then where the list begins, and its bytes."""


class Postings(NamedTuple):
    """All postings of a key."""

    field: str
    key: bytes
    records: Sequence[int]
    """Ascending."""
    weights: Sequence[float]
    values: Sequence[bytes]


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's own, that keeps no lengths and takes whole lists."""

    length_stats = False

    def field_writer(self, storage: Any, segment: Any) -> FieldWriter:
        """What writes the keys of a segment with their lists."""
        return FieldWriter(self, storage, segment)


class FieldWriter(W3FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Takes what `Pool.iter_postings` gives."""

    def add_postings(self, schema: Any, lengths: object, items: Iterable[Postings]) -> None:
        """Write lists, by field and key ascending."""
        field = None
        for postings in items:
            if postings.field != field:
                field = postings.field
                self.start_field(field, schema[field])
            self._tindex.add(self._fieldid.to_bytes(2, "big") + postings.key, self._list(postings))
        if field:
            self.finish_field()

    def _list(self, postings: Postings) -> bytes:
        """Write a list; what is told of it beside its key."""
        records, weights = postings.records, postings.weights
        start, greatest = self._postfile.tell(), max(weights)
        blocks = _MAGIC + b"".join(_blocks(postings))
        self._postfile.write(blocks)
        return _INFO.pack(
            0, sum(weights), len(records), 0, 0, greatest, records[0], records[-1], start, len(blocks)
        )  # fmt: skip


def _blocks(postings: Postings) -> Iterator[bytes]:
    count = len(postings.records)
    for first in range(0, count, _BLOCK):
        part = slice(first, first + _BLOCK)
        last = first + _BLOCK >= count
        yield _block(postings.records[part], postings.weights[part], postings.values[part], last=last)


def _block(records: Sequence[int], weights: Sequence[float], values: Sequence[bytes], *, last: bool) -> bytes:
    protocol = _PROTOCOL_OF_FEW if len(records) < _SMALL else _PROTOCOL
    body = dumps((_steps(records), _few(weights), tuple(values) if values[0] else None), protocol)
    compression = _COMPRESSION if len(body) > _SMALL else 0
    packed = zlib.compress(body, compression) if compression else body
    head = dumps((len(records), records[-1], float(max(weights)), compression, 0, 0), _PROTOCOL_OF_FEW)
    length = len(head) + len(packed)
    return _LENGTH.pack(-length if last else length) + head + packed


def _steps(records: Sequence[int]) -> Sequence[int]:
    """From each record to the next, the first from 0."""
    steps = map(sub, records, chain((0,), records))
    return tuple(steps) if len(records) < _SMALL else array("I", steps)


def _few(weights: Sequence[float]) -> float | Sequence[float] | None:
    """The weights as Whoosh has them: None for 1, one for all, or each."""
    different = set(weights)
    if different == {1}:
        return None
    return float(weights[0]) if len(different) == 1 else array("f", weights)
