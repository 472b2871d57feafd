"""From a document's text to its structure: which line belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....swedish.blanks import plain
from ..head.doc_types import named_type
from ..outcomes import decides
from ..printed import Printed
from . import Layout, layout
from .flow import flowing
from .headings import Heading, heading_of
from .lead_ins import announces, announces_proposal, leads_in, proposes_list
from .letterhead import cells
from .signing import signs
from .structure import Head, Line, Paragraf, Structure, Zone

_LEADERS: Final = re.compile(r"(?<!\.)(?<!\. )(?:\.[ ]?){5,}\s*\d{1,4}\s*$")
_RULE: Final = re.compile(r"[_=*–—-]{5,}")
_NUMBERED: Final = re.compile(r"(?:§ ?\d{1,3}|\d{1,2}(?:\.\d{1,2}){0,2}\.?|\d{1,2} §)\s+(?P<title>[A-ZÅÄÖ].*)")
_UNNUMBERED: Final = re.compile(r"[A-ZÅÄÖ][^.:;!?\t]*(?<![,–-])")
_LISTED: Final = re.compile(r"[•·*–-]\s|[a-z]\)\s|\d")
_FIRST_ITEM: Final = re.compile(r"1[.)]? |a\) |[•·*–-] |att ")
_LONGEST_HEADING: Final = 70
_MOST_WORDS: Final = 9
"""Of a heading with a number; without one it must be shorter."""
_FEW_WORDS: Final = 6
_NO_HEADING: Final = re.compile(r"\([A-ZÅÄÖa-zåäö-]{1,5}\)|\s{3,}|\t|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d{3}")
"""A party's letters behind a name, columns, an amount."""
_APPEAL: Final = re.compile(
    r"(?:Beslutet|Detta beslut|Beslut enligt ovan) (?:kan|får|går|är) (?:\w+ ){0,3}överklag"
    r"|Mot (?:detta |dessa )?beslut\w* |Den som vill överklaga|Rättelseyrkande|Överklagandet? ska"
)
_NO_TITLE: Final = re.compile(r":|\d{4}-\d\d-\d\d|^(?:dnr|diarie|datum|ärendenr)", re.IGNORECASE)
_SENTENCE: Final = re.compile(r".{70,}|\S+(?: \S+){6,}.*[.:]")
_AGREED: Final = re.compile(
    r"\bmellan\b|\borg|\b(?:hyresvärd|hyresgäst|köpare|säljare|beställare|leverantör|konsult|upplåtare|arrendator|utförare)\b",
    re.IGNORECASE,
)
_TEXTS: Final = frozenset({Zone.DECISION, Zone.PROPOSAL, Zone.DEBATE, Zone.BACKGROUND, Zone.BODY, Zone.PARTIES})
_LISTS: Final = frozenset({Zone.ATTENDANCE, Zone.DISTRIBUTION, Zone.ATTACHMENTS, Zone.SIGNATURES, Zone.CONTENTS})
_MATTER: Final = frozenset({Zone.BACKGROUND, Zone.PROPOSAL, Zone.DEBATE, Zone.DECISION})
"""Zones of a case; in agreements, applications and reports headings of the same words say nothing of the kind."""
_TITLES: Final = frozenset({Zone.CONTENTS, Zone.BACKGROUND, Zone.DEBATE, Zone.ATTACHMENTS})
_UNDECIDED: Final = frozenset({"avtal", "ansokan", "rapport"})
_STORY: Final = ("bakgrund", "historik", "inledning")
_CONDITIONS: Final = ("villkor", "särskilda villkor", "beslutsvillkor")
_LONGEST_LINE: Final = 1000
"""Code points; longer lines are whole paragraphs, or no text at all."""
_HEAD_LINES: Final = 6
"""Lines with text at the top where "Beslut" is what the document is called."""


def structured(text: str, head: Head) -> Structure:
    """How a text is built whose pages are joined by form feeds; all its spaces are made ordinary ones."""
    text = plain(text)
    known = layout(text)
    if head.doc_type != "protokoll":
        known = replace(known, begins=(), contents=frozenset())
    zoned = tuple(_Walk(known, head).lines())
    flow = flowing(text, ((line.start, line.end) for line in zoned if line.zone is not Zone.FURNITURE))
    return Structure(text, zoned, _sections(known), head, flow, tuple(line.start for line in zoned))


def _sections(known: Layout) -> tuple[Paragraf, ...]:
    starts = [known.lines[begin.at].start for begin in known.begins]
    ends = [*starts[1:], known.lines[-1].end]
    return tuple(
        Paragraf(begin.number, begin.title, begin.dnr, start, end, begin.body)
        for begin, start, end in zip(known.begins, starts, ends, strict=False)
    )


class _Walk:
    """A walk down the lines that remembers what it is in."""

    def __init__(self, known: Layout, head: Head) -> None:
        self._lines = known.lines
        self._left_out = known.furniture
        self._contents = known.contents
        self._begins = {begin.at: number for number, begin in enumerate(known.begins)}
        self._titled = {at for begin in known.begins for at in range(begin.at, begin.until)}
        self._type = head.doc_type
        self._zone = Zone.LETTERHEAD
        self._heading = ""
        self._section: int | None = None
        self._blank = True
        self._proposed = False
        """Has the proposal that this is said "Kommunstyrelsen beslutar"?"""
        self._titled_before = False
        """Has the title been passed?"""
        self._passed = 0
        """Lines with text so far."""

    def lines(self) -> Iterator[Line]:
        """Every line with its zone."""
        page = 0
        for at, line in enumerate(self._lines):
            if line.page != page:
                page, self._blank = line.page, True
            if not line.words:
                self._blank = True
                yield self._line(line, self._zone)
            elif at in self._left_out:
                yield self._line(line, Zone.FURNITURE)
            else:
                yield self._line(line, self._zone_of(at, line.words))
                self._blank = False
                self._passed += 1

    def _line(self, line: Printed, zone: Zone) -> Line:
        return Line(line.start, line.end, line.page, zone, self._heading, self._section)

    def _zone_of(self, at: int, words: str) -> Zone:
        if at in self._contents or (words[-1:].isdigit() and _LEADERS.search(words[-_LONGEST_HEADING:])):
            return Zone.CONTENTS
        if at in self._begins:
            self._section = self._begins[at]
            self._enter(Zone.BODY, words)
            return Zone.HEADING if at in self._titled else Zone.BODY
        if at in self._titled:
            return Zone.HEADING
        heading = heading_of(words)
        if heading and self._opens(heading, words):
            self._enter(self._under(heading, numbered=words[0].isdigit()), heading.words)
            return Zone.HEADING if heading.rest >= len(words) else self._zone
        if len(words) > _LONGEST_LINE:
            self._enter(Zone.BODY if self._zone in (Zone.LETTERHEAD, Zone.TITLE) else self._zone, self._heading)
            return self._zone
        return self._unheaded(at, words)

    def _opens(self, heading: Heading, words: str) -> bool:
        """Is what reads like a heading one here?"""
        if heading.zone is Zone.DECISION and self._zone in (Zone.LETTERHEAD, Zone.TITLE):
            return heading.rest >= len(words) and (self._passed >= _HEAD_LINES or self._type == "protokoll")
        if self._zone in (Zone.DISTRIBUTION, Zone.ATTACHMENTS, Zone.CONTENTS):
            return self._blank or heading.zone in (Zone.DISTRIBUTION, Zone.SIGNATURES, Zone.APPEAL, Zone.DECISION)
        return True

    def _under(self, heading: Heading, *, numbered: bool) -> Zone:
        """The zone that a heading begins; with a number, minutes print the titles of their matters."""
        if numbered and self._type == "protokoll" and heading.zone in _TITLES:
            return Zone.BODY
        words = heading.words.casefold()
        if self._zone is Zone.DECISION and words.startswith(_CONDITIONS):
            return Zone.DECISION
        if self._type in _UNDECIDED and heading.zone in _MATTER and not words.startswith(_STORY):
            return Zone.BODY
        return heading.zone

    def _unheaded(self, at: int, words: str) -> Zone:
        """The zone of a line that no known heading begins."""
        if (announces(words) or leads_in(words)) and self._decides_next():
            self._enter(Zone.DECISION, words)
        elif self._type not in _UNDECIDED and (announces_proposal(words) or self._proposes_list(at, words)):
            self._enter(Zone.PROPOSAL, words)
        elif _APPEAL.match(words):
            self._enter(Zone.APPEAL, self._heading)
        elif self._zone in _TEXTS and self._blank and signs(self._lines, at):
            self._enter(Zone.SIGNATURES, "")
        elif self._zone in (Zone.LETTERHEAD, Zone.TITLE):
            return self._front(at, words)
        elif self._is_heading(at, words):
            self._enter(Zone.BODY, words)
            return Zone.HEADING
        elif _RULE.fullmatch(words):
            self._enter(Zone.BODY, "")
        return self._zone

    def _proposes_list(self, at: int, words: str) -> bool:
        """Does a sentence that proposes go on with a list on the line below?"""
        below = self._lines[at + 1].words if at + 1 < len(self._lines) else ""
        return self._blank and bool(_FIRST_ITEM.match(below)) and proposes_list(words)

    def _decides_next(self) -> bool:
        """Does what follows "Kommunstyrelsen beslutar" decide? After a proposal's own such words, the next ones do."""
        if self._type in _UNDECIDED:
            return False
        if self._zone is not Zone.PROPOSAL:
            return True
        proposed, self._proposed = self._proposed, True
        return proposed and self._blank and self._type == "protokoll"

    def _front(self, at: int, words: str) -> Zone:
        """The zone of a line at the top: of what the sender prints there, of the title, or of the first text."""
        if self._is_title(words) or (not self._titled_before and self._stands_alone(at, words)):
            self._enter(Zone.TITLE, "")
            self._titled_before = True
        elif self._type == "avtal" and _AGREED.search(words) and self._passed:
            self._enter(Zone.PARTIES, "")
        elif (_NUMBERED.fullmatch(words) or self._titled_before) and self._is_heading(at, words):
            self._enter(Zone.BODY, words)
            return Zone.HEADING
        elif _SENTENCE.fullmatch(words) and len(cells(words)) == 1:
            self._enter(Zone.BODY, "")
        elif self._zone is Zone.TITLE and (self._blank or _NO_TITLE.search(words) or len(cells(words)) > 1):
            self._enter(Zone.LETTERHEAD, "")
        return self._zone

    def _is_title(self, words: str) -> bool:
        return len(words) < 2 * _LONGEST_HEADING and len(cells(words)) == 1 and named_type(words) is not None

    def _stands_alone(self, at: int, words: str) -> bool:
        """Is it a line of some words between blank ones, as the subject of a letter is?"""
        alone = self._blank and at + 1 < len(self._lines) and not self._lines[at + 1].words
        few = len(words.split()) > 2 and len(words) < 2 * _LONGEST_HEADING
        return alone and few and len(cells(words)) == 1 and words[0].isupper() and not words.endswith((".", ":", ","))

    def _is_heading(self, at: int, words: str) -> bool:
        """A heading that nobody knows: numbered, or a short line with a blank one above and text below."""
        if len(words) > _LONGEST_HEADING or not self._blank or _NO_HEADING.search(words):
            return False
        numbered = _NUMBERED.fullmatch(words)
        title = numbered["title"] if numbered else words
        few = _MOST_WORDS if numbered else _FEW_WORDS
        if len(title.split()) > few or not _UNNUMBERED.fullmatch(title):
            return False
        if self._type not in _UNDECIDED and decides(title):
            return False
        below = next((line.words for line in self._lines[at + 1 : at + 3] if line.words), "")
        if numbered:
            return bool(below) and (self._zone is not Zone.CONTENTS or len(below) > _LONGEST_HEADING)
        least = _LONGEST_HEADING if self._zone in _LISTS else len(words)
        return len(below) > least and not _LISTED.match(below)

    def _enter(self, zone: Zone, heading: str) -> None:
        self._zone, self._heading, self._proposed = zone, heading, False
