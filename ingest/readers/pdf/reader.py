"""PDFs: the text of each page with the place of each word, and the judgement whether that text can be used.

Pages are taken one at a time and let go, so that a report of two thousand pages needs no more memory than one of ten.
A damaged file is read from a mended copy; the original is only ever opened for reading.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import pdfplumber
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import resolve1
from pdfplumber.pdf import PDF

from ....corpus.errors import UnreadableFile
from ....corpus.model import Draft, Origin, Page, Quality, Verdict
from ...quality import judge
from ...titles import declared_title, heading_of
from .file import Inspection, inspect, put_in_order
from .glyphs import Drawing, Undrawable, draw
from .look import look_of
from .unpacking import MOST_UNPACKED, OVERFULL, Overfull, size_of
from .words import print_out

_MOST_PAGES: Final = 20_000
"""Pages of one file; the longest printed minutes of a year have 5,000."""
_FORGET_AFTER: Final = 50
"""Pages after which fonts and objects are read anew: what is kept of a page costs memory, and fonts return often."""
_MOST_CONTENT: Final = 32 * 2**20
"""Bytes of drawing instructions of one page, unpacked; a map has 10 MiB. What has more is read from its picture."""
_MOST_COLLAPSED: Final = 0.3
"""Share of the glyphs without width: accents are, letters of a font without widths lie on top of each other."""
_SHOWS_STRING: Final = re.compile(rb"[)>\]]\s*T[jJ]\b")

# What it says of broken files is for its authors; what matters of it becomes a warning of ours.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


class _PageResult(NamedTuple):
    page: Page
    warning: str | None
    doubtful: bool
    """It failed, or has fonts and yet no letters: more may be had from a mended copy of the file."""
    overfull: bool = False
    """It unpacks to so much that not even its picture can be had."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What was had from the file, or from its mended copy."""

    pages: tuple[Page, ...]
    warnings: tuple[str, ...]
    metadata_title: str
    doubtful: bool
    overfull: bool = False

    @property
    def amount(self) -> tuple[int, int]:
        """Pages and code points: the more, the better it was read."""
        return len(self.pages), sum(len(page.text) for page in self.pages)


_NOTHING: Final = _Reading((), (), "", doubtful=True)


def read(path: Path) -> Draft:
    """Read a PDF page by page; pages without usable text are left waiting to be read from their pictures.

    Raises:
        UnreadableFile: A password is needed, there is no page in it, it is beyond mending or made to exhaust memory.
    """
    inspection = inspect(path)
    if inspection.pages > _MOST_PAGES:
        raise UnreadableFile(f"has {inspection.pages} pages, and {_MOST_PAGES} are read at most: split it")
    reading, mended = _best_reading(path, inspection)
    if not reading.pages:
        raise UnreadableFile("is a PDF without pages: open it and see, and ask for the file again")
    if reading.overfull and not any(page.text or page.waiting for page in reading.pages):
        raise Overfull(OVERFULL)
    first = reading.pages[0]
    return Draft(
        pages=reading.pages,
        title=None if first.waiting else declared_title(reading.metadata_title, first.text) or heading_of(first),
        warnings=(*_damage(inspection, reading.pages, mended), *inspection.warnings, *reading.warnings),
        notes=inspection.notes,
        attachments=inspection.attachments,
    )


def _best_reading(path: Path, inspection: Inspection) -> tuple[_Reading, bool]:
    """The file as it is or, where that is in doubt and something is gained, as mended; and whether it was mended."""
    original = _NOTHING if inspection.damaged or inspection.painted else _reading(path)
    if original.pages and not original.doubtful and len(original.pages) >= inspection.pages:
        return original, False
    mended = _mended_reading(path)
    if mended.amount > original.amount:
        return mended, inspection.damaged or not inspection.painted
    return original if original.pages else _reading(path), False


def _mended_reading(path: Path) -> _Reading:
    try:
        with put_in_order(path) as copy:
            return _reading(copy)
    except UnreadableFile:
        return _NOTHING


def _damage(inspection: Inspection, pages: Sequence[Page], mended: bool) -> Iterator[str]:
    if len(pages) < inspection.declared:
        yield f"the file is damaged: it should have {inspection.declared} pages, and only {len(pages)} could be read"
    elif mended:
        empty = sum(not page.text and not page.waiting for page in pages)
        many = len(pages) != 1
        yield (
            f"the file is damaged: {f'{len(pages)} pages were' if many else '1 page was'} read from a mended copy"
            f"{f', {empty} of them empty' if empty else ''}, compare {'them' if many else 'it'} with the original"
        )


def _reading(path: Path) -> _Reading:
    with path.open("rb") as stream:
        try:
            pdf = pdfplumber.open(stream)
        except (MemoryError, Overfull):
            raise
        except Exception:  # any, as the parser meets broken files: a mended copy may open
            return _NOTHING
        results = list(_page_results(pdf))
    title = pdf.metadata.get("Title")
    return _Reading(
        pages=tuple(result.page for result in results),
        warnings=tuple(result.warning for result in results if result.warning),
        metadata_title=title if isinstance(title, str) else "",
        doubtful=any(result.doubtful for result in results),
        overfull=any(result.overfull for result in results),
    )


def _page_results(pdf: PDF) -> Iterator[_PageResult]:
    fonts = PDFResourceManager()
    for number, page in enumerate(_page_objects(pdf), 1):
        if number % _FORGET_AFTER == 0:
            fonts = PDFResourceManager()
            pdf.doc._cached_objs.clear()
            pdf.doc._parsed_objs.clear()
        yield _page_result(number, page, fonts)


def _page_objects(pdf: PDF) -> Iterator[PDFPage]:
    try:
        yield from PDFPage.create_pages(pdf.doc)
    except (MemoryError, Overfull):
        raise
    except Exception:  # any, as the parser meets broken files; that pages are missing is seen from their number
        return


def _page_result(number: int, page: PDFPage, fonts: PDFResourceManager) -> _PageResult:
    try:
        _check_contents(page)
        drawing = draw(page, fonts)
        letterless = not drawing.glyphs and bool(resolve1(page.resources.get("Font")))
        if drawing.collapsed > _MOST_COLLAPSED or (letterless and _writes(page)):
            raise Undrawable("its fonts are damaged, so that its letters did not come through")
        return _PageResult(_page(number, drawing), None, doubtful=letterless)
    except MemoryError:
        raise
    except Overfull:
        lost = Page(number, "", Origin.TEXT_LAYER, Quality(Verdict.KEEP, f"it {OVERFULL}"))
        return _PageResult(lost, f"page {number} was not read: it {OVERFULL}", doubtful=False, overfull=True)
    except Exception as error:  # any, as the parser meets broken files: the other pages are to be had all the same
        reason = str(error) if isinstance(error, Undrawable) else f"it is damaged ({type(error).__name__})"
        unread = Quality(Verdict.REREAD, f"the text could not be taken out: {reason}")
        lost = Page(number, "", Origin.TEXT_LAYER, unread, waiting=True)
        return _PageResult(lost, f"the text of page {number} could not be taken out: {reason}", doubtful=True)


def _check_contents(page: PDFPage) -> None:
    """Refuse drawing instructions that would unpack to more than memory holds."""
    size = 0
    for stream in map(resolve1, page.contents):
        size += size_of(stream)
        if size > MOST_UNPACKED:
            raise Overfull(OVERFULL)
    if size > _MOST_CONTENT:
        raise Undrawable(f"its drawing instructions unpack to more than {_MOST_CONTENT // 2**20} MiB")


def _writes(page: PDFPage) -> bool:
    return any(_SHOWS_STRING.search(stream.get_data()) for stream in map(resolve1, page.contents))


def _page(number: int, drawing: Drawing) -> Page:
    text, words, width, height, rotation = print_out(drawing)
    quality = judge(text, look_of(drawing))
    return Page(
        number,
        text,
        Origin.TEXT_LAYER,
        quality,
        width=width,
        height=height,
        rotation=rotation,
        words=words,
        waiting=quality.verdict is Verdict.REREAD,
    )
