"""Numbers that look like money and became no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .lists import any_stem
from .numerals import Number, numbers_of
from .units import mark_after

_THOUSAND: Final = 1000
_COUNTED: Final = re.compile(
    rf"""
    \ ? (?: (?! (?:{any_stem("after_bare_millions")} | \w+(?:as|ats|ades)) (?!\w) ) [^\W\d_]{{2,}}
          | m[23²³](?!\w) | % | [-\u2013/:]\d )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"\b(?:projekt|nr|nummer|konto|ref|referens|id|kod|kund|faktura|objekt)\b[.:]? ?$", re.IGNORECASE
)
_NAME_REACH: Final = 14
_ILLEGIBLE: Final = re.compile(
    r"(?<![^\W_])(?=[\w.]{0,12}\d)[\w.]{1,15}(?: [\dOoIlSB]{3}){0,4} ?(?:kr|kronor|tkr|mkr|mnkr)(?!\w)", re.IGNORECASE
)


def money_like(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand in a text that flows that are in kronor, or are as large as money and count nothing named."""
    for match in _ILLEGIBLE.finditer(text):
        yield match.start(), match.end()
    for number in numbers_of(text):
        mark = mark_after(text, number.end)
        if mark and mark.unit not in ("%", None):
            yield number.start, mark.end
        elif mark is None and _is_large(text, number):
            yield number.start, number.end


def _is_large(text: str, number: Number) -> bool:
    """Is it as large as money, and neither a count of something nor the number of something?"""
    if not number.grouped or number.value < _THOUSAND or _COUNTED.match(text, number.end):
        return False
    return _NAMED.search(text, max(0, number.start - _NAME_REACH), number.start) is None
