"""Money that stands alone on a line, under a header whose columns came one after the other, or beside its label.

Text layers of PDF tables often come cell by cell: "Startdatum -", "Slutdatum", "Kostnad", then, below a description of
any length, "2020-07-01 -", "2021-06-30", "400 384".
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from ..values.lists import any_stem
from ..values.units import unit_named
from .headers import Setting, column, folded, names_money
from .lines import Piece, Printed, piece_at
from .model import Column, ColumnKind, Table
from .reading import cell_of, plain_cell, row_of, term_of

_HEADER_WORDS: Final = 5
"""A longer line is no header of one column."""
_HEADER_REACH: Final = 4
"""Lines within which the other words of a header stand."""
_CELL_REACH: Final = 150
"""Lines that the cells of one row may fill before its money comes."""
_TERM_REACH: Final = 3
"""Lines on which the days of a row stand, right above its money."""
_SHORT: Final = 60
_THOUSAND: Final = 1000
_OTHER_HEADER: Final = re.compile(
    rf"(?<!\w)(?:{any_stem('table_others')}|{any_stem('table_times')})(?!\w)", re.IGNORECASE
)
_DAYS: Final = re.compile(r"[\d\s./\u2013-]{6,}")
_LABELLED: Final = re.compile(r"(?P<label>[^\d:=]{3,70}[:=]) ?(?P<number>[-\u2212+]?\d.*)")
_MONEY: Final = Setting(money=True)
_LABELS: Final = Column("", ColumnKind.LABEL)


def lone(lines: Sequence[Printed], taken: Container[int]) -> Iterator[Table]:
    """The sums that stand alone, each as a table of one row; none of those that begin at an offset in `taken`."""
    shown = [line for line in lines if not line.blank]
    header, left = None, 0
    for at, line in enumerate(shown):
        found = _header(shown, at)
        header, left = (found, _CELL_REACH) if found else (header, left - 1)
        piece = line.pieces[-1]
        if piece.start in taken or found:
            continue
        if header and left > 0 and len(line.pieces) == 1 and _is_money(piece, header):
            left = _CELL_REACH
            cells = (cell_of(piece, 0, header),)
            yield Table("", (header,), (row_of(cells, "", _term(shown, at)),))
        else:
            yield from _labelled(line)


def _header(lines: Sequence[Printed], at: int) -> Column | None:
    """The column of money that a line is the header of, or the last line of it."""
    words = lines[at].words
    if len(words.split()) > _HEADER_WORDS or words.endswith((".", ",")) or not names_money(words):
        return None
    before = lines[max(0, at - _HEADER_REACH) : at + 1]
    others = any(_OTHER_HEADER.search(folded(line.words)) and len(line.words) <= _SHORT for line in before)
    followed = any(len(line.pieces) == 1 and line.figures for line in lines[at + 1 : at + 3])
    if lines[at].figures or not (others or followed):
        return None
    return column(words, _MONEY)


def _is_money(piece: Piece, under: Column) -> bool:
    """Is it a sum: in kronor, with its thousands apart, or in the unit that the header names?"""
    if piece.value is None or piece.unit == "%" or piece.is_year:
        return False
    large = piece.grouped and abs(piece.value) >= _THOUSAND
    return piece.unit is not None or large or unit_named(under.header) is not None


def _term(lines: Sequence[Printed], at: int) -> tuple[str | None, str | None]:
    """The days on the lines right above a sum."""
    days: list[str] = []
    for line in reversed(lines[max(0, at - _TERM_REACH) : at]):
        if not _DAYS.fullmatch(line.words) or line.figures:
            break
        days.insert(0, line.words)
    return term_of(days)


def _labelled(line: Printed) -> Iterator[Table]:
    """The sum of a line such as "Sökt belopp:   500 000"."""
    label, number = _split(line)
    if number is None or number.unit is not None or not names_money(label):
        return
    under = column(label, _MONEY)
    if _is_money(number, under):
        labelled = Piece(line.pieces[0].start, line.pieces[0].start + len(label), 0, len(label), label)
        cells = (plain_cell(labelled, 0), cell_of(number, 1, under))
        yield Table("", (_LABELS, under), (row_of(cells, label, (under.from_, under.to)),))


def _split(line: Printed) -> tuple[str, Piece | None]:
    """The label and the number that make up a line."""
    first = line.pieces[0]
    if len(line.pieces) == 2:
        return first.text, line.pieces[1]
    match = _LABELLED.fullmatch(first.text) if len(line.pieces) == 1 else None
    if match is None:
        return first.text, None
    return match["label"], piece_at(first.start + match.start("number"), 0, match["number"])
