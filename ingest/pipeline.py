"""The one flow from a file to what it says: read it, recognise what is a picture, restore letters, extract facts."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from ..corpus.errors import UnreadableFile
from ..corpus.model import Document, Draft, Known, Page
from ..corpus.ports import Extractor, Recognizer, Repairer, Runner, Unwatched, Watcher
from .extracting import extracted
from .ocr.images import PICTURED
from .restoring import restore
from .titles import followed, title_of

_DOUBTFUL: Final = 60
"""Mean confidence below which more words are wrong than right; worn pages that can be read have 80 and more."""
_FEW: Final = 4
"""Pages below which splitting a scan between workers costs more, in loading the model again, than it gains."""

UNRESTORED: Final = "letters that were lost in it were not restored"
"""How the warning begins that tells of a repair that failed."""


class OcrPolicy(StrEnum):
    """Which pages are read from their pictures."""

    AUTO = "auto"
    """Those whose text layer is missing or wrong."""
    ALWAYS = "always"
    """Every page that has a picture: all of a PDF or an image."""
    NEVER = "never"
    """None; those that need it wait."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """From a file to a draft whose pages say what is printed on them."""

    runner: Runner
    read: Callable[[Path, str], Draft]
    """Reads a file of a media type; raises UnreadableFile."""
    recognize: Recognizer
    batch: int
    """Pages at most in one call of `recognize`."""
    repair: Repairer
    extract: Extractor
    repair_version: str = ""
    """What the repair depends on beside the text: another version may find something else."""
    extract_version: str = ""
    """What the extraction depends on beside the text."""
    policy: OcrPolicy = OcrPolicy.AUTO
    watcher: Watcher = field(default_factory=Unwatched)
    caveats: tuple[str, ...] = ()
    """What is in doubt of every page that is recognised on this machine, a sentence each."""

    def draft(self, path: Path, media_type: str, known: Known) -> Draft:
        """What a file says, pages that are pictures included, its letters restored by the words that are known.

        Raises:
            UnreadableFile: Nothing of it can be had; with the reason.
        """
        draft = self._recognised(self.read_file(path, media_type), path, media_type)
        pages, warnings = self.restored(draft.pages, known)
        title = followed(draft.title, draft.pages, pages)
        draft = replace(draft, pages=pages, title=title, warnings=(*draft.warnings, *warnings))
        return replace(draft, repaired_by=None if warnings else self.repair_version)

    def read_file(self, path: Path, media_type: str) -> Draft:
        """What a file says without its pictures; pages that must be recognised are waiting. Raises as `draft`."""
        draft = self.runner.run(self.read, path, media_type)
        if self.policy is OcrPolicy.ALWAYS and media_type in PICTURED:
            draft = replace(draft, pages=tuple(replace(page, waiting=True) for page in draft.pages))
        return draft

    def restored(self, pages: tuple[Page, ...], known: Known) -> tuple[tuple[Page, ...], tuple[str, ...]]:
        """The pages repaired, and a warning where that failed: then they are as they were, and nothing is lost."""
        try:
            repairs = self.runner.run(restore, self.repair, pages, known)
        except UnreadableFile as error:
            return pages, (f"{UNRESTORED}: {error}",)
        except Exception as fault:
            return pages, (f"{UNRESTORED}: a fault in avtalsarkiv ({type(fault).__name__}: {fault}); please report it",)
        return tuple(replace(page, repairs=of_page) for page, of_page in zip(pages, repairs, strict=True)), ()

    def extracted(self, document: Document) -> Document:
        """The document with the facts that it states; where that fails without any, and with a warning."""
        return extracted(document, self.extract, self.extract_version, self.runner)

    def wants_again(self, media_type: str, unrecognised: int, waiting: int) -> bool:
        """Must a known document be read again, as pages of it wait, or as all shall be read from their pictures?"""
        if self.policy is OcrPolicy.ALWAYS:
            return media_type in PICTURED and unrecognised > 0
        return waiting > 0 and self.policy is not OcrPolicy.NEVER

    def _recognised(self, draft: Draft, path: Path, media_type: str) -> Draft:
        """The draft with its waiting pages read from their pictures, spread over all workers."""
        waiting = [page for page in draft.pages if page.waiting]
        if not waiting or self.policy is OcrPolicy.NEVER:
            return draft
        read = self._read_pictures(path, media_type, waiting)
        pages = tuple(read.get(page.number, page) for page in draft.pages)
        warnings = (*draft.warnings, *self.caveats, *filter(None, map(_doubt, pages)))
        # A title that was read off a wrong text layer is as wrong as the rest of it.
        title = (_title(pages) if 1 in read else None) or draft.title
        return replace(draft, pages=pages, title=title, warnings=warnings)

    def _read_pictures(self, path: Path, media_type: str, waiting: Sequence[Page]) -> dict[int, Page]:
        batches = self._batches(waiting)
        begun = [self.runner.start(self.recognize, path, media_type, batch) for batch in batches]
        read: dict[int, Page] = {}
        for batch, result in zip(batches, begun, strict=True):
            try:
                pages = result()
            except UnreadableFile:
                # One of them took the worker with it, or more memory than there is: the others are still to be had.
                pages = [self._read_alone(path, media_type, page) for page in batch]
            read |= {page.number: page for page in pages}
            self.watcher.recognised(path, len(read), len(waiting))
        return read

    def _read_alone(self, path: Path, media_type: str, page: Page) -> Page:
        try:
            return self.runner.run(self.recognize, path, media_type, [page])[0]
        except UnreadableFile as error:
            return replace(page, quality=replace(page.quality, reason=str(error)))

    def _batches(self, pages: Sequence[Page]) -> list[Sequence[Page]]:
        size = min(self.batch, max(_FEW, math.ceil(len(pages) / self.runner.jobs)))
        return [pages[start : start + size] for start in range(0, len(pages), size)]


def _title(pages: Sequence[Page]) -> str | None:
    return title_of(pages[0].text.split("\n")) if pages else None


def _doubt(page: Page) -> str | None:
    """What somebody must know who relies on a page that was a picture."""
    if page.waiting:
        return f"page {page.number} was not read: {page.quality.reason}"
    if page.confidence is not None and page.confidence < _DOUBTFUL:
        return f"page {page.number} was hard to read (confidence {page.confidence:.0f}); compare it with its picture"
    return None
