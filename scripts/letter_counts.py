"""Letter n-grams of rare words, with Witten-Bell smoothing: how words are made that no list holds."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from avtalsarkiv.ingest.repair.letters import BEGIN, END, LONGEST_CONTEXT

LEAST_CONTEXT: Final = 4
"""Contexts of three letters and more that occur less often say nothing that shorter ones do not."""
ALPHABET: Final = 40


def letter_model(words: Iterable[str]) -> dict[str, float]:
    """Log probabilities by context + letter, and of backing off by context alone with an empty mark before it."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word in words:
        letters = f"{BEGIN}{word}{END}"
        for end in range(1, len(letters)):
            for length in range(min(end, LONGEST_CONTEXT) + 1):
                counts[letters[end - length : end]][letters[end]] += 1
    kept = {context for context, seen in counts.items() if len(context) < 3 or seen.total() >= LEAST_CONTEXT}
    model: dict[str, float] = {}
    probabilities: dict[tuple[str, str], float] = {}
    for context in sorted(kept, key=lambda context: (len(context), context)):
        seen = counts[context]
        kinds, total = len(seen), seen.total()
        if context:
            model[f"\t{context}"] = math.log(kinds / (kinds + total))
        for letter, count in seen.items():
            lower = probabilities[context[1:], letter] if context else 1 / ALPHABET
            probabilities[context, letter] = (count + kinds * lower) / (kinds + total)
            model[context + letter] = math.log(probabilities[context, letter])
    return model
