"""What each form of a date means: the first and the last day, month or year that it stands for.

Years of a form that leaves them out are completed by `joining` and `years`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ....swedish.dates import MONTHS
from .calendar import When, week, year_of
from .patterns import FORM

Span = tuple[When, When]

_ORDINALS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_LONGEST_SHORT: Final = 15
"""Years from 2023 to 38 in "2023-38": what is further apart is a number."""
_LONGEST_SPAN: Final = 200


@dataclass(frozen=True, slots=True)
class Found:
    """A form in a text, and what it means; impossible days are found too."""

    start: int
    end: int
    first: When
    last: When
    shape: str

    @property
    def point(self) -> bool:
        """Is it one day, one month, one year?"""
        return self.first == self.last


@lru_cache(maxsize=2)  # a document's flow is asked for twice, the heads and feet of its pages stand between
def forms(text: str) -> tuple[Found, ...]:
    """Every form of a date in a text, in order; two never overlap."""
    return tuple(_forms(text))


def _forms(text: str) -> Iterator[Found]:
    for match in FORM.finditer(text):
        shape = match.lastgroup or ""
        span = _READERS[shape](match)
        if span:
            yield Found(match.start(), match.end(), *span, shape)


def _day(shape: str) -> Callable[[re.Match[str]], Span | None]:
    def read(match: re.Match[str]) -> Span | None:
        return _point(When(_year(match, shape), _month(match[f"{shape}_m"]), int(match[f"{shape}_d"])))

    return read


def _iso(match: re.Match[str]) -> Span | None:
    first = When(int(match["iso_y"]), int(match["iso_m"]), int(match["iso_d"]))
    if match["iso_last_m"]:
        end = When(first.year, int(match["iso_last_m"]), int(match["iso_last_d"]))
        return (first, end) if first.before(end) else None
    last = int(match["iso_last"] or 0)
    return (first, When(first.year, first.month, last)) if first.day and last > first.day else (first, first)


def _slash(match: re.Match[str]) -> Span | None:
    day, month = int(match["slash_d"]), int(match["slash_m"])
    return _point(When(_year(match, "slash"), month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_of(shape: str) -> Callable[[re.Match[str]], Span | None]:
    def read(match: re.Match[str]) -> Span | None:
        return _point(When(_year(match, shape), _month(match[f"{shape}_m"])))

    return read


def _last_day(match: re.Match[str]) -> Span | None:
    year, month = int(match["last_day_y"]), _month(match["last_day_m"])
    return _point(When(year, month, monthrange(year, month)[1]))


def _months(match: re.Match[str]) -> Span | None:
    year = int(match["months_y"])
    first, last = When(year, _month(match["months_m"])), When(year, _month(match["months_last"]))
    return (first if first.before(last) else first.at(year - 1), last) if first != last else _point(last)


def _part(shape: str, months: int) -> Callable[[re.Match[str]], Span | None]:
    """Quarters, tertials and halves of a year, each of so many months."""

    def read(match: re.Match[str]) -> Span | None:
        groups = match.groupdict()
        figure = groups[f"{shape}_n"] or groups[f"{shape}_o"] or groups.get(f"{shape}_n2") or ""
        number = _ORDINALS.get(figure.lower()) or int(figure[0])
        year = int(groups[f"{shape}_y"] or groups.get(f"{shape}_y2") or 0)
        number = min(number, 12 // months)  # "sista tertialet"
        last = max(number, int(groups.get(f"{shape}_last") or 0))
        return When(year, (number - 1) * months + 1), When(year, last * months)

    return read


def _week(match: re.Match[str]) -> Span | None:
    first = int(match["week_n"])
    return week(int(match["week_y"]), first, int(match["week_last"] or first))


def _season(match: re.Match[str]) -> Span | None:
    first = When(_year(match, "season"))
    last = match["season_last"]
    return (first, When(_after(first, last))) if last else (first, first)


def _turn(match: re.Match[str]) -> Span | None:
    year = int(match["turn_y"])
    return (When(year, 12, 31), When(year + 1, 1, 1)) if _after(When(year), match["turn_last"]) == year + 1 else None


def _decade(match: re.Match[str]) -> Span | None:
    year = int(match["decade_y"])
    return When(year), When(year + 9)


def _school(match: re.Match[str]) -> Span | None:
    """From the autumn of one school year to the spring of another."""
    first, last = When(int(match["school_y"])), When(int(match["school_from"]))
    whole = _after(first, match["school_next"]) == (first.year or 0) + 1
    end = When(_after(last, match["school_last"]))
    return (first, end) if whole and end == When((last.year or 0) + 1) and first.before(last) else None


def _years(match: re.Match[str]) -> Span | None:
    """A span of years, a school year, or a month as in 2024-05."""
    first, figures = When(int(match["years_y"])), match["years_last"]
    last = _after(first, figures)
    if "/" in match["years_sign"]:
        return (first, When(last)) if first.year and last == first.year + 1 else None
    if len(figures) == 2 and 1 <= int(figures) <= 12:
        return _point(When(first.year, int(figures)))
    longest = _LONGEST_SHORT if len(figures) == 2 else _LONGEST_SPAN
    return (first, When(last)) if first.year and 0 < last - first.year <= longest else None


def _bare_year(match: re.Match[str]) -> Span | None:
    return _point(When(int(match["year_y"])))


def _short(shape: str) -> Callable[[re.Match[str]], Span | None]:
    def read(match: re.Match[str]) -> Span | None:
        return _point(When(year_of(match[f"{shape}_y"]), int(match[f"{shape}_m"]), int(match[f"{shape}_d"])))

    return read


def _after(first: When, figures: str) -> int:
    """The year that ends a span, of four figures or of the century of the first."""
    return int(figures) if len(figures) == 4 else (first.year or 0) // 100 * 100 + int(figures)


def _point(when: When) -> Span:
    return when, when


def _year(match: re.Match[str], shape: str) -> int | None:
    groups = match.groupdict()
    figures = groups.get(f"{shape}_y") or groups.get(f"{shape}_short")
    return year_of(figures) if figures else None


def _month(name: str) -> int:
    return MONTHS.get(name.lower()) or int(name)


_READERS: Final[dict[str, Callable[[re.Match[str]], Span | None]]] = {
    "iso": _iso,
    "compact": _day("compact"),
    "named": _day("named"),
    "last_day": _last_day,
    "slash": _slash,
    "dotted": _day("dotted"),
    "quarter": _part("quarter", 3),
    "half": _part("half", 6),
    "tertial": _part("tertial", 4),
    "week": _week,
    "season": _season,
    "turn": _turn,
    "months": _months,
    "month": _month_of("month"),
    "bare_month": _month_of("bare_month"),
    "decade": _decade,
    "school": _school,
    "years": _years,
    "year": _bare_year,
    "hyphened": _short("hyphened"),
    "short": _short("short"),
}
"""What reads each form."""
