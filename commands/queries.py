"""Questions out of a file: one a line, or a row each of a CSV file with a column `query`."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, Final

import click

from ..corpus.errors import UsageError
from .filters import CHOOSING, check_ranges
from .shared import counted

QUERY: Final = "query"
"""The column that makes a table one of questions."""
_LONGEST_HEAD: Final = 10_000
"""Code points in which the names of all columns must stand."""
_SEPARATORS: Final = (",", ";", "\t")
_OF_A_ROW: Final = (*CHOOSING, "sort", "limit")
"""The options that a row may have of its own."""
_UNCLOSED: Final = "unexpected end of data"
"""What the reader says of a quotation mark without an end; all lines after it belong to the cell."""
_SEVERAL: Final = ";"
"""Between the values, in a cell, of an option that may be repeated."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its options."""

    text: str
    options: Mapping[str, Any]
    line: int | None = None
    """Where it stands in its file; None for one from the command line."""
    given: Mapping[str, str] | None = None
    """What its row says beside the question; None where it came in no row."""

    @property
    def first(self) -> int:
        """The place in the whole answer of the first hit that is shown."""
        return (int(self.options["page"]) - 1) * int(self.options["limit"]) + 1


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that is no question."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Questions:
    """Those of a file, in its order."""

    asked: tuple[Asked | Unread, ...]
    columns: tuple[str, ...] = ()
    """Of a CSV file: all but the question's, as its first line has them."""
    tabular: bool = False
    """Do they come from a CSV file?"""

    @property
    def texts(self) -> str:
        """All that is asked, for the record."""
        return "; ".join(one.text for one in self.asked if isinstance(one, Asked))


def read_questions(file: IO[str], command: click.Context, options: Mapping[str, Any]) -> Questions:
    """The questions of a file, blank lines left out; `options` are theirs unless their rows say otherwise.

    Raises:
        UsageError: It is not UTF-8, or named as a CSV file and without a column of questions.
    """
    try:
        text = file.read().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{file.name}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    head = text[:_LONGEST_HEAD].partition("\n")[0].rstrip("\r")
    separator = _separator(head, alone=file.name.lower().endswith(".csv"))
    if separator is not None:
        return _table(file.name, text, separator, command, options)
    if file.name.lower().endswith(".csv"):
        raise click.UsageError(f"{file.name}: has no column `{QUERY}`; its first line must name the columns")
    lines = enumerate(text.split("\n"), 1)
    return Questions(tuple(Asked(line.rstrip("\r"), options, number) for number, line in lines if line.strip()))


def _separator(head: str, *, alone: bool) -> str | None:
    """What parts the columns of a table of questions; None where it is none. One column is one only where `alone`."""
    for separator in _SEPARATORS:
        columns = [_name(cell) for cell in next(csv.reader([head], delimiter=separator), [])]
        if QUERY in columns and (alone or len(columns) > 1):
            return separator
    return None


def _table(name: str, text: str, separator: str, command: click.Context, options: Mapping[str, Any]) -> Questions:
    (_, head), *rows = _rows(text, separator)
    if isinstance(head, str):
        raise click.UsageError(f"{name}: its first line cannot be read ({head})")
    known = {_name(one.opts[0]): one for one in command.command.params if one.name in _OF_A_ROW}
    names = [_name(cell) for cell in head]
    twice = [name for name in names if (name in known or name == QUERY) and names.count(name) > 1]
    if twice:
        raise click.UsageError(f"{name}: has two columns `{twice[0]}`; which one counts?")
    reader = _RowReader(head, names, known, command, options)
    asked = (reader.asked(line, row) for line, row in rows)
    columns = tuple(cell for cell, name in zip(head, names, strict=True) if name != QUERY)
    return Questions(tuple(one for one in asked if one), columns, tabular=True)


def _rows(text: str, separator: str) -> Iterator[tuple[int, list[str] | str]]:
    """The rows, each with the line that it begins on; in place of one that is broken, what is wrong with it."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            unclosed = reader.line_num > line or str(error) == _UNCLOSED
            yield line, "has a quotation mark that is not closed" if unclosed else f"is no row of CSV ({error})"


def _name(cell: str) -> str:
    """A column's name as that of an option: "Min-amount" and "--min-amount" are min_amount."""
    return cell.strip().lower().lstrip("-").replace("-", "_")


@dataclass(frozen=True, slots=True)
class _RowReader:
    head: Sequence[str]
    names: Sequence[str]
    """Of the columns, as of options."""
    known: Mapping[str, click.Parameter]
    """The options that a row may have, by these names."""
    command: click.Context
    options: Mapping[str, Any]

    def asked(self, line: int, row: list[str] | str) -> Asked | Unread | None:
        """What a row asks; None of a blank one."""
        if isinstance(row, str):
            return Unread(line, row)
        if not any(cell.strip() for cell in row):
            return None
        if any(cell.strip() for cell in row[len(self.head) :]):
            columns = counted(len(self.head), "column")
            return Unread(line, f"has {len(row)} cells, and there are {columns}; quote what holds a separator")
        cells = [*row, *[""] * (len(self.head) - len(row))]
        try:
            return self._read(line, cells)
        except click.ClickException as error:
            return Unread(line, error.format_message())
        except UsageError as error:
            return Unread(line, str(error))

    def _read(self, line: int, cells: Sequence[str]) -> Asked:
        named = dict(zip(self.names, cells, strict=False))
        own = {
            one.name: self._value(one, named[name]) for name, one in self.known.items() if named.get(name, "").strip()
        }
        options = {**self.options, **own}
        check_ranges(options)
        given = {name: cell for name, cell, key in zip(self.head, cells, self.names, strict=False) if key != QUERY}
        return Asked(named[QUERY], options, line, given)

    def _value(self, option: click.Parameter, cell: str) -> object:
        several = [part.strip() for part in cell.split(_SEVERAL) if part.strip()]
        return option.process_value(self.command, several if option.multiple else cell.strip())
