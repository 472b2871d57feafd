"""From a run of rows, and what stands over it, to a table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ....corpus.facts import Unit
from ....swedish.dates import full_dates
from ..values.lists import any_of, items
from ..values.money import MOST, plain
from ..values.numerals import in_single
from ..values.terms import rate_named, rate_of_unit
from .blocks import Block
from .headers import Setting, column, folded, setting, years_in
from .lines import Piece, Printed
from .model import Cell, Column, ColumnKind, Row, Table

_SUM: Final = re.compile(rf"(?:{any_of(items('table_sums'))})(?!\w)", re.IGNORECASE)
_TIME_LABEL: Final = re.compile(
    r"(?:[^\W\d_]{2,20} )?(?:19|20)\d\d(?!\d)(?:[-\u2013/\d. ]|till|och|med|t\.?o\.?m\.?)*", re.IGNORECASE
)
_SWAY: Final = 4
"""Columns of print by which the cells of one column may lie apart."""
_TOO_MUCH: Final = "The amount is too large to be right."


@dataclass(slots=True)
class _Span:
    """Where a column stands on its lines."""

    left: int
    right: int
    words: list[str] = field(default_factory=list)

    def distance(self, piece: Piece) -> int:
        """How far a piece stands from it; negative by as much as they overlap."""
        return max(self.left, piece.left) - min(self.right, piece.right)


def read(block: Block) -> Table | None:
    """The table of a run of rows; None where its numbers are no money and no shares."""
    title = block.above[-1].words if block.above else ""
    around = setting(title, _words(block.above), _words(block.header), block.below)
    spans = _headed(block.header)
    columns = [column(" ".join(span.words), around) for span in spans]
    if not spans:
        spans = _unheaded(block.rows)
        columns = [_plain_column(around)] * len(spans)
    rows = [_row(line, spans, columns) for line in block.rows]
    if around.per and any(row.from_ for row in rows):  # "Kostnader per år" over a row for each year
        columns = [replace(one, per=rate_named(one.header)) for one in columns]
    if any(cell.value is not None for row in rows for cell in row.cells):
        return Table(title, tuple(columns), tuple(rows))
    return None


def _words(lines: Sequence[Printed]) -> str:
    return " ".join(line.words for line in lines)


def _headed(header: Sequence[Printed]) -> list[_Span]:
    """The columns under a header of one or more lines: the line with most pieces has one for each of them."""
    if not header:
        return []
    base = max(reversed(header), key=lambda line: len(line.pieces))
    spans = [_Span(piece.left, piece.right) for piece in base.pieces]
    for line in header:
        for piece in line.pieces:
            under = [span for span in spans if span.distance(piece) < 0]
            if not under:
                under = [_Span(piece.left, piece.right)]
                spans += under
            for span in under:
                span.words.append(piece.text)
    return sorted(spans, key=lambda span: span.left)


def _unheaded(rows: Sequence[Printed]) -> list[_Span]:
    """The columns of numbers in rows without a header, by where their numbers end."""
    spans: list[_Span] = []
    for right, left in sorted({(piece.right, piece.left) for line in rows for piece in line.figures}):
        if spans and right - spans[-1].right <= _SWAY:
            spans[-1] = _Span(min(left, spans[-1].left), right)
        else:
            spans.append(_Span(left, right))
    return spans


def _plain_column(around: Setting) -> Column:
    kind = ColumnKind.MONEY if around.money else ColumnKind.LABEL
    return Column("", kind, around.unit, around.factor, around.per, around.vat)


def _row(line: Printed, spans: Sequence[_Span], columns: Sequence[Column]) -> Row:
    whole = len(line.pieces) == len(spans)
    places = [at if whole else _nearest(piece, spans) for at, piece in enumerate(line.pieces)]
    cells = tuple(
        plain_cell(piece, at) if piece.is_year and piece is line.pieces[0] else cell_of(piece, at, columns[at])
        for piece, at in zip(line.pieces, places, strict=True)
    )
    label = next((piece.text for piece in line.pieces if not piece.is_number), "")
    times = [cell.text for cell in cells if columns[cell.column].kind is ColumnKind.TIME and cell.value is None]
    if not times and cells[0].value is None and _TIME_LABEL.fullmatch(cells[0].text):
        times = [cells[0].text]
    units = [cell.text for cell in cells if columns[cell.column].kind is ColumnKind.UNIT]
    return replace(row_of(cells, label, term_of(times)), per=rate_of_unit(units[0]) if units else None)


def row_of(cells: tuple[Cell, ...], label: str, term: tuple[str | None, str | None]) -> Row:
    """A row of cells, by what it is called and what it is for."""
    return Row(cells, _SUM.match(folded(label)) is not None, *term)


def _nearest(piece: Piece, spans: Sequence[_Span]) -> int:
    return min(range(len(spans)), key=lambda at: spans[at].distance(piece))


def plain_cell(piece: Piece, at: int) -> Cell:
    """A cell that is no amount."""
    return Cell(piece.start, piece.end, piece.text, at)


def cell_of(piece: Piece, at: int, column: Column) -> Cell:
    """The cell that a piece is under a column: an amount where its own unit, or the column, makes it one."""
    unit, factor = _unit(piece, column)
    if piece.value is None or unit is None:
        return plain_cell(piece, at)
    read, comma = in_single(piece.value) if unit != "%" and factor == 1 else (piece.value, ())
    value, doubt = plain(read * factor), (*piece.doubt, *comma)
    if abs(value) > MOST:
        doubt = (*doubt, _TOO_MUCH)
    return Cell(piece.start, piece.end, piece.text, at, value, unit, doubt)


def _unit(piece: Piece, column: Column) -> tuple[Unit | None, Decimal]:
    """The unit of a cell and what its number is to be multiplied by; None where it is no amount."""
    counts = column.kind in (ColumnKind.MONEY, ColumnKind.SHARE)
    if piece.unit == "%":
        return ("%" if counts else None), Decimal(1)
    if piece.unit is not None:
        return piece.unit, piece.factor or Decimal(1)
    return (column.unit if counts else None), column.factor


def term_of(cells: Sequence[str]) -> tuple[str | None, str | None]:
    """The first and the last day, or year, that the cells of a row name."""
    days = [day.isoformat() for cell in cells for _, day in full_dates(cell)]
    years = [year for cell in cells for year in years_in(cell) if year]
    ends = days or years
    return (ends[0], ends[-1]) if ends else (None, None)
