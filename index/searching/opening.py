"""Which snapshot of an index answers: the one in hand, or a new one where the index has changed since."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Final

from ..writing.generations import Generation
from ..writing.stamp import NAME, unreadable
from .snapshot import Snapshot

_ATTEMPTS: Final = 20
_PAUSE: Final = 0.05
"""Seconds before the next attempt: a generation may be swept away, once there is a newer one, while it is opened."""

State = tuple[int, ...]
"""Of the file that says which index is in use: another one whenever it was written."""


class Opened:
    """The snapshot that was asked last. Safe for several threads: who still reads the one before may go on.

    Args:
        folder: Of the index.
        in_use: Says which generation answers, or why none does.
    """

    def __init__(self, folder: Path, in_use: Callable[[], Generation | str]) -> None:
        self._stamp = folder / NAME
        self._in_use = in_use
        self._lock = Lock()
        self._state: State = ()
        self._snapshot: Snapshot | None = None

    def snapshot(self) -> Snapshot | None:
        """The index as it is now; None where there is none that can be used.

        Raises:
            ArchiveDamaged: It cannot be read.
        """
        with self._lock:
            state = self._now()
            if state != self._state:
                self._snapshot, self._state = self._opened(), state
            return self._snapshot

    def _now(self) -> State:
        try:
            found = self._stamp.stat()
        except OSError:
            return ()
        return found.st_ino, found.st_mtime_ns, found.st_size

    def _opened(self) -> Snapshot | None:
        for left in reversed(range(_ATTEMPTS)):
            generation = self._in_use()
            try:
                return Snapshot(generation.folder) if isinstance(generation, Generation) else None
            except FileNotFoundError as error:
                if not left:
                    raise unreadable(error) from error
            except Exception as error:  # what Whoosh, pickle and struct raise over damaged files is anyone's guess
                raise unreadable(error) from error
            time.sleep(_PAUSE)
        raise AssertionError("the last attempt returns or raises")
