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


def walk(paths: Iterable[Path], archive: Path) -> Iterator[tuple[Input, AvtalsarkivError | None]]:
    """Every file under the paths in a stable order, with the reason where it cannot be taken.

    A folder given may be a link; below it links are not followed, so that neither a loop nor a way out of the folder
    loads what nobody asked for. The archive's own folder is passed over. What is given twice comes once.
    """
    seen: set[str] = set()
    for path in paths:
        for entry, error in _below(path.absolute(), archive.absolute()):
            source = Input.of(entry)
            if source.shown not in seen:
                seen.add(source.shown)
                yield source, error


def _below(given: Path, archive: Path) -> Iterator[tuple[Path, AvtalsarkivError | None]]:
    """A file itself, or everything below a folder, depth first, sorted by the names' bytes."""
    ahead = [given]
    while ahead:
        path = ahead.pop()
        if path == archive:
            continue
        if not (path.is_dir() if path == given else _is_real_folder(path)):
            yield path, _objection(path)
            continue
        try:
            ahead += sorted(path.iterdir(), key=lambda entry: os.fsencode(entry.name), reverse=True)
        except OSError as error:
            yield path, UnreadableFile(f"is a folder that cannot be listed ({error.strerror}); give read permission")


def _is_real_folder(path: Path) -> bool:
    try:
        return stat.S_ISDIR(path.lstat().st_mode)
    except OSError:
        return False


def _objection(path: Path) -> AvtalsarkivError | None:
    if path.name in _SYSTEM_FILES or path.name.startswith(_LOCK_PREFIXES):
        return IgnoredFile("is a file of the operating system or of an open editor, and no document")
    return None
