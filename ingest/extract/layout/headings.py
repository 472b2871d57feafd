"""Headings of minutes, letters and agreements, and what stands under each."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from operator import ne
from typing import Final

from ....swedish.spaced import joined
from ..printed import rows_of
from .structure import Zone

_LONGEST: Final = 80
"""Code points; longer lines are text."""
_MOST_WORDS: Final = 9
_NUMBERING: Final = re.compile(r"(?:§ ?\d{1,3}\b|\d{1,2}(?:\.\d{1,2}){0,2}\.?(?= )|\d{1,2} §|[A-Za-z]\)|[•·*#–-]+)\s*")
_CELL_END: Final = re.compile(r":\s*|\s{2,}|\t")
_SIDE_HEADINGS: Final = frozenset(
    {Zone.ATTENDANCE, Zone.DECISION, Zone.DISTRIBUTION, Zone.ATTACHMENTS, Zone.SIGNATURES, Zone.APPEAL}
)
"""What may stand under a heading beside it, in the next column."""
_ENDS_TEXT: Final = (".", ",", ";", "-")
_FINITE: Final = frozenset(
    [
        "är",
        "har",
        "ska",
        "skall",
        "kan",
        "får",
        "bör",
        "blir",
        "var",
        "lämnas",
        "lämnar",
        "ges",
        "yrkar",
        "reserverar",
        "finns",
        "avser",
        "gäller",
    ]
)
"""Verbs of sentences; a heading has none."""

_SPECKS: Final = re.compile(r"[!?*'’`´|~^°•·_\"”.,;]+(?=\s|$)")
"""What dust on the paper is read as, behind a word."""
_OF_MINUTES: Final = frozenset({Zone.DECISION, Zone.PROPOSAL, Zone.DEBATE, Zone.BACKGROUND, Zone.DISTRIBUTION})
_SHORTEST_MISREAD: Final = 6
_LONGEST_MISREAD: Final = 40
_LONG: Final = 12
"""Letters of a heading from which on two may be misread."""
_Table = dict[str, Zone]


_SPACED: Final = re.compile(r"\S \S \S ")
"""How a heading begins whose letters are parted by blanks."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that is known."""

    zone: Zone
    words: str
    """Without number and colon."""
    rest: int
    """Where on the line the text after it begins; the line's length where it stands alone."""
    whole: bool = True
    """Are all of its words known, and not only the first?"""


@lru_cache(maxsize=1024)
def heading_of(words: str) -> Heading | None:
    """The known heading that a line, without the white space around it, is or begins with; None for other lines."""
    if len(words) > _LONGEST and ":" not in words[:_LONGEST] and "  " not in words[:_LONGEST]:
        return None
    if words[:1].islower():
        return None
    number = _NUMBERING.match(words)
    start = number.end() if number else 0
    cell = _CELL_END.search(words, start, _LONGEST + 1)
    ends = [(len(words), len(words))] if len(words) <= _LONGEST else []
    if cell:
        ends.insert(0, (cell.start(), cell.end()))
    found = next((found for end, rest in ends if (found := _named(words[start:end], rest))), None)
    beside = found and cell and found.rest == cell.end() < len(words) and ":" not in cell.group()
    return None if found and beside and found.zone not in _SIDE_HEADINGS else found


def is_heading(words: str) -> bool:
    """Is the line a known heading, with or without text after it?"""
    return heading_of(words) is not None


def may_open_heading(words: str) -> bool:
    """Could a line that begins with these words begin with a known heading?"""
    number = _NUMBERING.match(words)
    parts = words[number.end() if number else 0 :].split(None, _MOST_WORDS)[:_MOST_WORDS]
    if not parts or not parts[0][:1].isupper():
        return False
    possible = [parts[0], *(part for above, part in pairwise(parts) if above[-1] in "sS")]
    return any(part.casefold().rstrip(":") in _first_words() for part in possible)


def _named(words: str, rest: int) -> Heading | None:
    title = (joined(words) if _SPACED.match(words) else words).strip().rstrip(":")
    if not title[:1].isupper() or title.endswith(_ENDS_TEXT):
        return None
    parts = _SPECKS.sub("", title.casefold()).split()
    if not parts or len(parts) > _MOST_WORDS:
        return None
    zone, whole = _zone(parts)
    if not zone and len(title) <= _LONGEST_MISREAD:
        zone = _misread(" ".join(parts))
    return Heading(zone, title, rest, whole) if zone else None


def _zone(parts: list[str]) -> tuple[Zone | None, bool]:
    """What the heading begins, and whether all of its words tell that."""
    own, opened, bodied, bodied_open = _phrases()
    phrase = " ".join(parts)
    if phrase in own:
        return own[phrase], True
    if not _FINITE.isdisjoint(parts):
        return None, True
    for at in range(len(parts)):
        if at and not parts[at - 1].endswith("s"):
            continue
        phrases, beginnings = (bodied, bodied_open) if at else (own, opened)
        if at and (zone := phrases.get(" ".join(parts[at:]))):
            return zone, True
        for end in range(len(parts) - 1, at, -1):
            if zone := beginnings.get(" ".join(parts[at:end])):
                return zone, False
    return None, True


def _misread(phrase: str) -> Zone | None:
    """The zone of a heading of minutes in which a letter was taken for another, as scanning does."""
    near = _of_length(len(phrase))
    wrong = 1 if len(phrase) < _LONG else 2
    return next((zone for known, zone in near if sum(map(ne, known, phrase)) <= wrong), None)


@cache
def _of_length(length: int) -> list[tuple[str, Zone]]:
    known = ((phrase, zone) for phrase, zone in _phrases()[0].items() if zone in _OF_MINUTES)
    return [(phrase, zone) for phrase, zone in known if len(phrase) == length >= _SHORTEST_MISREAD]


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split(None, 1)[0] for table in _phrases()[:2] for phrase in table)


@cache
def _phrases() -> tuple[_Table, _Table, _Table, _Table]:
    """Whole headings, beginnings of headings, and both of those that may have a body's name before them."""
    own, opened, bodied, bodied_open = _Table(), _Table(), _Table(), _Table()
    for row in rows_of("headings.txt"):
        zone, phrase = row.split("\t")
        whole = phrase.removeprefix("+").removesuffix(" *")
        own_table, bodied_table = (opened, bodied_open) if phrase.endswith(" *") else (own, bodied)
        own_table[whole] = own[whole] = Zone(zone)
        if phrase.startswith("+"):
            bodied_table[whole] = Zone(zone)
    return own, opened, bodied, bodied_open
