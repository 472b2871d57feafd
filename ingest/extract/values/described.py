"""Sums of running text as amounts: with what their sentences say of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from ....corpus.facts import Amount, Period, Vat
from .money import Sum
from .sentences import Sentences
from .terms import general_vats, hedge_before, is_rate_of_something, rate_after, rate_in, vats

_Rate = tuple[Period | None]
"""What is said of a rate; (None,) of one that has no name here, such as a week's."""
_SAME_RATE: Final = re.compile(r" (?:till|och|respektive|resp\.?|samt|eller|mot) | ?[-\u2013,] ?", re.IGNORECASE)
_OF_WHICH: Final = re.compile(r",? (?:varav|av vilka|därav|varvid)(?: \w+){0,2} ", re.IGNORECASE)
_RATE_REACH: Final = 70
"""How far before a sum words such as "årlig avgift" may stand that say per what it is."""


def amounts_of(text: str, found: Sequence[Sum]) -> Iterator[Amount]:
    """The amounts that the sums of a text, in its order, are."""
    sentences = Sentences(text)
    said, general = vats(text), general_vats(text)
    for one, rate in zip(found, _rates(text, found, sentences), strict=True):
        assert one.unit is not None
        hedge = hedge_before(text, one.start)
        if one.unit == "%":
            yield Amount(one.value, "%", one.value_max, hedge=hedge)
            continue
        if rate is None and hedge != "at_most" and is_rate_of_something(text, one.after):
            rate = ("piece",)  # "högst 5 000 kr per leverans" is a ceiling, and no price
        _, end = sentences.around(one.start, one.end)
        vat = _first(said, one.after, end) or _first(general, *sentences.paragraph(one.start, one.end))
        yield Amount(one.value, one.unit, one.value_max, rate and rate[0], vat=vat, hedge=hedge)


def _first(said: Sequence[tuple[int, int, Vat]], start: int, end: int) -> Vat | None:
    """What is said first of VAT between two places."""
    at = bisect_left(said, (start,))
    return said[at][2] if at < len(said) and said[at][1] <= end + 1 else None


def _rates(text: str, found: Sequence[Sum], sentences: Sentences) -> list[_Rate | None]:
    """Per what each is: said after it, before it, or of its neighbour that shares it."""
    rates: list[_Rate | None] = []
    for at, one in enumerate(found):
        floor = found[at - 1].after if at else 0
        begin = max(sentences.around(one.start, one.end)[0], one.start - _RATE_REACH, floor)
        rate = _said(text, one, begin)
        if rate is None and at and rates[-1] and _OF_WHICH.fullmatch(text, floor, one.start):
            rate = rates[-1]
        rates.append(rate)
    for at in range(len(found) - 2, -1, -1):
        if rates[at] is None and _SAME_RATE.fullmatch(text, found[at].after, found[at + 1].start):
            rates[at] = rates[at + 1]
    return rates


def _said(text: str, one: Sum, begin: int) -> _Rate | None:
    """Per what a sum is as the words right after it, or those before it from `begin`, say; None where they do not."""
    after = rate_after(text, one.after)
    if after:
        return (after[0],)
    before = rate_in(text, begin, one.start)
    return (before,) if before else None
