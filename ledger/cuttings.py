"""Places cut out of page images, each framed: what a person needs to see to believe a figure."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from typing import Final

from PIL import Image

from ..corpus.errors import UnreadableFile
from ..corpus.kept import Kept
from ..corpus.model import Document, Page
from ..corpus.words import Box
from ..ingest.ocr.images import PICTURED, pictures
from ..picture import frame, upright

_BESIDE: Final = 90
"""Points of the page shown on either side of the place."""
_ABOVE: Final = 20
"""Points above and below: about a line of text each."""
_QUALITY: Final = 80
"""Of JPEG: letters stay sharp, and a place takes some ten kilobytes."""


def cuttings(original: Path, document: Document, facts: Sequence[Kept]) -> dict[str, bytes]:
    """The place of each fact as a JPEG, by the fact's id; those of which there is no picture are left out.

    Args:
        original: The document's file.
        document: With its pages.
        facts: In the order of the pages, so that each page is drawn once.
    """
    found: dict[str, bytes] = {}
    media_type, placed = document.source.media_type, [fact for fact in facts if fact.box]
    if media_type not in PICTURED or not placed:
        return found
    with suppress(UnreadableFile), pictures(original, media_type) as picture_of:
        for number, of_page in groupby(placed, key=lambda fact: fact.fact.page):
            with suppress(UnreadableFile):  # one page that cannot be drawn leaves the others
                found |= _of_page(picture_of(number).image, document.pages[number - 1], of_page)
    return found


def _of_page(image: Image.Image, page: Page, facts: Iterator[Kept]) -> dict[str, bytes]:
    drawn = upright(image.convert("RGB"), page)
    scale = drawn.width / (page.width or drawn.width)
    return {fact.id: _cut(drawn, scale, fact.box) for fact in facts if fact.box}


def _cut(drawn: Image.Image, scale: float, box: Box) -> bytes:
    x0, top, x1, bottom = box
    around = (x0 - _BESIDE, top - _ABOVE, x1 + _BESIDE, bottom + _ABOVE)
    left, upper, right, lower = (round(side * scale) for side in around)
    within = max(0, left), max(0, upper), min(drawn.width, right), min(drawn.height, lower)
    cut = drawn.crop(within)
    frame(cut, scale, [Box(x0 - within[0] / scale, top - within[1] / scale, x1 - within[0] / scale,
                           bottom - within[1] / scale)])  # fmt: skip
    out = io.BytesIO()
    cut.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()
