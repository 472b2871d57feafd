"""The originals, kept by the SHA-256 of their content, byte for byte.

A file comes in through `incoming/`: copied there, hashed and forced to disk, read from there, and only when its
record is ready renamed to its place, `originals/ab/abcd...`. So a file that changes, vanishes or lies about itself
while it is loaded cannot leave a false original, and a power cut leaves either the whole original or none.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from .errors import CannotWrite, UnreadableFile

_CHUNK: Final = 1 << 20
_READ_ONLY: Final = 0o444
_NO_FILE: Final = "is not a regular file (a pipe, device or socket); save its content to a file"


@dataclass(frozen=True, slots=True)
class Staged:
    """A copy in `incoming/`, whole and on disk, not yet an original."""

    path: Path
    sha256: str
    size: int


class Originals:
    """The folder of originals of one archive."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self._folder = archive / "originals"
        self.incoming = archive / "incoming"

    def prepare(self) -> None:
        """Make the folders, and clear away what a run that was cut off left in `incoming/`.

        Only the one process that holds the archive's lock may do this.
        """
        with _writing(self.incoming):
            shutil.rmtree(self.incoming, ignore_errors=True)
            self.incoming.mkdir(parents=True)
            self._folder.mkdir(exist_ok=True)
            _sync_folder(self._folder.parent)

    def path(self, sha256: str) -> Path:
        """Where the original with this content stands, or would stand."""
        return self._folder / sha256[:2] / sha256

    def stage(self, path: Path) -> Staged:
        """Copy a file into `incoming/`.

        Raises:
            UnreadableFile: It cannot be opened or read, or is no regular file.
            CannotWrite: The archive's disk is full or not writable.
        """
        with open_regular(path) as source:
            return self._stage(source)

    def stage_bytes(self, content: bytes) -> Staged:
        """Write content that came inside another file into `incoming/`; raises CannotWrite."""
        return self._stage(io.BytesIO(content))

    def keep(self, staged: Staged) -> None:
        """Make a staged copy an original: rename, then force the folder to disk. Doing it twice does no harm."""
        target = self.path(staged.sha256)
        with _writing(target):
            target.parent.mkdir(exist_ok=True)
            staged.path.chmod(_READ_ONLY)
            staged.path.rename(target)
            _sync_folder(target.parent)
            _sync_folder(self._folder)

    def discard(self, staged: Staged) -> None:
        """Remove a staged copy that was not needed."""
        staged.path.unlink(missing_ok=True)

    def any(self) -> bool:
        """Is there any original?"""
        return next(self._folder.glob("??/*"), None) is not None

    def has(self, sha256: str) -> bool:
        """Is the original with this content there?"""
        return self.path(sha256).exists()

    def hashes(self) -> Iterator[str]:
        """The names, that is the SHA-256, of all originals, sorted."""
        return (file.name for file in sorted(self._folder.glob("??/*")))

    def is_whole(self, sha256: str) -> bool:
        """Read an original again: can it be read, and does its content still have the hash it is kept by?"""
        try:
            with self.path(sha256).open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == sha256
        except OSError:
            return False

    def _stage(self, source: IO[bytes]) -> Staged:
        with _writing(self.incoming):
            handle, name = tempfile.mkstemp(dir=self.incoming)
            try:
                with os.fdopen(handle, "wb") as copy:
                    return _copied(source, copy, Path(name))
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise


def _copied(source: IO[bytes], copy: IO[bytes], path: Path) -> Staged:
    digest, size = hashlib.sha256(), 0
    for chunk in _chunks(source):
        digest.update(chunk)
        size += len(chunk)
        copy.write(chunk)
    copy.flush()
    os.fsync(copy.fileno())
    return Staged(path, digest.hexdigest(), size)


def sha256_of(path: Path) -> str:
    """The hash of a file's content; raises UnreadableFile as `Originals.stage` does."""
    digest = hashlib.sha256()
    with open_regular(path) as file:
        for chunk in _chunks(file):
            digest.update(chunk)
    return digest.hexdigest()


@contextmanager
def open_regular(path: Path) -> Iterator[IO[bytes]]:
    """Open a regular file for reading, without waiting on a pipe or following a link in its last step.

    Raises:
        UnreadableFile: With the reason and what to do.
    """
    try:
        # Opening a pipe that nobody writes to would wait for ever; the type is checked on what was really opened.
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError as error:
        raise UnreadableFile(_why_closed(error)) from error
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise UnreadableFile(_NO_FILE)
    with os.fdopen(handle, "rb") as file:
        yield file


def _why_closed(error: OSError) -> str:
    match error.errno:
        case errno.ENOENT:
            return "does not exist; check the spelling of the path"
        case errno.EACCES | errno.EPERM:
            return "may not be read by this user; give read permission and load it again"
        case errno.ELOOP:
            return "is a symbolic link; links are not followed, so load the file it points to"
        case errno.ENXIO:
            return _NO_FILE
        case _:
            return f"cannot be opened ({error.strerror})"


def _chunks(source: IO[bytes]) -> Iterator[bytes]:
    while True:
        try:
            chunk = source.read(_CHUNK)
        except OSError as error:
            raise UnreadableFile(f"cannot be read to its end ({error.strerror}); check the disk it is on") from error
        if not chunk:
            return
        yield chunk


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    """Tell the user in a sentence when the archive cannot be written."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(
            f"{path}: cannot be written ({error.strerror}); free space or choose another folder"
        ) from error


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
