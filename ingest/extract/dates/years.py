"""The year of a day that is written without one: only where the text or the document's own date makes it certain."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ..layout.flow import Flow
from ..layout.structure import Structure
from .calendar import When
from .shapes import Found

_FROM_HEAD: Final = "Året står inte i texten; det är taget från dokumentets datum."
_WEEKDAYS: Final = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_NEAR: Final = 1
"""Years around the document's own in which a weekday is looked for; the same one comes back after five or six."""
_RECURRING: Final = re.compile(
    r"\b(?:varje|årlig\w*|respektive|varannat|kalenderår\w*|följande|påföljande|nästkommande|innevarande|efterföljande)\b",
    re.IGNORECASE,
)
_AROUND: Final = 60
_DATED: Final = frozenset({"protokoll", "tjansteskrivelse"})
"""Made on one day, about what is near it; agreements and plans speak of every year's days."""


def completed(structure: Structure, flow: Flow, found: Sequence[Found]) -> Iterator[tuple[Found, tuple[str, ...]]]:
    """What was found with its year, and why that is doubtful; without what has none."""
    for one in found:
        if one.first.year and one.last.year:
            yield one, ()
        elif one.first.day and one.first.exists and (one.shape == "named" or flow.text[one.start].isalpha()):
            yield from _by_context(structure, flow, one)


def _by_context(structure: Structure, flow: Flow, one: Found) -> Iterator[tuple[Found, tuple[str, ...]]]:
    own = _own_date(structure)
    if own is None or _recurs(flow.text, one):
        return
    year = _by_weekday(flow.text[one.start : one.end], one.first, own)
    if year or (one.first.month, one.first.day) == (own.month, own.day):
        yield _in_year(one, year or own.year), ()
    elif structure.head.doc_type in _DATED and one.shape == "named":
        yield _in_year(one, own.year), (_FROM_HEAD,)


def _own_date(structure: Structure) -> dt.date | None:
    date = structure.head.date
    return dt.date.fromisoformat(date) if date and len(date) == 10 else None


def _recurs(text: str, one: Found) -> bool:
    return bool(_RECURRING.search(text[max(0, one.start - _AROUND) : one.end + _AROUND]))


def _by_weekday(words: str, when: When, own: dt.date) -> int | None:
    """A weekday and a day of a month fit one year in five or six."""
    weekday = next((number for number, name in enumerate(_WEEKDAYS) if words.lower().startswith(name)), None)
    if weekday is None:
        return None
    years = sorted(range(own.year - _NEAR, own.year + _NEAR + 1), key=lambda year: abs(year - own.year))
    return next((year for year in years if _is(when.at(year), weekday)), None)


def _is(when: When, weekday: int) -> bool:
    return when.exists and dt.date(when.year or 1, when.month or 1, when.day or 1).weekday() == weekday


def _in_year(one: Found, year: int) -> Found:
    first, last = one.first.at(year), one.last.at(year)
    return replace(one, first=first, last=last if not last.before(first) else last.at(year + 1))
