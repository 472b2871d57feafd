"""The archive: the one place where files, store, ingest and index meet. What `avtalsarkiv.open()` returns."""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, Unpack

from . import __version__, verification
from .corpus.answers import Change
from .corpus.errors import ArchiveDamaged, CannotWrite
from .corpus.files import Originals
from .corpus.lock import exclusive
from .corpus.model import Document, Input, Outcome, OutcomeKind
from .corpus.ports import Unwatched, Watcher
from .corpus.store import FILE_NAME, Store
from .finding import Finder, Found
from .selection import Options

if TYPE_CHECKING:
    from PIL.Image import Image

    from .corpus.ports import Indexer
    from .ingest.pipeline import Pipeline

UNWATCHED: Final = Unwatched()
_INDEX_SECONDS: Final = 30
"""How long a loaded document may have to wait until it is found, while a load goes on."""


class Archive:
    """One archive folder.

    Args:
        directory: Made when there is none. Several processes may read it; one at a time may write.

    Raises:
        CannotWrite: The folder cannot be made or opened.
        ArchiveDamaged: Its database is no whole database.
    """

    def __init__(self, directory: str | Path) -> None:
        self.directory = Path(directory).absolute()
        try:
            # Others' agreements may hold secrets: the folder is its owner's unless he opens it.
            self.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWrite(f"{directory}: cannot be made ({error.strerror}); choose another place") from error
        self.originals = Originals(self.directory)
        self._check_whole()
        self.store = Store(self.directory, __version__, create=True)

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
        from .index.engine import WhooshIndex

        return WhooshIndex(self.directory / "index")

    @cached_property
    def _finder(self) -> Finder:
        return Finder(self.store, self.index)

    def close(self) -> None:
        """Close the database."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

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
        from .ingest.inputs import walk
        from .ingest.load import Load

        with self._pipeline(jobs, ocr, watcher) as pipeline:
            inputs = list(walk(paths, self.directory))
            watcher.expect(len(inputs))
            self._forget_opened_folders()
            with closing(Load(self.store, self.originals, pipeline).run(inputs)) as outcomes:
                yield from self._indexed(outcomes)

    def preview(self, paths: Iterable[str | Path], *, jobs: int | None = None, ocr: str = "auto") -> Generator[Outcome]:
        """What `ingest` would do: files are read, but no page is recognised and nothing is kept."""
        from .ingest.inputs import walk
        from .ingest.rehearsal import rehearsed

        with (
            self._pipeline(jobs, ocr) as pipeline,
            rehearsed(self.directory, __version__, pipeline) as load,
            closing(load.run(walk(paths, self.directory))) as outcomes,
        ):
            yield from outcomes

    def retry(
        self,
        *,
        jobs: int | None = None,
        everything: bool = False,
        watcher: Watcher = UNWATCHED,
    ) -> Generator[Outcome]:
        """Run again what waits for OCR or was rejected; with `everything`, also what was loaded with warnings.

        Raises as `ingest` does.
        """
        from .ingest.load import Load

        with self._pipeline(jobs, "auto", watcher) as pipeline:
            chosen = list(self._to_retry(everything=everything))
            watcher.expect(len(chosen))
            with closing(Load(self.store, self.originals, pipeline, again=True).retry(chosen)) as outcomes:
                yield from self._indexed(outcomes)

    def _forget_opened_folders(self) -> None:
        """A folder that could not be listed is an input that needs a hand; once it can be, its files are the inputs."""
        for source, _ in self.store.outcomes([OutcomeKind.REJECTED]):
            if source.path.is_dir() and os.access(source.path, os.R_OK | os.X_OK):
                self.store.forget(source)

    def _to_retry(self, *, everything: bool) -> Iterator[tuple[Input, Outcome]]:
        """Chosen by what is the matter now, whatever a later load said of another copy; each document once."""
        waiting, met = set(self.store.waiting()), set[str | None]()
        for source, outcome in self.store.outcomes():
            warned = everything and outcome.kind is OutcomeKind.WARNING
            wanted = outcome.kind is OutcomeKind.REJECTED or outcome.document in waiting or warned
            if wanted and (outcome.document is None or outcome.document not in met):
                met.add(outcome.document)
                yield source, outcome

    def reindex(self) -> int:
        """Build the search index anew from the store. Returns how many documents it holds."""
        with exclusive(self.directory):
            self.index.clear()
            self._follow()
            return len(self.index.documents())

    @contextmanager
    def _pipeline(self, jobs: int | None, ocr: str, watcher: Watcher = UNWATCHED) -> Iterator[Pipeline]:
        """What turns files into drafts, with the archive held for writing."""
        from .ingest import ocr as recognition
        from .ingest import readers
        from .ingest.pipeline import OcrPolicy, Pipeline
        from .ingest.runners.processes import ProcessRunner

        policy = OcrPolicy(ocr)
        caveats = () if policy is OcrPolicy.NEVER else recognition.check_installed()
        with exclusive(self.directory):
            self.originals.prepare()
            runner = ProcessRunner(jobs, self.originals.incoming)
            try:
                yield Pipeline(runner, readers.read, recognition.recognize, recognition.BATCH, policy, watcher, caveats)
            finally:
                runner.close()

    def _indexed(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, while the index follows the store, from where a run that was cut off left it."""
        due = time.monotonic() + _INDEX_SECONDS
        try:
            for outcome in outcomes:
                yield outcome
                if time.monotonic() > due:
                    self._follow()
                    due = time.monotonic() + _INDEX_SECONDS
        finally:
            self._follow()

    def _follow(self) -> None:
        """Bring the index to where the store is."""
        since, through = self.index.through, self.store.revision
        if since > through:  # the store was put back from a backup: the index knows what is no longer there
            self.index.clear()
            since = 0
        if since != through:
            self.index.update((Change(*change) for change in self.store.changes(since)), through)

    # Finding and reading

    def search(self, query: str, **options: Unpack[Options]) -> Found:
        """The pages that answer a query, best first; `selection.Options` lists what can be chosen.

        Raises:
            ArchiveDamaged: The index cannot be read; `reindex` builds it again.
        """
        return self._finder.find(query, options)

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

    def picture(self, reference: str, page: int, mark: str | None = None) -> Image:
        """A page as it looks, upright, with what answers the query `mark` framed.

        Raises:
            UsageError: There is no such page, or the kind of document has no page images.
        """
        from .picture import draw

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
