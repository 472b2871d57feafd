"""A page's picture as it is read: cleaned, the right way up, level, with the way back to places on the page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from ...corpus.words import Box
from .images import POINTS_PER_INCH, Picture
from .paper import Grey, cleaned, thumbnail

_Ink: TypeAlias = NDArray[np.bool_]
_Points: TypeAlias = NDArray[np.int64]

_FAINTEST: Final = 24
"""Difference from the paper, in grey levels, that the darkest hundredth of a page with writing has at least."""
_LEAST_INK: Final = 8
"""Thumbnail pixels of ink that a page with writing has at least: a full stop has two, a page number 20."""
_SKEW_FROM: Final = 0.7
"""Degrees: below, Tesseract's own line search follows, and turning costs more letters than it saves."""
_MOST_SKEW: Final = 8.0
_COARSE: Final = 0.5
_FINE: Final = 0.05
_SAMPLE: Final = 30_000
"""Points of ink that the skew is measured on."""
_SQUARE: Final = 16
"""Thumbnail pixels, 4 mm: the side of the squares in which ink without words is sought."""
_AROUND: Final = 3
"""Thumbnail pixels around a word's box that are its own: accents, underlines."""
_REACH: Final = 6
"""Rows and columns of such a square that writing reaches over, at least."""
_CENTIMETRES: Final = 2.54
"""An inch."""
_SOFTENING: Final = 1.5
"""Radius in pixels: half the distance of two dots at 240 to 300 dpi."""
_STRIPS: Final = 8
_STEMS: Final = np.full(4, 0.25)
"""Evens out the stems of letters, which alternate as lines do, but within four thumbnail pixels."""
_SIDEWAYS: Final = 1.3
"""How much more the columns of ink vary than the rows on a page that lies on its side."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A picture ready to be read, and what was done to it."""

    image: Image.Image
    dpi: int
    width: float
    """Points, upright."""
    height: float
    blank: bool
    turned: int = 0
    """Degrees clockwise."""
    levelled: float = 0.0
    """Degrees counter-clockwise."""
    slope: float = 0.0
    """What is left of the skew: pixels down for each pixel to the right."""
    sideways: bool = False
    """Whether the lines seem to run up or down the page."""

    def to_page(self, box: Box) -> Box:
        """From pixels of the picture to points of the upright page."""
        width, height = box.x1 - box.x0, box.bottom - box.top
        across = (box.x0 + box.x1 - self.image.width) / 2
        down = (box.top + box.bottom - self.image.height) / 2
        sine, cosine = math.sin(math.radians(self.levelled)), math.cos(math.radians(self.levelled))
        scale = POINTS_PER_INCH / self.dpi
        x = self.width / 2 + (across * cosine - down * sine) * scale
        y = self.height / 2 + (across * sine + down * cosine) * scale
        half_width, half_height = width * scale / 2, height * scale / 2
        return Box(x - half_width, y - half_height, x + half_width, y + half_height)


def prepare(picture: Picture) -> Sheet:
    """The picture cleaned and level; one that lies on its side is left so, to be turned first."""
    image = cleaned(picture.image, picture.dpi)
    ink = _ink(thumbnail(image, picture.dpi))
    blank = bool(ink.sum() < _LEAST_INK)
    sheet = Sheet(image, picture.dpi, picture.width, picture.height, blank, sideways=not blank and _is_sideways(ink))
    return sheet if blank or sheet.sideways else _level(sheet, ink)


def turn(sheet: Sheet, degrees: int) -> Sheet:
    """The sheet turned clockwise by 0, 90, 180 or 270 degrees, and levelled."""
    image = sheet.image.transpose(_TURNS[degrees]) if degrees else sheet.image
    width, height = (sheet.height, sheet.width) if degrees in (90, 270) else (sheet.width, sheet.height)
    turned = replace(sheet, image=image, width=width, height=height, turned=degrees, levelled=0.0, sideways=False)
    return _level(turned, _ink(thumbnail(image, sheet.dpi)))


def softened(sheet: Sheet) -> Sheet:
    """The sheet at half its resolution, so that the dots of a dot matrix, or frayed edges, become strokes."""
    image = sheet.image.convert("L").filter(ImageFilter.GaussianBlur(_SOFTENING)).reduce(2)
    return replace(sheet, image=image, dpi=sheet.dpi // 2)


_TURNS: Final = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def unread_area(sheet: Sheet, boxes: Iterable[Box]) -> float:
    """Square centimetres that hold ink outside these boxes, in pixels of the picture; straight rules do not count."""
    seen = thumbnail(sheet.image, sheet.dpi)
    ink = _ink(seen)
    scale = seen.shape[1] / sheet.image.width
    for box in boxes:
        x0, top, x1, bottom = (round(side * scale) for side in box)
        ink[max(0, top - _AROUND) : bottom + _AROUND, max(0, x0 - _AROUND) : x1 + _AROUND] = False
    side: float = _SQUARE * _CENTIMETRES / (sheet.dpi * scale)
    return int(_scrawled(ink).sum()) * side * side


def _scrawled(ink: _Ink) -> _Ink:
    """The squares whose ink reaches over many of their rows and columns once straight strokes are taken out."""
    down, across = (side // _SQUARE for side in ink.shape)
    squares = ink[: down * _SQUARE, : across * _SQUARE].reshape(down, _SQUARE, across, _SQUARE).swapaxes(1, 2)
    straight = (squares.mean(axis=3) > 0.5)[..., :, None] | (squares.mean(axis=2) > 0.5)[..., None, :]
    rest = squares & ~straight
    scrawled: _Ink = (rest.any(axis=3).sum(axis=2) >= _REACH) & (rest.any(axis=2).sum(axis=2) >= _REACH)
    return scrawled


def _level(sheet: Sheet, ink: _Ink) -> Sheet:
    skew = _skew(ink)
    if abs(skew) < _SKEW_FROM:
        return replace(sheet, slope=math.tan(math.radians(skew)))
    image = sheet.image.convert("L").rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return replace(sheet, image=image, levelled=skew)


def _ink(seen: Grey) -> _Ink:
    """Where the thumbnail is clearly darker than the paper around."""
    paper = float(np.median(seen))
    darkest = float(np.percentile(seen, 0.5))
    ink: _Ink = seen < paper - max(_FAINTEST, (paper - darkest) / 2)
    return ink


def _is_sideways(ink: _Ink) -> bool:
    """Lines of text make the rows of a strip of the page alternate between much ink and none."""
    return _alternation(ink.T) > _SIDEWAYS * _alternation(ink)


def _alternation(ink: _Ink) -> float:
    strips = np.array_split(ink, _STRIPS, axis=1)
    profiles = [np.minimum(strip.mean(axis=1), 0.5) for strip in strips]  # rules and frames count no more than text
    smooth = [np.convolve(profile, _STEMS, "valid") for profile in profiles]
    return float(sum(np.square(np.diff(profile)).sum() / len(profile) for profile in smooth))


def _skew(ink: _Ink) -> float:
    """Degrees by which the lines fall to the right: the angle at which the ink gathers in the fewest rows."""
    down, across = np.nonzero(ink)
    step = max(1, len(down) // _SAMPLE)
    down, across = down[::step], across[::step]
    coarse = _sharpest(down, across, np.arange(-_MOST_SKEW, _MOST_SKEW + _COARSE, _COARSE))
    return _sharpest(down, across, np.arange(coarse - _COARSE, coarse + _COARSE, _FINE))


def _sharpest(down: _Points, across: _Points, angles: NDArray[np.float64]) -> float:
    return float(max(angles, key=lambda angle: _sharpness(down, across, math.tan(math.radians(angle)))))


def _sharpness(down: _Points, across: _Points, slope: float) -> float:
    rows = (down - across * slope).astype(np.int64)
    profile = np.bincount(rows - rows.min())
    return float(np.square(profile).sum())
