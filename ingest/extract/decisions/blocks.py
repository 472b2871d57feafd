"""Passages of a document under a heading that says that something is decided."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..bodies import is_body, nominative
from ..headings import heading_of
from ..structure import Line, Structure, Zone

_OF_BODY: Final = re.compile(r"(?P<body>.+s) (?:beslut\w*|ställningstagande\w*|rekommendation\w*|avgörande)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a decision."""

    start: int
    """First code point that is no white space, and no heading."""
    end: int
    words: str
    gap: bool
    """Is the line above blank?"""
    early: bool
    """Was the line above ended before the margin, though the first word of this one had room on it?"""


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stand together under one heading."""

    rows: tuple[Row, ...]
    decider: str | None
    """Who decides, where the heading says so, in the nominative."""

    @property
    def end(self) -> int:
        """One past its last code point."""
        return self.rows[-1].end


def blocks(structure: Structure) -> Iterator[Block]:
    """The passages under decision headings, in the order of the text."""
    width = max((line.end - line.start for line in structure.lines), default=0)
    rows: list[Row] = []
    held: Line | None = None
    gap, above = False, ""
    for line in structure.lines:
        words = structure.words_of(line).strip()
        if line.zone is Zone.FURNITURE:
            continue
        if line.zone is not Zone.DECISION or (held and (line.heading, line.section) != (held.heading, held.section)):
            if held and rows:
                yield Block(tuple(rows), _decider(held.heading))
            rows, held = [], None
        if line.zone is Zone.DECISION and words:
            held = held or line
            row = _row(structure, line, gap=gap, above=above, width=width)
            if row.words:
                rows.append(row)
        gap, above = (True, "") if not words else (False, words)
    if held and rows:
        yield Block(tuple(rows), _decider(held.heading))


def _row(structure: Structure, line: Line, *, gap: bool, above: str, width: int) -> Row:
    printed = structure.words_of(line)
    words = printed.strip()
    start = line.start + len(printed) - len(printed.lstrip())
    heading = heading_of(words)
    skipped = heading.rest if heading and heading.zone is Zone.DECISION else 0
    first = words.split(None, 1)[0] if words else ""
    early = bool(above) and len(above) + 1 + len(first) <= min(width, 100) - 2
    return Row(start + skipped, start + len(words), words[skipped:], gap, early)


def _decider(heading: str) -> str | None:
    found = _OF_BODY.fullmatch(heading)
    if not found:
        return None
    return nominative(found["body"]) if is_body(found["body"].split()[-1]) else None
