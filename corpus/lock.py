"""One writer at a time: a lock that the operating system lets go of when its holder dies."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from .errors import ArchiveBusy, CannotWrite

_FILE_NAME: Final = "lock"


@contextmanager
def exclusive(archive: Path) -> Iterator[None]:
    """Hold the archive for writing.

    Raises:
        ArchiveBusy: Another process holds it; the message names it.
        CannotWrite: The lock file cannot be opened.
    """
    path = archive / _FILE_NAME
    try:
        file = path.open("a+", encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be opened ({error.strerror}); check the folder's permissions") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            number = file.read().strip()  # none where it was only taken this moment
            holder = f"process {number}" if number else "another process"
            raise ArchiveBusy(f"{archive}: {holder} is writing to it; wait until it has ended") from error
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
