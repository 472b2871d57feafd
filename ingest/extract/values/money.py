"""Sums and shares in running text: each number with the unit that it, or the row of numbers it stands in, has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ....corpus.facts import Unit
from .marked import Marked, marked
from .numerals import Number, in_single
from .units import Mark

MOST: Final = Decimal(10) ** 15
"""More money than there is: a number above it was misread."""
_MINUS: Final = re.compile(
    r"""
    (?: (?<![\w)%.,:]) (?P<sign> [-\u2212\u2013+] )
      | \b(?:på|om|till|med|blir|blev|är|var)[ ] (?P<apart> [-\u2212\u2013+] )[ ]
      | (?<!\w) (?P<plus> \+ )[ ]
      | \b (?P<minus> minus )[ ] )$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TO: Final = re.compile(r" ?[-\u2010-\u2015\u2212]{1,3} ?| till ", re.IGNORECASE)
_AND: Final = re.compile(r",? (?:och|respektive|resp\.?|samt|eller|plus) | ?[,+/] ", re.IGNORECASE)
_NAMED: Final = re.compile(
    r",?(?: och| samt)?(?: [A-ZÅÄÖ][\w-]{1,30}){1,4}(?: kommun| förening)?(?: med| får| betalar)? "
)
"""What parts sums of several, of which the last has the unit: "Norrby 500, Sundby 300 och Väsby 100 tkr"."""
_NAME: Final = re.compile(r"[A-ZÅÄÖ][\w-]{1,30}(?: kommun| förening)?(?: med| får| betalar)? $")
_NAME_REACH: Final = 60
_WHOLE: Final = 100
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
_TOO_MUCH: Final = "The amount is too large to be right."
_SHORTENED: Final = "The first number is taken to be in the thousands of the second."


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


def sums(text: str) -> list[Sum]:
    """The sums and shares of a text that flows, in its order; counts of millions and shares that describe as well."""
    found = list(marked(text))
    return list(_ranges(text, (one for at in range(len(found)) if found[at].mark for one in _sharing(text, found, at))))


def _sharing(text: str, found: list[Marked], last: int) -> Iterator[Sum]:
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
    if one.like_year or one.broken:
        return False
    if between == "/":
        return one.value + other.value == _WHOLE  # "60/40 procent"
    if _NAMED.fullmatch(between):
        return _NAME.search(text, max(0, one.start - _NAME_REACH), one.start) is not None
    if not (_AND.fullmatch(between) or _TO.fullmatch(between)):
        return False
    return not _LABEL.search(text, max(0, one.start - 16), one.start)


def _sum(text: str, found: Marked, mark: Mark, *, shared: bool) -> Sum:
    number = found.number
    start, end = (number.start, number.end) if shared else (min(number.start, mark.start), max(number.end, mark.end))
    single = mark.unit is not None and mark.unit != "%" and mark.factor == 1
    read, comma = in_single(number.value) if single else (number.value, ())
    value, doubts = plain(read * mark.factor), (*found.doubt, *comma)
    sign = _MINUS.search(text, max(0, start - 7), start)
    if sign:
        kind = str(sign.lastgroup)
        start, value = sign.start(kind), value if sign[kind] == "+" else -value
    doubt = doubts if abs(value) <= MOST else (*doubts, _TOO_MUCH)
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
    if 0 < value * 1000 <= other.value and not other.value % 1000:  # "5-10 000 kr"
        value, doubt = value * 1000, (*doubt, _SHORTENED)
    return replace(one, end=other.end, value=value, value_max=other.value, after=other.after, doubt=doubt)


def plain(value: Decimal) -> Decimal:
    """The same value, a whole one without decimals and none with an exponent or trailing zeros."""
    whole = value.to_integral_value()
    return whole if value == whole else value.normalize()
