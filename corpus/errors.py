"""The errors a user can meet: each has a sentence that says what is wrong and what to do, and an exit code.

`cli.py` is the only place where an error becomes an exit code; everywhere else they are raised and passed on.
"""

from __future__ import annotations

from typing import ClassVar


class AvtalsarkivError(Exception):
    """Base of every error that is told to the user as one sentence, without a traceback."""

    exit_code: ClassVar[int] = 1


class UnreadableFile(AvtalsarkivError):
    """One input that cannot be read: it is rejected with this reason, and the others go in."""


class UsageError(AvtalsarkivError):
    """The command cannot be carried out as given: an unknown or ambiguous id, no archive there."""

    exit_code = 2


class MissingDependency(AvtalsarkivError):
    """A program or language file is not installed; the message names the line that installs it."""

    exit_code = 3


class ArchiveDamaged(AvtalsarkivError):
    """What the archive holds contradicts itself."""

    exit_code = 4


class CannotWrite(AvtalsarkivError):
    """The archive or an output cannot be written: no permission, or the disk is full."""

    exit_code = 5


class ArchiveBusy(AvtalsarkivError):
    """Another process is writing to the archive."""

    exit_code = 6


class Stopped(BaseException):
    """The run is being stopped: nothing more is to be noted about what it was doing."""
