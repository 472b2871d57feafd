"""A page as it looks, with what answers a query framed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from .corpus.errors import UnreadableFile, UsageError
from .corpus.model import Document, Page
from .corpus.words import Box
from .index.querying.parsing import parse
from .index.showing.matches import Matcher
from .index.showing.pieces import FARTHEST
from .index.showing.snippets import apart
from .index.showing.wanted import wanted
from .ingest.ocr.images import PICTURED, POINTS_PER_INCH, pictures

_DPI: Final = 150
"""Pixels an inch of the drawn page: readable on a screen, and not much over a megabyte."""
_LONGEST_SIDE: Final = 5_000
"""Pixels; an A1 sheet has them at 150 an inch, and a sheet of five metres is drawn coarser."""
_FRAME: Final = (214, 40, 40)
_FRAME_WIDTH: Final = 3
_MARGIN: Final = 2
"""Points between a word and its frame."""


def draw(original: Path, document: Document, number: int, mark: str | None) -> Image.Image:
    """Page `number` of a document, upright, at 150 pixels an inch, in colour.

    Raises:
        UsageError: There is no such page, or documents of this kind have no page images.
    """
    media_type = document.source.media_type
    if media_type not in PICTURED:
        raise UsageError(f"{document.id}: {media_type} has no page images; `show --text` prints what it says")
    if not 1 <= number <= len(document.pages):
        raise UsageError(f"{document.id}: has {len(document.pages)} pages, no page {number}")
    page = document.pages[number - 1]
    try:
        with pictures(original, media_type) as picture_of:
            image = upright(picture_of(number).image.convert("RGB"), page)
    except UnreadableFile as error:
        raise UsageError(f"{document.id}: page {number} cannot be drawn: {error}") from error
    scale = image.width / (page.width or image.width)
    if mark:
        frame(image, scale, marked(page, mark))
    return image


def marked(page: Page, query: str) -> Iterator[Box]:
    """A box around each place of the page that answers the query, and one for each of its lines."""
    found = Matcher(wanted(parse(query))).matches(page.text[:FARTHEST], page.repairs)
    for boxes in page.words.boxes(apart((match.start, match.end) for match in found)):
        yield from boxes


def upright(image: Image.Image, page: Page) -> Image.Image:
    """The picture of a page as the page is read, at 150 pixels an inch where its size is known."""
    turned = image.rotate(-page.rotation, expand=True) if page.rotation else image
    if not page.width:
        return turned
    wanted = page.width / POINTS_PER_INCH * _DPI / turned.width
    scale = min(wanted, _LONGEST_SIDE / max(turned.size))
    size = max(1, round(turned.width * scale)), max(1, round(turned.height * scale))
    return turned.resize(size, Image.Resampling.LANCZOS)


def frame(image: Image.Image, scale: float, boxes: Iterable[Box]) -> None:
    """Draw a frame around places; `scale` is pixels a point."""
    canvas = ImageDraw.Draw(image)
    for box in boxes:
        x0, top, x1, bottom = box
        around = (x0 - _MARGIN, top - _MARGIN, x1 + _MARGIN, bottom + _MARGIN)
        canvas.rectangle([side * scale for side in around], outline=_FRAME, width=_FRAME_WIDTH)
