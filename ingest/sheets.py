"""What a page's picture needs before it is read: the right way round, level, dark on bright, without black edges."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageOps

from ..corpus.words import Box
from .images import POINTS_PER_INCH, Picture

_Grey: TypeAlias = NDArray[np.uint8]
_Points: TypeAlias = NDArray[np.int64]

_THUMBNAIL_DPI: Final = 100
_DARK: Final = 110
"""Median brightness, 0 to 255, under which the page is bright on dark."""
_FAINTEST: Final = 24
"""Difference from the paper, in grey levels, that the darkest hundredth of a page with writing has at least."""
_LEAST_INK: Final = 0.0002
"""Share of the page that is ink, at least: a page number alone is 0.0003."""
_SKEW_FROM: Final = 0.7
"""Degrees: below, Tesseract's own line search follows, and turning costs more letters than it saves."""
_MOST_SKEW: Final = 8.0
_COARSE: Final = 0.5
_FINE: Final = 0.05
_SAMPLE: Final = 30_000
"""Points of ink that the skew is measured on."""
_STRIPS: Final = 8
_SIDEWAYS: Final = 1.3
"""How much more the columns of ink vary than the rows on a page that lies on its side."""
_EDGE: Final = 0.06
"""Share of width or height within which a black edge is looked for."""
_BLACK: Final = 90


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
    """The picture made ready: bright paper, no black edges, level."""
    image = picture.image
    thumbnail = _thumbnail(image, picture.dpi)
    if np.median(thumbnail) < _DARK:
        image = ImageOps.invert(image.convert("L"))
        thumbnail = 255 - thumbnail
    image = _without_edges(image, thumbnail)
    ink = _ink(thumbnail)
    sheet = Sheet(image, picture.dpi, picture.width, picture.height, blank=ink.mean() < _LEAST_INK)
    if sheet.blank:
        return sheet
    if _is_sideways(ink):
        return replace(sheet, sideways=True)
    return _level(sheet, ink)


def turn(sheet: Sheet, degrees: int) -> Sheet:
    """The sheet turned clockwise by 0, 90, 180 or 270 degrees, and levelled."""
    image = sheet.image.transpose(_TURNS[degrees]) if degrees else sheet.image
    width, height = (sheet.height, sheet.width) if degrees in (90, 270) else (sheet.width, sheet.height)
    turned = replace(sheet, image=image, width=width, height=height, turned=degrees, levelled=0.0, sideways=False)
    return _level(turned, _ink(_thumbnail(image, sheet.dpi)))


_TURNS: Final = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}


def _level(sheet: Sheet, ink: NDArray[np.bool_]) -> Sheet:
    skew = _skew(ink)
    if abs(skew) < _SKEW_FROM:
        return replace(sheet, slope=math.tan(math.radians(skew)))
    image = sheet.image.convert("L").rotate(skew, Image.Resampling.BICUBIC, expand=True, fillcolor=255)
    return replace(sheet, image=image, levelled=skew)


def _thumbnail(image: Image.Image, dpi: int) -> _Grey:
    grey = image if image.mode == "L" else image.convert("L")
    return np.asarray(grey.reduce(max(1, dpi // _THUMBNAIL_DPI)))


def _ink(thumbnail: _Grey) -> NDArray[np.bool_]:
    """Where the thumbnail is clearly darker than the paper around."""
    paper = float(np.median(thumbnail))
    darkest = float(np.percentile(thumbnail, 0.5))
    threshold = paper - max(_FAINTEST, (paper - darkest) / 2)
    ink: NDArray[np.bool_] = thumbnail < threshold
    return ink


def _is_sideways(ink: NDArray[np.bool_]) -> bool:
    """Lines of text make the rows of a strip of the page alternate between much ink and none."""
    return _alternation(ink.T) > _SIDEWAYS * _alternation(ink)


def _alternation(ink: NDArray[np.bool_]) -> float:
    strips = np.array_split(ink, _STRIPS, axis=1)
    profiles = [np.minimum(strip.mean(axis=1), 0.5) for strip in strips]  # rules and frames count no more than text
    return float(sum(np.square(np.diff(profile)).sum() / len(profile) for profile in profiles))


def _skew(ink: NDArray[np.bool_]) -> float:
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


def _without_edges(image: Image.Image, thumbnail: _Grey) -> Image.Image:
    """Paint over the black strips that a scanner's lid or a copier leaves at the edges."""
    dark = thumbnail < _BLACK
    rows, columns = dark.mean(axis=1) > 0.5, dark.mean(axis=0) > 0.5
    top, bottom = _strip(rows), _strip(rows[::-1])
    left, right = _strip(columns), _strip(columns[::-1])
    if not (top or bottom or left or right):
        return image
    scale = image.width / dark.shape[1]
    image = image.convert("L")
    draw = ImageDraw.Draw(image)
    w, h = image.size
    for box in (
        (0, 0, w, top * scale),
        (0, h - bottom * scale, w, h),
        (0, 0, left * scale, h),
        (w - right * scale, 0, w, h),
    ):
        if box[2] > box[0] and box[3] > box[1]:
            draw.rectangle(box, fill=255)
    return image


def _strip(dark: NDArray[np.bool_]) -> int:
    """How far the black edge reaches: one past its last black row."""
    near = np.flatnonzero(dark[: int(len(dark) * _EDGE)])
    return int(near[-1]) + 1 if len(near) else 0
