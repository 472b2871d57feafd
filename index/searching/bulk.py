"""The lists of a segment read whole with numpy: what Whoosh hands out one by one, in less than half the time.

Knows how the frozen release 2.7.4 lays out its files (`whoosh.codec.whoosh3`, `whoosh.filedb.filetables`), none of
which it promises. `snapshot.BULK` turns it off, and it is not used where Whoosh is another: then `PlainSegment` reads
the same through what Whoosh shows of itself.

    MAIN_x.pst   a list: "W3Bl", blocks of some postings, 1,024 as `writing.lists` has them; a block: its length,
                 negative of the last one (int, big-endian), a pickled head (postings, last record, greatest weight,
                 compressed?, ...) and, compressed or not, a pickled body: the differences of the records, the weights
                 (each, one for all, or None for 1), the values (each, or None where the field has none)
    MAIN_x.trm   some bytes, then the keys, ascending: length of key and of data (uint, big-endian), number of the field
                 (ushort) and key, data (a flag, total weight, frequency as uint, ...)
    MAIN_x.f.col a column: numbers of a fixed size, big-endian, those after the last that is not 0 left out; or texts,
                 one after the other, then their lengths, perhaps where each begins, the kind of number of the lengths
                 and, if so, that of the beginnings and "X"
"""

from __future__ import annotations

import pickle
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .postings import POSITION_BITS, Places, PlainSegment, Posting, Texts

_MAGIC: Final = b"W3Bl"
_RELEASE: Final = (2, 7, 4)
_INT: Final = struct.Struct("!i")
_LENGTHS: Final = struct.Struct("!II")
_FREQUENCY: Final = struct.Struct("!I")
_BEFORE_FREQUENCY: Final = 5
"""Bytes of a key's data before its frequency."""
_FIELD: Final = 2
"""Bytes before a key that say in which field it is."""
_AFTER_ALL: Final = b"\xff"
"""Stands in no text, and comes after whatever does."""
_WITH_STARTS: Final = b"X"
"""The end of a column of texts that says where each begins, as it does where there are many."""
_POSITION: Final = np.dtype("<u4")
"""As `writing.schema.Places` has it."""


class _Block(NamedTuple):
    """Postings that are written together."""

    records: NDArray[np.int64]
    weights: Any
    """One for each, one for all, or None for 1."""
    values: Any


class _Unpickler(pickle.Unpickler):
    """Makes numbers, bytes and arrays of them: whatever a list was altered to, nothing is called."""

    def find_class(self, module: str, name: str) -> Any:
        if module != "array":
            raise pickle.UnpicklingError(f"{module}.{name} in a list of postings")
        return super().find_class(module, name)


class BulkSegment(PlainSegment):
    """A segment read in bulk."""

    def __init__(self, reader: Any) -> None:
        super().__init__(reader)
        self._files = reader.storage()
        self._segment = reader.segment()
        codec = reader.codec()
        # Opened at once: a commit of another process may take them away.
        self._lists = self._files.open_file(self._segment.make_filename(codec.POSTS_EXT))
        self._keys = self._files.open_file(self._segment.make_filename(codec.TERMS_EXT))
        self._field_numbers = dict(reader._terms._fieldmap)
        self._table = reader._terms._tindex

    def posting(self, field: str, key: str) -> Posting:
        """As of `Segment`."""
        blocks = list(self._blocks(field, key))
        weights = [_weights(block) for block in blocks]
        return Posting(
            _joined([block.records for block in blocks]).astype(np.int32),
            np.concatenate(weights) if weights else np.zeros(0, np.float32),
        )

    def places(self, field: str, key: str) -> Places:
        """As of `Segment`."""
        return _joined([_places(block) for block in self._blocks(field, key)])

    def terms(self, field: str, beginning: str = "") -> Iterator[tuple[str, int]]:
        """As of `Segment`."""
        if field not in self._field_numbers:
            return
        prefix = self._field_numbers[field].to_bytes(_FIELD, "big") + beginning.encode()
        first, last = self._from(prefix), self._from(prefix + _AFTER_ALL)
        data = self._keys.get(first, last - first)
        lengths, frequency = _LENGTHS.unpack_from, _FREQUENCY.unpack_from
        at, end = 0, len(data)
        while at < end:
            key_length, data_length = lengths(data, at)
            key = at + _LENGTHS.size
            after = key + key_length
            yield data[key + _FIELD : after].decode(), frequency(data, after + _BEFORE_FREQUENCY)[0]
            at = after + data_length

    def numbers(self, field: str) -> NDArray[np.int64]:
        """As of `Segment`."""
        name = self._reader.codec().column_filename(self._segment, field)
        column = self._reader.schema[field].column_type
        with self._files.open_file(name) as file:
            written = np.frombuffer(file.read(), np.dtype(column._typecode).newbyteorder(">"))
        numbers = np.full(self.size, column.default_value(), np.int64)
        numbers[: len(written)] = written
        return numbers

    def texts(self, field: str) -> Texts:
        """As of `Segment`."""
        with self._files.open_file(self._reader.codec().column_filename(self._segment, field)) as file:
            written = file.read()
        lengths = _lengths(written, self.size)
        ends = np.cumsum(lengths, dtype=np.int64)
        return lambda number: written[ends[number] - lengths[number] : ends[number]]

    def close(self) -> None:
        """As of `Segment`."""
        super().close()
        self._lists.close()
        self._keys.close()

    def _from(self, key: bytes) -> int:
        """Where the keys begin that are not before this one."""
        at: int | None = self._table.closest_key_pos(key)
        return int(self._table.endofdata) if at is None else at

    def _blocks(self, field: str, key: str) -> Iterator[_Block]:
        term = (field, key.encode())
        if term not in self._reader:
            return
        start, (length,) = self._reader.term_info(*term).extent()  # of this release the length is a tuple
        data = memoryview(self._lists.get(start, length))
        if bytes(data[: len(_MAGIC)]) != _MAGIC:
            raise ValueError(f"no list of postings at {start}")
        at, last = len(_MAGIC), False
        while not last:
            (length,) = _INT.unpack_from(data, at)
            last, at = length < 0, at + _INT.size
            yield _block(data[at : at + abs(length)])
            at += abs(length)


def suits(reader: Any) -> bool:
    """Is this segment written, and read, by the release that this module knows?"""
    import whoosh

    private = hasattr(reader, "_terms") and hasattr(reader._terms, "_tindex") and hasattr(reader._terms, "_fieldmap")
    return whoosh.__version__ == _RELEASE and private and not reader.segment().is_compound()


def _block(data: memoryview) -> _Block:
    stream = BytesIO(data)
    _, _, _, compressed, *_ = _Unpickler(stream).load()
    body = data[stream.tell() :]
    differences, weights, values = _Unpickler(BytesIO(zlib.decompress(body) if compressed else body)).load()
    return _Block(np.cumsum(np.array(differences, np.int64)), weights, values)


def _weights(block: _Block) -> NDArray[np.float32]:
    if block.weights is None or isinstance(block.weights, float):
        return np.full(len(block.records), 1.0 if block.weights is None else block.weights, np.float32)
    return np.array(block.weights, np.float32)


def _places(block: _Block) -> Places:
    counts = np.fromiter(map(len, block.values), np.int64, len(block.values)) // _POSITION.itemsize
    positions = np.frombuffer(b"".join(block.values), _POSITION).astype(np.int64)
    return np.repeat(block.records << POSITION_BITS, counts) | positions


def _lengths(written: bytes, count: int) -> NDArray[np.integer[Any]]:
    """Of the texts of a column."""
    if written.endswith(_WITH_STARTS):
        kind, of_starts = (np.dtype(chr(code)) for code in written[-3:-1])
        end = len(written) - 3 - count * of_starts.itemsize
    else:
        kind, end = np.dtype(chr(written[-1])), len(written) - 1
    return np.frombuffer(written, kind.newbyteorder(">"), count, end - count * kind.itemsize)


def _joined(arrays: list[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate(arrays) if arrays else np.zeros(0, np.int64)
