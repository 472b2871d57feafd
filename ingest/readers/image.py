"""TIFF, PNG and JPEG files: every picture in them is a page, still to be read."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Final

from PIL import Image
from PIL.TiffImagePlugin import TiffImageFile

from ...corpus.errors import UnreadableFile
from ...corpus.model import Draft, Origin, Page, Quality, Verdict
from ..ocr.images import size_on_paper

_MOST_PAGES: Final = 5_000
_MOST_PIXELS: Final = 300_000_000
"""An A1 sheet at 600 dpi has 280 million; more is a file made to exhaust the memory."""
_MANY_PAGED: Final = "TIFF"
_DAMAGED: Final = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    TypeError,
    KeyError,
    IndexError,
    struct.error,
)
"""What Pillow raises for damaged files."""
_CIRCLE: Final = (
    "the file leads back to a page before, and what should follow is lost: scan it again, or ask for it again"
)
_NO_PICTURE: Final = "holds no picture that can be opened: scan it again, or save it anew as TIFF or PDF"

Image.MAX_IMAGE_PIXELS = None  # size is checked here, before a pixel is read


def read(path: Path) -> Draft:
    """A page for each picture in the file, waiting to be read.

    Raises:
        UnreadableFile: There is no picture in it that can be opened.
    """
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(path) as file:  # oddities that do no harm
            pages = tuple(islice(_pages(file), _MOST_PAGES + 1))
    except _DAMAGED as error:
        raise UnreadableFile(_NO_PICTURE) from error
    if len(pages) > _MOST_PAGES:
        raise UnreadableFile(f"holds more than {_MOST_PAGES} pictures: split it")
    if not any(page.waiting for page in pages):
        raise UnreadableFile(pages[0].quality.reason if len(pages) == 1 else _NO_PICTURE)
    lost = (f"page {page.number} was not read: {page.quality.reason}" for page in pages if not page.waiting)
    return Draft(pages, warnings=tuple(lost))


def _pages(file: Image.Image) -> Iterator[Page]:
    for number in count(1):
        try:
            if number > 1 and file.format != _MANY_PAGED:
                return  # the further pictures of a photograph or an animation are no pages
            file.seek(number - 1)
        except EOFError:
            if _leads_back(file):
                yield _lost(number, _CIRCLE)
            return
        except _DAMAGED:
            yield _lost(number, "the file is damaged from here on: scan it again, or ask for it again")
            return
        yield _page(number, file)


def _leads_back(file: Image.Image) -> bool:
    """Whether the last page of a TIFF names one to follow: Pillow stops where that is one it has been to."""
    return isinstance(file, TiffImageFile) and bool(file.tag_v2.next)


def _page(number: int, frame: Image.Image) -> Page:
    if frame.width * frame.height > _MOST_PIXELS:
        return _lost(number, f"the picture has {frame.width} x {frame.height} pixels: scan it at 300 dpi")
    try:
        frame.load()
    except _DAMAGED:
        return _lost(number, "the picture is cut short or damaged: scan it again, or ask for it again")
    width, height = size_on_paper(frame)
    unread = Quality(Verdict.REREAD, "a picture without text")
    return Page(number, "", Origin.OCR, unread, width, height, waiting=True)


def _lost(number: int, reason: str) -> Page:
    return Page(number, "", Origin.OCR, Quality(Verdict.KEEP, reason))
