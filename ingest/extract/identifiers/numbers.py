"""Numbers of organisations and of people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn
from stdnum.se import orgnr

from ....swedish import personnummer
from ..mentions import Identifier, IdentifierKind

_ORGANISATION: Final = re.compile(
    r"""
    (?<![\w.,:/-]) (?<!\d[ ]) (?P<vat> SE[ ]?-? )? (?P<century> 16 | 19 )?
    (?P<first> [1-9]\d[2-9]\d{3} )                        # a month would begin with 0 or 1
    (?P<dash> [ ]?[-\u00ad\u2010-\u2015\u2212]\s? )?
    (?P<last> \d{4} )
    (?P<suffix> (?(vat) [ ]?-?01 ) )
    (?! [\w/:] | -\d | [.,]\d | [ ]\d{3}\b )
    """,
    re.VERBOSE,
)
_LABEL: Final = re.compile(r"org(?:anisations?)?[\w.: -]{0,12}$", re.IGNORECASE)
_REACH: Final = 24


def organisations(text: str, start: int, end: int) -> Iterator[Identifier]:
    """Organisation numbers; with a wrong check digit only where a dash or a label tells what they are."""
    for match in _ORGANISATION.finditer(text, start, end):
        digits = match["first"] + match["last"]
        valid = orgnr.is_valid(digits)
        if valid or _looks_like_one(match):
            yield Identifier(IdentifierKind.ORGNR, *match.span(), orgnr.format(digits), valid)


def personal(text: str) -> Iterator[Identifier]:
    """Personal identity numbers, also those with a digit that is wrong."""
    for start, end in personnummer.spans(text):
        digits = "".join(filter(str.isalnum, text[start:end]))[-10:]
        number = f"{digits[:6]}-{digits[6:]}"
        yield Identifier(IdentifierKind.PERSONNUMMER, start, end, number, luhn.is_valid(digits))


def _looks_like_one(match: re.Match[str]) -> bool:
    tight = match["dash"] and not any(map(str.isspace, match["dash"]))
    before = match.string[max(0, match.start() - _REACH) : match.start()]
    return bool(tight or _LABEL.search(before))
