"""Tables of money and shares: are the sums the sums of their rows, and of their years?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Self

from ....corpus.facts import Finding
from ..layout.structure import Structure
from ..tables import Cell, Column, ColumnKind, Row, Table
from .figures import last_place, shown, tolerance

_PART: Final = re.compile(
    r"\b(?:varav|därav|av vilka|avgår|avdrag|rabatt|moms\w*|mervärdes\w*|ingående|utgående|saldo|avvikelse|budget\w*"
    r"|utfall\w*|netto|resultat|årets|per\b|antal|exkl\w*|inkl\w*)",
    re.IGNORECASE,
)
"""Rows that are not simply added, and sums that are more than sums."""
_PRICE: Final = re.compile(r"pris|taxa|per (?!år)|kr/(?!år)|timme|index|kurs", re.IGNORECASE)
"""Columns in which nothing is added up."""
_TOTAL: Final = re.compile(r"total\w*|summa|sammanlagt|hela (?:perioden|tiden)|s:a", re.IGNORECASE)
_UNIT: Final = re.compile(r"[^\W\d_]")
_NOTHING: Final = frozenset("-–—−")
_WHOLE: Final = Decimal(100)


def column_sums(structure: Structure, table: Table) -> Iterator[Finding]:
    """Sums that their rows do not come to, and shares that do not make 100 %."""
    for index, column in enumerate(table.columns):
        if column.kind in (ColumnKind.MONEY, ColumnKind.SHARE) and not _PRICE.search(column.header):
            yield from _column(structure, table.rows, index, column)


def row_sums(structure: Structure, table: Table) -> Iterator[Finding]:
    """Totals of a row that its years do not come to."""
    # The column of the labels may be headed "Kostnad".
    valued = {cell.column for row in table.rows for cell in row.cells if cell.value is not None}
    money = [index for index in sorted(valued) if table.columns[index].kind is ColumnKind.MONEY]
    years = [index for index in money if table.columns[index].from_]
    totals = [index for index in money if _TOTAL.fullmatch(table.columns[index].header.strip())]
    if len(years) < 2 or len(totals) != 1 or len(years) + 1 != len(money):
        return
    for row in table.rows:
        cells = {cell.column: cell for cell in row.cells}
        parts, total = [cells.get(index) for index in years], cells.get(totals[0])
        if total and total.value is not None and all(map(_is_clear, parts)):
            column = table.columns[totals[0]]
            come_to = sum((_Added.of(cell, table.columns[cell.column]) for cell in parts if cell), _Added())
            if come_to.differs(_Added.of(total, column)):
                shown_as = shown(come_to.value / column.factor)
                message = f"the total {total.text} of {row.label or 'a row'} is {shown_as} when its years are added"
                yield Finding("row_sum_differs", message, structure.clause(row.cells[0].start, row.cells[-1].end))


@dataclass(frozen=True, slots=True)
class _Added:
    """Numbers added up."""

    value: Decimal = Decimal(0)
    places: Decimal = Decimal(0)
    """What one in the last place of each stands for, added up."""
    count: int = 0
    with_unit: int = 0
    """How many of them have a unit printed beside them: they may be in another than the column's."""

    @classmethod
    def of(cls, cell: Cell, column: Column) -> Self:
        if cell.value is None:
            return cls()
        return cls(cell.value, last_place(cell.text, column.factor), 1, bool(_UNIT.search(cell.text)))

    def __add__(self, other: _Added) -> _Added:
        return _Added(
            self.value + other.value,
            self.places + other.places,
            self.count + other.count,
            self.with_unit + other.with_unit,
        )

    def differs(self, total: _Added) -> bool:
        """Is it surely not the total? Not where some of the numbers have their own unit and others have not."""
        both = self + total
        return both.with_unit in (0, both.count) and abs(self.value - total.value) > tolerance(both.places)


def _column(structure: Structure, rows: Sequence[Row], index: int, column: Column) -> Iterator[Finding]:
    """Goes down a column: each sum is of the rows since the one above it, or of all, or of the sums above."""
    since, every, sums = _Added(), _Added(), _Added()
    clear = True
    for row in rows:
        cell = next((cell for cell in row.cells if cell.column == index), None)
        if not row.is_sum:
            clear = clear and _is_clear(cell) and not _PART.search(row.label)
            added = _Added.of(cell, column) if cell else _Added()
            since, every = since + added, every + added
        elif cell and cell.value is not None:
            readings = [added for added in (since, every, sums + since, sums) if added.count > 1]
            if clear and not cell.doubt and not _PART.search(row.label) and readings:
                yield from _sum(structure, row, cell, readings, column)
            sums, since = sums + _Added.of(cell, column), _Added()


def _sum(structure: Structure, row: Row, cell: Cell, readings: Sequence[_Added], column: Column) -> Iterator[Finding]:
    """A finding where the sum is none of what the rows may come to."""
    total = _Added.of(cell, column)
    if not all(added.differs(total) for added in readings):
        return
    where = structure.clause(row.cells[0].start, row.cells[-1].end)
    come_to = shown(readings[0].value / column.factor)
    if column.kind is ColumnKind.SHARE and total.value == _WHOLE:
        yield Finding("shares_differ", f"the shares come to {come_to} %, not to {cell.text}", where)
    else:
        yield Finding("sum_differs", f"the sum {cell.text} is {come_to} when its rows are added", where)


def _is_clear(cell: Cell | None) -> bool:
    """Is it known what stands there? A blank and a dash are nothing."""
    if cell is None:
        return True
    return not cell.doubt and (cell.value is not None or set(cell.text.strip()) <= _NOTHING)
