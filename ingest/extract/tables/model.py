"""What a table is: columns that have a kind, rows of cells, each cell with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ....corpus.facts import Period, Unit, Vat


class ColumnKind(StrEnum):
    """What the cells of a column say."""

    LABEL = "label"
    MONEY = "money"
    SHARE = "share"
    """Percentages that divide money or work."""
    COUNT = "count"
    """Numbers that are neither."""
    TIME = "time"
    """What the row is for: years, days, terms."""
    UNIT = "unit"
    """Per what the prices of a row are."""
    DEADLINE = "deadline"
    """Days by which something is due."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, as its header describes it."""

    header: str
    """Its lines joined by blanks; "" where it has none."""
    kind: ColumnKind
    unit: Unit | None = None
    factor: Decimal = Decimal(1)
    """What its numbers are in: 1000 under "tkr"."""
    per: Period | None = None
    vat: Vat | None = None
    from_: str | None = None
    """What a header such as "2026" ties its numbers to."""
    to: str | None = None
    is_price: bool = False
    """Does it hold what one of something costs, and no sums?"""


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a row under a column."""

    start: int
    """First code point in the document's text as repaired."""
    end: int
    text: str
    column: int
    """Index into the table's columns."""
    value: Decimal | None = None
    """In full units, of money and shares; None for anything else and where nothing stands but a dash."""
    unit: Unit | None = None
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row, its cells in the order of the text."""

    cells: tuple[Cell, ...]
    is_sum: bool
    """Does it say what others come to?"""
    from_: str | None = None
    """What the row is for, where a cell of it says so."""
    to: str | None = None
    per: Period | None = None
    """Per what its prices are, where a cell of it says so."""

    @property
    def label(self) -> str:
        """What it is called: its first cell that is no number."""
        return next((cell.text for cell in self.cells if cell.value is None), "")


@dataclass(frozen=True, slots=True)
class Table:
    """A table that holds money or shares."""

    title: str
    """The line above its header, "" where there is none."""
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def start(self) -> int:
        """Where its first row begins."""
        return self.rows[0].cells[0].start

    @property
    def end(self) -> int:
        """Where its last row ends."""
        return self.rows[-1].cells[-1].end
