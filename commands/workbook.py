"""Facts as a workbook: a sheet a kind with real numbers and dates, and first a sheet that says what it rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress
from decimal import Decimal
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Self
from zipfile import ZIP_DEFLATED, ZipFile

from lxml.etree import SerialisationError
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from ..corpus.errors import CannotWrite
from .rows import disarmed

if TYPE_CHECKING:
    from ..contract import Json

_MOST_ROWS: Final = 1_000_000
"""In a sheet; Excel takes 1 048 576."""
_MOST_LINKS: Final = 65_000
"""In a sheet; Excel takes 65 530."""
_MOST_LETTERS: Final = 32_000
"""In a cell; Excel takes 32 767."""
_MOST_DIGITS: Final = 15
"""Of a number; Excel forgets those after the fifteenth, so that a longer one stays text."""
_FIRST_YEAR: Final = 1900
"""Of Excel's calendar."""
_BOLD: Final = Font(bold=True)
_NUMBERS: Final = frozenset({"value", "value_max", "page", "confidence", "ocr_confidence", "yearly_value"})
_DATES: Final = frozenset(
    {"date", "from", "to", "valid_from", "valid_to", "notice_day", "document_date", "extended_to"}
)
_MONEY_FORMATS: Final = dict.fromkeys(("value", "value_max", "yearly_value"), "#,##0.00##")
_WHOLE_FORMAT: Final = "#,##0"
_DATE_FORMAT: Final = "yyyy-mm-dd"
_NARROW: Final = 12
_WIDE: Final = {
    "value": 16, "value_max": 16, "yearly_value": 16, "document_title": 40, "document_dnr": 18, "dnr": 18, "payer": 26,
    "payee": 26, "decider": 26, "parties": 40, "ends_clause": 40, "evidence": 40, "doubt": 40, "document": 16,
    "unit": 7, "page": 7, "start": 8, "end": 8, "what": 30, "finding": 24,
    "text": 60, "title": 40, "name": 30, "path": 40, "message": 80, "seen": 30, "id": 30,
}  # fmt: skip


class Book:
    """A workbook under way: rows go to disk as they come, whatever their number."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._book = Workbook(write_only=True)
        self._stream = stream
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        self._parts: dict[str, int] = {}

    def sheet(self, name: str, columns: Sequence[str]) -> None:
        """Begin a sheet; its first row stays in sight."""
        sheet = self._book.create_sheet(name)
        sheet.freeze_panes = "A2"
        for number, column in enumerate(columns, 1):
            sheet.column_dimensions[get_column_letter(number)].width = _WIDE.get(column, _NARROW)
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{_MOST_ROWS}"
        sheet.append([_styled(sheet, column) for column in columns])
        self._sheets[name], self._rows[name] = sheet, 1

    def write(self, name: str, row: Json, columns: Sequence[str]) -> None:
        """Add a row to a sheet, in a further part of it where it is full."""
        if self._rows[name] >= _MOST_ROWS:
            self._parts[name] = self._parts.get(name, 1) + 1
            rest = f"{name} {self._parts[name]}"
            self.sheet(rest, columns)
            self._sheets[name], self._rows[name] = self._sheets.pop(rest), 1
        self._rows[name] += 1
        sheet, linked = self._sheets[name], self._rows[name] <= _MOST_LINKS
        sheet.append([_cell(sheet, column, row, linked=linked) for column in columns])

    def say(self, name: str, *cells: object, bold: bool = False) -> None:
        """Add a row of free text to a sheet."""
        sheet = self._sheets[name]
        sheet.append([_styled(sheet, str(cell)) if bold else _plain(cell) for cell in cells])

    def save(self) -> None:
        """Write it out, whole."""
        archive = ZipFile(self._stream, "w", ZIP_DEFLATED)
        try:
            ExcelWriter(self._book, archive).save()
        except BaseException:
            archive.fp = None  # or Python would try again to write its end, and complain, when it is thrown away
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> None:
        """Throw the sheets under way away if they cannot be written; a full disk is an error with a sentence."""
        if error is None:
            return
        for sheet in self._book.worksheets:
            with suppress(Exception):
                sheet.close()
        if isinstance(error, SerialisationError):
            raise CannotWrite(
                "the workbook cannot be written; free space, also in the folder for temporary files"
            ) from error


def link(path: str | None, page: object) -> str | None:
    """Where a page is opened: the file itself, or the one that it came inside."""
    if not path or not path.startswith("/"):
        return None
    file, *inside = path.split("//")
    return Path(file).as_uri() + (f"#page={page}" if page and not inside else "")


def _cell(sheet: Any, column: str, row: Json, *, linked: bool) -> Any:
    value = row[column]
    if column == "page" and linked and value:
        target = link(str(row["path"]) if row.get("path") else None, value)
        if target:
            cell: Any = WriteOnlyCell(sheet, value=int(str(value)))
            cell.hyperlink = target
            cell.style = "Hyperlink"
            return cell
    if column in _NUMBERS:
        return _formatted(sheet, _number(value), _MONEY_FORMATS.get(column))
    if column in _DATES:
        return _formatted(sheet, _date(value), _DATE_FORMAT)
    return _plain(value)


def _formatted(sheet: Any, value: object, form: str | None) -> object:
    """A number or day as people write it; text stays text."""
    if form is None or not isinstance(value, Decimal | dt.date):
        return _plain(value)
    cell: Any = WriteOnlyCell(sheet)
    cell.value = value
    is_whole = isinstance(value, Decimal) and value == value.to_integral_value()
    cell.number_format = _WHOLE_FORMAT if is_whole else form
    return cell


def _number(value: object) -> object:
    if isinstance(value, str):
        number = Decimal(value)
        return number if len(number.as_tuple().digits) <= _MOST_DIGITS else value
    return value


def _date(value: object) -> object:
    """A day as a date; a month or a year stays text, for it is no day."""
    try:
        day = dt.date.fromisoformat(str(value)) if value else None
    except ValueError:
        return value
    return day if day and day.year >= _FIRST_YEAR else value


def _plain(value: object) -> object:
    if isinstance(value, dict):
        value = "; ".join(f"{key}: {item}" for key, item in value.items())
    if isinstance(value, list | tuple):
        value = "; ".join(map(str, value))
    if isinstance(value, str):
        return disarmed(ILLEGAL_CHARACTERS_RE.sub(" ", value)[:_MOST_LETTERS], numbers=False)
    return value


def _styled(sheet: Any, text: str) -> Any:
    cell = WriteOnlyCell(sheet, value=str(_plain(text)))
    cell.font = _BOLD
    return cell
