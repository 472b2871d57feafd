"""Sums of running text as amounts: with what their sentences say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ....corpus.facts import Amount, Period, Vat
from .money import Sum
from .sentences import paragraph, sentence
from .terms import general_vat, hedge_before, is_rate_of_something, rate_after, rate_in, vat_in

_Rate = tuple[Period | None]
"""What is said of a rate; (None,) of one that has no name here, such as a week's."""
_SAME_RATE: Final = re.compile(r" (?:till|och|respektive|resp\.?|samt|eller|mot) | ?[-\u2013,] ?", re.IGNORECASE)
_OF_WHICH: Final = re.compile(r",? (?:varav|av vilka|därav|varvid)(?: \w+){0,2} ", re.IGNORECASE)
_RATE_REACH: Final = 70
"""How far before a sum words such as "årlig avgift" may stand that say per what it is."""


def amounts_of(text: str, found: Sequence[Sum]) -> Iterator[Amount]:
    """The amounts that the sums of a text, in its order, are."""
    hedges = [hedge_before(text, one.start) for one in found]
    for one, rate, hedge in zip(found, _rates(text, found), hedges, strict=True):
        assert one.unit is not None
        if one.unit == "%":
            yield Amount(one.value, "%", one.value_max, hedge=hedge)
            continue
        if rate is None and hedge != "at_most" and is_rate_of_something(text, one.after):
            rate = ("piece",)  # "högst 5 000 kr per leverans" is a ceiling, and no price
        yield Amount(one.value, one.unit, one.value_max, rate and rate[0], vat=_vat(text, one), hedge=hedge)


def _rates(text: str, found: Sequence[Sum]) -> list[_Rate | None]:
    """Per what each is: said after it, before it, or of its neighbour that shares it."""
    rates: list[_Rate | None] = []
    for at, one in enumerate(found):
        floor = found[at - 1].after if at else 0
        if at and rates[-1] and _OF_WHICH.fullmatch(text, floor, one.start):
            rates.append(_said(text, one, one.start) or rates[-1])
        else:
            rates.append(_said(text, one, floor))
    for at in range(len(found) - 2, -1, -1):
        if rates[at] is None and _SAME_RATE.fullmatch(text, found[at].after, found[at + 1].start):
            rates[at] = rates[at + 1]
    return rates


def _said(text: str, one: Sum, floor: int) -> _Rate | None:
    """Per what a sum is as the words right after it, or those before it from `floor`, say; None where they do not."""
    after = rate_after(text, one.after)
    if after:
        return (after[0],)
    begin = max(sentence(text, one.start, one.end)[0], one.start - _RATE_REACH, floor)
    before = rate_in(text, begin, one.start)
    return (before,) if before else None


def _vat(text: str, one: Sum) -> Vat | None:
    """What the rest of its sentence says, else what its paragraph says of all sums in it."""
    _, end = sentence(text, one.start, one.end)
    return vat_in(text, one.after, end) or general_vat(text, *paragraph(text, one.start, one.end))
