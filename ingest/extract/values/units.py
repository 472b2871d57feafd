"""What stands after a number, or before it, that makes it money or a share."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast

from ....corpus.facts import Unit
from .lists import any_of, items


@dataclass(frozen=True, slots=True)
class Mark:
    """A unit as printed."""

    start: int
    end: int
    unit: Unit | None
    """None after a bare "miljoner", which counts anything."""
    factor: Decimal


_CURRENCIES: Final = {
    form: (unit, factor) for form, unit, factor in (line.rsplit(" ", 2) for line in items("money_units"))
}
_SCALES: Final = dict(line.rsplit(" ", 1) for line in items("money_scales"))
_LETTERS: Final = any_of(form for form in _CURRENCIES if form[-1].isalpha())
_SIGNS: Final = any_of(form for form in _CURRENCIES if not form[-1].isalpha())
_LEADING: Final = any_of(
    form for form, (unit, factor) in _CURRENCIES.items() if factor == "1" or unit.lower()[:2] in form
)
"""Those that may stand before their number: "SEK 500 000", "MSEK 15"; "mkr 1" is a header and what is under it."""
_CURRENCY: Final = rf"(?:{_SIGNS}|(?:{_LETTERS})(?!\w))"
_AFTER: Final = re.compile(
    rf"""
    \ ? (?: (?P<percent> %(?!-?(?:enh|ig)) | procents?(?!\w) | proc\.?(?!\w) | pct(?!\w) )
          | (?P<scale> {any_of(_SCALES)}) (?!\w) (?: \ ? (?P<scaled> {_CURRENCY}) )?
          | (?P<currency> {_CURRENCY}) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?<!\w)(?:(?P<currency>{_LEADING})\ ?|\(?(?P<named>{_CURRENCY})\)?(?:\ ?[:=][ \t]*|\t))$", re.IGNORECASE
)
_NAMED: Final = re.compile(
    rf"""
    (?<!\w)(?<!\d\ )
    (?: (?P<scale> {any_of(_SCALES)}) (?!\w) (?: \ (?P<scaled> (?:{_LETTERS})(?!\w) ) )?
      | (?P<currency> (?:{_LETTERS})(?!\w) | € ) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_BEFORE: Final = 24


def unit_named(words: str) -> tuple[Unit, Decimal] | None:
    """The unit that a title or a header names for numbers elsewhere: "Budget (tkr)", "Tusental kronor"."""
    match = _NAMED.search(words)
    if match is None:
        return None
    unit, factor = _meaning(match["currency"] or match["scaled"] or "kr")
    return unit, factor * (Decimal(_SCALES[match["scale"].lower()]) if match["scale"] else 1)


def mark_after(text: str, at: int) -> Mark | None:
    """The unit that begins at an offset, one blank before it allowed."""
    match = _AFTER.match(text, at)
    if not match:
        return None
    if match["percent"]:
        return Mark(at, match.end(), "%", Decimal(1))
    scale = Decimal(_SCALES[match["scale"].lower()]) if match["scale"] else Decimal(1)
    printed = match["currency"] or match["scaled"]
    unit, factor = _meaning(printed) if printed else (None, Decimal(1))
    return Mark(at, match.end(), unit, scale * factor)


def mark_before(text: str, at: int, floor: int) -> Mark | None:
    """The unit that ends where a number begins: "SEK 500 000", "Kostnad (kr): 5 000"; none from before `floor`."""
    match = _BEFORE.search(text, max(floor, at - _LONGEST_BEFORE), at)
    if match is None:
        return None
    start = match.start() if match["currency"] else at  # "(kr):" is part of the label
    return Mark(start, at, *_meaning(match["currency"] or match["named"]))


def _meaning(printed: str) -> tuple[Unit, Decimal]:
    unit, factor = _CURRENCIES[" ".join(printed.lower().split())]
    return cast(Unit, unit), Decimal(factor)
