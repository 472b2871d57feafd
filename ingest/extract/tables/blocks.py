"""Where tables stand: runs of rows, the lines of their headers, and the words above and below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from ..values.units import unit_named
from .headers import names_money
from .lines import Printed

_MOST_BLANK: Final = 2
"""Blank lines that may part two rows, or a header from its rows."""
_MOST_WRAPPED: Final = 2
"""Lines of a label that wrapped, or of a heading inside a table, between two rows."""
_SWAY: Final = 4
"""Columns of print by which words of one column may begin apart."""
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
        elif _may_wrap(line, lines[end - 1]) or _at_edge(lines, at):
            wrapped += 1
        else:
            break
        at += 1
    return end


def _has_dash(line: Printed) -> bool:
    return len(line.pieces) > 1 and any(piece.is_dash for piece in line.pieces[1:])


def _may_wrap(line: Printed, above: Printed) -> bool:
    """Are these words that wrapped, or a heading of the next rows: under words of the row above, and no header?"""
    if len(line.pieces) > 1 and _names_money(line):
        return False
    if len(line.words) > _SHORT or line.words.endswith(":") or unit_named(line.words):
        return False
    lefts = [piece.left for piece in above.pieces if not piece.is_number]
    return all(any(abs(piece.left - left) <= _SWAY for left in lefts) for piece in line.pieces)


def _at_edge(lines: Sequence[Printed], at: int) -> bool:
    """Is it the first or the last line of a page, such as a foot that was not known for one, and no header?"""
    page = lines[at].line.page
    beside = lines[max(0, at - _MOST_BLANK) : at + _MOST_BLANK + 1]
    return any(line.line.page != page for line in beside) and not _names_money(lines[at])


def _names_money(line: Printed) -> bool:
    return any(names_money(piece.text) or piece.is_year for piece in line.pieces)


def _header(lines: Sequence[Printed], start: int, floor: int) -> tuple[list[Printed], int]:
    """The lines of the header over a run, and where they begin; a heading of the first rows may stand in between."""
    found: list[Printed] = []
    at, skipped = start - 1, 0
    while at >= floor and len(found) < _HEADER_LINES:
        line = lines[at]
        if _is_header(line):
            found.insert(0, line)
        elif found or skipped > _MOST_BLANK or not (line.blank or _may_head_rows(line)):
            break
        else:
            skipped += 1
        at -= 1
    return (found, at + 1) if found else ([], start)


def _may_head_rows(line: Printed) -> bool:
    """Is it a short line of its own, such as "Intäkter" over the first of its rows?"""
    return len(line.pieces) == 1 and len(line.words) <= _SHORT // 2 and not line.words.endswith((".", ":"))


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
