"""Tables of money, read from lines whose columns stand apart."""

from __future__ import annotations

from ..structure import Structure
from .model import Cell, Column, ColumnKind, Row, Table

__all__ = ["Cell", "Column", "ColumnKind", "Row", "Table", "tables"]


def tables(structure: Structure) -> list[Table]:
    """The tables of a document that hold money or shares, in the order of the text."""
    return []
