"""The search engine as the archive sees it. Whoosh is loaded only when something is written or looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..corpus.answers import NO_ANSWER, Answer, Change, Question
from ..corpus.ports import Fetch
from .searching.weights import WEIGHTS, Weights
from .writing.generations import Generation, Generations

if TYPE_CHECKING:
    from .searching.opening import Opened


class WhooshIndex:
    """An index of pages in a folder of its own: a cache, built from the store alone.

    Args:
        folder: Made when something is written.
        key: With which the index is signed; nobody else may know it.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._generations = Generations(folder, key)

    @property
    def through(self) -> int:
        """As of `Indexer`, as are the others."""
        found = self._generations.in_use()
        return found.through if isinstance(found, Generation) else 0

    @property
    def fault(self) -> str | None:
        """Why there is none that can be used."""
        found = self._generations.in_use()
        return None if isinstance(found, Generation) else found

    def update(self, changes: Iterable[Change], through: int) -> None:
        """Replace or remove documents."""
        self._generations.update(changes, through)

    def rebuild(
        self,
        documents: Sequence[str],
        fetch: Fetch,
        through: int,
        *,
        jobs: int | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Build the index anew."""
        from .writing.building import build

        def built(folder: Path) -> None:
            build(folder, documents, fetch, jobs=jobs, progress=progress)

        self._generations.rebuild(built, through)

    def search(self, question: Question, weights: Weights = WEIGHTS) -> Answer:
        """The pages that fit the question; nothing, where nothing is indexed yet."""
        from .searching.answering import answer

        snapshot = self._opened.snapshot()
        return answer(snapshot, question, weights) if snapshot else NO_ANSWER

    def documents(self) -> frozenset[str]:
        """The ids of all documents that can be found."""
        snapshot = self._opened.snapshot()
        return snapshot.ids() if snapshot else frozenset()

    def pages(self) -> int:
        """How many pages can be found."""
        snapshot = self._opened.snapshot()
        return snapshot.page_count() if snapshot else 0

    def clear(self) -> None:
        """Forget everything."""
        self._generations.clear()

    @cached_property
    def _opened(self) -> Opened:
        from .searching.opening import Opened

        return Opened(self._folder, self._generations.in_use)
