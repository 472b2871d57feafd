"""The forms in which Swedish documents write days, months, quarters, terms and years, and what each means.

A form is an alternative of one pattern; the name of its group says which reader takes it. Years of a form that leaves
them out are completed by `joining`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from ....swedish.dates import MONTHS
from .calendar import When, week, year_of

Span = tuple[When, When]

_ORDINALS: Final = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_FULL_MONTH: Final = "|".join(name for name in MONTHS if len(name) > 4 or name in {"mars", "maj", "juni", "juli"})
_YEAR: Final = r"(?:19|20)\d\d"
_DASH: Final = "[-\u2010-\u2014\u2212]"
_BEFORE: Final = r"(?:(?:mån|tis|ons|tors|fre|lör|sön)dag(?:en)?,?[ ](?:den[ ])?|den[ ])?"
_ORDINAL: Final = r"(?:första|andra|tredje|fjärde|sista|[1-4](?::?[ae])?)"
_SEASON: Final = (
    r"(?:vår|var(?=[ ]och[ ]höst)|sommar|höst|vinter)(?:en|ens)?|(?:vår|höst|sommar)termin(?:en|ens)?|[vh]t\.?|VT|HT"
)
_OPENING: Final = (
    r"den[ ]\d|(?:mån|tis|ons|tors|fre|lör|sön)dag|jan|feb|mar|apr|maj|ju[nl]|aug|sep|okt|nov|dec|kv|[qkht][ ]?\d"
    r"|[qk][ ]?i|v\.?[ ]?\d|veck|[vh]t|första|andra|tredje|fjärde|sista|halvår|tertial|var[ ]och|vår|sommar|höst|vinter|årsskiftet"
)
"""How a form begins that does not begin with a figure: most words are passed over by it alone."""

_LONGEST_SHORT: Final = 15
"""Years from 2023 to 38 in "2023-38": what is further apart is a number."""
_LONGEST_SPAN: Final = 200

_FORM: Final = re.compile(
    rf"""\b(?=\d|{_OPENING})(?:
    (?P<iso> {_BEFORE} (?<![\w/.:])(?<![^\W\d]-) (?P<iso_y>{_YEAR}) (?P<iso_dash>{_DASH}[ ]?|[./]) (?P<iso_m>\d\d)
        (?:{_DASH}[ ]?|[./]) (?P<iso_d>\d\d)
        (?: [ ]?{_DASH}(?:[ ]?{_DASH})?[ ]? (?P<iso_last>\d\d)(?![\d:.,]|{_DASH}\d|[ ]\d{{3}}) )? (?!\d) )
  | (?P<compact> (?<![\w/.:,])(?<![^\W\d]-) (?P<compact_y>{_YEAR})(?P<compact_m>0[1-9]|1[0-2])(?P<compact_d>[0-3]\d)
        (?![\w/]|{_DASH}(?!{_YEAR}\d{{4}}(?!\d))\d|[ ]\d{{3}}\b) )
  | (?P<named> {_BEFORE} (?<![\w/.:,]) (?P<named_d>\d\d?)(?:[ ]?:?[ae]|\.)?[ ]?(?P<named_m>{_MONTH})\b\.?
        (?:,?[ \n](?:år[ ])?(?P<named_y>{_YEAR})(?!\d)(?!/\d) | [ ]?[-'’](?P<named_short>\d\d)(?![\w:./-]|[ ](?:{_MONTH})\b))? )
  | (?P<slash> {_BEFORE} (?<![\w/.:,]) (?P<slash_d>\d\d?)/(?P<slash_m>\d\d?)
        (?: [ ]?[-–/ \n][ ]?(?P<slash_y>{_YEAR}) | [ ]?[-–/](?P<slash_short>\d\d) )? (?![\d/]) )
  | (?P<dotted> {_BEFORE} (?<![\w/.:,]) (?P<dotted_d>\d\d?)\.(?P<dotted_m>\d\d?)\.(?P<dotted_y>{_YEAR})(?!\.?\d) )
  | (?P<quarter> \b(?: (?:kvartal(?:et)?|kv\.?|[QK])[ ]?(?P<quarter_n>[1-4]|I{{1,3}}|IV)\b
                     | (?P<quarter_o>{_ORDINAL})[ ]kvartalet ) (?:,|[ ]av|[ ]under)?[ /-]?(?:år[ ])?(?P<quarter_y>{_YEAR})
        | \b(?P<quarter_y2>{_YEAR})[ /-]?(?:kvartal[ ]|[QK])(?P<quarter_n2>[1-4])\b )
  | (?P<half> \b(?: (?:halvår[ ]|H)(?P<half_n>[12])\b | (?P<half_o>{_ORDINAL})[ ]halvåret ) (?:,|[ ]av)?[ /-]?(?:år[ ])?
        (?P<half_y>{_YEAR}) | \b(?P<half_y2>{_YEAR})[ /-]?H(?P<half_n2>[12])\b )
  | (?P<tertial> \b(?: (?:tertial(?:et)?[ ]|T)(?P<tertial_n>[1-3])\b | (?P<tertial_o>{_ORDINAL})[ ]tertialet )
        (?:,|[ ]av)?[ /-]?(?:år[ ])?(?P<tertial_y>{_YEAR}) )
  | (?P<week> \b(?:vecka|veckorna|v\.?)[ ]?(?P<week_n>\d\d?)(?:[ ]?{_DASH}[ ]?(?P<week_last>\d\d?))?
        (?:,?[ ]|/|[ ]?{_DASH}[ ]?)(?:år[ ])?(?P<week_y>{_YEAR})(?!\d) )
  | (?P<season> \b(?:{_SEASON})(?:[ ](?:och|samt)[ ](?:{_SEASON})|/(?:{_SEASON}))?
        (?:[ ]?{_DASH}?[ ]?(?:år[ ])?(?P<season_y>{_YEAR})(?:[/–-](?P<season_last>\d\d(?:\d\d)?))?
          |(?:(?<=\b[vh]t)[ ]?|[ ]?[-'’])(?P<season_short>\d\d))
        (?![\w:/]) )
  | (?P<turn> \bårsskiftet[ ](?P<turn_y>{_YEAR})[ ]?(?:/|{_DASH})[ ]?(?P<turn_last>\d\d(?:\d\d)?)(?!\d) )
  | (?P<month> \b(?P<month_m>{_MONTH})\b\.?(?:[ ]månad)?
        (?:,?[ \n](?:år[ ])?(?P<month_y>{_YEAR})(?![\d/]|{_DASH}\d\d{_DASH}) | [ ]?[-'’](?P<month_short>\d\d)(?![\w:./-]|[ ](?:{_MONTH})\b) ) )
  | (?P<bare_month> \b(?P<bare_month_m>{_FULL_MONTH})\b )
  | (?P<decade> (?<![\w/.:-]) (?P<decade_y>(?:1[5-9]|20)\d0){_DASH}tal(?:et|ets)?\b )
  | (?P<years> (?<![\w/.:,])(?<![^\W\d]-) (?P<years_y>{_YEAR})(?P<years_sign>[ ]?{_DASH}[ ]?|/)(?P<years_last>(?:{_YEAR}|\d\d))
        (?![\w:/]|[-–][\w(]|[.,]\d) )
  | (?P<year> (?<![\w/:.,§-]) (?P<year_y>(?:1[5-9]|20)\d\d) (?![\w:/]|[-–\u2010][\w]|[.,]\d) )
  | (?P<short> (?<![\w/.:,-]) (?P<short_y>\d\d)(?P<short_m>0[1-9]|1[0-2])(?P<short_d>[0-3]\d) (?![\w/]|{_DASH}\d|[ ]\d{{3}}\b) )
    )""",
    re.IGNORECASE | re.VERBOSE,
)


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


def forms(text: str) -> Iterator[Found]:
    """Every form of a date in a text, in order; two never overlap."""
    for match in _FORM.finditer(text):
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
    last = int(match["iso_last"] or 0)
    return (first, When(first.year, first.month, last)) if first.day and last > first.day else (first, first)


def _slash(match: re.Match[str]) -> Span | None:
    day, month = int(match["slash_d"]), int(match["slash_m"])
    return _point(When(_year(match, "slash"), month, day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _month_of(shape: str) -> Callable[[re.Match[str]], Span | None]:
    def read(match: re.Match[str]) -> Span | None:
        return _point(When(_year(match, shape), _month(match[f"{shape}_m"])))

    return read


def _part(shape: str, months: int) -> Callable[[re.Match[str]], Span | None]:
    """Quarters, tertials and halves of a year, each of so many months."""

    def read(match: re.Match[str]) -> Span | None:
        groups = match.groupdict()
        figure = groups[f"{shape}_n"] or groups[f"{shape}_o"] or groups.get(f"{shape}_n2") or ""
        number = _ORDINALS.get(figure.lower()) or int(figure[0])
        year = int(groups[f"{shape}_y"] or groups.get(f"{shape}_y2") or 0)
        number = min(number, 12 // months)  # "sista kvartalet"
        return When(year, (number - 1) * months + 1), When(year, number * months)

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


def _short(match: re.Match[str]) -> Span | None:
    return _point(When(year_of(match["short_y"]), int(match["short_m"]), int(match["short_d"])))


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
    "slash": _slash,
    "dotted": _day("dotted"),
    "quarter": _part("quarter", 3),
    "half": _part("half", 6),
    "tertial": _part("tertial", 4),
    "week": _week,
    "season": _season,
    "turn": _turn,
    "month": _month_of("month"),
    "bare_month": _month_of("bare_month"),
    "decade": _decade,
    "years": _years,
    "year": _bare_year,
    "short": _short,
}
"""What reads each form."""
