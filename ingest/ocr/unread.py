"""Letters and digits that Tesseract passed over, found by their ink, and put into the reading of the page.

Its search for columns takes lone signs beside wide gaps for dirt: the 1 of "1 240 000" in a table, and the numbers of
its rows. So ink as high as a letter, on a row of words but in none of them, is read once more, line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Final, NamedTuple, TypeAlias

from PIL import Image

from ...corpus.words import Box
from .blobs import blobs
from .sheets import Sheet
from .signs import around
from .tesseract import Found

_LOWEST: Final = 0.4
"""Height of a sign, at least, in the median height of the page's words; a hyphen has 0.1, an e 0.65."""
_HIGHEST: Final = 1.6
_WIDEST: Final = 4.0
"""Width of a sign, or of letters that touch, at most, in the same."""
_SAME_ROW: Final = 0.5
"""Distance of the centres of two signs on one row, at most."""
_NEXT: Final = 1.6
"""Gap between two signs that are read together, at most."""
_CONTEXT: Final = 8.0
"""How far away the words are, at most, that are read again with the signs: beside them they are read more surely."""
_MARGIN: Final = 0.35
"""White around what is read again; more would show the rows above and below."""
_LONE: Final = 2
"""Signs without words on their row, at least, to be a row of their own rather than dirt."""
_MOST: Final = 80
"""Places on a page, at most; with more it is a drawing or a photograph."""
_BESIDE: Final = 1.2
"""Gap up to which an unread sign may belong to the number beside it."""


class Place(NamedTuple):
    """Where signs stand that are in no word, in pixels of the sheet."""

    signs: tuple[Box, ...]
    """From left to right, on one row."""
    crop: Box
    """The signs with the words beside them."""


_Row: TypeAlias = list[Box]


def unread_places(sheet: Sheet, words: Sequence[Found]) -> list[Place]:
    """The places with signs of the size of these words that are in none of them."""
    if not words:
        return []
    height = median(_height(word.box) for word in words)
    level = _Level(height, sheet.slope)
    signs = [box for box in blobs(sheet, (word.box for word in words)) if level.is_sign(box)]
    boxes = [word.box for word in words]
    places = [
        _place(group, level.beside(group, boxes), height, sheet.image.size) for group in level.groups(signs, boxes)
    ]
    return places if len(places) <= _MOST else []


class _Level(NamedTuple):
    """What is a sign and what a row on this sheet."""

    height: float
    """Of its words, in pixels."""
    slope: float

    def is_sign(self, box: Box) -> bool:
        high, wide = _height(box) / self.height, (box.x1 - box.x0) / self.height
        return _LOWEST <= high <= _HIGHEST and wide <= _WIDEST

    def centre(self, box: Box) -> float:
        return (box.top + box.bottom - self.slope * (box.x0 + box.x1)) / 2

    def on_row(self, box: Box, others: Iterable[Box]) -> list[Box]:
        """Those of the others that stand on the same row, from left to right."""
        near = (other for other in others if abs(self.centre(other) - self.centre(box)) < _SAME_ROW * self.height)
        return sorted(near, key=lambda other: other.x0)

    def groups(self, signs: Iterable[Box], words: Sequence[Box]) -> Iterator[_Row]:
        """The signs that stand next to each other; a lone one only where there are words on its row."""
        left = sorted(signs, key=lambda box: box.x0)
        while left:
            group = list(self._chain(self.on_row(left[0], left), words))
            left = [box for box in left if box not in group]
            if len(group) >= _LONE or self.on_row(group[0], words):
                yield group

    def _chain(self, row: Sequence[Box], words: Sequence[Box]) -> Iterator[Box]:
        yield row[0]
        beside = self.on_row(row[0], words)
        for one, other in pairwise(row):
            if other.x0 - one.x1 > _NEXT * self.height or any(one.x0 < word.x0 < other.x0 for word in beside):
                return
            yield other

    def beside(self, group: Sequence[Box], words: Sequence[Box]) -> Iterator[Box]:
        """The word before the signs and the number, or word, after them."""
        reach = _CONTEXT * self.height
        before = [word for word in self.on_row(group[0], words) if word.x0 <= group[0].x0 and word.x1 < group[-1].x1]
        if before and group[0].x0 - before[-1].x1 < reach:
            yield before[-1]
        end = group[-1].x1
        for word in self.on_row(group[-1], words):
            if word.x0 >= group[-1].x0 and word.x0 - end < reach:
                yield word
                end, reach = word.x1, _BESIDE * self.height
                if end - group[-1].x1 > _CONTEXT * self.height:
                    return


def _height(box: Box) -> float:
    return box.bottom - box.top


def _place(signs: Sequence[Box], beside: Iterable[Box], height: float, size: tuple[int, int]) -> Place:
    x0, top, x1, bottom = around((*signs, *beside))
    margin = round(_MARGIN * height)
    width, length = size
    crop = Box(max(0, x0 - margin), max(0, top - margin), min(width, x1 + margin), min(length, bottom + margin))
    return Place(tuple(signs), crop)


def crops(sheet: Sheet, places: Iterable[Place]) -> Iterator[Image.Image]:
    """The pictures of the places."""
    grey = sheet.image.convert("L")
    return (grey.crop(place.crop) for place in places)
