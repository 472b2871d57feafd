"""Lines as cells: what stands apart on a line, where, and which of it is a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import Final

from ....corpus.facts import Unit
from ..layout.structure import Line, Structure, Zone
from ..values.numerals import numbers
from ..values.units import mark_after

_PIECE: Final = re.compile(r"\S+(?: \S+)*")
_TAB: Final = 200
"""Columns of print that a tab counts as: cells parted by tabs are placed by their number."""
_DASH: Final = re.compile(r"[-\u2013\u2212]{1,2}")
_FIGURE: Final = re.compile(r"(?P<sign>[-\u2212\u2013+] ?)?(?P<bracket>\()?(?=[\dOl])")
_REST: Final = re.compile(r"\)?[*¹²³]?\)?")
_YEAR: Final = re.compile(r"(?:år )?((?:19|20)\d\d)(?: ?[*¹²³]\)?)?", re.IGNORECASE)
_MOST_PIECES: Final = 40
"""No table has more columns; what stands farther right on a line is left to the running text."""
_LONGEST: Final = 40
"""A cell longer than this is no number."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands apart on a line."""

    start: int
    """In the document's text."""
    end: int
    left: int
    """Where on the line it begins, in columns of print."""
    right: int
    text: str
    value: Decimal | None = None
    """As printed, before the unit of its column."""
    unit: Unit | None = None
    """Its own, where it has one."""
    factor: Decimal | None = None
    """Of its own unit."""
    grouped: bool = False
    doubt: tuple[str, ...] = ()

    @property
    def is_number(self) -> bool:
        """Is it a number, its unit with it?"""
        return self.value is not None

    @property
    def is_year(self) -> bool:
        """Is it a year and nothing more?"""
        return self.unit is None and _YEAR.fullmatch(self.text) is not None

    @property
    def is_dash(self) -> bool:
        """Does a dash say that there is nothing?"""
        return _DASH.fullmatch(self.text) is not None


@dataclass(frozen=True, slots=True)
class Printed:
    """A line with its pieces; none on a blank one."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def blank(self) -> bool:
        """Does nothing stand on it?"""
        return not self.pieces

    @property
    def figures(self) -> list[Piece]:
        """Its numbers, years left out."""
        return [piece for piece in self.pieces if piece.is_number and not piece.is_year]

    @property
    def words(self) -> str:
        """What stands on it."""
        return " ".join(piece.text for piece in self.pieces)


def printed(structure: Structure) -> Iterator[Printed]:
    """The lines of a document that are not the heads or feet of its pages, in pieces."""
    for line in structure.lines:
        if line.zone is not Zone.FURNITURE:
            words = structure.text[line.start : line.end]
            yield Printed(line, tuple(islice(_pieces(words, line.start), _MOST_PIECES)))


def _pieces(words: str, offset: int) -> Iterator[Piece]:
    shift = 0
    counted = 0
    for match in _PIECE.finditer(words):
        if "\t" in words:
            tabs = words.count("\t", counted, match.start())
            counted, shift = match.start(), shift + tabs * _TAB
            left = shift
        else:
            left = match.start()
        yield piece_at(offset + match.start(), left, match.group())


def piece_at(start: int, left: int, text: str) -> Piece:
    """The piece that begins at an offset of the text and at a column of its line."""
    end, right = start + len(text), left + len(text)
    figure = _FIGURE.match(text) if len(text) <= _LONGEST else None
    number = next(numbers(text, figure.end()), None) if figure else None
    if figure is None or number is None or number.start != figure.end() or number.words or number.broken:
        return Piece(start, end, left, right, text)
    mark = mark_after(text, number.end)
    if not _REST.fullmatch(text, mark.end if mark else number.end) or (mark and mark.unit is None):
        return Piece(start, end, left, right, text)
    negative = figure["bracket"] or (figure["sign"] or "+")[0] != "+"
    value = -number.value if negative and number.value else number.value
    unit, factor = (mark.unit, mark.factor) if mark else (None, None)
    return Piece(start, end, left, right, text, value, unit, factor, number.grouped, number.doubt)
