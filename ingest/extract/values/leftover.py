"""Numbers that look like money and became no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .lists import any_stem
from .numerals import numbers
from .units import mark_after

_THOUSAND: Final = 1000
_COUNTED: Final = re.compile(
    rf" ?(?:(?!(?:{any_stem('after_bare_millions')}|\w+(?:as|ats|ades))(?!\w))[^\W\d_]{{2,}}|%|[-\u2013/:]\d)",
    re.IGNORECASE,
)
_ILLEGIBLE: Final = re.compile(
    r"(?<![^\W_])(?=[\w.]{0,12}\d)[\w.]{1,15}(?: [\dOoIlSB]{3}){0,4} ?(?:kr|kronor|tkr|mkr|mnkr)(?!\w)", re.IGNORECASE
)


def money_like(text: str) -> Iterator[tuple[int, int]]:
    """Where numbers stand in a text that flows that are in kronor, or are as large as money and count nothing named."""
    for match in _ILLEGIBLE.finditer(text):
        yield match.start(), match.end()
    for number in numbers(text):
        mark = mark_after(text, number.end)
        if mark and mark.unit not in ("%", None):
            yield number.start, mark.end
        elif number.grouped and number.value >= _THOUSAND and not (mark or _COUNTED.match(text, number.end)):
            yield number.start, number.end
