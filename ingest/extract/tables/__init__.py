"""Tables of money, read from lines whose columns stand apart."""

from __future__ import annotations

from ..structure import Structure
from .blocks import blocks
from .lines import printed
from .model import Cell, Column, ColumnKind, Row, Table
from .reading import read

__all__ = ["Cell", "Column", "ColumnKind", "Row", "Table", "tables"]


def tables(structure: Structure) -> list[Table]:
    """The tables of a document that hold money or shares, in the order of the text."""
    found = (read(block) for block in blocks(list(printed(structure))))
    return [table for table in found if table]
