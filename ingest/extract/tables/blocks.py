"""Where tables stand: runs of rows, the lines of their headers, and the words above and below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from .headers import folded, names_money
from .lines import Piece, Printed

_MOST_BLANK: Final = 2
"""Blank lines that may part two rows, or a header from its rows."""
_MOST_WRAPPED: Final = 2
"""Lines of a label that wrapped, or of a heading inside a table, between two rows."""
_HEADER_LINES: Final = 4
_WORDS_ABOVE: Final = 3
_SHORT: Final = 60


@dataclass(slots=True)
class Block:
    """Rows that belong together, with what stands over them."""

    rows: list[Printed]
    header: list[Printed] = field(default_factory=list)
    above: list[Printed] = field(default_factory=list)
    """The lines over its header, the nearest last."""
    below: str = ""


def blocks(lines: Sequence[Printed]) -> Iterator[Block]:
    """The runs of rows of a document."""
    at, floor = 0, 0
    while at < len(lines):
        if not _is_row(lines[at]):
            at += 1
            continue
        end = _run_end(lines, at)
        header, top = _header(lines, at, floor)
        rows = [line for line in lines[at:end] if not line.blank]
        yield Block(rows, header, _above(lines, top, floor), _below(lines, end))
        at = floor = end


def _is_row(line: Printed) -> bool:
    """Does a number stand apart on the line?"""
    figures = line.figures
    return bool(figures) and (len(line.pieces) > 1 or figures[0].left > _SHORT // 4)


def _is_header(line: Printed) -> bool:
    """May the line be part of a header: words that stand apart, or years alone?"""
    return not line.blank and not line.figures and (len(line.pieces) > 1 or line.pieces[0].left > _SHORT // 6)


def _run_end(lines: Sequence[Printed], start: int) -> int:
    """One past the last row of the run that begins here."""
    end, at, blank, wrapped = start + 1, start + 1, 0, 0
    while at < len(lines) and blank <= _MOST_BLANK and wrapped <= _MOST_WRAPPED:
        line = lines[at]
        if line.blank:
            blank += 1
        elif _is_row(line) or _has_dash(line):
            end, blank, wrapped = at + 1, 0, 0
        elif _may_wrap(line, lines[end - 1]):
            wrapped += 1
        else:
            break
        at += 1
    return end


def _has_dash(line: Printed) -> bool:
    return len(line.pieces) > 1 and any(piece.is_dash for piece in line.pieces[1:])


def _may_wrap(line: Printed, above: Printed) -> bool:
    """Is it a short line of words under the words of a row?"""
    first = line.pieces[0]
    if (
        len(line.pieces) > 1
        or len(first.text) > _SHORT
        or first.text.endswith((".", ":"))
        and len(first.text) > _SHORT // 2
    ):
        return False
    return any(abs(first.left - piece.left) <= 4 for piece in above.pieces if not piece.is_number) and not names_header(
        line
    )


def names_header(line: Printed) -> bool:
    """Does a line of words name money, as headers do?"""
    return any(names_money(piece.text) for piece in line.pieces)


def _header(lines: Sequence[Printed], start: int, floor: int) -> tuple[list[Printed], int]:
    """The lines of the header over a run, and where they begin."""
    found: list[Printed] = []
    at, blank = start - 1, 0
    while at >= floor and len(found) < _HEADER_LINES:
        line = lines[at]
        if line.blank:
            if found or blank >= _MOST_BLANK:
                break
            blank += 1
        elif _is_header(line):
            found.insert(0, line)
        else:
            break
        at -= 1
    return found, start - len(found) - (blank if found else 0)


def _above(lines: Sequence[Printed], top: int, floor: int) -> list[Printed]:
    found: list[Printed] = []
    at, blank = top - 1, 0
    while at >= floor and len(found) < _WORDS_ABOVE and blank <= _MOST_BLANK:
        if lines[at].blank:
            blank += 1
            if found:
                break
        else:
            found.insert(0, lines[at])
        at -= 1
    return found


def _below(lines: Sequence[Printed], end: int) -> str:
    """The line under a run, where it may be a note to it."""
    following = (line for line in lines[end : end + _MOST_BLANK + 1] if not line.blank)
    return next(following, Printed(lines[end - 1].line, ())).words
