"""How far the index has come: a small file beside it, written only when everything before it is on the disk."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

NAME: Final = "stamp.json"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What an index says about itself."""

    version: str
    """The version of fields, analysis and word lists that it was built with."""
    through: int
    """The store's revision up to which it is whole."""


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp in a folder, None where there is none that can be read."""
    try:
        return Stamp(**json.loads((folder / NAME).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Put a stamp in the place of the old one; a power cut leaves one or the other."""
    draft = folder / f"{NAME}.new"
    draft.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    sync(draft)
    draft.replace(folder / NAME)
    sync(folder)


def remove_stamp(folder: Path) -> None:
    """Say that the index is not to be used."""
    if folder.exists():
        (folder / NAME).unlink(missing_ok=True)
        sync(folder)


def sync(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
