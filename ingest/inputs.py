"""What was given to be loaded: files and folders become a list of inputs, each accounted for."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from ..corpus.errors import AvtalsarkivError, UnreadableFile
from ..corpus.model import Input

_SYSTEM_FILES: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_LOCK_PREFIXES: Final = ("~$", ".~lock.")  # what Word and LibreOffice lay beside a document that is open


class IgnoredFile(AvtalsarkivError):
    """An input that is none, such as a folder's thumbnails."""


def walk(paths: Iterable[str | Path], archive: Path) -> Iterator[tuple[Input, AvtalsarkivError | None]]:
    """Every file under the paths in a stable order, with the reason where it cannot be taken.

    A folder given may be a link; below it links are not followed, so that neither a loop nor a way out of the folder
    loads what nobody asked for. The archive's own folder is passed over. What is given twice comes once.
    """
    seen: set[str] = set()
    own = _identity(archive)
    for path in paths:
        for entry, error in _below(Path(path).absolute(), own):
            source = Input.of(entry)
            if source.shown not in seen:
                seen.add(source.shown)
                yield source, error


def _below(given: Path, own: tuple[int, int] | None) -> Iterator[tuple[Path, AvtalsarkivError | None]]:
    """A file itself, or everything below a folder, depth first, sorted by the names' bytes."""
    ahead = [given]
    while ahead:
        path = ahead.pop()
        if not _is_folder(path, follow=path == given):
            yield path, _objection(path)
            continue
        if own and _identity(path) == own:
            continue
        try:
            ahead += sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield path, UnreadableFile(f"is a folder that cannot be listed ({error.strerror}); give read permission")


def _is_folder(path: Path, *, follow: bool) -> bool:
    try:
        return stat.S_ISDIR(path.stat(follow_symlinks=follow).st_mode)
    except OSError:
        return False  # whoever opens it will be told why


def _identity(folder: Path) -> tuple[int, int] | None:
    """The folder itself, whatever way leads to it."""
    try:
        found = folder.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _objection(path: Path) -> AvtalsarkivError | None:
    if path.name in _SYSTEM_FILES or path.name.startswith(_LOCK_PREFIXES):
        return IgnoredFile("is a file of the operating system or of an open editor, and no document")
    return None
