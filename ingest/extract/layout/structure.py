"""How a document is built: its lines with their pages and zones, its §§, and its text as it flows.

Offsets are code points into the document's text as repaired, its pages joined by a form feed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from ....corpus.facts import Clause
from .flow import Flow


class Zone(StrEnum):
    """What a line is part of."""

    FURNITURE = "furniture"
    """The head or foot of a page: never part of a sentence."""
    LETTERHEAD = "letterhead"
    TITLE = "title"
    CONTENTS = "contents"
    """A table of contents or an agenda."""
    PARTIES = "parties"
    """Where an agreement says between whom it is made."""
    ATTENDANCE = "attendance"
    HEADING = "heading"
    BODY = "body"
    BACKGROUND = "background"
    """The description of a matter: earlier decisions and other bodies' money stand here."""
    PROPOSAL = "proposal"
    DEBATE = "debate"
    """Motions, votes, reservations, conflicts of interest."""
    DECISION = "decision"
    DISTRIBUTION = "distribution"
    """To whom a decision is sent, and what it was based on."""
    SIGNATURES = "signatures"
    ATTACHMENTS = "attachments"
    APPEAL = "appeal"
    """Instructions on how to appeal, and the proof of the notice board."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line."""

    start: int
    end: int
    """One past its last code point; the line break is no part of it."""
    page: int
    """1-based."""
    zone: Zone
    heading: str = ""
    """The innermost heading that it stands under, "" at the top."""
    section: int | None = None
    """Index into the structure's sections."""


@dataclass(frozen=True, slots=True)
class Paragraf:
    """One § of minutes: from its heading to the next one's."""

    number: str
    heading: str | None
    dnr: tuple[str, ...]
    start: int
    end: int
    body: str | None = None
    """Who decides under it, where its heading says so."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a document as a whole."""

    doc_type: str | None = None
    """avtal, protokoll, tjansteskrivelse, rapport, ansokan or ovrigt."""
    date: str | None = None
    """ISO 8601: of the meeting, of the last signature, or of the document."""
    dnr: tuple[str, ...] = ()
    """As printed."""


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """A document's text and how it is built; each is equal to itself alone, so that what is found in it can be kept."""

    text: str
    lines: tuple[Line, ...]
    sections: tuple[Paragraf, ...]
    head: Head
    """Its type, date and dnr."""
    flow: Flow
    _starts: tuple[int, ...] = field(repr=False, default=())

    def line_at(self, offset: int) -> Line:
        """The line that holds the offset; a line break belongs to the line it ends."""
        return self.lines[max(0, bisect_right(self._starts, offset) - 1)]

    def section_at(self, offset: int) -> Paragraf | None:
        """The § that holds the offset, None outside of any."""
        section = self.line_at(offset).section
        return None if section is None else self.sections[section]

    def of_zone(self, *zones: Zone) -> Iterator[Line]:
        """The lines of these zones, in the order of the text."""
        return (line for line in self.lines if line.zone in zones)

    def words_of(self, line: Line) -> str:
        """What stands on a line."""
        return self.text[line.start : line.end]

    def clause(self, start: int, end: int) -> Clause:
        """The passage [start, end); its offsets are those of this text."""
        return Clause(self.line_at(start).page, start, end, self.text[start:end])
