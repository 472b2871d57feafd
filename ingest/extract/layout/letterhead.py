"""Labels and values at the top of a document, which stand side by side, or in two rows one above the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_CELL: Final = re.compile(r"\S+(?:[^\S\n]{1,2}\S+)*")
"""Words with at most two blanks between them."""
_TAB: Final = "   \t"
"""However far the next stop is, a tab parts pieces."""
_APART: Final = 14
"""Code points by which a value may be out of line with the label above it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a line, parted from the next by a gap."""

    start: int
    """Code points from the beginning of the line."""
    text: str


def cells(line: str) -> list[Cell]:
    """The pieces of a line."""
    return [Cell(found.start(), found.group()) for found in _CELL.finditer(line.replace("\t", _TAB).expandtabs())]


def values(lines: Sequence[str], label: re.Pattern[str]) -> Iterator[str]:
    """What may be the value of a label: the rest of its cell, the next cell, the one below; the surest first.

    The label is matched where a cell begins.
    """
    rows = [cells(line) for line in lines if line.strip()]
    for row, below in zip(rows, [*rows[1:], []], strict=True):
        for place, cell in enumerate(row):
            found = label.match(cell.text)
            if not found:
                continue
            rest = cell.text[found.end() :].strip(" :.")
            if rest:
                yield rest
                continue
            yield from (one.text for one in row[place + 1 : place + 2])
            yield from (one.text for one in _below(cell, place, row, below))


def _below(label: Cell, place: int, row: Sequence[Cell], below: Sequence[Cell]) -> Iterator[Cell]:
    near = sorted(below, key=lambda cell: abs(cell.start - label.start))[:1]
    yield from (cell for cell in near if abs(cell.start - label.start) <= _APART)
    if len(below) == len(row) and below[place] not in near:
        yield below[place]
