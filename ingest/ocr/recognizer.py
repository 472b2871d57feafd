"""Pages read from their pictures: drawn, turned upright, read, read again where that pays, laid out as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Final, TypeAlias

from ...corpus.errors import UnreadableFile
from ...corpus.model import Origin, Page, Quality
from ...corpus.words import Words
from ..layout.rows import Token, lay_out
from . import tesseract
from .fusion import fused
from .gaps import with_lost_spaces
from .images import Picture, pictures
from .noise import sift, without_stacks
from .refill import refilled
from .sheets import Sheet, prepare, softened, turn, unread_area
from .signs import corrected
from .tesseract import SWEDISH, Found, RecognitionFailed
from .unread import Place, crops, unread_places

BATCH: Final = 8
"""Pages to give to one call: enough that loading the model costs little, few enough for a worker's memory."""
PAGE_SECONDS: Final = 120.0
"""Time that one page may take to be read; a full one takes three seconds."""
UNREAD_WRITING: Final = "handwriting, a stamp or a drawing on the page was not read"
"""What a page's quality says when something on it looked like writing and gave no words."""
UNREAD_SIGNS: Final = "single letters or digits on the page were not read"
"""The same when ink of a letter's size stood on a row of words and gave none, read twice."""
_UNREAD_AREA: Final = 1.5
"""Square centimetres of ink without words from which something was not read; a signature has 2 and more."""
_POOR: Final = 80.0
"""Mean confidence under which a page is read by both models; clean print has 92 to 96."""
_FRAYED: Final = 88.0
"""Mean confidence under which a page is tried with softer letters; dot matrix has 80 to 86 without, 93 to 96 with."""
_FINE_DPI: Final = 230
"""Resolution from which letters can be made softer by halving it."""
_COARSE_DPI: Final = 170
"""Resolution up to which a page is read a second time in any case: it takes a third of the wrong words away."""
_MAYBE_UPSIDE_DOWN: Final = 60.0
"""Mean confidence under which a page may stand on its head; such pages have 20 to 50."""
_GUESS: Final = 60
"""Confidence of what may be noise."""
_SURE_TURN: Final = 1.0
"""Tesseract's certainty of a direction from which it is tried."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """How far one page has come."""

    page: Page
    sheet: Sheet
    found: Sequence[Found] = ()
    writing: bool = False
    """Whether something on the page seems to be writing or a drawing, and gave no words."""
    signs: bool = False
    """Whether single signs gave no words."""

    @property
    def confidence(self) -> float:
        return fmean(word.confidence for word in self.found) if self.found else 0.0

    @property
    def credit(self) -> int:
        """How much was read, and how surely; noise, however much, gives none."""
        return sum(len(word.text) * max(0, word.confidence - _GUESS) for word in self.found)


@dataclass(frozen=True, slots=True)
class _GivenUp:
    """A page that could not be read, and why."""

    page: Page
    cause: str


_Work: TypeAlias = _Reading | _GivenUp
_Step: TypeAlias = Callable[[Sequence[_Reading]], Sequence[_Work]]


def recognize(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    """The pages with the text that stands on their pictures; `BATCH` of them in a call are read fastest.

    Args:
        path: The file they stand in.
        media_type: Of the file: application/pdf, image/tiff, image/png or image/jpeg.
        pages: In any order.

    Returns:
        As many pages, in the same order. One that cannot be read in time, or at all, is still waiting,
        with the cause as its quality's reason.

    Raises:
        MissingDependency: Tesseract, or every model that can read Swedish, is missing.
    """
    model = tesseract.model()
    work = _draw(path, media_type, pages)
    work = _where(_is_sideways, _stand_up, work)
    work = _where(_is_written_on, partial(_read, model=model), work)
    work = _where(_may_be_upside_down, partial(_turn_over, model=model), work)
    work = _where(_is_frayed, partial(_read_softened, model=model), work)
    if model != SWEDISH and tesseract.has(SWEDISH):
        work = _where(_is_poor, _read_again, work)
    work = _where(_is_written_on, _set_right, work)
    work = _where(_is_written_on, partial(_fill_gaps, model=model), work)
    return [_finished(reading) if isinstance(reading, _Reading) else _waiting(reading) for reading in work]


def _where(wanted: Callable[[_Reading], bool], step: _Step, work: Sequence[_Work]) -> list[_Work]:
    """Take the step with the pages that want it, all together; the others stay as they are."""
    chosen = [isinstance(reading, _Reading) and wanted(reading) for reading in work]
    done = iter(step([reading for reading in work if isinstance(reading, _Reading) and wanted(reading)]))
    return [next(done) if take else reading for take, reading in zip(chosen, work, strict=True)]


def _is_sideways(reading: _Reading) -> bool:
    return reading.sheet.sideways


def _is_written_on(reading: _Reading) -> bool:
    return not reading.sheet.blank


def _may_be_upside_down(reading: _Reading) -> bool:
    return _is_written_on(reading) and not reading.sheet.turned and reading.confidence < _MAYBE_UPSIDE_DOWN


def _is_frayed(reading: _Reading) -> bool:
    return _is_written_on(reading) and reading.confidence < _FRAYED and reading.sheet.dpi >= _FINE_DPI


def _is_poor(reading: _Reading) -> bool:
    return bool(reading.found) and (reading.confidence < _POOR or reading.sheet.dpi <= _COARSE_DPI)


def _draw(path: Path, media_type: str, pages: Sequence[Page]) -> list[_Work]:
    try:
        with pictures(path, media_type) as picture:
            return [_drawn(page, picture) for page in pages]
    except UnreadableFile as error:
        return [_GivenUp(page, str(error)) for page in pages]


def _drawn(page: Page, picture: Callable[[int], Picture]) -> _Work:
    try:
        return _Reading(page, prepare(picture(page.number)))
    except UnreadableFile as error:
        return _GivenUp(page, str(error))


def _stand_up(readings: Sequence[_Reading]) -> list[_Reading]:
    """Turn the sheets that lie on their side as Tesseract says."""
    return [replace(reading, sheet=turn(reading.sheet, _turn_needed(reading.sheet))) for reading in readings]


def _turn_needed(sheet: Sheet) -> int:
    degrees, certainty = tesseract.turn_needed(sheet.image, sheet.dpi)
    return degrees if certainty >= _SURE_TURN else 0


def _read(readings: Sequence[_Reading], model: str) -> list[_Work]:
    words = _words([reading.sheet for reading in readings], model)
    return [
        _GivenUp(reading.page, str(found)) if isinstance(found, RecognitionFailed) else replace(reading, found=found)
        for reading, found in zip(readings, words, strict=True)
    ]


def _words(sheets: Sequence[Sheet], model: str) -> Sequence[list[Found] | RecognitionFailed]:
    """The words of all sheets in one call; where that fails, of each by itself."""
    if not sheets:
        return []
    images = [(sheet.image, sheet.dpi) for sheet in sheets]
    try:
        return tesseract.read(images, model, PAGE_SECONDS * len(sheets))
    except RecognitionFailed as failure:
        return [failure] if len(sheets) == 1 else [words for sheet in sheets for words in _words([sheet], model)]


def _turn_over(readings: Sequence[_Reading], model: str) -> list[_Reading]:
    """Read those again that stand on their head, or lie on their side unnoticed; keep the better reading."""
    return [max(_turned_over(reading, model), key=lambda one: one.credit) for reading in readings]


def _turned_over(reading: _Reading, model: str) -> Iterator[_Reading]:
    yield reading
    if degrees := _turn_needed(reading.sheet):
        turned = replace(reading, sheet=turn(reading.sheet, degrees))
        yield from (done for done in _read([turned], model) if isinstance(done, _Reading))


def _read_softened(readings: Sequence[_Reading], model: str) -> list[_Reading]:
    """Read again with softer letters; keep the better reading."""
    soft = _read([replace(reading, sheet=softened(reading.sheet)) for reading in readings], model)
    return [
        other if isinstance(other, _Reading) and other.credit > reading.credit else reading
        for reading, other in zip(readings, soft, strict=True)
    ]


def _read_again(readings: Sequence[_Reading]) -> list[_Reading]:
    """A second reading by the model for Swedish, where that fails the first alone."""
    seconds = _words([reading.sheet for reading in readings], SWEDISH)
    return [
        reading if isinstance(second, RecognitionFailed) else replace(reading, found=fused(reading.found, second))
        for reading, second in zip(readings, seconds, strict=True)
    ]


def _set_right(readings: Sequence[_Reading]) -> list[_Reading]:
    return [
        replace(reading, found=found, writing=writing)
        for reading in readings
        for printed in [without_stacks(reading.found)]
        for found, writing in [sift(corrected(with_lost_spaces(printed, reading.sheet.image)))]
    ]


def _fill_gaps(readings: Sequence[_Reading], model: str) -> list[_Reading]:
    """Read once more where signs stand that were passed over, all pages' in one call."""
    places = [unread_places(reading.sheet, reading.found) for reading in readings]
    lines = iter(_read_lines([reading.sheet for reading in readings], places, model))
    return [
        replace(reading, found=done.found, signs=bool(done.unread))
        for reading, gaps in zip(readings, places, strict=True)
        for done in [refilled(reading.found, gaps, list(islice(lines, len(gaps))))]
    ]


def _read_lines(sheets: Sequence[Sheet], places: Sequence[Sequence[Place]], model: str) -> list[list[Found]]:
    """The words at all the places; none anywhere when the call fails."""
    images = [(image, sheet.dpi) for sheet, gaps in zip(sheets, places, strict=True) for image in crops(sheet, gaps)]
    try:
        lines = tesseract.read(images, model, PAGE_SECONDS, tesseract.LINE) if images else []
    except RecognitionFailed:
        return [[] for _ in images]
    return [corrected(with_lost_spaces(line, image)) for line, (image, _) in zip(lines, images, strict=True)]


def _waiting(given_up: _GivenUp) -> Page:
    page = given_up.page
    return replace(page, quality=Quality(page.quality.verdict, given_up.cause), waiting=True)


def _finished(reading: _Reading) -> Page:
    sheet, found = reading.sheet, reading.found
    text, words = lay_out((Token(word.text, word.box, word.confidence) for word in found), sheet.slope)
    return replace(
        reading.page,
        text=text,
        origin=Origin.OCR,
        quality=_with_notes(reading),
        width=sheet.width,
        height=sheet.height,
        rotation=sheet.turned,
        words=Words(replace(word, box=sheet.to_page(word.box)) for word in words),
        confidence=fmean(word.confidence for word in found) if found else None,
        waiting=False,
    )


def _with_notes(reading: _Reading) -> Quality:
    sheet, quality = reading.sheet, reading.page.quality
    writing = reading.writing or (
        not sheet.blank and unread_area(sheet, (word.box for word in reading.found)) > _UNREAD_AREA
    )
    notes = [note for note, true in ((UNREAD_WRITING, writing), (UNREAD_SIGNS, reading.signs)) if true]
    return replace(quality, reason="; ".join((quality.reason, *notes)))
