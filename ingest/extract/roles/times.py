"""When an amount is for: the date that the text ties it to, right behind it or before it."""

from __future__ import annotations

import re
from typing import Final

from ....corpus.facts import Timing
from .sums import Sum, Sums

Span = tuple[str | None, str | None]

_FOR: Final = re.compile(
    r"""(?: [ ]?/[ ]?år | [ ]per[ ](?:kalender|verksamhets|avtals)?år | [ ]årligen
          | [ ](?:exkl\w*|inkl\w*)\.?[ ](?:moms|mervärdesskatt) ){0,3}
        (?: [ ](?:i[ ])?(?:[\w-]+[ ]){0,2} )?
        (?: [ ,(]{0,2}(?:under|för|år|åren|avseende|perioden|tiden|hela|mellan)[ ] ){0,3} [ ]?""",
    re.IGNORECASE | re.VERBOSE,
)
_UNTIL: Final = re.compile(
    r".{0,10}\b(?:till[ ]och[ ]med|t\.?[ ]?o\.?[ ]?m\.?|fram[ ]till)[ ](?:år[ ])?", re.IGNORECASE
)
_PERIOD: Final = re.compile(r".{0,140}\bunder[ ](?:perioden|tiden|åren)[ ]", re.IGNORECASE | re.DOTALL)
_AHEAD: Final = re.compile(r"\b(?:under|för|hela|åren?|perioden)[ ]?$", re.IGNORECASE)
_OF_IT: Final = re.compile(
    r",?[ ](?:där|är|och[ ]omfattar|uppgår|omfattar|kostar|avsätts|avsätter|fördelas|betalas|betalar)\b.{0,50}",
    re.IGNORECASE | re.DOTALL,
)
_TERM: Final = re.compile(r"\bhela[ ](?:avtals|projekt|kontrakts)(?:perioden|tiden)\b", re.IGNORECASE)


def times_of(sums: Sums, one: Sum) -> Span:
    """From and to, None for what the text does not say."""
    if one.table or one.amount.unit == "%" or one.amount.from_ or one.amount.to:
        return None, None
    behind = sums.dates_within(one.end, one.next)
    if behind:
        start, _, timing = behind[0]
        between = sums.text[one.end : start]
        if timing.from_ == timing.to and _UNTIL.fullmatch(between):
            return None, timing.to
        if _FOR.fullmatch(between) and _is_period(timing):
            return timing.from_, timing.to
        if timing.from_ != timing.to and _PERIOD.fullmatch(between):
            return timing.from_, timing.to
    return _ahead(sums, one) or (_term(sums) if _TERM.search(sums.whole(one)) else (None, None))


def _ahead(sums: Sums, one: Sum) -> Span | None:
    """I budgeten för 2024, där 2,5 mnkr är avsatta."""
    floor = one.previous or one.sentence[0]
    ahead = sums.dates_within(floor, one.start)
    if not ahead:
        return None
    start, end, timing = ahead[-1]
    tied = _AHEAD.search(sums.text[floor:start]) and _OF_IT.fullmatch(sums.text[end : one.start])
    return (timing.from_, timing.to) if tied and _is_period(timing) else None


def _is_period(timing: Timing) -> bool:
    """A year, a month or a span: one is paid by a day, not for it."""
    return timing.role not in {"deadline", "signed", "decided", "meeting"} and (
        timing.from_ != timing.to or len(timing.from_ or "") < 10
    )


def _term(sums: Sums) -> Span:
    """The term of the agreement, as its first date that is one gives it."""
    terms = (timing for _, _, timing in sums.dates if timing.role == "valid" and timing.from_ != timing.to)
    first = next(terms, None)
    return (first.from_, first.to) if first else (None, None)
