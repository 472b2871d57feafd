"""When an amount is for: the date that the text ties it to, right behind it or before it."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from ....corpus.facts import Timing
from .sums import Sum, Sums

Span = tuple[str | None, str | None]

_FOR: Final = re.compile(
    r"""(?: [ ]?/[ ]?år | [ ]per[ ](?:kalender|verksamhets|avtals)?år | [ ]årligen
          | [ ](?:exkl\w*|inkl\w*)\.?[ ](?:moms|mervärdesskatt) ){0,3}
        (?: [ ](?!ur\b|av\b|från\b)(?:i[ ])?(?:[\w-]+[ ]){0,2} )?
        (?: [ ,(]{0,2}(?:under|för|år|åren|avseende|perioden|tiden|hela|mellan)[ ] ){0,3} [ ]?""",
    re.IGNORECASE | re.VERBOSE,
)
_FULL: Final = 10
"""Length of a day in ISO 8601."""
_UNTIL: Final = re.compile(
    r".{0,10}\b(?:till[ ]och[ ]med|t\.?[ ]?o\.?[ ]?m\.?|fram[ ]till)[ ](?:år[ ])?", re.IGNORECASE
)
_PERIOD: Final = re.compile(r".{0,140}\bunder[ ](?:perioden|tiden|åren)[ ]", re.IGNORECASE | re.DOTALL)
_SINCE: Final = re.compile(
    r"""(?:\b(?:sedan|från(?:[ ]och[ ]med)?|(?:fram[ ])?till(?:[ ]och[ ]med)?|före|efter|innan|senast|jämfört[ ]med|än)
        | modell)[ ](?:år[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_LED_TO: Final = re.compile(r"(?!.*\batt\b)[^.;:\d]{1,70}", re.DOTALL)
"""Between a year and the amount of that year: "Kommunen fick 2017 ett bidrag på"."""
_PART: Final = re.compile(r"\b(?:varav|därav|av[ ]vilka|av[ ]dessa)[ ](?:\w+[ ])?$", re.IGNORECASE)
"""What it is part of is for the same time."""
_SHORTEST: Final = 27
"""Days of a span that something is paid for; "årsskiftet 2024/2025" is a moment."""
_TERM: Final = re.compile(r"\bhela[ ](?:avtals|projekt|kontrakts)(?:perioden|tiden)\b", re.IGNORECASE)


class Times:
    """Reads the time that amounts are for out of their sentences."""

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        self._told: dict[int, Span] = {}

    def of(self, one: Sum) -> Span:
        """From and to, None for what the text does not say; amounts are asked for in order."""
        if one.table or one.amount.unit == "%" or one.amount.from_ or one.amount.to:
            yearly = one.table and one.amount.per == "year" and not (one.amount.from_ or one.amount.to)
            return self._only_term() if yearly else (one.amount.from_, one.amount.to)
        part = one.again or _PART.search(self._sums.before(one))
        carried = self._told.get(one.previous or -1) if part else None
        self._told[one.end] = span = self._behind(one) or self._ahead(one) or carried or self._term(one)
        return span

    def _behind(self, one: Sum) -> Span | None:
        """400 000 kronor 2024; 100 000 kr under perioden 2025-07-01–2026-06-30; 38 mnkr till och med 2030."""
        behind = self._sums.dates_within(one.end, one.next)
        if not behind:
            return None
        start, _, timing = behind[0]
        between = self._sums.text[one.end : start]
        point = timing.from_ == timing.to
        if point and _UNTIL.fullmatch(between):
            return None, timing.to
        tied = _FOR.fullmatch(between) or (not point and _PERIOD.fullmatch(between))
        return (timing.from_, timing.to) if tied and _is_period(timing) else None

    def _ahead(self, one: Sum) -> Span | None:
        """I budgeten för 2024, där 2,5 mnkr är avsatta: years only, for a project is not paid for by all its days."""
        floor = one.previous or one.sentence[0]
        ahead = self._sums.dates_within(floor, one.start)
        if not ahead:
            return None
        start, end, timing = ahead[-1]
        text = self._sums.text
        tied = not _SINCE.search(text[floor:start]) and _LED_TO.fullmatch(text[end : one.start])
        return (timing.from_, timing.to) if tied and len(timing.from_ or "") == len("2024") else None

    def _term(self, one: Sum) -> Span:
        """The term of the agreement, as its first date that is one gives it, for what the whole of it costs."""
        if not _TERM.search(self._sums.whole(one)):
            return None, None
        dates = (timing for _, _, timing in self._sums.dates)
        first = next((timing for timing in dates if timing.role == "valid" and timing.from_ != timing.to), None)
        return (first.from_, first.to) if first else (None, None)

    def _only_term(self) -> Span:
        """The term of an agreement that has one, for what its tables say is paid each year."""
        if self._sums.structure.head.doc_type != "avtal":
            return None, None
        terms = {
            (timing.from_, timing.to)
            for _, _, timing in self._sums.dates
            if timing.role == "valid" and timing.from_ != timing.to
        }
        return terms.pop() if len(terms) == 1 else (None, None)


def _is_period(timing: Timing) -> bool:
    """A year, a month or a span of weeks: one is paid by a day, not for it."""
    if timing.role in {"deadline", "signed", "decided", "meeting"} or not timing.from_ or not timing.to:
        return False
    if len(timing.from_) < _FULL or len(timing.to) < _FULL:
        return True
    return (dt.date.fromisoformat(timing.to) - dt.date.fromisoformat(timing.from_)).days >= _SHORTEST
