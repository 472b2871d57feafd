"""Between whom an agreement is made: "mellan A, org.nr ..., och B", "(1) A; och (2) B"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from .phrases import AGREED, BETWEEN, PARTED
from .spans import Span

_BEFORE: Final = 160
"""Signs before "mellan" within which it says that it is about an agreement."""
_FIRST: Final = 60
"""Signs from "mellan" to the first of them at most."""
_NEXT: Final = 250
"""Signs from one to the next at most: address, number, what it is called below."""


def made_between(text: str, spans: Sequence[Span], opening: int) -> set[int]:
    """Where the names begin of those between whom an agreement is made; before `opening` "mellan" is enough."""
    starts = [span.start for span in spans]
    found: set[int] = set()
    for match in BETWEEN.finditer(text):
        start, end = match.span()
        if start < opening or AGREED.search(text, max(0, start - _BEFORE), start):
            found.update(_chain(text, spans, bisect_left(starts, end), end))
    return found


def _chain(text: str, spans: Sequence[Span], first: int, end: int) -> list[int]:
    """The names that follow, as long as nothing else than what belongs to a name stands between."""
    chain: list[int] = []
    for span in spans[first:]:
        between = text[end : span.start]
        if len(between) > (_NEXT if chain else _FIRST) or (chain and PARTED.search(_without_called(between))):
            break
        chain.append(span.start)
        end = span.end
    return chain if len(chain) > 1 else []


def _without_called(words: str) -> str:
    """The words without what tells how a party is called from there on."""
    return words if "nedan" not in words and "följande" not in words else words.replace("är", "").replace("i det", "")
