"""Sums and shares in running text: each number with the unit that it, or the row of numbers it stands in, has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ....corpus.facts import Unit
from .numerals import Number, numbers
from .units import Mark, mark_after, mark_before

MOST: Final = Decimal(10) ** 15
"""More money than there is: a number above it was misread."""
_MINUS: Final = re.compile(
    r"(?<![\w)%.,:])[-\u2212\u2013+]$|\b(?:på|om|till|med|blir|blev|är|var) [-\u2212\u2013+] $|(?<!\w)\+ $|\bminus $",
    re.IGNORECASE,
)
_TO: Final = re.compile(r" ?[-\u2013\u2212] ?| till ", re.IGNORECASE)
_AND: Final = re.compile(r",? (?:och|respektive|resp\.?|samt|eller|plus) | ?[,+/] ", re.IGNORECASE)
_AND_ORE: Final = re.compile(r" (?:och )?")
_BETWEEN: Final = re.compile(r"\bmellan (?:ca\.? |cirka |c:a )?$", re.IGNORECASE)
_CHANGES: Final = re.compile(
    r"\b(?:höj|sänk|öka|ökn|minsk|ändra|justera|gå|gick|stig|steg|sjunk|sjönk|väx|dubbl)\w*"
    r"(?: \w+){0,6}?(?P<from> från)? $",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"(?:\b(?:år|åren|punkt\w*|p\.|artikel|kap\w*\.?|steg|etapp|bilaga|nr|nummer|vecka|v\.|den|fas|del|sid\w*\.?|s\.|plan|klass"
    r"|typ|alternativ|rad|tabell)|§§?) $",
    re.IGNORECASE,
)
_BEFORE_RANGE: Final = 60
"""How far before a range the word stands that makes it one, or two sums."""
_OF_YEAR: Final = re.compile(r"\b(?:budget|bokslut|utfall|prognos|plan|år|resultat|helår) $", re.IGNORECASE)
_IN_PARENTHESES: Final = re.compile(r" ?\(([^()\n\t]{1,80})\)")
_NO_NUMBER: Final = re.compile(r"(?:\b(?:i|flera|några|många|per|à)|\() ?$", re.IGNORECASE)
_UNEQUAL: Final = "Siffror och ord ger olika belopp."
_TOO_MUCH: Final = "Beloppet är orimligt stort."
_SHORTENED: Final = "Det första talet är läst i samma storlek som det andra."


@dataclass(frozen=True, slots=True)
class Sum:
    """Money or a share in running text."""

    start: int
    """Of its sign, its number, or a unit before it."""
    end: int
    """One past its unit, or past its number where a neighbour has the unit."""
    unit: Unit | None
    """None after a bare "miljoner", which counts anything."""
    value: Decimal
    value_max: Decimal | None = None
    after: int = 0
    """Where the words begin that say more of it: past the unit, also one that it shares."""
    doubt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Marked:
    number: Number
    mark: Mark | None
    end: int
    """One past the unit and what restates the number in parentheses."""
    doubt: tuple[str, ...]


def sums(text: str) -> list[Sum]:
    """The sums and shares of a text that flows, in its order; counts of millions and shares that describe as well."""
    found = list(_marked(text))
    return list(_ranges(text, (one for at in range(len(found)) if found[at].mark for one in _sharing(text, found, at))))


def _marked(text: str) -> Iterator[_Marked]:
    """The numbers, each with its own unit; what restates one in parentheses is no number of its own."""
    passed = 0
    for number in numbers(text):
        if number.start >= passed:
            found = _with_mark(text, number, passed)
            passed = max(passed, found.end)
            yield found


def _with_mark(text: str, number: Number, floor: int) -> _Marked:
    mark = mark_after(text, number.end)
    doubt = number.doubt
    if number.like_year and _OF_YEAR.search(text, max(0, number.start - 12), number.start):
        return _Marked(number, None, number.end, ())  # "Budget 2026 tkr" heads a column
    if number.words and number.value in (100, 1000) and _NO_NUMBER.search(text, max(0, number.start - 9), number.start):
        return _Marked(number, None, number.end, ())  # "i tusen kronor" names a unit
    if mark is None or mark.unit is None:
        restated = _IN_PARENTHESES.match(text, mark.end if mark else number.end)
        later = restated and mark_after(text, restated.end())
        if restated and later and later.unit:
            value = number.value * (mark.factor if mark else 1)
            meant = _value_of(restated[1])
            if meant is not None:
                doubt += () if meant == value * later.factor or meant == value else (_UNEQUAL,)
                scaled = replace(later, factor=later.factor * (mark.factor if mark else 1))
                return _Marked(number, scaled, later.end, doubt)
    if mark is None:
        mark = mark_before(text, number.start, floor) if not number.like_year else None
        return _Marked(number, mark, number.end, doubt)
    return _and_in_words(text, number, mark, doubt)


def _and_in_words(text: str, number: Number, mark: Mark, doubt: tuple[str, ...]) -> _Marked:
    """The number with its unit, and past "(sju miljoner kronor)" where that says it again."""
    restated = _IN_PARENTHESES.match(text, mark.end)
    meant = _value_of(restated[1]) if restated and mark.unit not in (None, "%") else None
    if restated is None or meant is None or number.words == restated[1][:1].isalpha():
        return _Marked(number, mark, mark.end, doubt)
    return _Marked(number, mark, restated.end(), doubt if meant == number.value * mark.factor else (*doubt, _UNEQUAL))


def _value_of(words: str) -> Decimal | None:
    """The number that a text consists of, a unit after it or not; None where there is more to it."""
    number = next(numbers(words), None)
    if number is None or number.start:
        return None
    mark = mark_after(words, number.end)
    whole = (mark.end if mark else number.end) == len(words)
    return number.value * (mark.factor if mark else 1) if whole else None


def _sharing(text: str, found: list[_Marked], last: int) -> Iterator[Sum]:
    """The numbers that share the unit of one, and that one: "400 000, 300 000 och 200 000 kronor"."""
    mark = found[last].mark
    assert mark is not None
    first = last
    while first and found[first - 1].mark is None and _joined(text, found[first - 1].number, found[first].number):
        first -= 1
    for at in range(first, last + 1):
        yield _sum(text, found[at], mark, shared=at < last)


def _joined(text: str, one: Number, other: Number) -> bool:
    """Do two numbers stand in one row, of which the last has the unit?"""
    between = text[one.end : other.start]
    if one.like_year or not (_AND.fullmatch(between) or _TO.fullmatch(between)):
        return False
    return not _LABEL.search(text, max(0, one.start - 16), one.start)


def _sum(text: str, found: _Marked, mark: Mark, *, shared: bool) -> Sum:
    number = found.number
    start, end = (number.start, number.end) if shared else (min(number.start, mark.start), max(number.end, mark.end))
    sign = _MINUS.search(text, max(0, start - 7), start)
    value = plain(number.value * mark.factor)
    if sign:
        start = sign.end() - len(sign.group().split()[-1]) if not sign.group()[-1].isspace() else start - 2
        value = value if "+" in sign.group() else -value
    doubt = found.doubt if abs(value) <= MOST else (*found.doubt, _TOO_MUCH)
    return Sum(start, end, mark.unit, value, after=max(found.end, mark.end), doubt=doubt)


def _ranges(text: str, found: Iterable[Sum]) -> Iterator[Sum]:
    """The sums, two that are the ends of a range as one."""
    held: Sum | None = None
    for one in found:
        if held and held.value_max is None and held.unit == one.unit:
            if _is_range(text, held, one):
                held = _spanning(held, one)
                continue
            if _is_fraction(text, held, one):
                held = replace(held, end=one.end, after=one.after, value=held.value + one.value)
                continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _is_range(text: str, one: Sum, other: Sum) -> bool:
    """Are two sums the ends of one range, and not what something was and what it became?"""
    between = text[one.end : other.start]
    before = max(0, one.start - _BEFORE_RANGE)
    if not _TO.fullmatch(between):
        return bool(_AND.fullmatch(between) and _BETWEEN.search(text, before, one.start))
    changes = _CHANGES.search(text, before, one.start)
    return one.value < other.value * 1000 and not (changes and (changes["from"] or one.after < other.start))


def _is_fraction(text: str, one: Sum, other: Sum) -> bool:
    """Are these the kronor and the öre of one sum?"""
    return text[other.start : other.end].endswith(" öre") and _AND_ORE.fullmatch(text, one.end, other.start) is not None


def _spanning(one: Sum, other: Sum) -> Sum:
    value, doubt = one.value, one.doubt + other.doubt
    if 0 < value * 1000 <= other.value and " " in str(other.value).replace("000", " "):  # "5-10 000 kr"
        value, doubt = value * 1000, (*doubt, _SHORTENED)
    return replace(one, end=other.end, value=value, value_max=other.value, after=other.after, doubt=doubt)


def plain(value: Decimal) -> Decimal:
    """The same value, a whole one without decimals and none with an exponent or trailing zeros."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
