"""The search engine as the archive sees it. Whoosh is loaded only when something is written or looked for."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from ..corpus.answers import NO_ANSWER, Answer, Change, Question
from ..corpus.errors import CannotWrite
from .stamp import NAME as STAMP
from .stamp import Stamp, read_stamp, remove_stamp, write_stamp

if TYPE_CHECKING:
    from .searching.opening import Opened
    from .searching.snapshot import Snapshot

_Asked = TypeVar("_Asked")

VERSION: Final = "6"
"""Changes with everything that makes older indexes useless: fields, analysis, word lists."""
_PRIVATE: Final = 0o700
"""Whoosh's files hold pickles, which are only safe where nobody else can write."""
_OTHERS_MAY_WRITE: Final = 0o022
_PAGES: Final = "pages"
_LOOKS: Final = 3


class WhooshIndex:
    """An index of pages in a folder of its own: a cache, built from the store alone."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pages = folder / _PAGES
        self._opened: Opened | None = None

    @property
    def through(self) -> int:
        """The store's revision up to which the index is whole; 0 where there is none, or one of another version."""
        stamp = read_stamp(self._folder)
        return stamp.through if stamp and stamp.version == VERSION and self._trusted() else 0

    def update(self, changes: Iterable[Change], through: int) -> None:
        """Replace or remove documents, each given once; where `through` was 0, begin from nothing.

        The pages are committed before the stamp is written, so that an interrupted update is simply done again.

        Raises:
            ArchiveBusy: Another process is writing to the index.
            ArchiveDamaged: What is there already cannot be read.
            CannotWrite: No permission, or the disk is full.
        """
        from .writer import apply

        if not self.through:
            self._begin()
        try:
            apply(self._pages, changes)
            write_stamp(self._folder, Stamp(VERSION, through))
        except OSError as error:
            raise self._cannot_write(error) from error

    def search(self, question: Question) -> Answer:
        """The pages that fit the question; nothing, where nothing is indexed yet.

        Raises:
            ArchiveDamaged: The index cannot be read.
        """
        from .searching.answering import answer

        return self._asked(lambda snapshot: answer(snapshot, question), NO_ANSWER)

    def documents(self) -> frozenset[str]:
        """The ids of all documents that can be found."""
        return self._asked(lambda snapshot: snapshot.ids(), frozenset())

    def pages(self) -> int:
        """How many pages can be found."""
        return self._asked(lambda snapshot: snapshot.page_count(), 0)

    def clear(self) -> None:
        """Forget everything.

        Raises:
            CannotWrite: No permission.
        """
        try:
            remove_stamp(self._folder)
            if self._pages.exists():
                shutil.rmtree(self._pages)
        except OSError as error:
            raise self._cannot_write(error) from error

    def _asked(self, ask: Callable[[Snapshot], _Asked], otherwise: _Asked) -> _Asked:
        """What the index says as it is now; the other where there is none."""
        if not self.through:
            return otherwise
        from .searching.opening import Opened

        self._opened = self._opened or Opened()
        return ask(self._opened.snapshot(self._folder / STAMP, lambda: self._pages))

    def _trusted(self) -> bool:
        """Are the pages there, and could nobody else have written them?"""
        # A listing may miss the file that takes the place of another while it is made.
        there = any(any(self._pages.glob("*.toc")) for _ in range(_LOOKS))
        return there and not self._pages.stat().st_mode & _OTHERS_MAY_WRITE

    def _begin(self) -> None:
        from .writer import create

        self.clear()
        try:
            self._pages.mkdir(mode=_PRIVATE, parents=True)
            self._folder.chmod(_PRIVATE)
            create(self._pages)
        except OSError as error:
            raise self._cannot_write(error) from error

    def _cannot_write(self, error: OSError) -> CannotWrite:
        return CannotWrite(f"the search index in {self._folder} cannot be written: {error.strerror or error}")
