"""One name for what an organisation is called in many documents, and what became of it.

Knows the regions, the authorities that were merged or renamed, and usual abbreviations. A successor is another
organisation: what Jämtlands läns landsting signed in 2012 it signed as that, and Region Jämtland Härjedalen took over.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from .folding import fold
from .wordlists import rows

_DATA: Final = Path(__file__).parent / "data" / "organisations.txt"
_FIELDS: Final = 5
_LEGAL: Final = re.compile(
    r"(?:^(?:ab|hb|kb|aktiebolaget) )|(?: (?:ab|hb|kb|aktiebolag|handelsbolag|kommanditbolag|publ|r f|rf))+$"
)
"""Words for the form of a company, which are left out as often as not."""
_COUNTY_BOARD: Final = re.compile(r"lansstyrelsen (?:i )?(?P<county>.+?)s?(?: lan)?", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation whose name has changed, or that has several."""

    name: str
    others: tuple[str, ...]
    """What else it is called at the same time."""
    first: int | None
    """The first year of the name; None where not known, or from time immemorial."""
    last: int | None
    """The last year of the name; None where it still has it."""
    successor: str | None
    """Who took over."""


def canonical(name: str) -> str:
    """The full name of an organisation that is known by it, by a short one or an abbreviation; else the same name.

    Abbreviations count as they are written: "Sida" is none of "SIDA".
    """
    words = " ".join(name.split())
    known = _by_name().get(words) or (_by_key().get(_letters(words)) if " " in words or not words.isupper() else None)
    return known.name if known else words


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """The same for all writings of a name: full, short, in capitals, without dots, with or without AB."""
    letters = _letters(canonical(name))
    board = _COUNTY_BOARD.fullmatch(letters)
    if board:
        return f"lansstyrelsen {board['county']}"
    return _LEGAL.sub("", letters)


def same_party(one: str, other: str) -> bool:
    """Are these two names of one organisation or person? A successor is another."""
    return key(one) == key(other)


def successor(name: str) -> str | None:
    """The canonical name of who took over from it, None where nobody did as far as is known."""
    known = _by_name().get(canonical(name))
    return known.successor if known else None


def other_names(name: str) -> tuple[str, ...]:
    """What else an organisation is called at the same time, short names and abbreviations among it."""
    known = _by_name().get(canonical(name))
    return tuple(one for one in (known.name, *known.others) if one != name) if known else ()


def lineage(name: str) -> tuple[str, ...]:
    """The organisation with all that it took over from, and those that took over from it, by canonical names."""
    first = canonical(name)
    after = first
    heirs = []
    while (heir := successor(after)) and heir not in heirs:
        heirs.append(heir)
        after = heir
    return (*_before(first), first, *heirs)


def names_on(name: str, date: dt.date) -> tuple[str, ...]:
    """Which of its lineage there were on a day: for Region Jämtland Härjedalen in 2013 Jämtlands läns landsting."""
    return tuple(one for one in lineage(name) if _existed(one, date.year))


def _existed(name: str, year: int) -> bool:
    known = _by_name().get(name)
    return known is None or (known.first or year) <= year <= (known.last or year)


def _before(name: str) -> Iterator[str]:
    """All that it took over from, the oldest first."""
    for one in _organisations():
        if one.successor == name:
            yield from _before(one.name)
            yield one.name


def _letters(name: str) -> str:
    return " ".join(_WORD.findall(fold(name).casefold()))


@cache
def _organisations() -> tuple[Organisation, ...]:
    return tuple(map(_read, rows(_DATA)))


def _read(line: str) -> Organisation:
    name, others, first, last, heir = (line.split("\t") + [""] * _FIELDS)[:_FIELDS]
    return Organisation(
        name, tuple(filter(None, others.split("; "))), int(first) if first else None, int(last) if last else None,
        heir or None,
    )  # fmt: skip


@cache
def _by_name() -> dict[str, Organisation]:
    return {name: one for one in _organisations() for name in (one.name, *one.others)}


@cache
def _by_key() -> dict[str, Organisation]:
    """By the letters of their names, abbreviations left out: their case tells them from words."""
    return {_letters(name): one for name, one in _by_name().items() if " " in name or not name.isupper()}
