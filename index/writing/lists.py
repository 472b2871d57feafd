"""Posting lists written whole. What is written is what Whoosh's own codec would write, and is read by it.

Knows how the frozen release 2.7.4 lays out a list (`whoosh.codec.whoosh3`), as `searching.bulk` does, which says how.
Whoosh hands postings on one by one through six generators, which takes most of the time of indexing.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import sub
from pickle import dumps
from typing import Any, Final, NamedTuple

from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3TermInfo

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
            info = self._list(postings)
            self._tindex.add(self._fieldid.to_bytes(2, "big") + postings.key, info.to_bytes())
        if field:
            self.finish_field()

    def _list(self, postings: Postings) -> W3TermInfo:
        start, count = self._postfile.tell(), len(postings.records)
        self._postfile.write(_MAGIC)
        for first in range(0, count, _BLOCK):
            self._block(postings, slice(first, first + _BLOCK), last=first + _BLOCK >= count)
        info = W3TermInfo(
            weight=sum(postings.weights), df=count, minlength=0, maxlength=0, maxweight=max(postings.weights),
            minid=postings.records[0], maxid=postings.records[-1],
        )  # fmt: skip
        info.set_extent(start, self._postfile.tell() - start)
        return info

    def _block(self, postings: Postings, part: slice, *, last: bool) -> None:
        records, weights = postings.records[part], postings.weights[part]
        values = postings.values[part]
        protocol = _PROTOCOL_OF_FEW if len(records) < _SMALL else _PROTOCOL
        body = dumps((_steps(records), _few(weights), tuple(values) if values[0] else None), protocol)
        compression = _COMPRESSION if len(body) > _SMALL else 0
        packed = zlib.compress(body, compression) if compression else body
        head = dumps((len(records), records[-1], float(max(weights)), compression, 0, 0), _PROTOCOL_OF_FEW)
        length = len(head) + len(packed)
        self._postfile.write_int(-length if last else length)
        self._postfile.write(head)
        self._postfile.write(packed)


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
