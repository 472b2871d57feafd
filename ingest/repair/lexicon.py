"""The words that may have been printed: a sorted list, searched letter by letter."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from .language import UNKNOWN

NOT_HERE: Final = -1
_REMEMBERED: Final = 300_000
"""Prefixes: some 30 MB."""
_ADDED: Final = math.log(1e-3)
"""Given that a word is unknown to the language model, that it is this one of the words added: some dozens at most."""
_ADDED_CAPITAL: Final = 0.5
GIVEN_NAME: Final = 1
SURNAME: Final = 2
PLACE: Final = 4
NAME: Final = GIVEN_NAME | SURNAME | PLACE
SEPARATE: Final = 8
"""A word that makes no compounds: och, är, från."""
NAME_PART: Final = 16
"""What the names of places are made of: åsen, sjö, väster."""


class _Places(dict[str, int]):
    """Where the words with a prefix begin, looked up when they are first asked for."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self._words = words

    def __missing__(self, prefix: str) -> int:
        place = bisect_left(self._words, prefix)
        if place == len(self._words) or not self._words[place].startswith(prefix):
            place = NOT_HERE
        if len(self) >= _REMEMBERED:
            self.clear()
        self[prefix] = place
        return place


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words in lower case, with what is known of each. The sequences are parallel to `words`."""

    words: Sequence[str]
    """Sorted by code points."""
    ids: Sequence[int]
    """By what the language model knows the word; UNKNOWN for rare words and names."""
    spelling: Sequence[float]
    """Log probability of the word among those that are unknown to the language model; 0 for all others."""
    capital: Sequence[float]
    """Share of its occurrences inside sentences that begin with a capital."""
    part: Sequence[float]
    """Log probability of the word as a part of a compound; minus infinity where it makes none."""
    kinds: Sequence[int]
    """Sums of GIVEN_NAME, SURNAME, PLACE, SEPARATE and NAME_PART."""
    places: _Places = field(init=False, repr=False)
    """By a prefix of one letter or more, the place of the first word that begins with it; NOT_HERE for none."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "places", _Places(self.words))

    @classmethod
    def of(cls, words: Iterable[str]) -> Lexicon:
        """A lexicon of words of which no more is known than that they are right."""
        ordered = sorted({word.lower() for word in words})
        number = len(ordered)
        capitals = {word.lower() for word in words if word[:1].isupper()}
        return cls(
            ordered,
            [UNKNOWN] * number,
            [_ADDED] * number,
            [0.95 if word in capitals else _ADDED_CAPITAL for word in ordered],
            [-math.inf] * number,
            [0] * number,
        )

    def lacks(self, word: str) -> bool:
        """Is it a word of letters, in lower case, that the lexicon does not have?"""
        return word.isalpha() and not self.holds(word)

    def holds(self, word: str) -> bool:
        """Is the word, in lower case, in the lexicon?"""
        return self.place(word) != NOT_HERE

    def place(self, word: str) -> int:
        """The place of a word; NOT_HERE where it is not known."""
        place = bisect_left(self.words, word)
        return place if place < len(self.words) and self.words[place] == word else NOT_HERE
