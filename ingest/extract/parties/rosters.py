"""Lists of people and organisations: attendance of a meeting, a steering group, the partners of a project."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from ....swedish.wordlists import rows
from .cells import Cell, Grid
from .spans import Span, joined
from .tokens import Gap, Token

_DATA: Final = Path(__file__).parent / "data" / "list_labels.txt"
_LABEL_WORDS: Final = 5
BULLETS: Final = frozenset(["•", "·", "▪", "■", "●", "○", "*", "¢", "«", "»", "–", "—", "-", "o", "e", "x"])
_ENDS: Final = re.compile(
    r"""§ | \d+\.?$ | datum | tid\b | plats\b | juster | paragraf | ärende | beslut$ | dagordning | sekreter | ordföra
    | underskrift | anslag""",
    re.IGNORECASE | re.VERBOSE,
)
"""How a line begins that is no entry of the list above it."""
_NEAR: Final = 12
"""Words from one name of a line to the next at most."""
_SHORT_LINE: Final = 6
_NAMES: Final = 0.3
"""Share of capitals in a line of more words that is an entry of a list."""


def entries(grid: Grid, tokens: Sequence[Token]) -> dict[int, str]:
    """For the word at which an entry of a list begins, what the list makes of people: member or official."""
    found: dict[int, str] = {}
    role = ""
    for row in grid.rows:
        for cell in row[:2]:
            role = _role(cell, tokens, role, found)
    return found


def _role(cell: Cell, tokens: Sequence[Token], role: str, found: dict[int, str]) -> str:
    """What the list is that goes on after this cell; its entry is written down."""
    after, new = _label(cell, tokens)
    if new:
        if after < cell.after:
            found[after] = new
        return new
    if not role:
        return ""
    first = _entry(cell, tokens)
    if cell.apart and tokens[cell.after - 1].text == "." and tokens[cell.after - 2].text[0].islower():
        return ""  # a sentence of its own
    if _ENDS.match(tokens[first].text) or not tokens[first].capital or _is_prose(tokens[first : cell.after]):
        return ""
    found[first] = role
    return role


def _entry(cell: Cell, tokens: Sequence[Token]) -> int:
    first = cell.first
    while first + 1 < cell.after and (tokens[first].text in BULLETS or tokens[first].text.rstrip(".").isdigit()):
        first += 1
    return first


def _is_prose(words: Sequence[Token]) -> bool:
    """Is this running text rather than an entry, which is made of names?"""
    letters = [token for token in words if token.text[0].isalpha()]
    capitals = sum(token.capital for token in letters)
    return len(letters) > _SHORT_LINE and capitals < _NAMES * len(letters)


def _label(cell: Cell, tokens: Sequence[Token]) -> tuple[int, str]:
    """Index after the heading of a list that this cell begins with, and what it makes of people; "" where none does."""
    known = labels()
    if tokens[cell.first].text.casefold() not in _first_words():
        return cell.first, ""
    for after in range(min(cell.first + _LABEL_WORDS, cell.after), cell.first, -1):
        low = joined(tokens[cell.first : after]).casefold().replace(",", "").rstrip(" :?")
        if low in known:
            colon = after < cell.after and tokens[after].text == ":"
            if after == cell.after or colon or tokens[after].start - tokens[after - 1].end > 1:
                return after + colon, known[low]
    return cell.first, ""


@cache
def _first_words() -> frozenset[str]:
    return frozenset(label.split()[0] for label in labels())


@cache
def labels() -> dict[str, str]:
    """Headings of lists, in small letters, and what the entries are."""
    return {label: role for label, role in (row.split("\t") for row in rows(_DATA))}


def spread(entries: Mapping[int, str], tokens: Sequence[Token], spans: Sequence[Span]) -> dict[int, str]:
    """The entries, and with them those who follow on the same line: Deltagare: Maja Lind, Kim Berg och Bo Ström."""
    found = dict(entries)
    last = -1
    for span in spans:
        between = tokens[last + 1 : span.first + 1]
        if span.first in entries:
            last = span.first
        elif (
            last >= 0
            and len(between) <= _NEAR
            and all(token.gap <= Gap.WORD and token.text != "." for token in between)
        ):
            found.setdefault(span.first, found[last])
            last = span.first
        else:
            last = -1
    return found
