"""The types that pass between the steps: immutable values without input or output.

Offsets are code points. Inside a `Page` they count from the start of the page's text; in everything a user sees
they count from the start of the document, whose text is its pages joined by a form feed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from .facts import Extraction
from .words import NO_WORDS, Word, Words

PAGE_BREAK: Final = "\f"
_SURE_NUMBER: Final = 90
"""Numbers read right have a confidence of 92 to 96 (docs/ocr.md); those below this are doubtful."""
DOC_TYPES: Final = ("avtal", "protokoll", "tjansteskrivelse", "rapport", "ansokan", "ovrigt")


class Origin(StrEnum):
    """Where the text of a page came from."""

    TEXT_LAYER = "text-layer"
    """Text that a PDF carries, digital or laid under a scan by someone else's OCR."""
    OCR = "ocr"
    """Read from the picture by us."""
    MARKUP = "markup"
    """HTML, DOCX, ODT."""
    PLAIN = "plain"
    """Text files and e-mail bodies."""


class Verdict(StrEnum):
    """What is to be done with the text a page came with."""

    KEEP = "keep"
    REPAIR = "repair"
    REREAD = "re-ocr"


@dataclass(frozen=True, slots=True)
class Quality:
    """The judgement of the text a page came with, and the evidence in a sentence."""

    verdict: Verdict
    reason: str


class Standing(StrEnum):
    """What a repair is worth: the reader of a page sees those that are made and those that somebody accepted."""

    MADE = "made"
    SUGGESTED = "suggested"
    """Too doubtful to be made, or a person's name: somebody must decide."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"

    @property
    def in_force(self) -> bool:
        """Does the text read as repaired?"""
        return self in (Standing.MADE, Standing.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Repair:
    """A word that came through damaged: what stands there, and what was printed."""

    start: int
    """First code point in the page's text."""
    end: int
    """One past the last code point."""
    seen: str
    meant: str
    confidence: float
    """Probability that `meant` is what was printed, 0 to 1."""
    why: str
    """What it rests on, in a word or two; docs/repair.md lists them."""
    standing: Standing = Standing.MADE


@dataclass(frozen=True, slots=True)
class Known:
    """What an archive knows of its own words when it repairs a document."""

    words: frozenset[str] = frozenset()
    """Words that an archivist added, as written; each is right wherever it stands."""
    names: frozenset[str] = frozenset()
    """Capitalised words that stand in undamaged pages of the archive."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page: the text as printed (NFC, never changed later) and the place of each word."""

    number: int
    """1-based in the original."""
    text: str
    origin: Origin
    quality: Quality
    """What was thought of the text that the page came with."""
    width: float | None = None
    """Points, of the page turned upright; None where the format has no layout."""
    height: float | None = None
    rotation: int = 0
    """Degrees clockwise that the page must be turned to stand upright: 0, 90, 180 or 270."""
    words: Words = NO_WORDS
    confidence: float | None = None
    """Mean word confidence of the recogniser, 0 to 100; None unless origin is OCR."""
    waiting: bool = False
    """True until a page that must be read from its picture has been."""
    repairs: tuple[Repair, ...] = ()
    """In the order of the text; no two overlap."""

    def doubtful_numbers(self, among: Iterable[Word] | None = None) -> Iterator[Word]:
        """The recognised words, of all or of those given, that hold a digit and are not sure: kept, never guessed."""
        for word in self.words if among is None else among:
            doubtful = word.confidence is not None and word.confidence < _SURE_NUMBER
            if doubtful and any(letter.isdigit() for letter in self.text[word.start : word.end]):
                yield word


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came inside another, to become a document of its own."""

    name: str
    """As the sender wrote it: only ever shown, never used as a path."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader makes of a file, before anything is recognised or stored."""

    pages: tuple[Page, ...]
    title: str | None = None
    warnings: tuple[str, ...] = ()
    """What in the file was not read or is in doubt, a sentence each."""
    notes: tuple[str, ...] = ()
    """What is worth knowing and no doubt: form fields, attachments, annotations."""
    attachments: tuple[Attachment, ...] = ()
    repaired_by: str | None = None
    """The version of the repair that its pages went through; None where it failed."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file's content, by which the archive knows it."""

    sha256: str
    """64 lower-case hexadecimal digits."""
    size: int
    """Bytes."""
    media_type: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document as the archive keeps it."""

    id: str
    """16 hexadecimal digits, the beginning of its content's SHA-256."""
    source: Source
    pages: tuple[Page, ...]
    title: str | None = None
    warnings: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    doc_type: str | None = None
    """avtal, protokoll, tjansteskrivelse, rapport, ansokan; None where it does not say."""
    date: str | None = None
    """ISO 8601: of the meeting, of the last signature, or of the document itself."""
    dnr: tuple[str, ...] = ()
    """Its registry numbers, as printed."""
    attachments: int = 0
    """How many files came inside it, each a document of its own."""
    replaces: str | None = None
    """The document that stood under the same path before."""
    repaired_by: str | None = field(default=None, compare=False)
    """The version of the repair that its pages went through last; None where none did."""
    extraction: Extraction | None = field(default=None, compare=False)
    """What it says, extracted just now; None of one that comes out of the store, which is asked for its facts alone."""

    @property
    def text(self) -> str:
        """The pages' texts joined by a form feed."""
        return PAGE_BREAK.join(page.text for page in self.pages)

    @property
    def waiting_pages(self) -> tuple[int, ...]:
        """Numbers of the pages that still have to be read from their pictures."""
        return tuple(page.number for page in self.pages if page.waiting)

    @property
    def repaired_words(self) -> int:
        """How many of its repairs are in force."""
        return sum(repair.standing.in_force for page in self.pages for repair in page.repairs)

    def page_starts(self) -> Iterator[tuple[Page, int]]:
        """Each page with the offset at which its text begins in the document."""
        start = 0
        for page in self.pages:
            yield page, start
            start += len(page.text) + len(PAGE_BREAK)


@dataclass(frozen=True, slots=True)
class Input:
    """One thing given to be loaded: a file, or a file that came inside another."""

    shown: str
    """The path for people and for JSON: absolute, undecodable bytes as \\xNN, attachments as mail.eml//name."""
    raw: bytes
    """The bytes of the absolute path of the file on disk: this one, or the one that this came inside."""
    nested: bool = False
    """True for what came inside another file."""

    @classmethod
    def of(cls, path: Path) -> Input:
        """The input for a path on disk. Links are not resolved, but that a path with ".." has one spelling only."""
        given = path.absolute()
        raw = os.fsencode(given.parent.resolve() / given.name if ".." in given.parts else given)
        raw = b"/" + raw.lstrip(b"/")  # "//" stands between a file and what came inside it
        return cls(raw.decode("utf-8", "backslashreplace"), raw)

    def inside(self, name: str) -> Input:
        """The input for a file of that name inside this one."""
        return Input(f"{self.shown}//{name}", self.raw, nested=True)

    @property
    def path(self) -> Path:
        """The file on disk."""
        return Path(os.fsdecode(self.raw))


class OutcomeKind(StrEnum):
    """What became of one input."""

    INGESTED = "ingested"
    WARNING = "warning"
    DUPLICATE = "duplicate"
    UNCHANGED = "unchanged"
    WAITING = "waiting"
    REJECTED = "rejected"
    IGNORED = "ignored"

    @property
    def needs_a_hand(self) -> bool:
        """Must somebody look at it?"""
        return self in (OutcomeKind.REJECTED, OutcomeKind.WAITING, OutcomeKind.WARNING)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input, with the reason a person understands."""

    path: str
    """As shown: absolute, undecodable bytes as \\xNN, attachments as mail.eml//name."""
    kind: OutcomeKind
    document: str | None = None
    """The document's id; the existing one's for duplicate and unchanged, None for rejected and ignored."""
    pages: int = 0
    ocr_pages: int = 0
    repaired_words: int = 0
    warnings: tuple[str, ...] = ()
    reason: str | None = None
    replaces: str | None = None
    confidence: float | None = None
    """Mean over the recognised words, 0 to 100."""
    seconds: float | None = None
    """Wall time from taking the file up to its record being stored."""
