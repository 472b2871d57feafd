"""What several commands share: the archive opened for the length of a command, options, outputs."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator, Sequence
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


@contextmanager
def output(path: str) -> Iterator[IO[bytes]]:
    """A file to write, or stdout for "-". What it held before stays until something was written in its place.

    Raises:
        CannotWrite: At once, before any work, when it cannot be made.
    """
    if path == "-":
        yield sys.stdout.buffer
        return
    draft = Path(f"{path}.part")
    try:
        file = draft.open("wb")
    except OSError as error:
        raise CannotWrite(f"{path}: cannot be written ({error.strerror})") from error
    try:
        with file:
            yield file
    finally:
        if draft.stat().st_size:
            draft.replace(path)
        else:
            draft.unlink()


@contextmanager
def text_output(path: str) -> Iterator[IO[str]]:
    """A UTF-8 text file to write, or stdout for "-"; as `output`."""
    if path == "-":
        yield sys.stdout
        return
    with output(path) as file, io.TextIOWrapper(file, encoding="utf-8", newline="") as text:
        yield text


def note(message: str) -> None:
    """Tell something about the answer, beside it."""
    click.echo(message, err=True)


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
