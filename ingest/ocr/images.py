"""Pictures of pages: from PDFs, TIFF, PNG and JPEG files, upright as the file says, in grey, at the right resolution.

A scan is taken at its own resolution, because every resampling costs letters; only what is larger than the recogniser
can use is reduced.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, cast

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, ImageOps

from ...corpus.errors import UnreadableFile

POINTS_PER_INCH: Final = 72
_PDF: Final = "application/pdf"
PICTURED: Final = frozenset({_PDF, "image/tiff", "image/png", "image/jpeg"})
"""Media types whose pages have pictures."""
_DRAWN_DPI: Final = 300
"""For pages that are no scans, such as text drawn as curves."""
_LEAST_DPI: Final = 150
_MOST_DPI: Final = 400
"""Above this Tesseract reads slower and no better: 600 dpi becomes 300."""
_MOST_PIXELS: Final = 40_000_000
"""An A3 sheet at 400 dpi has 31 million; a page of 508 m would take the memory."""
_MOST_SOURCE_PIXELS: Final = 300_000_000
"""An A1 sheet at 600 dpi has 280 million."""
_UNKNOWN_DPI: Final = 72
"""What is written, as is 1, where nobody knew the resolution; no scan is as coarse."""
_SMALLEST_INCHES: Final = 2
_LARGEST_INCHES: Final = 48
"""Sheets outside are a wrong resolution in the file: a telephone's photograph says 72."""
_A4_INCHES: Final = 11.69
_COVERING: Final = 0.97
"""Share of the page's width and height from which an image is the whole page."""
_SQUARE: Final = 1.1
"""Ratio of the two resolutions up to which pixels count as square; fax has 2.08 in its coarse mode."""
_ORIENTATION: Final = 0x0112
"""EXIF's tag."""
_SIDEWAYS: Final = 5
"""EXIF orientations from here on exchange width and height."""

Image.MAX_IMAGE_PIXELS = None  # size is checked here, before a pixel is read


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture."""

    image: Image.Image
    """Mode L, or 1 where the scan is bilevel."""
    width: float
    """Points."""
    height: float

    @property
    def dpi(self) -> int:
        """Pixels an inch."""
        return max(1, round(self.image.width / self.width * POINTS_PER_INCH))


class _Scan(NamedTuple):
    """An image on a PDF page."""

    area: float
    width_share: float
    """Of the page's width."""
    height_share: float
    pixels: tuple[int, int]
    """Across and down, as the image lies on the page."""
    dpi: float


@contextmanager
def pictures(path: Path, media_type: str) -> Iterator[Callable[[int], Picture]]:
    """A function from a page's number, 1-based, to its picture, while the file is open.

    Raises:
        UnreadableFile: The file, or later the page, cannot be drawn.
    """
    with ExitStack() as opened:
        with _explained():
            draw = _opener(media_type)(path, opened)
        yield _explained()(draw)


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except (pdfium.PdfiumError, OSError, ValueError, EOFError, SyntaxError, IndexError, MemoryError) as error:
        raise UnreadableFile(f"the page's picture cannot be drawn ({error})") from error


def _opener(media_type: str) -> Callable[[Path, ExitStack], Callable[[int], Picture]]:
    return _open_pdf if media_type == _PDF else _open_image


def _open_pdf(path: Path, opened: ExitStack) -> Callable[[int], Picture]:
    document = opened.enter_context(closing(pdfium.PdfDocument(path)))
    return lambda number: _draw(document, number)


def _open_image(path: Path, opened: ExitStack) -> Callable[[int], Picture]:
    file = opened.enter_context(Image.open(path))
    return lambda number: _frame(file, number)


def _draw(document: pdfium.PdfDocument, number: int) -> Picture:
    with closing(document[number - 1]) as page:
        width, height = page.get_size()
        pixels = _bounded(*_drawing_size(page))
        bitmap = pdfium.PdfBitmap.new_native(*pixels, format=pdfium_c.FPDFBitmap_Gray)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, *pixels)
        flags = pdfium_c.FPDF_ANNOT | pdfium_c.FPDF_GRAYSCALE
        pdfium_c.FPDF_RenderPageBitmap(bitmap, page, 0, 0, *pixels, 0, flags)
        return Picture(bitmap.to_pil().copy(), width, height)


def _drawing_size(page: pdfium.PdfPage) -> tuple[int, int]:
    """Pixels in which the page's scan is drawn one to one, or reduced by a whole number."""
    width, height = page.get_size()
    scans = list(_scans(page))
    largest = max((scan.area for scan in scans), default=0.0)
    full = [scan for scan in scans if scan.area > largest / 2]  # a logo does not set the page's resolution
    if not full:
        return round(width * _DRAWN_DPI / POINTS_PER_INCH), round(height * _DRAWN_DPI / POINTS_PER_INCH)
    scan = max(full, key=lambda scan: scan.dpi)
    dpi = _usable(scan.dpi)
    across, down = scan.pixels
    covering = min(scan.width_share, scan.height_share) > _COVERING
    if covering and dpi < _SQUARE * scan.dpi and across / width < _SQUARE * down / height < _SQUARE**2 * across / width:
        factor = round(scan.dpi / dpi)
        return across // factor, down // factor
    return round(width * dpi / POINTS_PER_INCH), round(height * dpi / POINTS_PER_INCH)


def _scans(page: pdfium.PdfPage) -> Iterator[_Scan]:
    width, height = page.get_size()
    if page.get_rotation() in (90, 270):
        width, height = height, width
    for image in page.get_objects(filter=(pdfium_c.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = image.get_bounds()
        across, down = cast(pdfium.PdfImage, image).get_px_size()
        a, b, *_ = image.get_matrix().get()
        if abs(b) > abs(a):
            across, down = down, across
        dpi = max(across / max(right - left, 1), down / max(top - bottom, 1)) * POINTS_PER_INCH
        shares = (right - left) / width, (top - bottom) / height
        pixels = (down, across) if page.get_rotation() in (90, 270) else (across, down)
        yield _Scan(shares[0] * shares[1], *shares, pixels, dpi)


def _usable(dpi: float) -> float:
    """The nearest resolution that the recogniser can use: the scan's own, or a whole fraction of it."""
    return max(_LEAST_DPI, dpi / math.ceil(dpi / _MOST_DPI))


def _bounded(width: int, height: int) -> tuple[int, int]:
    shrink = min(1.0, math.sqrt(_MOST_PIXELS / max(width * height, 1)))
    return max(1, int(width * shrink)), max(1, int(height * shrink))


def _frame(file: Image.Image, number: int) -> Picture:
    file.seek(number - 1)
    if file.width * file.height > _MOST_SOURCE_PIXELS:
        raise UnreadableFile(f"the picture has {file.width} x {file.height} pixels, more than can be read")
    across, down = _resolution(file)
    if _lies_sideways(file):
        across, down = down, across
    width, height = size_on_paper(file)
    return Picture(_resized(_grey(ImageOps.exif_transpose(file)), across, down), width, height)


def size_on_paper(file: Image.Image) -> tuple[float, float]:
    """Width and height of an opened picture in points, as it is to be looked at."""
    across, down = _resolution(file)
    width, height = file.width / across * POINTS_PER_INCH, file.height / down * POINTS_PER_INCH
    return (height, width) if _lies_sideways(file) else (width, height)


def _lies_sideways(file: Image.Image) -> bool:
    return bool(file.getexif().get(_ORIENTATION, 1) >= _SIDEWAYS)


def _resolution(file: Image.Image) -> tuple[float, float]:
    """Pixels an inch across and down as the file says; where that is absurd, as if the sheet were A4."""
    across, down = map(float, file.info.get("dpi", (0, 0)))
    inches = [side / dpi if dpi else 0 for side, dpi in ((file.width, across), (file.height, down))]
    known = min(across, down) > _UNKNOWN_DPI
    if known and min(inches) >= _SMALLEST_INCHES and max(inches) <= _LARGEST_INCHES:
        return across, down
    return (max(file.size) / _A4_INCHES,) * 2


def _grey(image: Image.Image) -> Image.Image:
    if image.mode in ("1", "L"):
        return image.copy()
    if image.mode.startswith(("I", "F")):
        return _from_deep(image)
    if "transparency" in image.info or image.mode in ("LA", "PA", "RGBA", "La", "RGBa"):
        rgba = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", rgba.size, "white"), rgba).convert("L")
    return image.convert("L")


def _from_deep(image: Image.Image) -> Image.Image:
    """Sixteen bits and floating point, stretched from what is darkest to what is brightest."""
    deep = image.convert("F")
    low, high = cast(tuple[float, float], deep.getextrema())
    scale = 255 / max(high - low, 1e-9)
    return deep.point(lambda value: value * scale - low * scale).convert("L")


def _resized(image: Image.Image, across: float, down: float) -> Image.Image:
    """The picture with square pixels, at a resolution that the recogniser can use."""
    finest = max(across, down)
    dpi = _usable(finest)
    factor = round(finest / dpi)
    if finest < _SQUARE * min(across, down) and dpi <= finest:
        image = image.convert("L").reduce(factor) if factor > 1 else image
        size = image.size
    else:
        size = round(image.width * dpi / across), round(image.height * dpi / down)
    size = _bounded(*size)
    return image if image.size == size else image.convert("L").resize(size, Image.Resampling.BICUBIC)
