"""Sentences of a text as it flows, by signs and line breaks: so tables and lists come apart as well."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from .layout.structure import Line, Structure, Zone
from .printed import rows_of

_END: Final = re.compile(
    r"""
    (?P<point> [.!?…] ["”’)\]]{0,2} ) [ ] (?= ["”’(\[§•–-]{0,2} [ ]? [A-ZÅÄÖÉ\d] )
    | [\n\t]+
    | (?<= [,;:] ) [ ] (?= (?: att | dels ) [ ] )               # each clause of a decision is one
    """,
    re.VERBOSE,
)
_ITEM: Final = re.compile(r"\s*(?:[-–•*]\s|\(?[a-z\d]{1,2}[.)]\s)")
_WORD_BEFORE: Final = re.compile(r"[\w.:/-]*$")
_REACH: Final = 16
"""Characters before a point in which the word stands that it may abbreviate."""
_NO_END: Final = re.compile(r"[A-ZÅÄÖ]|\d{1,2}|[a-zåäö](?:\.[a-zåäö])*")
"""An initial, the number of a point, "t.ex": the point after them ends nothing."""

Span = tuple[int, int]


@lru_cache(maxsize=1)  # several steps ask for those of one document
def sentences(structure: Structure) -> tuple[Span, ...]:
    """Where sentences stand in the flow, [start, end) without white space; headings and items are their own."""
    text = structure.flow.text
    found: list[Span] = []
    start = 0
    for end, after in [*_ends(text, _breaks(structure)), (len(text), len(text))]:
        if span := _stripped(text, start, end):
            found.append(span)
        start = after
    return tuple(found)


def _ends(text: str, breaks: set[int]) -> list[Span]:
    """Where sentences end, and where what comes after begins."""
    ends = [
        (match.end("point") if match["point"] else match.start(), match.end())
        for match in _END.finditer(text)
        if not match["point"] or not _is_abbreviation(text, match.start())
    ]
    return sorted([*ends, *((at, at) for at in breaks)])


def _breaks(structure: Structure) -> set[int]:
    """Where a heading or an item of a list begins or ends in the flow, for no sign tells."""
    at, breaks = structure.flow.at, set[int]()
    for line in structure.lines:
        if line.zone is Zone.HEADING:
            breaks |= {at(line.start), at(line.end)}
        elif _is_item(structure, line):
            breaks.add(at(line.start))
    return breaks


def _is_item(structure: Structure, line: Line) -> bool:
    return line.zone is not Zone.FURNITURE and bool(_ITEM.match(structure.text, line.start, line.end))


def _is_abbreviation(text: str, point: int) -> bool:
    match = _WORD_BEFORE.search(text, max(0, point - _REACH), point)
    word = match[0] if match else ""
    return bool(_NO_END.fullmatch(word)) or word.casefold() in _abbreviations()


def _stripped(text: str, start: int, end: int) -> Span | None:
    words = text[start:end]
    inner = words.strip()
    begin = start + len(words) - len(words.lstrip())
    return (begin, begin + len(inner)) if inner else None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(rows_of("abbreviations.txt"))
