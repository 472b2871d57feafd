"""Tables of money and shares: are the sums the sums of their rows, and of their years?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from ....corpus.facts import Finding
from ..structure import Structure
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
_NOTHING: Final = frozenset("-–—−")
_WHOLE: Final = Decimal(100)


def column_sums(structure: Structure, table: Table) -> Iterator[Finding]:
    """Sums that their rows do not come to, and shares that do not make 100 %."""
    for index, column in enumerate(table.columns):
        if column.kind in (ColumnKind.MONEY, ColumnKind.SHARE) and not _PRICE.search(column.header):
            yield from _column(structure, table.rows, index, column)


def row_sums(structure: Structure, table: Table) -> Iterator[Finding]:
    """Totals of a row that its years do not come to."""
    money = [index for index, column in enumerate(table.columns) if column.kind is ColumnKind.MONEY]
    years = [index for index in money if table.columns[index].from_]
    totals = [index for index in money if _TOTAL.fullmatch(table.columns[index].header.strip())]
    if len(years) < 2 or len(totals) != 1 or len(years) + 1 != len(money):
        return
    for row in table.rows:
        cells = {cell.column: cell for cell in row.cells}
        parts = [cells.get(index) for index in years]
        total = cells.get(totals[0])
        if total and total.value is not None and all(map(_is_clear, parts)):
            difference = _difference(total, [cell for cell in parts if cell], table.columns)
            if difference is not None:
                message = f"the total {total.text} of {row.label or 'a row'} is {difference} when its years are added"
                yield Finding("row_sum_differs", message, structure.clause(row.cells[0].start, row.cells[-1].end))


def _column(structure: Structure, rows: Sequence[Row], index: int, column: Column) -> Iterator[Finding]:
    """Goes down a column: each sum is of the rows since the one above it, or of all, or of the sums above."""
    since: list[Cell] = []
    every: list[Cell] = []
    sums: list[Cell] = []
    clear = True
    for row in rows:
        cell = next((cell for cell in row.cells if cell.column == index), None)
        if not row.is_sum:
            clear = clear and _is_clear(cell) and not _PART.search(row.label)
            if cell and cell.value is not None:
                since.append(cell)
                every.append(cell)
        elif cell and cell.value is not None:
            readings = [cells for cells in (since, every, [*sums, *since], sums) if len(cells) > 1]
            if clear and not cell.doubt and not _PART.search(row.label) and readings:
                yield from _sum(structure, row, cell, readings, column)
            sums.append(cell)
            since = []


def _sum(
    structure: Structure, row: Row, total: Cell, readings: Sequence[Sequence[Cell]], column: Column
) -> Iterator[Finding]:
    differences = [_difference(total, cells, {total.column: column}) for cells in readings]
    if any(difference is None for difference in differences):
        return
    where = structure.clause(row.cells[0].start, row.cells[-1].end)
    if column.kind is ColumnKind.SHARE and total.value == _WHOLE:
        yield Finding("shares_differ", f"the shares come to {differences[0]} %, not to {total.text}", where)
    else:
        yield Finding("sum_differs", f"the sum {total.text} is {differences[0]} when its rows are added", where)


def _difference(total: Cell, parts: Sequence[Cell], columns: Sequence[Column] | dict[int, Column]) -> str | None:
    """What the parts come to, in the unit that the total is printed in; None where that is the total."""
    factor = columns[total.column].factor
    places = [last_place(cell.text, columns[total.column].factor) for cell in (total, *parts)]
    come_to = sum((cell.value for cell in parts if cell.value is not None), Decimal(0))
    assert total.value is not None
    return None if abs(come_to - total.value) <= tolerance(places) else shown(come_to / factor)


def _is_clear(cell: Cell | None) -> bool:
    """Is it known what stands there? A blank and a dash are nothing."""
    if cell is None:
        return True
    return not cell.doubt and (cell.value is not None or set(cell.text.strip()) <= _NOTHING)
