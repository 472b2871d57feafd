"""Where the keys of an index stand: each list is read once, in one numbering of all records, and kept while it fits."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from threading import RLock
from typing import Any, Final, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from .damage import damage_told

Records = NDArray[np.int32]
Numbers = NDArray[np.float32]
Mask = NDArray[np.bool_]
Places = NDArray[np.int64]
"""A record and a position in it, `record << 32 | position`; ascending."""
Texts = Callable[[int], bytes]
"""What a record has, given by its number; nothing where it has none."""

_MOST_BYTES: Final = 64 << 20
"""Of lists kept: most of what is asked again and again."""
POSITION_BITS: Final = 32
"""Of a place, its last ones."""


class Posting(NamedTuple):
    """Records that have a key, and how much of it."""

    records: Records
    """Ascending."""
    weights: Numbers
    """How often, other readings of a word counting less."""


class Segment(Protocol):
    """A part of an index, as Whoosh has written it. Its own numbering begins at 0. Not for several threads at once."""

    size: int
    """Records, deleted ones among them."""

    def posting(self, field: str, key: str) -> Posting:
        """Where a key stands."""
        ...

    def places(self, field: str, key: str) -> Places:
        """Where in the records it stands, of a field that knows."""
        ...

    def frequency(self, field: str, key: str) -> int:
        """How many records have a key, deleted ones among them."""
        ...

    def terms(self, field: str, beginning: str = "") -> Iterator[tuple[str, int]]:
        """The keys of a field that begin with these letters, ascending, with their frequencies."""
        ...

    def numbers(self, field: str) -> NDArray[np.int64]:
        """A column of numbers."""
        ...

    def texts(self, field: str) -> Texts:
        """A column of text."""
        ...

    def close(self) -> None:
        """Close its files."""
        ...


class PlainSegment:
    """A segment read through what Whoosh shows of itself."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader
        self.size: int = reader.doc_count_all()

    def posting(self, field: str, key: str) -> Posting:
        """As of `Segment`."""
        found = [(matcher.id(), matcher.weight()) for matcher in self._matches(field, key)]
        records, weights = zip(*found, strict=True) if found else ((), ())
        return Posting(np.array(records, np.int32), np.array(weights, np.float32))

    def places(self, field: str, key: str) -> Places:
        """As of `Segment`."""
        places = (
            [matcher.id() << POSITION_BITS | at for at in matcher.value_as("positions")]
            for matcher in self._matches(field, key)
        )
        return np.fromiter(chain.from_iterable(places), np.int64)

    def frequency(self, field: str, key: str) -> int:
        """As of `Segment`."""
        return int(self._reader.doc_frequency(field, key.encode()))

    def terms(self, field: str, beginning: str = "") -> Iterator[tuple[str, int]]:
        """As of `Segment`."""
        wanted = beginning.encode()
        for (name, key), info in self._reader.iter_from(field, wanted):
            if name != field or not key.startswith(wanted):
                return
            yield key.decode(), info.doc_frequency()

    def numbers(self, field: str) -> NDArray[np.int64]:
        """As of `Segment`."""
        return np.array(self._column(field).load(), np.int64)

    def texts(self, field: str) -> Texts:
        """As of `Segment`."""
        text: Texts = self._column(field).__getitem__
        return text

    def close(self) -> None:
        """As of `Segment`."""
        self._reader.close()

    def _column(self, field: str) -> Any:
        from whoosh.columns import EmptyColumnReader

        column = self._reader.column_reader(field, translate=False)
        if isinstance(column, EmptyColumnReader):
            # Whoosh opens it late, and would give blanks where a commit was quicker.
            raise FileNotFoundError(field)
        return column

    def _matches(self, field: str, key: str) -> Iterator[Any]:
        """One matcher, standing at each of the records in turn."""
        term = (field, key.encode())
        if term in self._reader:
            matcher = self._reader.postings(*term)
            while matcher.is_active():
                yield matcher
                matcher.next()


class Postings:
    """The lists of all segments, in one numbering. Safe for several threads."""

    def __init__(self, segments: Sequence[Segment], alive: Mask) -> None:
        self._segments = segments
        self._alive = alive
        sizes = [segment.size for segment in segments]
        self._bases = [sum(sizes[:number]) for number in range(len(sizes))]
        self._kept: OrderedDict[tuple[str, ...], tuple[NDArray[Any], ...]] = OrderedDict()
        self._bytes = 0
        self._lock: Final = RLock()

    @contextmanager
    def reading(self) -> Iterator[Sequence[Segment]]:
        """The segments, for one thread at a time; raises ArchiveDamaged where they cannot be read."""
        with self._lock, damage_told():
            yield self._segments

    def of(self, field: str, key: str) -> Posting:
        """Where a key stands."""
        return Posting(*self._once(("records", field, key), lambda: self._posting(field, key)))

    def places(self, field: str, key: str) -> Places:
        """Where in the records it stands."""
        (places,) = self._once(("places", field, key), lambda: (self._places(field, key),))
        return places

    def frequency(self, field: str, key: str) -> int:
        """How many records have a key: quick, and not less than it is; removed ones may be counted for a while."""
        with self.reading() as segments:
            return sum(segment.frequency(field, key) for segment in segments)

    def _posting(self, field: str, key: str) -> Posting:
        found = [segment.posting(field, key) for segment in self._segments]
        records = _joined([each.records + base for each, base in zip(found, self._bases, strict=True)], np.int32)
        weights = _joined([each.weights for each in found], np.float32)
        alive = self._alive[records]
        return Posting(records, weights) if alive.all() else Posting(records[alive], weights[alive])

    def _places(self, field: str, key: str) -> Places:
        found = [segment.places(field, key) for segment in self._segments]
        places = _joined(
            [each + (base << POSITION_BITS) for each, base in zip(found, self._bases, strict=True)], np.int64
        )
        alive = self._alive[places >> POSITION_BITS]
        return places if alive.all() else places[alive]

    def _once(self, name: tuple[str, ...], read: Callable[[], tuple[NDArray[Any], ...]]) -> tuple[NDArray[Any], ...]:
        with self.reading():
            if name in self._kept:
                self._kept.move_to_end(name)
                return self._kept[name]
            arrays = self._kept[name] = read()
            self._bytes += _size(arrays)
            while self._bytes > _MOST_BYTES and len(self._kept) > 1:
                self._bytes -= _size(self._kept.popitem(last=False)[1])
            return arrays


def _joined(arrays: list[NDArray[Any]], kind: type) -> NDArray[Any]:
    if len(arrays) == 1:
        return arrays[0].astype(kind, copy=False)
    return np.concatenate(arrays).astype(kind, copy=False) if arrays else np.zeros(0, kind)


def _size(arrays: tuple[NDArray[Any], ...]) -> int:
    return sum(array.nbytes for array in arrays) + 1_000
