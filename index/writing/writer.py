"""Changes go into a folder of Whoosh's in one commit: all of them or, at an error, none."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from whoosh.filedb.filestore import FileStorage
from whoosh.reading import IndexReader, SegmentReader
from whoosh.writing import SegmentWriter

from ...corpus.answers import Change
from ..fields import DOCUMENT
from .lists import Codec
from .pool import Pool
from .records import Record, records
from .schema import schema
from .stamp import unreadable

_POOL_BYTES: Final = 64 << 20
_LARGE_PART: Final = 6
"""A segment is large that has this part of all records; there are fewer than so many."""
_LARGE: Final = 1_000
"""Records, at least: some three seconds' work."""
_MOST_SEGMENTS: Final = 8
"""Each costs every word that is looked for some 40 us."""


def create(folder: Path) -> None:
    """Make an empty index in an empty folder."""
    FileStorage(str(folder)).create_index(schema())


def apply(folder: Path, changes: Iterable[Change]) -> None:
    """Replace or remove documents, each given once; who else writes there is the caller's care.

    Raises:
        ArchiveDamaged: What is there already cannot be read.
        OSError: No permission, or the disk is full.
    """
    with _uncollected(), _writer(folder) as writer, writer.reader() as before:
        for change in changes:
            _remove(writer, before, change.id)
            for record in records(change):
                _add(writer, record)


def _add(writer: SegmentWriter, record: Record) -> None:
    """The words go into the pool at once, and Whoosh, which would take them one by one, numbers the record."""
    for name, value in record.words.items():
        writer.pool.gather(name, writer.docnum, writer.schema[name].index(value))
    writer.add_document(**record.columns)


def _remove(writer: SegmentWriter, before: IndexReader, document: str) -> None:
    key = (DOCUMENT, document.encode())
    if key in before:
        for record in list(before.postings(*key).all_ids()):
            writer.delete_document(record)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without Python's search for cycles, of which the pool has none: to walk through it takes a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@contextmanager
def _writer(folder: Path) -> Iterator[Any]:
    """Commits at the end, and at an error leaves everything as it was."""
    with _damage_told():
        # Files of their own for each segment: a compound one is copied into memory by every reader.
        writer = SegmentWriter(FileStorage(str(folder)).open_index(), codec=Codec(), compound=False)
        writer.pool = Pool(folder, _POOL_BYTES)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    with _damage_told():
        writer.commit(mergetype=_few)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except OSError:
        raise
    except Exception as error:  # what Whoosh, pickle and struct raise over damaged files is anyone's guess
        raise unreadable(error) from error


def _few(writer: SegmentWriter, segments: Sequence[Any]) -> list[Any]:
    """The segments that stay; the others are written anew, into the one that is being made.

    A segment stays while it is larger than what would be written without it: so a record is written anew only as
    often as the index doubles. A large one stays anyway: no small commit shall take long.
    """
    new, kept = writer.doc_count(), list[Any]()
    large = max(_LARGE, sum(map(_living, segments)) // _LARGE_PART)
    for segment in sorted(segments, key=_living):
        size = _living(segment)
        if (size > new or size > large) and size > segment.deleted_count():
            kept.append(segment)
        else:
            new += size
    kept = kept[-_MOST_SEGMENTS + 1 :]
    for segment in segments:
        if segment not in kept and _living(segment):
            with SegmentReader(writer.storage, writer.schema, segment) as reader:
                writer.add_reader(reader)
    return kept


def _living(segment: Any) -> int:
    return int(segment.doc_count())
