"""The cells of printed lines: what stands together in a line, and what stands under it and above it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ..layout.structure import Structure
from .tokens import Gap, Token

_ALIGNED: Final = 8
"""Columns by which cells that belong together may be out of line."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of one line without a wide gap."""

    first: int
    """Index of its first word."""
    after: int
    row: int
    """Printed lines before it, empty ones not counted."""
    column: int
    """Signs before it in its line."""
    number: int
    """Cells before it in its line."""
    apart: bool
    """Does an empty line stand above its line?"""


class Grid:
    """All cells of a document."""

    def __init__(self, structure: Structure, tokens: Sequence[Token]) -> None:
        self.rows: list[list[Cell]] = []
        first = 0
        line = -1
        for place in range(1, len(tokens) + 1):
            if place < len(tokens) and tokens[place].line == tokens[first].line and tokens[place].gap <= Gap.WORD:
                continue
            if tokens[first].line != line or tokens[first].gap == Gap.LINE:
                line = tokens[first].line
                self.rows.append([])
            row = self.rows[-1]
            start = structure.lines[line].start
            apart = tokens[row[0].first if row else first].gap == Gap.PARAGRAPH
            row.append(Cell(first, place, len(self.rows) - 1, tokens[first].start - start, len(row), apart))
            first = place
        self._cells = [cell for row in self.rows for cell in row]
        self._firsts = [cell.first for cell in self._cells]

    def of(self, place: int) -> Cell:
        """The cell that holds a word."""
        at = bisect_left(self._firsts, place)
        return self._cells[at if at < len(self._firsts) and self._firsts[at] == place else at - 1]

    def left(self, cell: Cell) -> Cell | None:
        """The cell before it in its line."""
        return self.rows[cell.row][cell.number - 1] if cell.number else None

    def under(self, cell: Cell, rows: int = 1) -> Cell | None:
        """The cell that stands that many printed lines below it (above it, where negative), in its column."""
        at = cell.row + rows
        if not 0 <= at < len(self.rows):
            return None
        other = self.rows[at]
        if len(other) == len(self.rows[cell.row]):
            return other[cell.number]
        near = min(other, key=lambda one: abs(one.column - cell.column))
        return near if abs(near.column - cell.column) <= _ALIGNED else None
