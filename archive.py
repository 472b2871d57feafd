"""The archive: the one place where files, store, ingest and index meet. What `avtalsarkiv.open()` returns."""

from __future__ import annotations

import datetime as dt
import getpass
from collections.abc import Generator, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self, Unpack

from . import __version__, auditing, correcting, deciding, registering, verification
from .auditing import Noted
from .corpus.errors import ArchiveDamaged, CannotWrite, UsageError
from .corpus.files import Originals
from .corpus.kept import Kept
from .corpus.lock import exclusive
from .corpus.model import Document, Input, Outcome, Standing
from .corpus.ports import Unwatched, Watcher
from .corpus.store import FILE_NAME, Store
from .corpus.terms import Duration
from .deciding import Placed
from .finding import Finder, Found
from .registering import Registered
from .selection import Options
from .stating import Choice, Stated, Statements

if TYPE_CHECKING:
    from PIL.Image import Image

    from .corpus.ports import Indexer

UNWATCHED: Final = Unwatched()


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
    def extract_version(self) -> str:
        """What tells what this program extracts from what another version did."""
        from .ingest.extracting import version_of

        return version_of(__version__)

    @cached_property
    def statements(self) -> Statements:
        """What the documents state."""
        return Statements(self.store, self.index)

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
        from . import loading

        return loading.ingest(self.store, self.originals, self.index, paths, jobs=jobs, ocr=ocr, watcher=watcher)

    def preview(self, paths: Iterable[str | Path], *, jobs: int | None = None, ocr: str = "auto") -> Generator[Outcome]:
        """What `ingest` would do: files are read, but no page is recognised and nothing is kept."""
        from . import loading

        return loading.preview(self.originals, __version__, paths, jobs=jobs, ocr=ocr, watcher=UNWATCHED)

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
        from . import loading

        return loading.retry(
            self.store, self.originals, self.index, everything=everything, jobs=jobs, watcher=watcher
        )  # fmt: skip

    def repair_again(
        self,
        *,
        jobs: int | None = None,
        everything: bool = False,
        watcher: Watcher = UNWATCHED,
    ) -> Generator[Outcome]:
        """Repair the stored pages again by what is known now, what was decided on top; nothing is read again.

        Args:
            jobs: Worker processes; None for one a core.
            everything: All documents; else those that came damaged, of which anything was repaired or suggested, or
                that were last repaired by another version of the program or of its model.
            watcher: Is told how many documents there are.

        Raises as `ingest` does.
        """
        from . import loading

        return loading.repair_again(
            self.store, self.originals, self.index, everything=everything, jobs=jobs, watcher=watcher
        )  # fmt: skip

    def extract_again(
        self,
        *,
        jobs: int | None = None,
        everything: bool = False,
        watcher: Watcher = UNWATCHED,
    ) -> Generator[Outcome]:
        """Extract facts again from the stored pages; what people said of facts stays, nothing is read again.

        Args:
            jobs: Worker processes; None for one a core.
            everything: All documents; else those that another version of the program or its rules extracted, or none.
            watcher: Is told how many documents there are.

        Raises as `ingest` does.
        """
        from . import loading

        return loading.extract_again(
            self.store, self.originals, self.index, everything=everything, jobs=jobs, watcher=watcher
        )  # fmt: skip

    def reindex(self) -> int:
        """Build the search index anew from the store. Returns how many documents it holds."""
        from . import loading

        with exclusive(self.directory):
            self.index.clear()
            loading.follow(self.index, self.store)
            return len(self.index.documents())

    # Repairs

    def decide(self, references: Iterable[str], standing: Standing, *, everywhere: bool = False) -> int:
        """Accept or reject repairs and suggestions; what was decided outlives every repair to come.

        Args:
            references: DOCUMENT:OFFSET, the offset in the document's text as seen.
            standing: ACCEPTED or REJECTED; a repair that was made and is rejected is undone.
            everywhere: All repairs alike, of all documents, now and later.

        Returns how many documents read otherwise now.

        Raises:
            UsageError: Nothing was repaired or suggested there.
            ArchiveBusy: Another process is writing.
        """
        from . import loading

        with exclusive(self.directory):
            changed = deciding.decide(self.store, [*self._named(references)], standing, everywhere=everywhere)
            loading.follow(self.index, self.store)
        return changed

    def repair(self, reference: str) -> Placed:
        """The repair or suggestion that DOCUMENT:OFFSET names; raises UsageError."""
        [place] = self._named([reference])
        return place

    def _named(self, references: Iterable[str]) -> Iterator[Placed]:
        """The repairs that references name, document by document, so that each is read once."""
        places = sorted(map(deciding.place_of, references))
        for name, offsets in groupby(places, key=itemgetter(0)):
            document = self.document(name)
            for _, offset in offsets:
                yield deciding.at(document, offset)

    def repairs(self, reference: str) -> Iterator[Placed]:
        """All repairs and suggestions of a document, in the order of its text; raises UsageError."""
        return deciding.placed(self.document(reference))

    def suggestions(self, *, unmask: bool = False) -> Iterator[tuple[Placed, int]]:
        """What awaits a decision, the most frequent first: the first of those alike, and how many they are."""
        return deciding.pending(self.store, unmask=unmask)

    def words(self) -> tuple[str, ...]:
        """The words that were added to the archive's own, sorted."""
        return self.store.words()

    def add_words(self, words: Iterable[str]) -> None:
        """Add words to the archive's own: each is right wherever it stands. Raises UsageError for what is no word."""
        with exclusive(self.directory):
            self.store.add_words([*map(deciding.word_of, words)])

    def remove_words(self, words: Iterable[str]) -> None:
        """Take words from the archive's own; raises UsageError for one that is not there."""
        with exclusive(self.directory):
            known = self.store.words()
            gone = [*map(deciding.word_of, words)]
            for word in gone:
                if word not in known:
                    raise UsageError(f"{word}: is not among the archive's words; `repair --words` lists them")
            self.store.remove_words(gone)

    # Finding and reading

    def search(self, query: str, **options: Unpack[Options]) -> Found:
        """The pages that answer a query, best first; `selection.Options` lists what can be chosen.

        Raises:
            ArchiveDamaged: The index cannot be read; `reindex` builds it again.
        """
        return self._finder.find(query, options)

    def facts(self, **choice: Unpack[Choice]) -> Iterator[Stated]:
        """What the documents state, one at a time with its facts; `stating.Choice` lists what can be chosen.

        Raises:
            UsageError: An amount to choose by is no number.
        """
        return self.statements.of(choice)

    def agreements(
        self, *, expiring: str | None = None, as_of: dt.date | None = None, **choice: Unpack[Choice]
    ) -> Iterator[Registered]:
        """The register of agreements of the documents chosen, then those that are named in them and not held.

        Args:
            expiring: An ISO 8601 duration, "P12M": only those whose term ends within it.
            as_of: The day that this and `in_force` count from; None for today.
            choice: Which documents.

        Raises:
            ValueError: `expiring` is no duration.
        """
        within = None if expiring is None else Duration.of(expiring)
        found = registering.registered(self.store, self.statements, choice, as_of or dt.date.today())
        return (one for one in found if within is None or one.runs_out(within))

    def findings(self, **choice: Unpack[Choice]) -> Iterator[Noted]:
        """What somebody should look at in the documents chosen: contradictions, and corrections that fit nothing."""
        return auditing.noted(self.store, self.statements, choice)

    def cuttings(self, document: Document, facts: Sequence[Kept]) -> dict[str, bytes]:
        """The places of facts of a document, cut out of its page images, as JPEGs by the facts' ids."""
        from .cuttings import cuttings

        return cuttings(self.originals.path(document.source.sha256), document, facts)

    def correct(self, reference: str, given: Iterable[str], *, who: str | None = None) -> Kept:
        """Note what a person says of a fact; it outlives every extraction to come.

        Args:
            reference: The fact's id.
            given: `field=value`; or `state=confirmed`, `state=rejected`, or `state=extracted`, which takes back what
                was said.
            who: Who says so; None for the user who runs the program.

        Returns the fact as it is from now on.

        Raises:
            UsageError: No fact has the id, or a value is none that its field may have.
            ArchiveBusy: Another process is writing.
        """
        with exclusive(self.directory):
            return correcting.said(self.store, reference, given, who or getpass.getuser())

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
