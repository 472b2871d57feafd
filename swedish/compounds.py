"""What a compound consists of: samverkansavtal is samverkan and avtal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from .words import beginnings, count

_NOT_COMPOUNDS: Final = Path(__file__).parent / "data" / "not_compounds.txt"
_SHORTEST: Final = 7
"""Letters of a compound that is worth taking apart."""
_SHORTEST_FIRST: Final = 3
_SHORTEST_LAST: Final = 4
"""Shorter ones are mostly endings that look like words: -and, -are, -het."""
_USUAL: Final = 8
"""Times that a part must stand in the lexicon's six million words; rarer ones are mostly broken words."""
_RARER: Final = 2
"""A compound stands at most this many times as often as the rarest of its parts; else the part is a broken word."""
_ENDINGS: Final = ("arna", "erna", "ar", "er", "en", "et", "na", "n", "t")
"""Of nouns, definite and plural."""


def parts(word: str) -> tuple[str, ...]:
    """The words that a lower-case compound is made of, without linking s, the last as inflected; else none."""
    if len(word) < _SHORTEST or not word.isalpha() or word in _not("whole"):
        return ()
    return max(_splits(word), key=_credible, default=())


def _splits(word: str) -> Iterator[tuple[str, ...]]:
    least = max(_USUAL, _count(word) // _RARER)
    for first in beginnings(word):
        if len(first) >= _SHORTEST_FIRST and _count(first) >= least and first not in _not("first"):
            rest = word[len(first) :]
            for last in (rest, rest.removeprefix("s")):
                if _usual_last(last, least):
                    yield (*(parts(first) or (first,)), *(parts(last) or (last,)))


def _usual_last(word: str, least: int) -> bool:
    """Is it a usual word, or the form of one? The forms of rarer words are often not in the lexicon."""
    if len(word) < _SHORTEST_LAST or word in _not("last"):
        return False
    return any(_count(form) >= least for form in (word, *_without_ending(word)))


def _without_ending(word: str) -> Iterator[str]:
    bare = word.removesuffix("s")
    endings = (ending for ending in _ENDINGS if bare.endswith(ending))
    return (bare[: -len(ending)] for ending in endings if len(bare) - len(ending) >= _SHORTEST_LAST)


def _credible(split: tuple[str, ...]) -> tuple[int, int]:
    """Few parts rather than many, and then the ones of which the rarest is most usual."""
    return -len(split), min(map(_count, split))


_count: Final = lru_cache(maxsize=50_000)(count)
"""The same endings are looked up again and again."""


@cache
def _not(kind: str) -> frozenset[str]:
    """What is no "first" part, no "last" part, no compound as a "whole"."""
    lines = map(str.split, _NOT_COMPOUNDS.read_text(encoding="utf-8").splitlines())
    return frozenset(word for first, *words in lines if first == kind for word in words)
