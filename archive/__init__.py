"""The archive: the one place where files, store, ingest and index meet. What `avtalsarkiv.open()` returns."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict, Unpack

from .. import __version__, verification
from ..corpus.lock import exclusive
from ..corpus.model import Outcome
from ..corpus.ports import Unwatched, Watcher
from ..finding import Finder, Found
from ..selection import Options
from .fact_record import FactRecord
from .opening import Progress, unseen
from .repair_record import RepairRecord

if TYPE_CHECKING:
    from PIL.Image import Image

UNWATCHED: Final = Unwatched()


class Again(TypedDict, total=False):
    """How that is done again which was done to documents before."""

    jobs: int | None
    """Worker processes; None, the default, for one a core."""
    everything: bool
    """All documents, not only those that need it."""
    watcher: Watcher
    """Is told how far it has come."""


class Archive(RepairRecord, FactRecord):
    """One archive folder; what is said of repairs and of facts is in the modules of their records.

    Args:
        directory: Made when there is none. Several processes may read it; one at a time may write.

    Raises:
        CannotWrite: The folder cannot be made or opened.
        ArchiveDamaged: Its database is no whole database.
    """

    def __init__(self, directory: str | Path) -> None:
        super().__init__(directory, __version__)

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.store, self.index)

    # Loading

    def ingest(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int | None = None,
        ocr: str = "auto",
        watcher: Watcher = UNWATCHED,
    ) -> Generator[Outcome]:
        """Load files and folders; one outcome for each input, as it ends.

        Args:
            paths: Folders are loaded with all that is in them.
            jobs: Worker processes; None for one a core.
            ocr: auto, always or never.
            watcher: Is told how far the load has come.

        Raises:
            MissingDependency: Tesseract or its language is not installed and `ocr` is not never.
            ArchiveBusy: Another process is loading.
            CannotWrite: The disk is full.
        """
        from .. import loading

        return loading.ingest(self.store, self.originals, self.index, paths, jobs=jobs, ocr=ocr, watcher=watcher)

    def preview(self, paths: Iterable[str | Path], *, jobs: int | None = None, ocr: str = "auto") -> Generator[Outcome]:
        """What `ingest` would do: files are read, but no page is recognised and nothing is kept."""
        from .. import loading

        return loading.preview(self.originals, __version__, paths, jobs=jobs, ocr=ocr, watcher=UNWATCHED)

    def retry(self, **how: Unpack[Again]) -> Generator[Outcome]:
        """Run again what waits for OCR or was rejected; with `everything`, also what was loaded with warnings.

        Raises as `ingest` does.
        """
        from .. import loading

        return self._again(loading.retry, how)

    def repair_again(self, **how: Unpack[Again]) -> Generator[Outcome]:
        """Repair the stored pages again by what is known now, what was decided on top; nothing is read again.

        Without `everything`, those of documents that came damaged, of which anything was repaired or suggested, or that
        were last repaired by another version of the program or of its model. Raises as `ingest` does.
        """
        from .. import loading

        return self._again(loading.repair_again, how)

    def extract_again(self, **how: Unpack[Again]) -> Generator[Outcome]:
        """Extract facts again from the stored pages; what people said of facts stays, nothing is read again.

        Without `everything`, of documents that another version of the program or its rules extracted, or of which none
        could be. Raises as `ingest` does.
        """
        from .. import loading

        return self._again(loading.extract_again, how)

    def _again(self, work: Callable[..., Generator[Outcome]], how: Again) -> Generator[Outcome]:
        defaults: Again = {"jobs": None, "everything": False, "watcher": UNWATCHED}
        return work(self.store, self.originals, self.index, **{**defaults, **how})

    def reindex(self, *, jobs: int | None = None, progress: Progress = unseen) -> int:
        """Build the search index anew from the store; the old one answers until the new one is whole.

        Args:
            jobs: Worker processes; None for one a core, where there is enough to do.
            progress: Is told how many documents are done, now and then.

        Returns how many documents it holds.

        Raises:
            ArchiveBusy: Another process is writing.
            CannotWrite: No permission, or the disk is full.
        """
        from .. import loading

        with exclusive(self.directory):
            return loading.reindex(self.index, self.store, jobs=jobs, progress=progress)

    # Finding and reading

    def search(self, query: str, **options: Unpack[Options]) -> Found:
        """The pages that answer a query, best first; `selection.Options` lists what can be chosen.

        The query may be empty where something is chosen by: then all that fits is found.

        Raises:
            UsageError: An amount or a time to choose by is none, or there is no document to be `like`.
            ArchiveDamaged: The index cannot be used, and cannot be built again either.
            ArchiveBusy: The index cannot be used, and another process is writing.
        """
        self.make_searchable()
        like = options.get("like")
        if like is not None:
            options["like"] = self.find(like)
        return self._finder.find(query, options)

    def picture(self, reference: str, page: int, mark: str | None = None) -> Image:
        """A page as it looks, upright, with what answers the query `mark` framed.

        Raises:
            UsageError: There is no such page, or the kind of document has no page images.
        """
        from ..picture import draw

        document = self.document(reference)
        return draw(self.originals.path(document.source.sha256), document, page, mark)

    # Taking care

    def faults(self, *, read_data: bool = False) -> Iterator[str]:
        """Everything that contradicts what the archive promises, a sentence each; nothing when all is well.

        Args:
            read_data: Also read every original again and compare its hash.
        """
        return verification.faults(self.store, self.originals, self.index, read_data=read_data)

    def unfinished(self) -> Iterator[str]:
        """What a load that is going on, or was cut off, has still to do, a sentence each."""
        return verification.unfinished(self.store, self.originals, self.index)
