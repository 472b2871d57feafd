"""How likely letters are to make a word that no list holds: letter 6-grams, of words and of names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

BEGIN: Final = "^"
END: Final = "$"
LONGEST_CONTEXT: Final = 5
_REMEMBERED: Final = 200_000
_STRANGE: Final = -8.0
"""Log probability of a letter that no word has."""


@dataclass(frozen=True, slots=True)
class Letters:
    """A model of the letters of words; contexts that it has not seen back off to shorter ones."""

    model: Mapping[str, float]
    """Log probability by context + letter; of backing off by a tabulator + context."""
    _cache: dict[str, float] = field(default_factory=dict, repr=False)

    def word(self, word: str) -> float:
        """Log probability of a whole word in lower case."""
        letters = f"{BEGIN}{word}{END}"
        return sum(self.next(letters[max(0, at - LONGEST_CONTEXT) : at], letters[at]) for at in range(1, len(letters)))

    def next(self, context: str, letter: str) -> float:
        """Log probability of a letter after a context, of which the last LONGEST_CONTEXT letters count."""
        key = context[-LONGEST_CONTEXT:] + letter
        known = self._cache.get(key)
        if known is None:
            if len(self._cache) >= _REMEMBERED:
                self._cache.clear()
            known = self._cache[key] = self._backed_off(key[:-1], letter)
        return known

    def _backed_off(self, context: str, letter: str) -> float:
        lost = 0.0
        while context and context + letter not in self.model:
            lost += self.model.get(f"\t{context}", 0.0)
            context = context[1:]
        return lost + self.model.get(context + letter, _STRANGE)
