"""What an index says of itself: a small file, signed, that names the generation in use.

Whoosh's files hold pickles, and who opens a pickle runs what it says. So nothing of them is opened before the stamp's
digest fits, made with a key that only the archive's own database holds.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from ...corpus.errors import ArchiveDamaged

NAME: Final = "stamp.json"
_TOC: Final = ".toc"
"""How the name of Whoosh's table of contents ends."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known of a whole index."""

    version: str
    """What makes its keys: another where fields, analysis or word lists are others."""
    generation: str
    """The name of its folder."""
    through: int
    """The store's revision up to which it is whole."""
    files: Mapping[str, int]
    """Its files with their sizes in bytes."""
    digest: str = ""
    """HMAC-SHA256 over all this and the table of contents, hexadecimal."""

    def signed(self, folder: Path, key: bytes) -> Stamp:
        """The stamp with its digest, for what stands in a folder."""
        return replace(self, digest=self._digest(folder, key))

    def fits(self, folder: Path, key: bytes) -> bool:
        """Is this what was written by who has the key? Raises OSError where a table of contents cannot be read."""
        return hmac.compare_digest(self.digest, self._digest(folder, key))

    def is_whole(self, folder: Path) -> bool:
        """Are all files there, with the sizes that they had?"""
        return sizes(folder) == self.files

    def _digest(self, folder: Path, key: bytes) -> str:
        said = json.dumps(asdict(replace(self, digest="")), sort_keys=True).encode()
        tables = [(folder / name).read_bytes() for name in sorted(self.files) if name.endswith(_TOC)]
        return hmac.digest(key, b"\0".join([said, *tables]), "sha256").hex()


def sizes(folder: Path) -> dict[str, int]:
    """The files in a folder with their sizes in bytes."""
    with os.scandir(folder) as found:
        return {one.name: one.stat().st_size for one in found if one.is_file()}


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp in a folder, None where it cannot be read; raises FileNotFoundError where there is none."""
    data = (folder / NAME).read_bytes()
    try:
        stamp = Stamp(**json.loads(data))
    except (ValueError, TypeError):
        return None
    return stamp if _is_sound(stamp) else None


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Put a stamp in the place of the old one; a power cut leaves one or the other."""
    draft = folder / f"{NAME}.new"
    draft.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
    sync(draft)
    draft.replace(folder / NAME)
    sync(folder)


def unreadable(error: Exception) -> ArchiveDamaged:
    """What to tell when an index that the stamp says is whole cannot be read."""
    return ArchiveDamaged(f"the search index cannot be read ({error!r}); `avtalsarkiv reindex` builds it again")


def sync(path: Path) -> None:
    """Wait until a file, or a folder's list of files, is on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_sound(stamp: Stamp) -> bool:
    """Are its values such as they should be? It is not known yet who has written it."""
    texts = (stamp.version, stamp.generation, stamp.digest)
    return (
        all(isinstance(text, str) and text.isascii() for text in texts)
        and isinstance(stamp.through, int)
        and isinstance(stamp.files, dict)
        and Path(stamp.generation).name == stamp.generation
        and all(Path(name).name == name for name in stamp.files)
    )
