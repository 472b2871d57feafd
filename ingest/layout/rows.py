"""From words with their places to the text of a page, for digital pages and recognised ones alike.

Rows are built from the boxes, because neither a PDF nor Tesseract keeps the cells of a table row together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple

from ...corpus.words import Box, Word, Words
from .columns import Gutter, Run, find_gutter

_NEW_ROW: Final = 0.55
"""Distance between the centres of two rows, at least, in median word heights."""
_COLUMN_BREAK: Final = 0.75
"""Gap between two words that is more than a word space, even of a justified line, in median word heights."""
_BREAK_CHARACTERS: Final = 1.5
"""The same in widths of a character: a typewriter's word space is one."""
_COLUMN_SPACES: Final = 2
_WIDEST: Final = 120
"""Columns of text that a printed line is spread over at most."""
_NEW_PARAGRAPH: Final = 1.35
"""Distance of two rows that shows a new paragraph, in distances of close rows; Word's default is 1.5."""

_DEEPEST: Final = 12
"""Columns within columns and one below the other; no real page comes near."""


class Token(NamedTuple):
    """A word as it was found on the page."""

    text: str
    box: Box
    confidence: int | None = None
    """0 to 100; None where the letters came with the file."""


class _Row(NamedTuple):
    centre: float
    tokens: list[Token]
    """From left to right."""


class _Scale(NamedTuple):
    """What is normal on this page, in points."""

    height: float
    """Of a word."""
    character: float
    """Width of a character."""
    slope: float
    """Of the rows: points down for each point to the right."""

    @property
    def column_break(self) -> float:
        """Points: the least gap between two columns."""
        return max(_COLUMN_BREAK * self.height, _BREAK_CHARACTERS * self.character)

    def centre(self, token: Token) -> float:
        x0, top, x1, bottom = token.box
        return (top + bottom - self.slope * (x0 + x1)) / 2


def lay_out(tokens: Iterable[Token], slope: float = 0.0) -> tuple[str, Words]:
    """The text of a page and the place of each word in it, in reading order.

    Rows become lines; where there is more than a word space between two words stand two spaces or more, so that
    the columns of tables stay visible; a blank line divides paragraphs. Columns of prose follow each other.

    Args:
        tokens: In any order; those without text are passed over.
        slope: How far the rows fall, points down for each point to the right.
    """
    found = [token for token in tokens if token.text and not token.text.isspace()]
    if not found:
        return "", Words()
    scale = _measure(found, slope)
    return _write(list(_read(found, scale)), scale)


def _measure(tokens: Sequence[Token], slope: float) -> _Scale:
    heights = [token.box.bottom - token.box.top for token in tokens]
    characters = [(token.box.x1 - token.box.x0) / len(token.text) for token in tokens]
    return _Scale(median(heights) or 1.0, median(characters) or 1.0, slope)


def _read(tokens: Sequence[Token], scale: _Scale, depth: int = 0) -> Iterator[_Row]:
    """The rows in the order in which a reader takes them."""
    if not tokens:
        return
    rows = list(_rows(tokens, scale))
    gutter = find_gutter(list(_runs(rows, scale)), scale.height) if depth < _DEEPEST else None
    if gutter is None:
        yield from rows
        return
    for part in _parts(rows, gutter):
        yield from _read(part, scale, depth + 1)


def _parts(rows: Sequence[_Row], gutter: Gutter) -> Iterator[list[Token]]:
    """What stands above the columns, the left one, the right one, what stands below."""
    end = gutter.last + 1
    yield [token for row in rows[: gutter.first] for token in row.tokens]
    beside = [token for row in rows[gutter.first : end] for token in row.tokens]
    yield [token for token in beside if token.box.x0 < gutter.x]
    yield [token for token in beside if token.box.x0 >= gutter.x]
    yield [token for row in rows[end:] for token in row.tokens]


def _rows(tokens: Sequence[Token], scale: _Scale) -> Iterator[_Row]:
    """Rows from top to bottom, each from left to right."""
    apart = _NEW_ROW * scale.height
    placed = sorted(((scale.centre(token), token) for token in tokens), key=lambda pair: pair[0])
    row, total = [placed[0][1]], placed[0][0]
    for centre, token in placed[1:]:
        if centre - total / len(row) > apart:
            yield _row(row, total)
            row, total = [], 0.0
        row.append(token)
        total += centre
    yield _row(row, total)


def _row(tokens: list[Token], total: float) -> _Row:
    tokens.sort(key=lambda token: token.box.x0)
    return _Row(total / len(tokens), tokens)


def _runs(rows: Iterable[_Row], scale: _Scale) -> Iterator[Run]:
    for number, row in enumerate(rows):
        begin = 0
        for i, gap in enumerate(_gaps(row.tokens), 1):
            if gap > scale.column_break:
                yield _run(number, row.centre, row.tokens[begin:i])
                begin = i
        yield _run(number, row.centre, row.tokens[begin:])


def _run(number: int, centre: float, tokens: Sequence[Token]) -> Run:
    words = sum(token.text[0].isalpha() for token in tokens)
    right = max(token.box.x1 for token in tokens)
    return Run(number, tokens[0].box.x0, right, centre, words, tokens[0].text[0].islower())


def _gaps(tokens: Sequence[Token]) -> Iterator[float]:
    return (after.box.x0 - before.box.x1 for before, after in pairwise(tokens))


def _write(rows: Sequence[_Row], scale: _Scale) -> tuple[str, Words]:
    pieces: list[str] = []
    words: list[Word] = []
    at = 0
    for space, token in _spaced(rows, scale):
        text = unicodedata.normalize("NFC", token.text)
        pieces += (space, text)
        at += len(space) + len(text)
        words.append(Word(at - len(text), at, token.box, token.confidence))
    return "".join(pieces), Words(words)


def _spaced(rows: Sequence[_Row], scale: _Scale) -> Iterator[tuple[str, Token]]:
    """Each word with the white space before it."""
    breaks = ["", *_line_breaks([row.centre for row in rows])]
    for line_break, row in zip(breaks, rows, strict=True):
        yield line_break, row.tokens[0]
        left, length = row.tokens[0].box.x0, len(row.tokens[0].text)
        for gap, token in zip(_gaps(row.tokens), row.tokens[1:], strict=True):
            column = min(round((token.box.x0 - left) / scale.character), _WIDEST)
            space = " " * (max(_COLUMN_SPACES, column - length) if gap > scale.column_break else 1)
            yield space, token
            length += len(space) + len(token.text)


def _line_breaks(centres: Sequence[float]) -> Iterator[str]:
    steps = [below - above for above, below in pairwise(centres)]
    downwards = sorted(step for step in steps if step > 0)
    usual = downwards[len(downwards) // 4] if downwards else 0.0
    return ("\n\n" if step > _NEW_PARAGRAPH * usual else "\n" for step in steps)
