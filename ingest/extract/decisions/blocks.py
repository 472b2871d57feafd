"""Passages of a document that stand together under one heading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..bodies import is_body, nominative
from ..layout.headings import heading_of
from ..layout.paragrafs import text_beside
from ..layout.structure import Line, Structure, Zone

_OF_BODY: Final = re.compile(
    r"(?P<body>.+s) (?:beslut\w*|ställningstagande\w*|rekommendation\w*|avgörande)", re.IGNORECASE
)
_COLUMN: Final = re.compile(r"\S(?:\s{3,}|\t)\S")
_WIDEST: Final = 120
"""Code points of a line as printed; longer ones are whole paragraphs, and each line break is meant."""
_RAGGED: Final = 2
"""Code points that a line may stay short of the margin without being ended early."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a passage."""

    start: int
    """First code point that is no white space, and no heading."""
    end: int
    words: str
    gap: bool
    """Is the line above blank?"""
    early: bool
    """Was the line above ended before the margin, though the first word of this one had room on it?"""


Matter = tuple[int | None, int]
"""The § that something stands under, and how many headings with a number were passed: minutes without §§ have those."""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together under one heading."""

    rows: tuple[Row, ...]
    heading: str
    zone: Zone
    matter: Matter

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.rows[-1].end

    @property
    def decider(self) -> str | None:
        """Who decides, where the heading says so, in the nominative: "Kommunstyrelsens beslut"."""
        found = _OF_BODY.fullmatch(self.heading)
        return nominative(found["body"]) if found and is_body(found["body"].split()[-1]) else None


def passages(structure: Structure, *zones: Zone) -> Iterator[Block]:
    """The passages of these zones, in the order of the text; page heads and feet interrupt none."""
    width = _width(structure)
    rows: list[Row] = []
    held: Line | None = None
    matter: Matter = (None, 0)
    above, gap, numbered = "", False, 0
    for line in structure.lines:
        numbered += line.zone is Zone.HEADING and structure.words_of(line).lstrip()[:1].isdigit()
        if line.zone is Zone.FURNITURE:
            gap = False
            continue
        if not held and line.zone not in zones:
            continue
        if held and (line.zone, line.heading, line.section) != (held.zone, held.heading, held.section):
            if rows:
                yield Block(tuple(rows), held.heading, held.zone, matter)
            rows, held, above = [], None, ""
        words = structure.words_of(line).strip()
        if line.zone in zones and words:
            held, matter = held or line, (line.section, numbered)
            row = _row(structure, line, above, gap=gap or _page_turned(rows, structure, line), width=width)
            if row.words:
                rows.append(row)
                above = words
        gap = not words
    if held and rows:
        yield Block(tuple(rows), held.heading, held.zone, matter)


def _row(structure: Structure, line: Line, above: str, *, gap: bool, width: int) -> Row:
    printed = structure.words_of(line)
    words = printed.strip()
    start = line.start + len(printed) - len(printed.lstrip())
    heading = heading_of(words)
    skipped = heading.rest if heading and heading.zone is line.zone else text_beside(words)
    room = width - _RAGGED - len(above) - len(" ") - len(words.split(None, 1)[0])
    return Row(start + skipped, start + len(words), words[skipped:], gap, bool(above) and (width > _WIDEST or room > 0))


def _page_turned(rows: list[Row], structure: Structure, line: Line) -> bool:
    """Does a page end with the sentence above?"""
    return bool(rows) and rows[-1].words.endswith((".", ":")) and structure.line_at(rows[-1].start).page != line.page


def _width(structure: Structure) -> int:
    """The length of the longest line of running text."""
    longest = 0
    for line in structure.lines:
        if line.end - line.start > longest and line.zone is not Zone.FURNITURE:
            words = structure.words_of(line).strip()
            if not _COLUMN.search(words[:_WIDEST]):
                longest = max(longest, len(words))
    return longest
