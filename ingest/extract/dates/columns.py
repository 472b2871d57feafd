"""Cells of a printed line, and what stands above them: a column of dates is headed by what they are."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ....swedish.dates import around_dates
from ..layout.structure import Structure

_GAP: Final = re.compile(r"[ ]{3,}|\t+")
_LINES_ABOVE: Final = 40
"""A table longer than that has lost its heading, for this purpose."""
_WIDEST: Final = 400
"""Code points of a line of a table."""
_FIGURES: Final = re.compile(r"\d")


@lru_cache(maxsize=256)  # rows of a table ask for those above them again and again
def cells(words: str) -> tuple[tuple[int, int], ...]:
    """[start, end) of each column's words on a line; one for a line that has no columns."""
    bounds = [0]
    for gap in _GAP.finditer(words.rstrip()):
        bounds += [gap.start(), gap.end()]
    pairs = zip(bounds[::2], [*bounds[1::2], len(words.rstrip())], strict=True)
    return tuple((start, end) for start, end in pairs if words[start:end].strip())


def cell(words: str, start: int) -> tuple[int, int]:
    """The column's words that hold an offset."""
    return next(((first, end) for first, end in cells(words) if first <= start < end), (0, len(words)))


def is_row(words: str, start: int) -> bool:
    """Does a line hold, beside the column at an offset, another with figures that are no date's?"""
    others = [words[left:right] for left, right in cells(words) if not left <= start < right]
    return any(_FIGURES.search("".join(around_dates(column)[0])) for column in others)


def heading_of(structure: Structure, number: int, left: int, right: int) -> str:
    """The words above a column, [left, right) of a line by its number; "" where nothing heads it."""
    for above in range(number - 1, max(-1, number - 1 - _LINES_ABOVE), -1):
        line = structure.lines[above]
        printed = structure.text[line.start : min(line.end, line.start + _WIDEST)]
        over = [printed[start:end] for start, end in cells(printed) if start < right and end > left]
        if len(cells(printed)) > 1 and over and not _FIGURES.search(over[0]):
            return over[0]
    return ""
