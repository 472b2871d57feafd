"""The places where another implementation can be put, each with two already (a fake in the tests counts)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from .answers import Answer, Change, Question
from .facts import Extraction
from .model import Document, Draft, Known, Page, Repair

Fetch = Callable[[Sequence[str]], Iterable[Change]]
"""Gets documents by their ids, one at a time, in any process: it can be pickled."""

P = ParamSpec("P")
R = TypeVar("R")


class Reader(Protocol):
    """Turns a file of one kind into a draft; one function for each media type."""

    def __call__(self, path: Path) -> Draft:
        """Read the file.

        Raises:
            UnreadableFile: With a sentence that says what is wrong with the file and what to do.
        """
        ...


class Recognizer(Protocol):
    """Reads pages from their pictures."""

    def __call__(self, path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
        """The same pages, in the same order, with the text that stands on their pictures.

        A page that cannot be read in time, or at all, comes back still waiting, with the cause as its quality's reason.
        """
        ...


class Repairer(Protocol):
    """Restores the letters that were lost when a page was read."""

    def __call__(self, pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
        """The repairs of each page of one document, made and suggested, in the order of the text; none overlap.

        The pages' texts are never changed, and any text is taken: it raises nothing.
        """
        ...


class Extractor(Protocol):
    """Finds what a document says: parties, amounts, dates, decisions."""

    def __call__(self, document: Document) -> Extraction:
        """All that it says, each with its place in the text as seen. Any text is taken: it raises nothing."""
        ...


class Runner(Protocol):
    """Does work somewhere: in this process, in worker processes, on a cluster. Safe to call from several threads."""

    jobs: int
    """How many tasks are carried out side by side."""

    def run(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry out one task and wait for it.

        Raises:
            UnreadableFile: The task's process died, or needed more time or memory than a task may have.
            Stopped: The runner was closed.
        """
        ...

    def start(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        """Begin a task beside others. What is returned waits for its result when called, and raises as `run` does."""
        ...

    def close(self) -> None:
        """Stop at once, tasks under way included; a second time does nothing."""
        ...


class Watcher(Protocol):
    """Is told how far a load has come, from several threads."""

    def expect(self, inputs: int) -> None:
        """So many inputs were found."""
        ...

    def recognised(self, path: Path, pages: int, of: int) -> None:
        """So many of the pages of a file that are read from pictures have been; the file is the archive's copy."""
        ...


class Unwatched:
    """A watcher that does not look."""

    def expect(self, inputs: int) -> None:
        """Take no notice."""

    def recognised(self, path: Path, pages: int, of: int) -> None:
        """Take no notice."""


class Indexer(Protocol):
    """Finds pages by their words. It holds nothing that cannot be built again from the store.

    Not for several threads at once to write to; any number may search meanwhile.
    """

    @property
    def through(self) -> int:
        """The store's revision up to which the index is whole; 0 where there is none, or one that cannot be used."""
        ...

    @property
    def fault(self) -> str | None:
        """Why there is none that can be used, in words to follow "the search index cannot be used: "; else None."""
        ...

    def update(self, changes: Iterable[Change], through: int) -> None:
        """Replace or remove the documents, each given once; where `through` was 0, begin from nothing.

        The index is on disk when this returns. Interrupted, it leaves `through` as it was, and the same call does it.

        Raises:
            ArchiveBusy: Another process is writing to the index.
            ArchiveDamaged: What is there already cannot be read; the message says how it is built again.
            CannotWrite: No permission, or the disk is full.
        """
        ...

    def rebuild(
        self,
        documents: Sequence[str],
        fetch: Fetch,
        through: int,
        *,
        jobs: int | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Build the index anew; what there was answers until the new one is whole, and stays where that fails.

        Args:
            documents: The ids of all that are to be found.
            fetch: Gets them.
            through: The store's revision up to which they are whole.
            jobs: Worker processes; None for one a core, where there is enough to do.
            progress: Is told how many documents are done, now and then.

        Raises as `update` does.
        """
        ...

    def search(self, question: Question) -> Answer:
        """The pages that fit the question. Every text is a question; none is an error.

        Raises:
            ArchiveDamaged: The index cannot be read; the message says how it is built again.
        """
        ...

    def documents(self) -> frozenset[str]:
        """The ids of all documents that can be found."""
        ...

    def pages(self) -> int:
        """How many pages can be found."""
        ...

    def clear(self) -> None:
        """Forget everything."""
        ...
