"""An archive folder, opened: its originals, its store, its index, and the way from what people write to a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ..corpus.errors import ArchiveDamaged, CannotWrite
from ..corpus.files import Originals
from ..corpus.model import Document, Input
from ..corpus.store import FILE_NAME, Store

if TYPE_CHECKING:
    from ..corpus.ports import Indexer

Progress = Callable[[int], None]
"""Is told how many are done."""


def unseen(_done: int) -> None:
    """Nobody looks how far it has come."""


class Opened:
    """One archive folder.

    Args:
        directory: Made when there is none. Several processes may read it; one at a time may write.
        program: The version of the program that opens it.

    Raises:
        CannotWrite: The folder cannot be made or opened.
        ArchiveDamaged: Its database is no whole database.
    """

    def __init__(self, directory: str | Path, program: str) -> None:
        self.directory = Path(directory).absolute()
        try:
            # Others' agreements may hold secrets: the folder is its owner's unless he opens it.
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(f"{directory}: cannot be made ({error.strerror}); choose another place") from error
        self.originals = Originals(self.directory)
        self._check_whole()
        self.store = Store(self.directory, program, create=True)

    @staticmethod
    def exists(directory: Path) -> bool:
        """Is there an archive in this folder, or what is left of one?"""
        return (directory / FILE_NAME).exists() or Originals(directory).any()

    def _check_whole(self) -> None:
        """An archive without its database must not look like a new one."""
        database = self.directory / FILE_NAME
        if not (database.exists() and database.stat().st_size) and self.originals.any():
            raise ArchiveDamaged(f"{database}: is missing or empty while originals are there; restore it from a backup")

    @cached_property
    def index(self) -> Indexer:
        """The search index; a cache that is built again from the store."""
        from ..index.engine import WhooshIndex

        return WhooshIndex(self.directory / "index", self.store.key)

    @property
    def index_fault(self) -> str | None:
        """Why the search index cannot be used, in words; None where it can, or where there is nothing to be found."""
        return self.index.fault if self.store.revision else None

    def make_searchable(self, progress: Progress = unseen) -> str | None:
        """Build the search index again where it cannot be used.

        Args:
            progress: Is told how many documents are done, now and then.

        Returns what to tell of it; None where nothing had to be done.

        Raises:
            ArchiveDamaged: It cannot be written.
            ArchiveBusy: Another process is writing.
        """
        if self.index_fault is None:
            return None
        from .. import loading  # only here: what it loads takes a while

        return loading.ensure_index(self.index, self.store, progress=progress)

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def find(self, reference: str) -> str:
        """The id of the document that an id, a unique beginning of one, or a path stands for; raises UsageError."""
        file, *inside = reference.split("//") if not reference.startswith("//") else [reference]
        shown = "//".join((Input.of(Path(file)).shown, *inside))
        return self.store.find(shown if self.store.stood_under(shown) else reference)

    def document(self, reference: str) -> Document:
        """The document that an id, a unique beginning of one, or a path stands for; raises UsageError."""
        return self.store.document(self.find(reference))

    def paths(self, reference: str) -> tuple[str, ...]:
        """The paths a document stands under; of an older version, those it stood under. Raises UsageError."""
        return self.store.paths(self.find(reference))

    def documents(self) -> Iterator[Document]:
        """All documents, one at a time, in the order in which they came."""
        return map(self.store.document, self.store.ids())
