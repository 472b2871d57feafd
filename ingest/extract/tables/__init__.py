"""Tables of money, read from lines whose columns stand apart."""

from __future__ import annotations

from functools import lru_cache

from ..layout.structure import Structure
from .blocks import blocks
from .lines import printed
from .lone import lone
from .model import Cell, Column, ColumnKind, Row, Table
from .reading import read

__all__ = ["Cell", "Column", "ColumnKind", "Row", "Table", "tables"]


@lru_cache(maxsize=1)  # several steps ask for those of one document
def tables(structure: Structure) -> tuple[Table, ...]:
    """The tables of a document that hold money or shares, in the order of the text."""
    lines = list(printed(structure))
    found = [table for table in map(read, blocks(lines)) if table]
    taken = {cell.start for table in found for row in table.rows for cell in row.cells}
    return tuple(sorted([*found, *lone(lines, taken)], key=lambda table: table.start))
