"""From the letters of a PDF page to its words, whichever way they are printed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ....corpus.words import Box, Word, Words
from ...layout.rows import Token, lay_out
from .glyphs import Drawing, Glyph

_WORD_SPACE: Final = 0.17
"""Gap that parts two words, in sizes of the letters: word spaces have 0.2 and more, spaced print and kerning less."""
_BACKWARDS: Final = 0.6
"""How far a letter may begin before the end of the last one, in sizes: under an accent that was drawn first."""
_DRAWN_ACCENTS: Final = {"¨": "\u0308", "˚": "\u030a", "´": "\u0301"}
"""TeX draws å, ä, ö and é as an accent and then the letter; these are the accents that combine with a letter."""
_ACCENTED: Final = re.compile("([¨˚´])([aeouAEOU])")
_SAME_LINE: Final = 0.5
"""Distance of baselines within a word, in sizes: the 2 of m² still belongs to it."""
_SAME_NUMBER: Final = 0.1
"""The same after a digit: a raised 1 is a footnote, not the last digit of an amount."""
_TOUCHING: Final = 0.08
"""Gap of letters that touch, though they are drawn apart from each other, in sizes."""
_BLOCKS: Final = "\n\n"
_OVERPRINT: Final = 0.1
"""Letters closer than this, in sizes, are one letter printed twice to look bold."""


class Printed(NamedTuple):
    """The text of a page turned upright."""

    text: str
    words: Words
    width: float
    height: float
    rotation: int
    """Degrees clockwise that the page must be turned for most of its text to stand upright."""


def print_out(drawing: Drawing) -> Printed:
    """The text of a page, in its main direction; then what stands across it in the margins, then what leans."""
    glyphs = _once(drawing.glyphs)
    rotation = _main_turn(glyphs)
    sheet = _Sheet(drawing.width, drawing.height)
    blocks = [_block(group, sheet, turn, rotation) for turn, group in _by_turn(glyphs, rotation)]
    upright = sheet.turned(rotation)
    return Printed(*_joined(blocks), upright.width, upright.height, rotation)


class _Sheet(NamedTuple):
    width: float
    height: float

    def turned(self, turn: int) -> _Sheet:
        return self if turn % 180 == 0 else _Sheet(self.height, self.width)

    def turn(self, box: Box, turn: int) -> Box:
        """The box on the sheet turned clockwise by 0, 90, 180 or 270 degrees."""
        x0, top, x1, bottom = box
        match turn % 360:
            case 90:
                return Box(self.height - bottom, x0, self.height - top, x1)
            case 180:
                return Box(self.width - x1, self.height - bottom, self.width - x0, self.height - top)
            case 270:
                return Box(top, self.width - x1, bottom, self.width - x0)
        return box


def _once(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs without those printed twice; spaces do no harm."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for glyph in glyphs:
        text, (x0, top, *_), size, _turn = glyph
        unit = _OVERPRINT * max(size, 1.0)
        near = {(text, int(x0 / unit), int(top / unit)), (text, int(x0 / unit + 0.5), int(top / unit + 0.5))}
        if text == " " or seen.isdisjoint(near):
            kept.append(glyph)
        seen |= near
    return kept


def _main_turn(glyphs: Iterable[Glyph]) -> int:
    turns = Counter(glyph.turn for glyph in glyphs if glyph.turn is not None)
    return turns.most_common(1)[0][0] if turns else 0


def _by_turn(glyphs: Iterable[Glyph], first: int) -> list[tuple[int | None, list[Glyph]]]:
    groups = defaultdict[int | None, list[Glyph]](list)
    for glyph in glyphs:
        groups[glyph.turn].append(glyph)
    return sorted(groups.items(), key=lambda group: (group[0] != first, group[0] is None, group[0] or 0))


def _block(glyphs: Sequence[Glyph], sheet: _Sheet, turn: int | None, rotation: int) -> tuple[str, Words]:
    """The text of what is printed in one direction, with boxes on the page turned by `rotation`."""
    if turn is None:
        text, words = _in_sequence(_token(word) for space, word in _at_spaces(glyphs) if not space)
        turn = 0
    else:
        upright = glyphs if turn == 0 else [glyph._replace(box=sheet.turn(glyph.box, turn)) for glyph in glyphs]
        text, words = lay_out(map(_token, _whole_words(list(_fragments(upright)))))
    if turn == rotation:
        return text, words
    back, away = sheet.turned(turn), (rotation - turn) % 360
    return text, Words(Word(word.start, word.end, back.turn(word.box, away)) for word in words)


def _at_spaces(glyphs: Iterable[Glyph]) -> Iterator[tuple[bool, list[Glyph]]]:
    return ((space, list(run)) for space, run in groupby(glyphs, key=lambda glyph: glyph.text.isspace()))


def _in_sequence(tokens: Iterable[Token]) -> tuple[str, Words]:
    """Leaning words as one line, in the order in which they are drawn: rows mean nothing to them."""
    text, words = "", []
    for token in tokens:
        start = len(text) + bool(text)
        text = f"{text} {token.text}" if text else token.text
        words.append(Word(start, len(text), token.box))
    return text, Words(words)


def _fragments(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    """Runs of letters that are drawn one after the other and touch."""
    fragment: list[Glyph] = []
    for glyph in glyphs:
        if fragment and (glyph.text.isspace() or not _continues(fragment[-1], glyph, _WORD_SPACE)):
            yield fragment
            fragment = []
        if not glyph.text.isspace():
            fragment.append(glyph)
    if fragment:
        yield fragment


def _continues(last: Glyph, glyph: Glyph, space: float) -> bool:
    size = max(last.size, glyph.size)
    same_line = _SAME_NUMBER if last.text.isdigit() else _SAME_LINE
    gap = glyph.box.x0 - last.box.x1
    return -_BACKWARDS * size <= gap <= space * size and abs(glyph.box.bottom - last.box.bottom) <= same_line * size


def _whole_words(fragments: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """The fragments, those joined that are drawn apart, or out of order, and touch on the page."""
    rows = defaultdict[int, list[list[Glyph]]](list)
    for fragment in fragments:
        rows[round(fragment[0].box.bottom)].append(fragment)
    for row in rows.values():
        yield from _fused(sorted(row, key=lambda fragment: fragment[0].box.x0))


def _fused(row: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    word = row[0]
    for fragment in row[1:]:
        if _continues(word[-1], fragment[0], _TOUCHING):
            word = word + fragment
        else:
            yield word
            word = fragment
    yield word


def _token(fragment: Sequence[Glyph]) -> Token:
    boxes = [glyph.box for glyph in fragment]
    top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
    left, right = min(box.x0 for box in boxes), max(box.x1 for box in boxes)
    text = "".join(glyph.text for glyph in fragment)
    return Token(_ACCENTED.sub(_combined, text), Box(left, top, right, bottom))


def _combined(drawn: re.Match[str]) -> str:
    accent, letter = drawn.groups()
    return letter + _DRAWN_ACCENTS[accent]


def _joined(blocks: Iterable[tuple[str, Words]]) -> tuple[str, Words]:
    text, words = "", []
    for block, own in blocks:
        separator = _BLOCKS if text and block else ""
        start = len(text) + len(separator)
        text += separator + block
        words += [Word(word.start + start, word.end + start, word.box) for word in own]
    return text, Words(words)
