"""Cells of a printed line, and what stands above them: a column of dates is headed by what they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from ....swedish.dates import around_dates
from ..structure import Line, Structure

_GAP: Final = re.compile(r"[ \u00a0]{3,}|\t+")
_LINES_ABOVE: Final = 40
"""A table longer than that has lost its heading, for this purpose."""
_FIGURES: Final = re.compile(r"\d")


def cells(words: str) -> list[tuple[int, int]]:
    """[start, end) of each column's words on a line; one for a line that has no columns."""
    bounds = [0]
    for gap in _GAP.finditer(words.rstrip()):
        bounds += [gap.start(), gap.end()]
    pairs = zip(bounds[::2], [*bounds[1::2], len(words.rstrip())], strict=True)
    return [(start, end) for start, end in pairs if words[start:end].strip()]


def cell(words: str, start: int) -> tuple[int, int]:
    """The column's words that hold an offset."""
    return next(((first, end) for first, end in cells(words) if first <= start < end), (0, len(words)))


def is_row(words: str, start: int) -> bool:
    """Does a line hold, beside the column at an offset, another with figures that are no date's?"""
    others = [words[left:right] for left, right in cells(words) if not left <= start < right]
    return any(_FIGURES.search("".join(around_dates(column)[0])) for column in others)


def heading_of(structure: Structure, line: Line, start: int) -> str:
    """The words that head the column in which an offset of the document stands; "" where nothing does."""
    words = structure.words_of(line)
    left, right = cell(words, start - line.start)
    for above in _above(structure, line):
        printed = structure.words_of(above)
        over = [printed[a:b] for a, b in cells(printed) if a < right and b > left]
        if len(cells(printed)) > 1 and over and not _FIGURES.search(over[0]):
            return over[0]
    return ""


def _above(structure: Structure, line: Line) -> Iterator[Line]:
    at = bisect_left(structure.lines, line.start, key=lambda one: one.start)
    return (structure.lines[above] for above in range(at - 1, max(-1, at - 1 - _LINES_ABOVE), -1))
