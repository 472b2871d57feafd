"""Rows for scripts: JSON lines and CSV."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ..contract import Json

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of one."""
_TEXTS: Final = frozenset({"text", "title", "name", "seen", "message", "evidence", "ends_clause"})
"""The columns of words, in which "-5" is no number either."""
_NEGATIVE: Final = re.compile(r"-\d+(?:\.\d+)?")


def write_lines(rows: Iterable[Json], stream: IO[str]) -> None:
    """JSON lines, ASCII-escaped, each flushed as it comes so that a pipe sees it at once."""
    for row in rows:
        stream.write(json.dumps(row) + "\n")
        stream.flush()


class Table:
    """CSV with a header: lists joined by "; ", and no cell can act as a formula where it is opened."""

    def __init__(self, columns: Sequence[str], stream: IO[str]) -> None:
        self._columns = columns
        self._stream = stream
        self._writer = csv.writer(stream, lineterminator="\n")
        self._begun = False

    def write(self, row: Json) -> None:
        """Add a row, and let whoever reads the stream see it."""
        self.begin()
        self._writer.writerow(_cell(row[name], is_text=name in _TEXTS) for name in self._columns)
        self._stream.flush()

    def begin(self) -> None:
        """Write the header, if that is not done yet."""
        if not self._begun:
            self._writer.writerow(map(disarmed, self._columns))
            self._begun = True


def write_csv(rows: Iterable[Json], columns: Sequence[str], stream: IO[str]) -> None:
    """Rows with a header."""
    table = Table(columns, stream)
    table.begin()
    for row in rows:
        table.write(row)


def _cell(value: object, *, is_text: bool) -> object:
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, dict):
        value = "; ".join(f"{key}: {item}" for key, item in value.items())
    return disarmed(value, numbers=not is_text) if isinstance(value, str) else "" if value is None else value


def disarmed(text: str, *, numbers: bool = True) -> str:
    """The text so that no spreadsheet takes it for a formula; a negative number is none, where `numbers` may stand."""
    is_number = numbers and _NEGATIVE.fullmatch(text)
    return f"'{text}" if text.startswith(_FORMULA) and not is_number else text
