"""What people may read of a document: personal identity numbers masked, digit for digit, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

from .corpus.model import Document, Page
from .swedish.personnummer import mask


def masked(document: Document) -> Document:
    """The document with personal identity numbers masked in everything that is shown of it; offsets stay true."""
    return replace(
        document,
        pages=tuple(map(masked_page, document.pages)),
        title=document.title and mask(document.title),
        warnings=tuple(map(mask, document.warnings)),
        notes=tuple(map(mask, document.notes)),
        dnr=tuple(map(mask, document.dnr)),
    )


def masked_page(page: Page) -> Page:
    """The page with personal identity numbers masked in its text."""
    return replace(page, text=mask(page.text))
