"""Personal identity numbers in text, by shape and plausible date, so that they can be masked.

The check digit is asked only where nothing joins the ten digits, or where the day may be a meeting's and what follows
its hour: a number that scanning or typing got wrong by a digit still points at somebody. An organisation's number has
the same shape; its third digit is 2 or more, where a month's first is 0 or 1.
Source of the form: Skatteverket, SKV 704 and SKV 709 (coordination numbers: day + 60).
"""

from __future__ import annotations

import re
from typing import Final

_FEWEST_DIGITS: Final = 8
"""Of the last ten signs; the others may be letters that digits were misread as."""

_SHAPE: Final = re.compile(
    r"""
    (?= [\dOoIlBSTt]{6} ) (?<!\d) (?<!\d-)
    (?: [1Il][89B] | 2[0Oo] )?                                                # the century
    [\dOoIlBSTt]{2}                                                           # the year
    (?: [0Oo][1-9IlBSTt] | [1Il][0-2OoIl] )                                   # the month
    (?: [0Oo][1-9IlBSTt] | [12Il][\dOoIlBSTt] | 3[01OoIl]                     # the day, or with 60 added
      | 6[1-9IlBSTt] | [78BTt][\dOoIlBSTt] | 9[01OoIl] )
    (?: (?P<dash> [\s\u00ad\u200b\u2060]{0,9} [-+\u00ad\u2010-\u2015\u2212] [\s\u00ad\u200b\u2060]{0,9} )
      | (?P<space> [^\S\n] ) )?
    [\dOoIlBSTt]{4}
    (?! -?\d )
    """,
    re.VERBOSE,
)
"""The letters are those that digits are misread as, and the T of temporary numbers."""
_SIGN: Final = re.compile(r"\w")


def spans(text: str) -> list[tuple[int, int]]:
    """Where personal identity numbers stand: [start, end) in code points."""
    return [match.span() for match in _SHAPE.finditer(text) if _is_number(match)]


def mask(text: str) -> str:
    """The text with their digits made into asterisks, one for one, so that offsets stay true."""
    return _SHAPE.sub(lambda match: _SIGN.sub("*", match.group()) if _is_number(match) else match.group(), text)


def _is_number(match: re.Match[str]) -> bool:
    signs = "".join(_SIGN.findall(match.group()))
    if match["dash"]:
        return sum(map(str.isdecimal, signs[-10:])) >= _FEWEST_DIGITS
    bare = len(signs) == 10 and not match["space"]
    meeting = signs.startswith("20") and len(signs) == 12 and bool(match["space"])
    return signs.isdecimal() and (has_check_digit(signs[-10:]) or not (bare or meeting))


def has_check_digit(digits: str) -> bool:
    """Luhn: every other digit doubled, from the first of ten, the digits of all that add up to a multiple of ten."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
