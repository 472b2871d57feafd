"""Amounts as people type them: 100000, 100 000 kr, 50 tkr, 2,5 mnkr."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from .fields import listed
from .ranges import Unreadable

_SCALES: Final = {word: Decimal(times) for word, (times,) in listed("money.txt").items()}
_NUMBER: Final = r"(?:\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+)(?:,\d+|\.\d\d?(?![\d.]))?"
_SCALE: Final = rf"(?i:[ ]?(?:{'|'.join(sorted(_SCALES, key=len, reverse=True))})(?!\w))"
AMOUNT: Final = rf"(?:{_NUMBER}{_SCALE}{{0,2}})"
"""A verbose pattern of them all."""
_SHARED: Final = re.compile(rf"({_NUMBER})([ ]?(?:\.{{2,3}}|…|-)[ ]?)({_NUMBER})({_SCALE}+)")
_GROUPED: Final = re.compile(r"[ .](?=\d{3})")
_ORE: Final = Decimal("0.01")
_MOST: Final = Decimal(10) ** 15
"""Nothing in an agreement costs more; a larger number is a slip of the finger."""


def amount(text: str) -> Decimal:
    """In kronor. Raises Unreadable where it is larger than any amount."""
    words = re.findall(r"[^\W\d]+", text.lower())
    digits = re.match(_NUMBER, text)
    number = Decimal(_GROUPED.sub("", digits[0] if digits else text).replace(",", "."))
    for word in words:
        number *= _SCALES[word]
    if number > _MOST:
        raise Unreadable
    return number


def after(number: Decimal) -> Decimal:
    """The amount next to one: an öre more."""
    return number + _ORE


def before(number: Decimal) -> Decimal:
    """The amount before one."""
    return number - _ORE


def with_scales(text: str) -> str:
    """A range in which both ends have their scale: "1..2 mkr" as "1 mkr..2 mkr", but "500000..2 mkr" as it is."""
    shared = _SHARED.fullmatch(text)
    if not shared or amount(shared[1]) > amount(shared[3]):
        return text
    first, to, last, scale = shared.groups()
    return f"{first}{scale}{to}{last}{scale}"
