"""How marked-up text becomes lines: blocks, the rows of tables, and the pages they stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Final

from ...corpus.model import PAGE_BREAK

CELL_GAP: Final = "\t"
"""Stands between the cells of a row."""

_SIDE_BY_SIDE: Final = 60
"""Code points: lines of cells up to this length are read across; longer ones are running text, read downwards."""

_TRAILING: Final = re.compile(r"[ \t\u00a0]+$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading, an item of a list or a row of a table."""

    text: str
    """Line feeds where the line breaks, form feeds where the page does."""
    tight: bool = False
    """Whether it stands directly under a tight block before it, as rows and items do."""
    new_page: bool = False
    """Whether it stands at the top of a page."""


def joined(blocks: Iterable[Block]) -> str:
    """The blocks under one another with an empty line between them, but none between tight ones."""
    parts: list[str] = []
    tight = False
    for block in blocks:
        content = _TRAILING.sub("", block.text).strip("\n")
        if content.strip():
            parts += ("\n" if tight and block.tight else "\n\n", content)
            tight = block.tight
    return "".join(parts[1:])


def row_blocks(cells: Sequence[Sequence[Block]]) -> Iterator[Block]:
    """The lines of a table row, each cell given as its blocks.

    A row of one filled cell is no row but a frame around text, and its blocks stay as they are. Where several cells
    have several lines, they are read across if they are equally many and short, as signatures side by side are;
    otherwise cell by cell.
    """
    filled = [cell for cell in cells if joined(cell)]
    if len(filled) == 1:
        yield from filled[0]
        return
    columns = [_lines(cell) for cell in cells]
    yield from (Block(CELL_GAP.join(row).rstrip(), tight=True) for row in _rows(columns))


def _lines(cell: Sequence[Block]) -> list[str]:
    return [line for line in joined(cell).split("\n") if line.strip()]


def _rows(columns: Sequence[list[str]]) -> Iterator[Sequence[str]]:
    tall = [column for column in columns if len(column) > 1]
    if all(len(column) == len(tall[0]) for column in tall) and _fit_side_by_side(tall):
        yield from zip_longest(*columns, fillvalue="")
    elif len(tall) == 1:
        yield [column[0] if column else "" for column in columns]
        yield from ([line] for line in tall[0][1:])
    else:
        yield from ([line] for column in columns for line in column)


def _fit_side_by_side(tall: Sequence[list[str]]) -> bool:
    return len(tall) != 1 and all(len(line) <= _SIDE_BY_SIDE for column in tall for line in column)


@dataclass(slots=True)
class Pages:
    """Pages as they fill up: blocks in order, and at the foot of each the notes whose marks stand on it."""

    _done: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _notes: list[Block] = field(default_factory=list)
    _waiting: list[tuple[str, Block]] = field(default_factory=list)
    """Notes whose marks have not come yet."""

    def add(self, block: Block) -> None:
        """Put a block on the page; each form feed in it begins a new one."""
        if block.new_page and joined(self._blocks):
            self.turn()
        first, *rest = block.text.split(PAGE_BREAK)
        self._put(first, block)
        for text in rest:
            self.turn()
            self._put(text, block)

    def add_note(self, mark: str, text: str) -> None:
        """Put a note at the foot of the page on which its mark comes next."""
        self._waiting.append((mark, Block(f"{mark} {text}".replace(PAGE_BREAK, "\n"), tight=True)))

    def turn(self) -> None:
        """Begin a new page."""
        self._done.append(joined((*self._blocks, *self._notes)))
        self._blocks, self._notes = [], []

    def texts(self) -> list[str]:
        """The pages' texts; a last page without text is left out, as no printer prints it."""
        self._notes += (note for _, note in self._waiting)
        texts = [*self._done, joined((*self._blocks, *self._notes))]
        return texts if texts[-1] else texts[:-1]

    def _put(self, text: str, block: Block) -> None:
        self._blocks.append(Block(text, block.tight))
        self._notes += (note for mark, note in self._waiting if mark in text)
        self._waiting = [(mark, note) for mark, note in self._waiting if mark not in text]
