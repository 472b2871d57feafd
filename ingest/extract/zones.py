"""From a document's text to its structure: which line belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .flow import flowing
from .furniture import furniture
from .headings import Heading, heading_of, lead_in
from .outcomes import decides
from .paragrafs import Begin, paragrafs
from .printed import Printed, printed
from .signing import signs
from .structure import Head, Line, Paragraf, Structure, Zone

_LEADERS: Final = re.compile(r"(?:\.[ ]?){5,}\s*\d{1,4}\s*$")
_RULE: Final = re.compile(r"[_=*–—-]{5,}")
_NUMBERED: Final = re.compile(r"(?:§ ?\d{1,3}|\d{1,2}(?:\.\d{1,2}){0,2}\.?|\d{1,2} §)\s+(?P<title>[A-ZÅÄÖ].*)")
_UNNUMBERED: Final = re.compile(r"[A-ZÅÄÖ][^.:;!?\t]*(?<![,–-])")
_BULLET: Final = re.compile(r"[•·*–-]\s|[a-z]\)\s|\d")
_LONGEST_HEADING: Final = 70
_MOST_WORDS: Final = 9
_FEW_WORDS: Final = 6
_PARTY_LETTERS: Final = re.compile(r"\([A-ZÅÄÖa-zåäö-]{1,5}\)|\s{3,}|\t|\d{3}")
_HEAD_LINES: Final = 12
_APPEAL: Final = re.compile(r"(?:Beslutet|Detta beslut) (?:kan|får|går att|går inte att|får inte|kan inte) (?:\w+ )?överklaga")
_MEETING: Final = re.compile(
    r"(?:plats och tid|tid och plats|sammanträdestid|sammanträdesplats|sammanträdesdatum|tid|plats|datum|mötesdatum)\b[:.\s]",
    re.IGNORECASE,
)
_AGREED: Final = re.compile(r"\b[Mm]ellan\b|\b(?:hyresvärd|hyresgäst|köpare|säljare|beställare|leverantör|konsult)\s*:", re.IGNORECASE)
_TEXT_ZONES: Final = frozenset({Zone.DECISION, Zone.PROPOSAL, Zone.DEBATE, Zone.BACKGROUND, Zone.BODY})
_LISTS: Final = frozenset({Zone.ATTENDANCE, Zone.DISTRIBUTION, Zone.ATTACHMENTS, Zone.SIGNATURES, Zone.CONTENTS})


def structured(text: str, head: Head) -> Structure:
    """How a text is built whose pages are joined by form feeds."""
    lines = list(printed(text))
    left_out = furniture(lines)
    begins, contents = paragrafs(lines, left_out) if head.doc_type == "protokoll" else ([], frozenset[int]())
    zoned = tuple(_Walk(lines, left_out, contents, begins, head).lines())
    flow = flowing(text, ((line.start, line.end) for line in zoned if line.zone is not Zone.FURNITURE))
    return Structure(text, zoned, _sections(lines, begins), head, flow, tuple(line.start for line in zoned))


def _sections(lines: Sequence[Printed], begins: Sequence[Begin]) -> tuple[Paragraf, ...]:
    starts = [lines[begin.at].start for begin in begins]
    ends = [*starts[1:], lines[-1].end][: len(starts)] if starts else []
    return tuple(
        Paragraf(begin.number, begin.title, begin.dnr, start, end, begin.body)
        for begin, start, end in zip(begins, starts, ends, strict=True)
    )


class _Walk:
    """A walk down the lines that remembers what it is in."""

    def __init__(
        self,
        lines: Sequence[Printed],
        left_out: frozenset[int],
        contents: frozenset[int],
        begins: Sequence[Begin],
        head: Head,
    ) -> None:
        self._lines = lines
        self._left_out = left_out
        self._contents = contents
        self._begins = {begin.at: number for number, begin in enumerate(begins)}
        self._titled = {at for begin in begins for at in range(begin.at, begin.until)}
        self._minutes = head.doc_type == "protokoll"
        self._zone = Zone.LETTERHEAD
        self._heading = ""
        self._section: int | None = None
        self._blank = True

    def lines(self) -> Iterator[Line]:
        """Every line with its zone."""
        page = 0
        for at, line in enumerate(self._lines):
            if line.page != page:
                page, self._blank = line.page, True
            if not line.words:
                self._blank = True
                yield self._line(line, self._zone)
                continue
            if at in self._left_out:
                yield self._line(line, Zone.FURNITURE)
                continue
            yield self._line(line, self._zone_of(at, line))
            self._blank = False

    def _line(self, line: Printed, zone: Zone) -> Line:
        return Line(line.start, line.end, line.page, zone, self._heading, self._section)

    def _zone_of(self, at: int, line: Printed) -> Zone:
        if at in self._contents or _LEADERS.search(line.words):
            return Zone.CONTENTS
        if at in self._begins:
            self._section = self._begins[at]
            self._enter(Zone.BODY, line.words)
            return Zone.HEADING
        if at in self._titled:
            return Zone.HEADING
        heading = heading_of(line.words)
        if heading and self._opens(heading):
            return self._under(heading, line)
        return self._unheaded(at, line)

    def _opens(self, heading: Heading) -> bool:
        """Is what reads like a heading one here?"""
        if self._zone in (Zone.DISTRIBUTION, Zone.ATTACHMENTS) and not self._blank:
            return heading.zone not in (Zone.BACKGROUND, Zone.PROPOSAL, Zone.ATTENDANCE, Zone.DEBATE)
        return not (self._zone is Zone.CONTENTS and not self._blank)

    def _under(self, heading: Heading, line: Printed) -> Zone:
        self._enter(heading.zone, heading.words)
        return Zone.HEADING if heading.rest >= len(line.words) else self._zone

    def _unheaded(self, at: int, line: Printed) -> Zone:
        """The zone of a line that no known heading begins."""
        if self._minutes and self._zone is not Zone.PROPOSAL and lead_in(line.words):
            self._enter(Zone.DECISION, line.words)
        elif _APPEAL.match(line.words):
            self._enter(Zone.APPEAL, self._heading)
        elif self._zone in _TEXT_ZONES and self._blank and signs(self._lines, at):
            self._enter(Zone.SIGNATURES, "")
        elif self._is_heading(at, line.words):
            self._enter(Zone.BODY, line.words)
            return Zone.HEADING
        elif _RULE.fullmatch(line.words):
            self._enter(Zone.BODY, "")
        return self._zone

    def _is_heading(self, at: int, words: str) -> bool:
        """A heading that nobody knows: numbered, or a short line with a blank one above and text below."""
        if len(words) > _LONGEST_HEADING or _PARTY_LETTERS.search(words) or not self._blank:
            return False
        numbered = _NUMBERED.fullmatch(words)
        title = numbered["title"] if numbered else words
        if len(title.split()) > (_MOST_WORDS if numbered else _FEW_WORDS) or decides(title) or not _UNNUMBERED.fullmatch(title):
            return False
        below = next((line.words for line in self._lines[at + 1 : at + 3] if line.words), "")
        if not below:
            return False
        return bool(numbered) or (self._zone not in _LISTS and len(below) > len(words) and not _BULLET.match(below))

    def _enter(self, zone: Zone, heading: str) -> None:
        self._zone, self._heading = zone, heading
