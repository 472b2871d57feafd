"""Reckoning with the terms of agreements: days, months and years as the calendar has them."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

_DURATION: Final = re.compile(r"P(?=\d)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")
_MONTHS: Final = 12
_WEEK: Final = 7


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of calendar time."""

    months: int = 0
    days: int = 0

    @classmethod
    def of(cls, text: str) -> Duration:
        """The duration of ISO 8601, such as "P6M" or "P1Y"; raises ValueError for what is none."""
        match = _DURATION.fullmatch(text)
        if match is None:
            raise ValueError(f"{text}: is no duration such as P6M")
        years, months, weeks, days = (int(part or 0) for part in match.groups())
        return cls(_MONTHS * years + months, _WEEK * weeks + days)

    def after(self, day: dt.date) -> dt.date:
        """The day so long after another; at the month's end where the month is shorter. Raises OverflowError."""
        return _moved(day, self.months) + dt.timedelta(self.days)

    def before(self, day: dt.date) -> dt.date:
        """The day so long before another; the last of its month where that other is. Raises OverflowError."""
        earlier = _moved(day, -self.months)
        if self.months and day.day == _length(day):
            earlier = earlier.replace(day=_length(earlier))
        return earlier - dt.timedelta(self.days)


def first_day(text: str) -> dt.date:
    """The first day of a day, month or year in ISO 8601; raises ValueError."""
    return dt.date.fromisoformat(f"{text}-01-01"[:10])


def last_day(text: str) -> dt.date:
    """The last day of a day, month or year in ISO 8601; raises ValueError."""
    first = first_day(text)
    precision = text.count("-")
    month = first.month if precision else _MONTHS
    day = first.day if precision > 1 else _length(first.replace(month=month))
    return first.replace(month=month, day=day)


def whole_years(first: dt.date, last: dt.date) -> int | None:
    """How many years it is from the first day to the last, both counted; None where that is no whole number."""
    end = last + dt.timedelta(1)
    whole = (end.month, end.day) == (first.month, first.day) and end.year > first.year
    return end.year - first.year if whole else None


def _moved(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, _MONTHS)
    year = day.year + years
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"{year}: is no year of the calendar")
    there = dt.date(year, month + 1, 1)
    return there.replace(day=min(day.day, _length(there)))


def _length(day: dt.date) -> int:
    return calendar.monthrange(day.year, day.month)[1]
