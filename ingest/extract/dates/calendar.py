"""Days, months and years as texts give them, with parts left out."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass, replace
from typing import Final

_CENTURY: Final = 2000
_OLDEST_SHORT: Final = 60
"""Two figures from here on are of the 1900s: nobody plans for the 2060s in short."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, a month or a year; a year that the text leaves out is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 to the precision given; the year must be known."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    @property
    def exists(self) -> bool:
        """Is there such a day? A day in February without a year may be the 29th."""
        if self.month is None:
            return self.day is None
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2000, self.month)[1]

    def before(self, other: When) -> bool:
        """Is it earlier, as far as both are precise? Their years must be known."""
        pairs = zip(self._parts(), other._parts(), strict=True)
        mine, others = zip(*[pair for pair in pairs if None not in pair], strict=True)
        return bool(mine < others)

    def at(self, year: int) -> When:
        """The same in another year."""
        return replace(self, year=year)

    def _parts(self) -> tuple[int | None, int | None, int | None]:
        return self.year, self.month, self.day


def year_of(figures: str) -> int:
    """The year of two or four figures."""
    number = int(figures)
    if len(figures) > 2:
        return number
    return number + (_CENTURY if number < _OLDEST_SHORT else _CENTURY - 100)


def week(year: int, first: int, last: int) -> tuple[When, When] | None:
    """From Monday of one week to Sunday of another; None where the year has no such weeks."""
    try:
        monday, sunday = dt.date.fromisocalendar(year, first, 1), dt.date.fromisocalendar(year, last, 7)
    except ValueError:
        return None
    return of(monday), of(sunday)


def of(date: dt.date) -> When:
    """A day of the calendar."""
    return When(date.year, date.month, date.day)
