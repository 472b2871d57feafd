"""Paper made even and bright before the letters on it are sought: dark pages, black edges, shadows, grain.

Tesseract divides ink from paper by one brightness for the whole page, so a shadow becomes ink and faded letters paper.
"""

from __future__ import annotations

import math
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageOps

Grey: TypeAlias = NDArray[np.uint8]

_THUMBNAIL_DPI: Final = 100
_DARK: Final = 110
"""Median brightness, 0 to 255, under which the page is bright on dark."""
_EDGE: Final = 0.06
"""Share of width or height within which a black edge is looked for."""
_BLACK: Final = 90
_BLOCK: Final = 16
"""Thumbnail pixels, 4 mm: the side of the squares in which the brightness of the paper is measured."""
_PAPER: Final = 80
"""Percentile of a square's brightness that is paper, as letters cover less than a fifth."""
_UNEVEN: Final = 0.2
"""Difference in the paper's brightness from which it is evened out, as a share of the contrast of the ink."""
_GRAINY: Final = 0.06
"""Grain from which it is smoothed, as a share of the contrast of the ink; scanners' own is 0.01."""
_SMOOTHING: Final = 1.0
"""Radius at 300 dpi, pixels."""
_LEAST_CONTRAST: Final = 10.0


def thumbnail(image: Image.Image, dpi: int) -> Grey:
    """The picture in grey at 75 to 100 dpi, enough to see lines of text but no letters."""
    grey = image if image.mode == "L" else image.convert("L")
    return np.asarray(grey.reduce(math.ceil(dpi / _THUMBNAIL_DPI)))


def cleaned(image: Image.Image, dpi: int) -> Image.Image:
    """The picture with dark ink on bright, even paper; the same picture where it is so already."""
    seen = thumbnail(image, dpi)
    if np.median(seen) < _DARK:
        image, seen = ImageOps.invert(image.convert("L")), 255 - seen
    image = _without_edges(image, seen)
    return _evened(image, thumbnail(image, dpi), dpi)


def _without_edges(image: Image.Image, seen: Grey) -> Image.Image:
    """Paint over the black strips that a scanner's lid or a copier leaves at the edges."""
    dark = seen < _BLACK
    rows, columns = dark.mean(axis=1) > 0.5, dark.mean(axis=0) > 0.5
    left, top, right, bottom = map(_strip, (columns, rows, columns[::-1], rows[::-1]))
    if not (left or top or right or bottom):
        return image
    scale, (width, height) = image.width / dark.shape[1], image.size
    inner = (left * scale, top * scale, width - right * scale, height - bottom * scale)
    paper = Image.new("L", image.size, 255)
    ImageDraw.Draw(mask := Image.new("1", image.size)).rectangle(inner, fill=1)
    paper.paste(image.convert("L"), mask=mask)
    return paper


def _strip(dark: NDArray[np.bool_]) -> int:
    """How far the black edge reaches: one past its last black row."""
    near = np.flatnonzero(dark[: int(len(dark) * _EDGE)])
    return int(near[-1]) + 1 if len(near) else 0


def _evened(image: Image.Image, seen: Grey, dpi: int) -> Image.Image:
    paper = _paper(seen)
    darkest, usual, brightest = np.percentile(paper, (2, 50, 98))
    contrast = max(_LEAST_CONTRAST, float(usual - np.percentile(seen, 0.5)))
    if image.mode == "L" and _grain(image) > _GRAINY * contrast:
        image = image.filter(ImageFilter.GaussianBlur(_SMOOTHING * dpi / 300))
    if brightest - darkest > _UNEVEN * contrast:
        image = _divided(image.convert("L"), paper)
    return image


def _paper(seen: Grey) -> Grey:
    """The brightness of the paper in each square of the thumbnail."""
    down, across = (max(1, side // _BLOCK) for side in seen.shape)
    whole = seen[: down * _BLOCK, : across * _BLOCK][::2, ::2]  # every fourth pixel is enough
    squares = whole.reshape(down, -1, across, whole.shape[1] // across).swapaxes(1, 2).reshape(down, across, -1)
    brightness = np.percentile(squares, _PAPER, axis=2).astype(np.uint8)
    return np.asarray(Image.fromarray(brightness).filter(ImageFilter.MedianFilter(5)))


def _grain(image: Image.Image) -> float:
    """Usual difference of two neighbouring pixels, in grey levels."""
    rows = np.asarray(image)[::7].astype(np.int16)
    return float(np.median(np.abs(np.diff(rows, axis=1))))


def _divided(image: Image.Image, paper: Grey) -> Image.Image:
    """The picture with the paper everywhere white."""
    smooth = Image.fromarray(paper).resize(image.size, Image.Resampling.BILINEAR)
    pixels = np.asarray(image, np.float32) * 255 / np.maximum(np.asarray(smooth, np.float32), 1)
    return Image.fromarray(np.minimum(pixels, 255).astype(np.uint8))
