"""Days, months and years as people type them: 2021, 2021-03, mars 2021, 3 mars 2021, idag."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ...swedish.dates import MONTHS, full_dates
from .ranges import Unreadable

_MONTH: Final = rf"(?i:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
MOMENT: Final = rf"""(?:
      [12]\d{{3}}(?:\d{{4}}|-\d\d?(?:-\d\d?)?)?(?!\d)
    | (?:\d\d?(?::e)?[ ])?{_MONTH}\.?[ ][12]\d{{3}}(?!\d)
    | \d\d?/\d\d?[ -][12]\d{{3}}(?!\d)
    | (?i:i[ ]?dag|nu|today|now)(?!\w) )"""
"""A verbose pattern of them all."""
_FIGURES: Final = re.compile(r"(\d{4})(?:-?(\d\d?))?(?:-?(\d\d?))?")
_IN_WORDS: Final = re.compile(rf"({_MONTH})\.? (\d{{4}})")


def moment(text: str) -> str:
    """In ISO 8601, to the precision given. Raises Unreadable where there is no such day."""
    if figures := _FIGURES.fullmatch(text):
        return _iso(*(int(part) for part in figures.groups() if part))
    if words := _IN_WORDS.fullmatch(text):
        return _iso(int(words[2]), MONTHS[words[1].lower()])
    if text[0].isdigit():
        return next((day.isoformat() for _, day in full_dates(text)), None) or _no_day()
    return dt.date.today().isoformat()


def after(text: str) -> str:
    """The day, month or year next to one in ISO 8601."""
    year, *others = map(int, text.split("-"))
    if not others:
        return f"{year + 1:04}"
    if len(others) == 1:
        return f"{year + others[0] // 12:04}-{others[0] % 12 + 1:02}"
    return (dt.date(year, *others) + dt.timedelta(days=1)).isoformat()


def before(text: str) -> str:
    """The day, month or year before one in ISO 8601."""
    year, *others = map(int, text.split("-"))
    if not others:
        return f"{year - 1:04}"
    if len(others) == 1:
        return f"{year - (others[0] == 1):04}-{(others[0] - 2) % 12 + 1:02}"
    return (dt.date(year, *others) - dt.timedelta(days=1)).isoformat()


def _iso(year: int, month: int | None = None, day: int | None = None) -> str:
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        raise Unreadable from None
    return "-".join(f"{part:02}" for part in (year, month, day) if part is not None)


def _no_day() -> str:
    raise Unreadable
