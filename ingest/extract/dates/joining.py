"""Two ends made one span, and years and months shared: "den 9 och 16 mars 2024", "från 2014 till juni 2018"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from .calendar import When
from .shapes import Found

_DASH: Final = "[-\u2010-\u2014\u2212]"
_CLOCK: Final = r"(?:,?[ ](?:kl\.?|klockan)[ ]?\d\d?(?:[.:]\d\d)?)?"
_TO: Final = re.compile(
    rf"""{_CLOCK}(?: [ ]?\n?{_DASH}(?:[ ]?{_DASH})?[ ]?\n?
        | ,?[ ](?:och[ ])?(?:till|fram[ ]till|intill|löpande[ ]till)(?:[ ]och[ ]med)?[ ]
        | ,?[ ](?:och[ ])?t\.?[ ]?o\.?[ ]?m\.?[ ] )(?:den[ ])?""",
    re.IGNORECASE | re.VERBOSE,
)
_AND: Final = re.compile(
    r"[ ](?:och|samt|eller|respektive|resp\.?|&)[ ](?:till[ ])?(?:den[ ])?|,[ ]?|[ ]?/[ ]?", re.IGNORECASE
)
_FROM: Final = re.compile(
    r"(?:\b(?:fr[åa]n(?:[ ]och[ ]med)?|fr\.?[ ]?o\.?[ ]?m\.?|from|fom|mellan)[ ])$", re.IGNORECASE
)
_DAYS: Final = re.compile(
    rf"""(?<![\w/.:,-])(?:den[ ])?(?P<day>\d\d?)(?::?[ae])?
        (?P<sign>[ ]?(?:{_DASH}|/)[ ]? | ,[ ] | [ ](?:och|samt|till|resp\.?|respektive|eller)[ ](?:den[ ])?
               | [ ]till[ ]och[ ]med[ ](?:den[ ])?)$""",
    re.IGNORECASE | re.VERBOSE,
)
_SPANNING: Final = ("till", *"-\u2010\u2011\u2012\u2013\u2014\u2212")
_BETWEEN: Final = re.compile(r"\bmellan[ ]$", re.IGNORECASE)
_FINNISH: Final = re.compile(rf"(?<![\w/.:,-])(?P<day>\d\d?)\.(?:(?P<month>\d\d?)\.?)?[ ]?{_DASH}[ ]?$")
_REACH: Final = 30
"""Code points before a date within which what belongs to it is looked for."""


def joined(text: str, found: Sequence[Found]) -> list[Found]:
    """Spans out of two ends, days before their month, and years where they are shared."""
    days = [day for one in found for day in _with_days(text, one)]
    return _years_shared(text, list(_spans(text, days)))


def _with_days(text: str, one: Found) -> list[Found]:
    """The days that stand before the one with the month: a span, or one more for each."""
    month = one.first
    if one.shape == "dotted":
        return [_finnish(text, one)]
    if one.shape not in {"named", "slash"} or not one.point:
        return [one]
    before: list[Found] = []
    start = one.start
    while match := _DAYS.search(text[max(0, start - _REACH) : start]):
        day = replace(month, day=int(match["day"]))
        if not day.exists or (day.day or 0) >= (month.day or 0):
            break
        at = start - (match.end() - match.start())
        if match["sign"].strip().startswith(_SPANNING) or _BETWEEN.search(text[max(0, at - _REACH) : at]):
            return [replace(one, start=at, first=day)]
        if one.shape == "slash" or "/" in match["sign"]:
            break
        before.insert(0, Found(at, start - len(match["sign"]), day, day, one.shape))
        start, month = at, day
    return [*before, one]


def _finnish(text: str, one: Found) -> Found:
    """1.1-15.1.2026."""
    match = _FINNISH.search(text[max(0, one.start - _REACH) : one.start])
    if not match:
        return one
    first = replace(one.first, day=int(match["day"]), month=int(match["month"] or one.first.month or 0))
    earlier = first.exists and first.before(one.last)
    return replace(one, start=one.start - (match.end() - match.start()), first=first) if earlier else one


def _spans(text: str, found: Sequence[Found]) -> Iterator[Found]:
    at = 0
    while at < len(found):
        one, other = found[at], found[at + 1] if at + 1 < len(found) else None
        span = _span(text, one, other) if other else None
        at += 2 if span else 1
        yield span or one


def _span(text: str, one: Found, other: Found) -> Found | None:
    """From the one to the other, where the text says so and it is later."""
    between = text[one.end : other.start]
    opening = _FROM.search(text[max(0, one.start - _REACH) : one.start])
    if not one.point or not other.point or not _says_to(between, opening, one, other):
        return None
    first, last = _completed(one.first, other.last)
    if not (first.exists and last.exists) or (first.year and last.year and not first.before(last)):
        return None
    start = one.start - (opening.end() - opening.start()) if opening else one.start
    return Found(start, other.end, first, last, one.shape if one.shape == other.shape else "span")


def _says_to(between: str, opening: re.Match[str] | None, one: Found, other: Found) -> bool:
    if _TO.fullmatch(between):
        return True
    if opening and opening[0].lower().startswith("mellan"):
        return bool(re.fullmatch(r"[ ]och[ ](?:den[ ])?", between))
    return between.strip() == "/" and one.shape == "bare_month" and other.shape in {"month", "bare_month"}


def _completed(first: When, last: When) -> tuple[When, When]:
    """The year of one end for the other that has none: 1 november-31 mars 2024 begins in 2023."""
    if first.year is None and last.year is not None:
        same = first.at(last.year)
        return (same if same.exists and same.before(last) else first.at(last.year - 1)), last
    if last.year is None and first.year is not None:
        same = last.at(first.year)
        return first, same if same.exists and first.before(same) else last.at(first.year + 1)
    return first, last


def _years_shared(text: str, found: list[Found]) -> list[Found]:
    """9 februari och 26 april 2024: both of that year."""
    for at in range(len(found) - 2, -1, -1):
        one, after = found[at], found[at + 1]
        if (
            one.last.year is None
            and after.first.year
            and after.first.month
            and _AND.fullmatch(text[one.end : after.start])
        ):
            first, last = one.first.at(after.first.year), one.last.at(after.first.year)
            found[at] = replace(one, first=first, last=last)
    return found
