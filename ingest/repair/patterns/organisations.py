"""Numbers of organisations and persons: cut or misread, and what their check digit says of it.

A wrong check digit alone is not repaired: more than one misread figure would explain it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from ....swedish.personnummer import has_check_digit
from .style import Style, repair

_NUMBER: Final = re.compile(r"(?<![\w-])(?P<first>[\dOolI|]{6})(?P<dash> ?[-—–~=] ?)(?P<last>[\dOolI|]{4})(?![\w-])")
_LETTERS: Final = str.maketrans("OolI|", "00111")
_ALIKE: Final = {"0": "86", "1": "74", "3": "8", "4": "1", "5": "6", "6": "508", "7": "1", "8": "036", "9": "0"}
"""What figures were perhaps in print, by what they were read as."""
_FEWEST_DIGITS: Final = 7
_PERSON: Final = "01"
"""Third digit of a person's number, the first of a month; an organisation's is 2 or more."""


def repairs(style: Style) -> Iterator[Repair]:
    """Numbers made whole where the check digit proves it."""
    for match in _NUMBER.finditer(style.text):
        seen = match["first"] + match["last"]
        digits = seen.translate(_LETTERS)
        if sum(map(str.isdecimal, seen)) < _FEWEST_DIGITS:
            continue
        if has_check_digit(digits):
            if seen != digits or match["dash"] not in "-–":
                yield repair(match, _written(digits), 0.99, "check digit")
        else:
            yield from _misread(match, digits, style)


def _misread(match: re.Match[str], digits: str, style: Style) -> Iterator[Repair]:
    """The repair of a number with one misread figure that stands right elsewhere; a person's is only suggested."""
    right = [number for number in _one_off(digits) if has_check_digit(number)]
    elsewhere = [number for number in map(_written, right) if number in style.whole.organisations]
    if len(elsewhere) == 1:
        person = digits[2] in _PERSON
        yield repair(match, elsewhere[0], 0.5 if person else 0.96, "check digit")


def _one_off(digits: str) -> Iterator[str]:
    for place, digit in enumerate(digits):
        for other in _ALIKE.get(digit, ""):
            yield digits[:place] + other + digits[place + 1 :]


def _written(digits: str) -> str:
    return f"{digits[:6]}-{digits[6:]}"
