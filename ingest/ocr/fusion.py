"""Two readings of one picture made into one, word by word, where the words stand at the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ...corpus.words import Box
from ...swedish.words import known
from .signs import fold
from .tesseract import Found

_SAME_PLACE: Final = 0.6
"""Share of two words' boxes together that they have in common, at least, to be the same word."""
_DOUBTED: Final = 60
"""Confidence, at most, of a word with digits that the two readings give differently."""
_SURER: Final = 10
"""How much more sure the second reading must be of a word that the lexicon does not settle."""


def fused(first: Sequence[Found], second: Iterable[Found]) -> list[Found]:
    """The first reading, with the words of the second where they are better.

    Args:
        first: By the model that knows signs; its signs and digits stay.
        second: By the model of Swedish alone.
    """
    others = _by_row(second)
    return [_better(word, _counterpart(word, others)) for word in first]


def _better(word: Found, other: Found | None) -> Found:
    if other is None or other.text == word.text:
        return word if other is None else word._replace(confidence=max(word.confidence, other.confidence))
    if not _is_word(word.text) or not _is_word(other.text):
        doubted = any(map(str.isdigit, word.text)) and _digits(word.text) != _digits(other.text)
        return word._replace(confidence=min(word.confidence, _DOUBTED)) if doubted else word
    text = fold(word.text)
    if _is_known(text) != _is_known(other.text):
        return word._replace(text=other.text) if _is_known(other.text) else word
    return word._replace(text=other.text) if other.confidence > word.confidence + _SURER else word


def _is_word(text: str) -> bool:
    return _bare(text).replace("-", "").isalpha()


def _is_known(text: str) -> bool:
    return known(_bare(text))


def _bare(text: str) -> str:
    return text.strip('.,:;()"”’!?')


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _by_row(words: Iterable[Found]) -> dict[int, list[Found]]:
    """The words under each strip of the page that they touch."""
    rows = defaultdict(list)
    for word in words:
        for strip in _strips(word.box):
            rows[strip].append(word)
    return rows


def _strips(box: Box) -> Iterator[int]:
    return iter(range(int(box.top) // _STRIP, int(box.bottom) // _STRIP + 1))


_STRIP: Final = 32
"""Pixels; about a row."""


def _counterpart(word: Found, rows: dict[int, list[Found]]) -> Found | None:
    near = {other for strip in _strips(word.box) for other in rows.get(strip, ())}
    best = max(near, key=lambda other: _overlap(word.box, other.box), default=None)
    return best if best and _overlap(word.box, best.box) >= _SAME_PLACE else None


def _overlap(a: Box, b: Box) -> float:
    """Area in common as a share of the area of both together."""
    width = min(a.x1, b.x1) - max(a.x0, b.x0)
    height = min(a.bottom, b.bottom) - max(a.top, b.top)
    if width <= 0 or height <= 0:
        return 0.0
    common = width * height
    return common / (_area(a) + _area(b) - common)


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.bottom - box.top)
