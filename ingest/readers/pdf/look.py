"""What a PDF page shows besides its letters, as evidence for the judgement of its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ....corpus.words import Box
from ...quality import Look
from .glyphs import Drawing

_GRID: Final = 32
"""Fields a side into which the page is divided: fine enough for a stamp, coarse enough for a thousand pictures."""


def look_of(drawing: Drawing) -> Look:
    """How much of the page is picture, how much of the text can be seen, and where."""
    return Look(
        covered=_share_covered(drawing),
        hidden=drawing.hidden,
        spread=_share_of_rows((glyph.box for glyph in drawing.glyphs), drawing.height),
        shapes=drawing.shapes,
        bilevel=drawing.bilevel,
    )


def _share_covered(drawing: Drawing) -> float:
    fields: set[tuple[int, int]] = set()
    for picture in drawing.pictures:
        columns = _fields(picture.x0, picture.x1, drawing.width)
        rows = _fields(picture.top, picture.bottom, drawing.height)
        fields.update((column, row) for column in columns for row in rows)
        if len(fields) == _GRID * _GRID:
            break
    return len(fields) / (_GRID * _GRID)


def _fields(start: float, end: float, length: float) -> range:
    """The fields whose centre lies between start and end."""
    first, last = round(start / length * _GRID), round(end / length * _GRID)
    return range(max(first, 0), min(last, _GRID))


def _share_of_rows(boxes: Iterable[Box], height: float) -> float:
    return len({int(box.bottom / height * _GRID) for box in boxes}) / _GRID
