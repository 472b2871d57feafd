"""From a document's text to its structure: which line belongs to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...corpus.model import PAGE_BREAK
from ...swedish.dnr import labelled
from .flow import flowing
from .head import Head
from .structure import Line, Paragraf, Structure, Zone

_PAGE_MARK: Final = re.compile(r"(?:\b(?i:sida|sid|blad)\s*)?\b\d{1,4}\s*(?:[(\[/]|av\s)\s*\d{1,4}[)\]]?\s*$")
_PARAGRAF: Final = re.compile(r"^\s*(?:§\s*(?P<number>\d+)|(?P<finnish>\d+)\s*§)(?=\s|$)(?P<rest>.*)$")
_DNR_COLUMN: Final = re.compile(r"\s*(?i:dnr|diarienr|diarienummer)\b.*$")
_HEADINGS: Final = (
    (Zone.PROPOSAL, re.compile(r"(?:\w+\s)*förslag\b.*", re.IGNORECASE)),
    (Zone.DECISION, re.compile(r"(?:[\w ]+s )?beslut:?|[\w ]+ beslutar:?", re.IGNORECASE)),
    (
        Zone.DEBATE,
        re.compile(
            r"(?:yrkanden?|propositionsordning|beslutsgång|omröstning|votering|reservation(?:er)?|jäv"
            r"|protokollsanteckning(?:ar)?|särskilt yttrande):?",
            re.IGNORECASE,
        ),
    ),
    (
        Zone.BACKGROUND,
        re.compile(r"(?:ärendebeskrivning|sammanfattning.*|bakgrund.*|ärendets? ?\w*|beskrivning.*):?", re.IGNORECASE),
    ),
    (
        Zone.DISTRIBUTION,
        re.compile(r"(?:beslutet )?(?:skickas|expedieras) till.*|kopia till.*|.*underlag.*", re.IGNORECASE),
    ),
    (Zone.ATTENDANCE, re.compile(r"(?:beslutande|närvarande|deltagare|övriga närvarande|ersättare).*", re.IGNORECASE)),
)


def structured(text: str, head: Head) -> Structure:
    """How a text is built whose pages are joined by form feeds."""
    lines, sections = _zoned(text)
    flow = flowing(text, ((line.start, line.end) for line in lines if line.zone is not Zone.FURNITURE))
    return Structure(text, lines, sections, head, flow, tuple(line.start for line in lines))


def _zoned(text: str) -> tuple[tuple[Line, ...], tuple[Paragraf, ...]]:
    lines: list[Line] = []
    sections: list[Paragraf] = []
    zone, heading = Zone.BODY, ""
    for start, end, page in _printed(text):
        words = text[start:end].strip()
        paragraf = _PARAGRAF.match(words)
        if _PAGE_MARK.search(words):
            lines.append(Line(start, end, page, Zone.FURNITURE, heading, len(sections) - 1 if sections else None))
            continue
        if paragraf and (paragraf["rest"].strip()[:1].isupper() or not paragraf["rest"].strip()):
            dnr = tuple(labelled(words))
            title = _DNR_COLUMN.sub("", paragraf["rest"]).strip() or None
            if sections:
                sections[-1] = _ended(sections[-1], start)
            sections.append(Paragraf(paragraf["number"] or paragraf["finnish"], title, dnr, start, len(text)))
            zone, heading = Zone.BODY, words
        found = next((kind for kind, pattern in _HEADINGS if pattern.fullmatch(words)), None)
        if found:
            zone, heading = found, words
        lines.append(Line(start, end, page, zone, heading, len(sections) - 1 if sections else None))
    return tuple(lines), tuple(sections)


def _ended(section: Paragraf, end: int) -> Paragraf:
    return Paragraf(section.number, section.heading, section.dnr, section.start, end)


def _printed(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and page of each line."""
    start = 0
    for number, page in enumerate(text.split(PAGE_BREAK), start=1):
        for line in page.split("\n"):
            yield start, start + len(line), number
            start += len(line) + 1
