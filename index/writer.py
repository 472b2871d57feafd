"""Changes go into the index in one commit, and stay there through a power cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from whoosh.filedb.filestore import FileStorage
from whoosh.index import LockError
from whoosh.reading import IndexReader

from ..corpus.answers import Change
from ..corpus.errors import ArchiveBusy
from .fields import DOCUMENT
from .searching.damage import unreadable
from .stamp import sync
from .writing.records import records
from .writing.schema import codec, schema

_POOL_MB: Final = 64
"""Postings held in memory, as Whoosh counts them: some 120 MB. What is beyond goes to disk in sorted runs."""


def create(folder: Path) -> None:
    """Make an empty index in an empty folder."""
    FileStorage(str(folder)).create_index(schema())


def apply(folder: Path, changes: Iterable[Change]) -> None:
    """Make the changes and wait until they are on the disk: all of them or, at an error, none.

    Raises:
        ArchiveBusy: Another process is writing to the index.
        ArchiveDamaged: What is there already cannot be read.
        OSError: No permission, or the disk is full.
    """
    with _writer(folder) as writer, writer.reader() as before:
        for change in changes:
            _remove(writer, before, change.id)
            for record in records(change):
                writer.add_document(**record)
    for file in folder.iterdir():
        sync(file)
    sync(folder)


def _remove(writer: Any, before: IndexReader, document: str) -> None:
    key = (DOCUMENT, document.encode())
    if key in before:
        for page in list(before.postings(*key).all_ids()):
            writer.delete_document(page)


@contextmanager
def _writer(folder: Path) -> Iterator[Any]:
    """Commits at the end, and at an error leaves everything as it was."""
    writer = _begin(folder)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    with _damage_told():
        writer.commit()


def _begin(folder: Path) -> Any:
    # Files of their own for each segment: a compound one is copied into memory by every reader.
    with _damage_told():
        return FileStorage(str(folder)).open_index().writer(codec=codec(), limitmb=_POOL_MB, compound=False)


@contextmanager
def _damage_told() -> Iterator[None]:
    try:
        yield
    except LockError as error:
        raise ArchiveBusy("another process is writing to the search index: wait until it has ended") from error
    except OSError:
        raise
    except Exception as error:  # what Whoosh, pickle and struct raise over damaged files is anyone's guess
        raise unreadable(error) from error
