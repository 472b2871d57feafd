"""What several commands share: the archive opened for the length of a command, options, outputs."""

from __future__ import annotations

import errno
import getpass
import io
import os
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import click

from ..corpus.errors import CannotWrite, UsageError

if TYPE_CHECKING:
    from ..archive import Archive
    from ..corpus.model import Repair

CELLS: Final = ("seen", "meant", "sure", "why")
json_option = click.option("--json", "as_json", is_flag=True, help="JSON lines instead of text for people.")
csv_option = click.option("--csv", "as_csv", is_flag=True, help="CSV instead of text for people.")
jobs_option = click.option("--jobs", type=click.IntRange(1), help="Worker processes; one a core unless given.")
unmask_option = click.option("--unmask", is_flag=True, help="Show personal identity numbers; this is logged.")


@contextmanager
def opened(directory: Path | None, *, create: bool = False) -> Iterator[Archive]:
    """The archive that the command is about.

    Raises:
        UsageError: There is none, and it shall not be made.
    """
    from ..archive import Archive

    place = place_of(directory)
    if not create and not Archive.exists(place):
        raise UsageError(f"{place}: no archive is there; `avtalsarkiv ingest` makes one, --archive names another place")
    with Archive(place) as archive:
        yield archive


def make_searchable(archive: Archive) -> None:
    """Say so, and show how far it has come, where the search index must be built again before anything can be found."""
    fault = archive.index_fault
    if fault is None:
        return
    from .progress import documents_done

    note(f"the search index cannot be used ({fault}): it is built again from the archive")
    with documents_done(len(archive.store.ids())) as progress:
        archive.make_searchable(progress)


@contextmanager
def output(path: str) -> Iterator[IO[bytes]]:
    """A file to write, or stdout for "-". What it held before stays until all is written; a pipe is written straight.

    Raises:
        CannotWrite: At once, before any work, when it cannot be made.
    """
    if path == "-":
        yield sys.stdout.buffer
        return
    try:
        # Devices and pipes, "/dev/stdout" among them, are what they are: a file must not take their place.
        target = Path(path).resolve()
        if Path(path).is_dir():
            raise CannotWrite(f"{path}: is a folder; name a file in it")
        if path.startswith(("/dev/", "/proc/")) or (target.exists() and not target.is_file()):
            draft: Path | None = None
            file: IO[bytes] = Path(path).open("wb")  # noqa: SIM115 - closed below
        else:
            draft, file = _draft(target)
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written ({error.strerror})") from error
    with file if draft is None else _replacing(target, draft, file):
        yield file


def _draft(target: Path) -> tuple[Path, IO[bytes]]:
    """A new file beside the target, as open to others as the one it is to replace."""
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    draft = target.with_name(f".{os.getpid()}.part")
    file = draft.open("wb")
    if target.exists():
        shutil.copymode(target, draft)
    return draft, file


@contextmanager
def _replacing(target: Path, draft: Path, file: IO[bytes]) -> Iterator[None]:
    """Put the draft in the target's place when all is written; whatever happens before leaves that as it was."""
    try:
        with file:
            yield
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def text_output(path: str) -> Iterator[IO[str]]:
    """A UTF-8 text file to write, or stdout for "-"; as `output`."""
    if path == "-":
        yield sys.stdout
        return
    with output(path) as file:
        text = io.TextIOWrapper(file, encoding="utf-8", newline="")
        yield text
        text.detach()  # which flushes; the file is closed by who opened it


def note(message: str) -> None:
    """Tell something about the answer, beside it."""
    click.echo(message, err=True)


def note_unmasked(archive: Archive, command: str, choice: Mapping[str, object], document: str | None = None) -> None:
    """Put on record that somebody sees personal identity numbers: who, and what was asked."""
    asked = ", ".join(f"{name}={value}" for name, value in choice.items() if value not in (None, False, ()))
    try:
        archive.store.log("unmask", document, command=command, who=getpass.getuser(), asked=asked)
    except CannotWrite as error:
        raise CannotWrite(f"{error}; --unmask is put on record, and needs an archive that can be written") from error


def printable(text: str) -> str:
    """Text that came from outside, with its control characters shown: none may steer the terminal or break a line."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def cells(repair: Repair) -> tuple[str, ...]:
    """What a table says of a repair under `CELLS`."""
    return printable(repair.seen), printable(repair.meant), f"{repair.confidence:.2f}", repair.why


def aligned(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The rows as lines of a table, each column as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 page", "2 pages"."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def place_of(directory: Path | None) -> Path:
    """The folder that `--archive` names, else the user's own."""
    import platformdirs

    return directory or platformdirs.user_data_path("avtalsarkiv")
