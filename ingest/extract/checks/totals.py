"""Sums said by the year and for the term: "3,6 mnkr, det vill säga 1 200 tkr per år" over three years."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from ....corpus.facts import Amount, Finding, Timing
from ..dates.durations import months_in
from ..layout.structure import Structure
from ..mentions import Mention
from ..sentences import sentences
from .figures import last_place, shown, tolerance
from .placed import Placed

_SAME: Final = re.compile(
    r"det vill säga|dvs|d\.v\.s|hela (?:avtals|projekt|bidrags)?(?:perioden|tiden)|avtalsperioden|projektperioden"
    r"|totalt|sammanlagt|tillsammans|vilket motsvarar|motsvarande",
    re.IGNORECASE,
)
"""Says that the one is the other."""
_UNSURE: Final = re.compile(
    r"\b(?:varav|därav|högst|minst|utöver|därutöver|därtill|index\w*|uppräkn\w*|första|andra|dels|option\w*)\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    r"\bhela (?:avtals|projekt|bidrags)?(?:perioden|tiden)\b.{0,120}?"
    r"\b(?:totalt|sammanlagt|uppgår|ersättning\w*|belopp\w*)\b"
    r"|\b(?:totalt|sammanlagt)\b.{0,120}?\bhela (?:avtals|projekt|bidrags)?(?:perioden|tiden)\b",
    re.IGNORECASE,
)
"""Says of a sentence of its own that its sum is that of the whole term."""
_ABOVE: Final = 600
"""Code points before it in which the sum a year stands."""
_YEAR: Final = Decimal("365.25")
_DAYS_OFF: Final = 3
"""Days by which a term may miss whole years."""
_NUMBER: Final = re.compile(r"\d[\d .]*(?:,\d+)?")


def totals(structure: Structure, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Sentences with a sum a year and a sum in all that are said to be the same and are not, over the term."""
    of_term = _years(mentions)
    money = [one for one in mentions if isinstance(one.content, Amount) and one.content.unit != "%"]
    if not any(_per_year(one) for one in money):
        return
    text, placed = structure.flow.text, Placed(structure, money)
    for start, end in sentences(structure):
        inside = [one for _, _, one in placed.within(start, end)]
        if len(inside) == 2 and _SAME.search(text, start, end) and not _UNSURE.search(text, start, end):
            years = _years_in(text[start:end]) or of_term
            if years:
                yield from _compared(structure, inside, years, (start, end))
        elif len(inside) == 1 and _IN_ALL.search(text, start, end) and not _UNSURE.search(text, start, end):
            yearly = _yearly_above(structure, placed, start)
            years = _years_in(text[start:end]) or of_term
            if yearly and years:
                span = structure.flow.at(yearly.start), end
                yield from _compared(structure, [yearly, *inside], years, span)


def _yearly_above(structure: Structure, placed: Placed, at: int) -> Mention | None:
    """The one sum a year that is said before, under the same heading; None where there are several, or other sums."""
    heading = structure.line_at(structure.flow.span(at, at + 1)[0]).heading
    before = [one for _, _, one in placed.within(max(0, at - _ABOVE), at)]
    same = [one for one in before if structure.line_at(one.start).heading == heading]
    return same[0] if len(same) == 1 and _per_year(same[0]) else None


def _compared(
    structure: Structure, found: Sequence[Mention], years: int, sentence: tuple[int, int]
) -> Iterator[Finding]:
    yearly, total = sorted(found, key=_per_year, reverse=True)
    one, all_ = yearly.content, total.content
    assert isinstance(one, Amount) and isinstance(all_, Amount)
    if not _per_year(yearly) or all_.per or one.unit != all_.unit or "about" in (one.hedge, all_.hedge):
        return
    texts = [" ".join(structure.text[mention.start : mention.end].split()) for mention in (yearly, total)]
    places = [_place(text, amount.value) for text, amount in zip(texts, (one, all_), strict=True)]
    if abs(one.value * years - all_.value) > tolerance(places[0] * years + places[1]):
        message = f"{texts[0]} a year for {years} years is {shown(one.value * years)}, not {texts[1]}"
        yield Finding("total_differs", message, structure.clause(*structure.flow.span(*sentence)))


def _per_year(mention: Mention) -> bool:
    return isinstance(mention.content, Amount) and mention.content.per == "year"


def _place(printed: str, value: Decimal) -> Decimal:
    """What one in the last place stands for: the factor of the unit is what the value has beside the figures."""
    number = _NUMBER.search(printed)
    if not number:
        return Decimal(1)
    figures = Decimal(number.group().replace(" ", "").replace(".", "").replace(",", ".") or 1)
    return last_place(number.group(), value / figures if figures else Decimal(1))


def _years_in(sentence: str) -> int | None:
    """The whole years that a sentence speaks of: "under tre år"."""
    years, months = divmod(months_in(sentence) or 0, 12)
    return None if months else years


def _years(mentions: Sequence[Mention]) -> int | None:
    """The whole years of the document's term; None where it has none, or several."""
    times = [mention.content for mention in mentions if isinstance(mention.content, Timing)]
    spans = {(time.from_, time.to) for time in times if time.role == "valid" and time.from_ and time.to}
    lengths = {_length(first, last) for first, last in spans if first != last or len(first) == 4}
    return lengths.pop() if len(lengths) == 1 else None


def _length(first: str, last: str) -> int | None:
    if len(first) == len(last) == 4:
        return int(last) - int(first) + 1
    try:
        days = (dt.date.fromisoformat(last) - dt.date.fromisoformat(first)).days + 1
    except ValueError:
        return None
    years = round(days / _YEAR)
    return years if years and abs(days - years * _YEAR) <= _DAYS_OFF else None
