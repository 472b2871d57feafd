"""Which word follows which: word trigrams with back-off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]

START: Final = 0
"""Before the first word of a text."""
UNKNOWN: Final = 1
"""A word that the model has not counted."""
NO_WORD: Final = -1
"""In place of the first word of a trigram: its context is one word only."""
PROBABILITY_STEPS: Final = 12
BACKOFF_STEPS: Final = 24
"""Logarithms are kept in bytes, so many steps a nat."""


@dataclass(frozen=True, slots=True)
class Language:
    """A trigram model over word ids."""

    unigrams: Reals
    """Log probability of each id."""
    unigram_backoffs: Reals
    bigram_keys: npt.NDArray[np.uint64]
    """a * V + b, sorted."""
    bigrams: npt.NDArray[np.uint8]
    bigram_backoffs: npt.NDArray[np.int8]
    trigram_keys: npt.NDArray[np.uint64]
    """(place of the bigram) * V + c, sorted."""
    trigrams: npt.NDArray[np.uint8]

    @classmethod
    def load(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Language:
        """The model in the arrays of a model file, where the words that follow a context stand after each other."""
        counts = arrays["bigram_counts"], arrays["trigram_counts"]
        vocabulary = np.uint64(len(arrays["unigrams"]))
        bigrams, trigrams = (
            np.repeat(np.arange(len(count), dtype=np.uint64) * vocabulary, count) + words
            for count, words in zip(counts, (arrays["bigram_words"], arrays["trigram_words"]), strict=True)
        )
        return cls(
            arrays["unigrams"], arrays["unigram_backoffs"],
            bigrams, arrays["bigrams"], arrays["bigram_backoffs"],
            trigrams, arrays["trigrams"],
        )  # fmt: skip

    def score(self, before: Ids, previous: Ids, words: Ids) -> Reals:
        """Log probability of each word after the two words before it; `before` may be NO_WORD. One-dimensional."""
        vocabulary = np.uint64(len(self.unigrams))
        word, context = words.astype(np.uint64), previous.astype(np.uint64)
        pair, paired = _look_up(self.bigram_keys, context * vocabulary + word)
        backed_off = self.unigram_backoffs[previous] + self.unigrams[words]
        scores = np.where(paired, self.bigrams[pair] / np.float32(-PROBABILITY_STEPS), backed_off)

        farther = np.maximum(before, 0).astype(np.uint64)
        place, known = _look_up(self.bigram_keys, farther * vocabulary + context)
        known &= before != NO_WORD
        three, complete = _look_up(self.trigram_keys, place.astype(np.uint64) * vocabulary + word)
        scores += np.where(known, self.bigram_backoffs[place] / np.float32(-BACKOFF_STEPS), np.float32(0))
        return np.where(complete & known, self.trigrams[three] / np.float32(-PROBABILITY_STEPS), scores)


def _look_up(
    keys: npt.NDArray[np.uint64], wanted: npt.NDArray[np.uint64]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """The place of each wanted key, and whether it is there."""
    places = np.searchsorted(keys, wanted)
    places[places == len(keys)] = 0
    return places, keys[places] == wanted
