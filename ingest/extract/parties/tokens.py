"""The words of a document in their order, each with what parts it from the one before.

A name runs on over a line break where the line was full, and stops there where the next line is an entry of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

from ..layout.structure import Line, Structure, Zone

TOKEN: Final = re.compile(r"[^\W_]+(?:(?:['’&.+-]|:(?=[sean]\b))[^\W_]+)*|[^\W\d_]\.|[^\w\s]")
"""A word, a number, an initial with its point, or a sign."""
_COLUMN: Final = 3
"""Blanks that part columns."""
_FULL: Final = 0.9
"""Share of the lines that are at most as long as a full line."""
_RAGGED: Final = 0.97
"""Share of the width from which a line that could not hold the next word was full."""
_PROSE: Final = 0.3
"""Share of a block's lines that begin with a small letter when it is running text, however narrow."""
_LEAST_PROSE: Final = 4
_NEAR: Final = 4
"""Lines above and below from which a line is known to stand in a text printed with double spacing."""
_DOUBLE_SPACED: Final = 0.75
"""Share of the lines with an empty one below in such a text."""


class Gap(IntEnum):
    """What parts a word from the one before; up to WORD a name may run across it."""

    NONE = 0
    WORD = 1
    LINE = 2
    COLUMN = 3
    PARAGRAPH = 4


class Token(NamedTuple):
    """A word, a number or a sign."""

    text: str
    start: int
    """Offset in the document's text as repaired."""
    end: int
    gap: Gap
    capital: bool
    """Does it begin with a capital?"""
    line: int
    """Index into the structure's lines."""


def tokens(structure: Structure) -> list[Token]:
    """The words of all lines but heads and feet of pages."""
    lines = [(number, line) for number, line in enumerate(structure.lines) if line.zone is not Zone.FURNITURE]
    printed = [(number, line) for number, line in lines if structure.text[line.start : line.end].strip()]
    found: list[Token] = []
    for (number, line), gap in zip(printed, _gaps(structure.text, printed), strict=True):
        found.extend(words_of(structure.text, number, line, gap))
    return found


def words_of(text: str, number: int, line: Line, gap: Gap) -> Iterator[Token]:
    """The words of one line; `gap` parts it from the line above."""
    above = line.start
    for match in TOKEN.finditer(text, line.start, line.end):
        start, end = match.span()
        if above != line.start:
            between = text[above:start]
            gap = Gap.NONE if not between else Gap.COLUMN if len(between) >= _COLUMN or "\t" in between else Gap.WORD
        yield Token(match[0], start, end, gap, match[0][0].isupper(), number)
        above = end


def _gaps(text: str, printed: Sequence[tuple[int, Line]]) -> Iterator[Gap]:
    """What parts each printed line from the one above."""
    if not printed:
        return
    shown = [text[line.start : line.end] for _, line in printed]
    skipped = [below[0] - above[0] - 1 for above, below in pairwise(printed)]
    ends = [count > 1 or (count == 1 and not _spaced(skipped, place)) for place, count in enumerate(skipped)]
    widths = _widths(shown, ends)
    yield Gap.PARAGRAPH
    for place, end in enumerate(ends):
        if end:
            yield Gap.PARAGRAPH
        else:
            below = shown[place + 1].lstrip()
            needed = len(shown[place].rstrip()) + 1 + len(below.split(maxsplit=1)[0])
            yield Gap.WORD if needed > _RAGGED * widths[place] else Gap.LINE


def _spaced(skipped: Sequence[int], place: int) -> bool:
    """Is the text printed with an empty line below each line here?"""
    near = skipped[max(0, place - _NEAR) : place + _NEAR + 1]
    return sum(count == 1 for count in near) >= _DOUBLE_SPACED * (2 * _NEAR + 1)


def _widths(shown: Sequence[str], ends: Sequence[bool]) -> list[int]:
    """How long each line could have been: as long as the page's, or as its block's where that is running text."""
    lengths = sorted(map(len, map(str.rstrip, shown)))
    usual = lengths[min(len(lengths) - 1, int(_FULL * len(lengths)))]
    widths: list[int] = []
    block: list[str] = []
    for line, end in zip(shown, [*ends, True], strict=True):
        block.append(line)
        if end:
            widths.extend([_width(block, usual)] * len(block))
            block = []
    return widths


def _width(block: Sequence[str], usual: int) -> int:
    small = sum(line.lstrip()[:1].islower() for line in block[1:])
    if len(block) >= _LEAST_PROSE and small >= _PROSE * len(block):
        return max(len(line.rstrip()) for line in block)
    return usual
