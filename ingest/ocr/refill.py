"""A page's reading with the words put in that it lacked, and the numbers marked that may still lack a digit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ...corpus.words import Box
from .tesseract import Found
from .unread import Place

_COVERED: Final = 0.5
"""Share of a sign's width, at least, that a word takes to have read it."""
_SAME: Final = 0.6
"""Share of the narrower of two words, at least, that they have in common to be the same print."""
_LEAST_CONFIDENCE: Final = 60
"""Of a word without digits; below it is dirt. Digits stay, and their confidence marks them."""
_LEAST_FIGURES: Final = 30
_BESIDE: Final = 1.2
"""Gap up to which an unread sign may be a digit of the number beside it, in heights of the number."""
_DOUBTED: Final = 60
"""Confidence, at most, of a number that may lack a digit, or has others when it is read again."""
_FIGURES: Final = re.compile(r"\d[\d.,:/–-]*")


class Refilled(NamedTuple):
    """A reading with what was missing."""

    found: list[Found]
    unread: list[Box]
    """Signs that stay unread."""


def refilled(found: Iterable[Found], places: Sequence[Place], readings: Iterable[Sequence[Found]]) -> Refilled:
    """The reading with the words that stand in its gaps; its own words stay, and numbers in doubt are marked.

    Args:
        found: The words of the page.
        places: Where signs stand that are in none of them.
        readings: The words at each place, in pixels of its crop.
    """
    words, unread = list(found), list[Box]()
    for place, reading in zip(places, readings, strict=True):
        here = [_moved(word, place.crop) for word in reading]
        new = [part for word in here if _covers_any(word, place.signs) for part in _new(word, words)]
        missed = [sign for sign in place.signs if not any(_covers(word.box, sign) for word in new)]
        missed = [sign for sign in missed if not any(_covers(word.box, sign) and _agrees(word, words) for word in here)]
        words = [_marked(word, missed, here) for word in words]
        line = (-1, 0, len(words))
        words += [word._replace(line=line) for word in new]
        unread += missed
    return Refilled(words, unread)


def _moved(word: Found, crop: Box) -> Found:
    x0, top, x1, bottom = word.box
    return word._replace(box=Box(x0 + crop.x0, top + crop.top, x1 + crop.x0, bottom + crop.top))


def _covers_any(word: Found, signs: Iterable[Box]) -> bool:
    return any(_covers(word.box, sign) for sign in signs)


def _covers(box: Box, sign: Box) -> bool:
    return min(box.x1, sign.x1) - max(box.x0, sign.x0) >= _COVERED * (sign.x1 - sign.x0)


def _new(word: Found, words: Iterable[Found]) -> Iterator[Found]:
    """The word, or the part of it that is not among the words."""
    if word.confidence < (_LEAST_FIGURES if _FIGURES.fullmatch(word.text) else _LEAST_CONFIDENCE):
        return
    same = [other for other in words if _is_same(word.box, other.box)]
    if not same:
        yield word
    elif len(same) == 1 and len(same[0].text) < len(word.text) and word.text.endswith(same[0].text):
        left = word.box._replace(x1=same[0].box.x0)
        yield word._replace(text=word.text.removesuffix(same[0].text), box=left)


def _agrees(word: Found, words: Iterable[Found]) -> bool:
    """Whether the sign was in one of the words after all, and only its box is too narrow."""
    return any(word.text == other.text and _is_same(word.box, other.box) for other in words)


def _is_same(one: Box, other: Box) -> bool:
    """Whether most of the narrower one stands in the other."""
    return _in_common(one, other) >= _SAME * min(one.x1 - one.x0, other.x1 - other.x0)


def _in_common(one: Box, other: Box) -> float:
    """Pixels of width, 0 for boxes on different rows."""
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    if height < min(one.bottom - one.top, other.bottom - other.top) / 2:
        return 0.0
    return max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))


def _marked(word: Found, missed: Sequence[Box], here: Sequence[Found]) -> Found:
    """The word, in doubt where it may lack a digit or other digits were read in its place."""
    if not any(map(str.isdigit, word.text)) or word.confidence <= _DOUBTED:
        return word
    in_doubt = any(_is_beside(sign, word) for sign in missed) or any(_contradicts(other, word) for other in here)
    return word._replace(confidence=_DOUBTED) if in_doubt else word


def _is_beside(sign: Box, word: Found) -> bool:
    """Whether the sign stands before or after the number, on its row, with no more than a word space between."""
    reach = _BESIDE * (word.box.bottom - word.box.top)
    before = word.text[0].isdigit() and word.box.x0 >= sign.x0 and word.box.x0 - sign.x1 <= reach
    after = word.text[-1].isdigit() and sign.x1 >= word.box.x1 and sign.x0 - word.box.x1 <= reach
    middle = (sign.top + sign.bottom) / 2
    return (before or after) and word.box.top < middle < word.box.bottom


def _contradicts(other: Found, word: Found) -> bool:
    """Whether the same print has other digits there."""
    if other.confidence < _DOUBTED or _digits(other.text) == _digits(word.text) or other.text.endswith(word.text):
        return False
    one, two = word.box, other.box
    return _in_common(one, two) >= _SAME * max(one.x1 - one.x0, two.x1 - two.x0)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
