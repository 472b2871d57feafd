"""Numbers as Swedish texts print them: "1 200", "1.200", "12:50", "2,5", "tolvtusen", "en och en halv"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ..alternatives import initials
from .lists import any_of, items

_VALUES: Final = dict(line.rsplit(" ", 1) for line in items("number_words"))
_ANY: Final = any_of(_VALUES)
_RUN: Final = rf"(?:{_ANY})(?:[ -]?(?:{_ANY})){{0,10}}"
_MILLIONS: Final = re.compile(r"miljon(?:er)?", re.IGNORECASE)
_WORD: Final = re.compile(rf"{_ANY}|och\ en\ halv", re.IGNORECASE)
_MEANT: Final = str.maketrans("OolI", "0011")
_NUMBER: Final = re.compile(
    rf"""
    (?<![^\W_]) (?<!\d\^) (?=\d|{initials([*_VALUES, "l"])}) (?<!\d[,.:]) (?<!\d/(?!\d{{1,2}}\ ?(?:%|procent)))
    (?: (?P<misread> (?-i: (?=(?:\d|[ .](?=[\dOo]{{3}}(?!\w))){{0,25}}[OolI]) (?:\d[\dOoIl]{{0,2}}|l[\dOo]{{0,2}})
                           (?:[ .][\dOo]{{3}}){{1,20}} (?!\w) (?![ .][\dOo]{{3}}) ) )
      | (?P<grouped> \d{{1,3}} (?:[ ]\d{{3}}){{1,20}} (?!\d) (?![ ]\d{{3}}) (?:,\d{{1,2}}(?!\d))? )
      | (?P<dotted>  \d{{1,3}} (?:\.\d{{3}}){{1,20}} (?![.\d]) (?:,\d{{1,2}}(?!\d))? )
      | (?P<commas>  \d{{1,3}} (?:,\d{{3}}){{1,20}} (?![,\d])
                 (?: (?<=,\d{{3}},\d{{3}}) | (?=\.\d\d(?!\d)) ) (?:\.\d{{1,2}}(?!\d))? )
      | (?P<plain>   \d{{1,25}}+ (?:[,.:]\d{{1,6}}+)? )
      | (?P<words>   {_RUN} (?:[ ]och[ ]en[ ]halv)? (?:[ ]?miljon(?:er)?[ ]?{_RUN})? ) (?!\w)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Linear: nothing repeats without bound, and no alternative begins inside a run of digits. Groups of thousands are all
taken, or none; a possessive group would say so more shortly, but Python 3.11.2, which is Debian's, gets it wrong."""

_BROKEN: Final = re.compile(r"0(?:[\dOo]|[ .]\d{3})")
_READ_LETTERS: Final = "A letter is taken for the figure that it looks like."
_READ_COMMAS: Final = "A comma is taken to part thousands."


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text."""

    start: int
    end: int
    value: Decimal
    grouped: bool
    """Is it printed with its thousands apart?"""
    words: bool
    doubt: tuple[str, ...] = ()
    broken: bool = False
    """Does it begin with a nought that no number begins with: "00", "0 000", of what was "1 800 000"?"""

    @property
    def like_year(self) -> bool:
        """Might it be a year?"""
        return not self.grouped and not self.words and 1900 <= self.value < 2100


def numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """The numbers of a text, or of a stretch of it, in its order; blanks of all kinds must have been made one."""
    for match in _NUMBER.finditer(text, start, len(text) if end is None else end):
        shape, printed = str(match.lastgroup), match.group()
        yield Number(match.start(), match.end(), *_read(shape, printed), broken=_BROKEN.match(printed) is not None)


@lru_cache(maxsize=1)  # amounts and what is left over read those of one text
def numbers_of(text: str) -> tuple[Number, ...]:
    """All numbers of a text, in its order."""
    return tuple(numbers(text))


def in_single(value: Decimal) -> tuple[Decimal, tuple[str, ...]]:
    """What a number of single kronor is, and doubts: nobody prints thousandths of them, "25,000 kr" is 25 000."""
    thousandths = value.as_tuple().exponent == -3 and abs(value) >= 1
    return (value * 1000, (_READ_COMMAS,)) if thousandths else (value, ())


def in_words(words: str) -> Decimal:
    """The value of a numeral in words: "tvåhundra tusen" is 200000; millions only with more after them."""
    millions, _, rest = _MILLIONS.sub("|", words).rpartition("|")
    return _below_million(millions) * 10**6 + _below_million(rest)


def _below_million(words: str) -> Decimal:
    total, group = Decimal(0), Decimal(0)
    for match in _WORD.finditer(words):
        value = _VALUES.get(match.group().lower(), "0.5")
        if not value.startswith("x"):
            group += Decimal(value)
        elif value == "x100":
            group = (group or Decimal(1)) * 100
        else:
            total, group = total + (group or Decimal(1)) * 1000, Decimal(0)
    return total + group


def _read(shape: str, printed: str) -> tuple[Decimal, bool, bool, tuple[str, ...]]:
    """Value, whether its thousands stand apart, whether it is in words, doubts."""
    if shape == "words":
        return in_words(printed), False, True, ()
    if shape == "plain":
        return Decimal(printed.replace(",", ".").replace(":", ".")), False, False, ()
    if shape == "commas":
        return Decimal(printed.replace(",", "")), True, False, (_READ_COMMAS,)
    doubt = (_READ_LETTERS,) if shape == "misread" else ()
    whole, _, fraction = printed.translate(_MEANT).replace(" ", "").replace(".", "").partition(",")
    return Decimal(f"{whole}.{fraction}" if fraction else whole), True, False, doubt
