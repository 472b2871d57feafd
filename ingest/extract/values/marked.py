"""Numbers of running text with their units, each said once though figures and words both say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from .numerals import Number, numbers, numbers_of
from .units import Mark, mark_after, mark_before

_IN_PARENTHESES: Final = re.compile(r" ?\(([^()\n\t]{1,80})\)")
_OF_YEAR: Final = re.compile(r"\b(?:budget|bokslut|utfall|prognos|plan|år|resultat|helår) $", re.IGNORECASE)
_NO_NUMBER: Final = re.compile(r"(?:\b(?:i|flera|några|många|per|à)|\() ?$", re.IGNORECASE)
_CUT_OFF: Final = re.compile(
    r"(?<![\w.,:/-])(?<!§ )(?<!punkt )(?<!nr )(?!(?:19|20)\d\d )\d{1,4} $|\d [,.]$", re.IGNORECASE
)
"""What stands before a number that is only the rest of one: "1 8000 kr", "12 34 567 kr"."""
_BEFORE: Final = 12
"""How far before a number stands what says that it is none."""
_UNEQUAL: Final = "Figures and words give different amounts."


@dataclass(frozen=True, slots=True)
class Marked:
    """A number with its unit."""

    number: Number
    mark: Mark | None
    """None where it has none of its own."""
    end: int
    """One past the unit and what restates the number in parentheses."""
    doubt: tuple[str, ...] = ()


def marked(text: str) -> Iterator[Marked]:
    """The numbers of a text that flows; what restates one in parentheses is no number of its own."""
    passed = 0
    for number in numbers_of(text):
        if number.start >= passed:
            found = _with_mark(text, number, passed)
            passed = max(passed, found.end)
            yield found


def _with_mark(text: str, number: Number, floor: int) -> Marked:
    """A number with its unit, which may stand before it as far back as `floor`."""
    mark = mark_after(text, number.end)
    if _counts_nothing(text, number) or _is_rest(text, number, mark):
        return Marked(number, None, number.end)
    if mark is not None and mark.unit is not None:
        return _said_again(text, number, mark)
    within = _restated(text, number, mark)
    if within:
        return within
    mark = mark or (None if number.like_year else mark_before(text, number.start, floor))
    return Marked(number, mark, mark.end if mark else number.end, number.doubt)


def _counts_nothing(text: str, number: Number) -> bool:
    """Does it head a column, "Budget 2026 tkr", or name a unit, "i tusen kronor"?"""
    start = max(0, number.start - _BEFORE)
    if number.like_year:
        return _OF_YEAR.search(text, start, number.start) is not None
    return number.words and number.value in (100, 1000) and _NO_NUMBER.search(text, start, number.start) is not None


def _is_rest(text: str, number: Number, mark: Mark | None) -> bool:
    """Is it only the end of a number that came apart? It would be far too small."""
    if number.broken:
        return True
    if number.words or mark is None or mark.unit == "%":
        return False
    return _CUT_OFF.search(text, max(0, number.start - _BEFORE), number.start) is not None


def _restated(text: str, number: Number, scale: Mark | None) -> Marked | None:
    """A number restated before its unit: "7 000 000 (sju miljoner) kronor", "sju miljoner (7 000 000) kronor"."""
    again = _IN_PARENTHESES.match(text, scale.end if scale else number.end)
    meant = _value_of(again[1]) if again else None
    mark = mark_after(text, again.end()) if again else None
    if meant is None or mark is None or mark.unit is None:
        return None
    factor = scale.factor if scale else Decimal(1)
    doubt = () if meant in (number.value * factor, number.value * factor * mark.factor) else (_UNEQUAL,)
    return Marked(number, replace(mark, factor=mark.factor * factor), mark.end, (*number.doubt, *doubt))


def _said_again(text: str, number: Number, mark: Mark) -> Marked:
    """A number with its unit, and past "(sju miljoner kronor)" where that says it in the other way."""
    again = None if mark.unit == "%" else _IN_PARENTHESES.match(text, mark.end)
    meant = _value_of(again[1]) if again else None
    if again is None or meant is None or number.words == again[1][0].isalpha():
        return Marked(number, mark, mark.end, number.doubt)
    doubt = () if meant == number.value * mark.factor else (_UNEQUAL,)
    return Marked(number, mark, again.end(), (*number.doubt, *doubt))


def _value_of(words: str) -> Decimal | None:
    """The number that a text consists of, a unit after it or not; None where there is more to it."""
    number = next(numbers(words), None)
    if number is None or number.start:
        return None
    mark = mark_after(words, number.end)
    whole = (mark.end if mark else number.end) == len(words)
    return number.value * (mark.factor if mark else 1) if whole else None
