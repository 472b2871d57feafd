"""Bare millions: "4,9 miljarder" is money where money is spoken of, and "3 miljoner resor" never is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from .lists import any_stem
from .money import Sum
from .sentences import Sentences

_COUNTED: Final = re.compile(
    r" (?!(?:MAYFOLLOW)(?!\w))[^\W\d_]{2,}".replace("MAYFOLLOW", any_stem("after_bare_millions")), re.IGNORECASE
)
_MONEY: Final = re.compile(any_stem("bare_money_cues"), re.IGNORECASE)


def with_currency(text: str, found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums, those of bare millions in kronor where that is what they are, and left out where they are not."""
    sentences = Sentences(text) if any(one.unit is None for one in found) else None
    for one in found:
        if one.unit is not None or sentences is None:
            yield one
        elif not _COUNTED.match(text, one.after) and _MONEY.search(text, *sentences.around(one.start, one.end)):
            yield replace(one, unit="SEK")
