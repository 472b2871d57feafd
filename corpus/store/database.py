"""One SQLite file: durable at every commit, and its faults told in a sentence."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import ArchiveBusy, ArchiveDamaged, AvtalsarkivError, CannotWrite
from .formats import NEWEST, bring_up

_BUSY_SECONDS: Final = 30
_CANNOT_WRITE: Final = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


class Database:
    """A connection that several threads of one process may share, one statement group at a time."""

    def __init__(self, path: Path, *, create: bool) -> None:
        self._path = path
        self._lock = threading.RLock()
        self._writable = not path.exists() or os.access(path.parent, os.W_OK)
        with self._told():
            if self._writable:
                self._connection = _connect(path, "mode=rwc" if create else "mode=rw")
                self._prepare_writing()
            else:
                self._connection = _connect_reader(path)
            self._check_format()

    def _prepare_writing(self) -> None:
        run = self._connection.execute
        # In WAL mode readers never wait for the writer; FULL, because NORMAL may lose the last commits in a power cut.
        run("PRAGMA journal_mode = WAL")
        run("PRAGMA synchronous = FULL")
        run("PRAGMA foreign_keys = ON")

    def _check_format(self) -> None:
        """Bring an older format up to date; one that this program does not know is left alone."""
        version = self._version()
        if version > NEWEST:
            raise ArchiveDamaged(
                f"{self._path}: was written by another version of avtalsarkiv (format {version}, this one reads "
                f"{NEWEST}); use that version"
            )
        if version < NEWEST and not self._writable:
            raise CannotWrite(
                f"{self._path}: was written by an earlier version of avtalsarkiv (format {version}); let somebody who "
                "may write to it open it once, with `status`"
            )
        if version < NEWEST:
            with self.writing() as db:
                bring_up(db, self._version())  # asked again: another process may have been quicker

    def _version(self) -> int:
        return int(self._connection.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for statements that only read."""
        with self._lock, self._told():
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one transaction: committed to disk at the end, or undone whole.

        Raises:
            CannotWrite: The disk is full or the file not writable.
            ArchiveBusy: Another process has been writing for half a minute.
            ArchiveDamaged: The file is no whole database.
        """
        with self._lock, self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close the connection, when no thread is using it; a second time does nothing."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise self._explained(error) from error

    def _explained(self, error: sqlite3.DatabaseError) -> AvtalsarkivError | sqlite3.DatabaseError:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in _CANNOT_WRITE:
            return CannotWrite(f"{self._path}: cannot be written ({error}); free space or check its permissions")
        if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return ArchiveBusy(f"{self._path}: another process is writing; try again when it has ended")
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            return ArchiveDamaged(f"{self._path}: is damaged ({error}); restore it from a backup")
        return error


def _connect(path: Path, how: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{how}",
        uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False,
    )  # fmt: skip
    connection.row_factory = sqlite3.Row
    return connection


def _connect_reader(path: Path) -> sqlite3.Connection:
    """A connection for someone who may only read the archive."""
    try:
        connection = _connect(path, "mode=ro")
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError:
        # Reading in WAL mode takes files that the last writer removed when it ended: then nobody is writing.
        connection = _connect(path, "immutable=1")
    return connection


def now() -> str:
    """This moment in UTC, ISO 8601 to the second."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
