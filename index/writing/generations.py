"""The folder of the index: its generations, of which the stamp names the one in use.

A generation is never changed. Every update makes a new one beside it, that shares the files of the segments that stay,
and then the stamp names that: so who reads has always a whole one, and what is cut off has changed nothing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, NamedTuple

from ...corpus.answers import Change
from ...corpus.errors import CannotWrite
from ...corpus.lock import exclusive
from .stamp import NAME, Stamp, read_stamp, sizes, sync, write_stamp
from .version import version

_PRIVATE: Final = 0o700
_OTHERS_MAY_WRITE: Final = 0o022
_PREFIX: Final = "pages-"
_LOOKS: Final = 3
"""At the stamp: what it names may be gone, when another process names the next one just then."""


class Generation(NamedTuple):
    """A whole index, as it was after one commit."""

    folder: Path
    through: int
    """The store's revision up to which it is whole."""


class Generations:
    """The generations of one index.

    Args:
        folder: The index's own; made with the first of them.
        key: With which the stamp is signed; nobody else may know it.
    """

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder
        self._key = key

    def in_use(self) -> Generation | str:
        """The generation to be read; or, in words, why there is none that may be."""
        for _ in range(_LOOKS):
            found = self._look()
            if isinstance(found, Generation):
                break
        return found

    def update(self, changes: Iterable[Change], through: int) -> None:
        """Replace or remove documents, each given once; begin from nothing where there is none in use.

        Raises:
            ArchiveBusy: Another process is writing to the index.
            ArchiveDamaged: What is there already cannot be read.
            CannotWrite: No permission, or the disk is full.
        """
        from .writer import apply

        self._put(lambda folder: apply(folder, changes), through, begun=self._begin)

    def rebuild(self, build: Callable[[Path], None], through: int) -> None:
        """Take a new index in use that is built in an empty folder; the old one answers until it is whole.

        Raises as `update` does, and whatever `build` does.
        """
        self._put(build, through, begun=lambda _: None)

    def clear(self) -> None:
        """Forget everything.

        Raises:
            ArchiveBusy: Another process is writing to the index.
            CannotWrite: No permission.
        """
        if self._folder.exists():
            with self._writing():
                (self._folder / NAME).unlink(missing_ok=True)
                sync(self._folder)
                self._sweep()

    def _look(self) -> Generation | str:
        """What the stamp names, where it can be trusted. Nothing is opened of what it names but to compare bytes."""
        try:
            stamp = read_stamp(self._folder)
        except OSError:
            return "there is none"
        if stamp is None:
            return "its stamp cannot be read"
        if stamp.version != version():
            return "it was built by another version of the program, or with other word lists"
        folder = self._folder / stamp.generation
        try:
            return self._fault(stamp, folder) or Generation(folder, stamp.through)
        except OSError:
            return "files of it are missing"

    def _fault(self, stamp: Stamp, folder: Path) -> str | None:
        if any(path.stat().st_mode & _OTHERS_MAY_WRITE for path in (self._folder, folder)):
            return "others may write to its folder"
        if not stamp.is_whole(folder):
            return "files of it are missing or cut off"
        return None if stamp.fits(folder, self._key) else "it is not as this archive has written it"

    def _put(self, fill: Callable[[Path], None], through: int, *, begun: Callable[[Path], None]) -> None:
        """Make the next generation and take it in use."""
        with self._writing():
            self._sweep()
            folder = self._next()
            folder.mkdir(mode=_PRIVATE)
            try:
                begun(folder)
                shared = sizes(folder)
                fill(folder)
                _settle(folder, shared)
                stamp = Stamp(version(), folder.name, through, sizes(folder))
                write_stamp(self._folder, stamp.signed(folder, self._key))
            finally:
                self._sweep()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """The folder held for writing; what the system says of it is told in a sentence."""
        try:
            self._folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
            with exclusive(self._folder):
                self._close_to_others()
                yield
        except OSError as error:
            said = error.strerror or error
            raise CannotWrite(f"the search index in {self._folder} cannot be written: {said}") from error

    def _close_to_others(self) -> None:
        """What stood open to others is not trusted afterwards either."""
        if self._folder.stat().st_mode & _OTHERS_MAY_WRITE:
            (self._folder / NAME).unlink(missing_ok=True)
            self._folder.chmod(_PRIVATE)

    def _begin(self, folder: Path) -> None:
        """The files of the generation in use, so that a new one is made of them; else those of an empty index."""
        from .writer import create

        now = self.in_use()
        if isinstance(now, Generation):
            for name in sizes(now.folder):
                _share(now.folder / name, folder / name)
        else:
            create(folder)

    def _next(self) -> Path:
        numbers = (path.name.removeprefix(_PREFIX) for path in self._folder.glob(f"{_PREFIX}*"))
        return self._folder / f"{_PREFIX}{max((int(one) for one in numbers if one.isdecimal()), default=0) + 1}"

    def _sweep(self) -> None:
        """Remove what no stamp names: older generations, and what is left of those that were cut off."""
        try:
            stamp = read_stamp(self._folder)
        except OSError:
            stamp = None
        for path in self._folder.iterdir():
            if path.is_dir() and not (stamp and path.name == stamp.generation):
                shutil.rmtree(path)


def _share(file: Path, other: Path) -> None:
    """The same file in another folder: Whoosh never changes one that it has written."""
    try:
        os.link(file, other)
    except OSError:  # not every file system can
        shutil.copyfile(file, other)


def _settle(folder: Path, settled: Iterable[str]) -> None:
    """Wait until the new files are on the disk."""
    for name in sizes(folder).keys() - set(settled):
        sync(folder / name)
    sync(folder)
