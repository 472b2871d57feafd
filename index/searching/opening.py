"""Which snapshot of an index answers: the one in hand, or a new one where the index has changed since."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

from .damage import unreadable
from .snapshot import Snapshot

_ATTEMPTS: Final = 20
_PAUSE: Final = 0.05
"""Seconds before the next attempt: a commit needs less between naming its files and removing those before them."""

State = tuple[int, ...]
"""Of the file that says which index is in use: another one whenever it was written."""


class Opened:
    """The snapshot that was asked last. Safe for several threads: who still reads the one before may go on."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._state: State = ()
        self._snapshot: Snapshot | None = None

    def snapshot(self, stamp: Path, folder: Callable[[], Path]) -> Snapshot:
        """The index as it is now.

        Args:
            stamp: The file that is written anew with every change.
            folder: Says where the files of the index are; asked again for every attempt.

        Raises:
            ArchiveDamaged: It cannot be read.
        """
        with self._lock:
            state = _state(stamp)
            if self._snapshot is None or state != self._state:
                self._snapshot, self._state = _opened(folder), state
            return self._snapshot


def _opened(folder: Callable[[], Path]) -> Snapshot:
    """Tried anew where a commit took files away while they were being opened."""
    from whoosh.index import EmptyIndexError

    for left in reversed(range(_ATTEMPTS)):
        try:
            return Snapshot(folder())
        except (FileNotFoundError, EmptyIndexError) as error:
            if not left:
                raise unreadable(error) from error
        except Exception as error:  # what Whoosh, pickle and struct raise over damaged files is anyone's guess
            raise unreadable(error) from error
        time.sleep(_PAUSE)
    raise AssertionError("the last attempt returns or raises")


def _state(stamp: Path) -> State:
    try:
        found = stamp.stat()
    except FileNotFoundError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size
