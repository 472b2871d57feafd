"""The arrays of ingest.repair.lexicon.Lexicon."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from avtalsarkiv.ingest.repair.language import UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import NAME, SEPARATE
from avtalsarkiv.ingest.repair.model import SPELLING_STEPS
from avtalsarkiv.scripts.repair_corpus import Corpus, steps

LEAST_PART: Final = 3
SHORTEST_PART: Final = 3
SHORT_PARTS: Final = frozenset(["ö", "å", "el", "öl", "is", "by", "ro", "eu", "it", "nr"])
SHORTEST_BOUND: Final = 4
LEAST_COMPOUNDS: Final = 5
"""In fewer compounds, what is left beside a known word is as often the end of another word."""
KNOWN_SHARE: Final = 0.5
"""Of the words that are unknown to the language model, how many the lexicon holds."""


def lexicon_arrays(
    corpus: Corpus,
    words: Sequence[str],
    ids: dict[str, int],
    kinds: dict[str, int],
    listed: dict[str, float],
    parts: dict[str, int],
) -> dict[str, np.ndarray]:
    """The arrays of ingest.repair.lexicon.Lexicon."""
    known = np.array([word in ids for word in words])
    weights = np.array([max(corpus.counts[word], listed.get(word, 0.0)) for word in words])
    total = sum(corpus.counts.values())
    rare = weights[~known].sum()
    with np.errstate(divide="ignore"):
        spelling = np.where(known, 0.0, np.log(weights * KNOWN_SHARE / rare))
    part = [log_part(word, corpus.counts[word], kinds, parts) - math.log(total) for word in words]
    capital = [(corpus.capital[word] + 2 * prior(word, kinds)) / (corpus.inside[word] + 2) for word in words]
    return {
        "ids": np.array([ids.get(word, UNKNOWN) for word in words], dtype=np.uint32),
        "spelling": steps(spelling, SPELLING_STEPS),
        "capital": np.round(np.array(capital) * 255).astype(np.uint8),
        "part": steps(np.array(part), SPELLING_STEPS),
        "kinds": np.array([kinds.get(word, 0) for word in words], dtype=np.uint8),
    }


def prior(word: str, kinds: dict[str, int]) -> float:
    """Share of capitals among the occurrences of a word of which none was counted."""
    return 0.98 if kinds.get(word, 0) & NAME else 0.1


def log_part(word: str, count: int, kinds: dict[str, int], parts: dict[str, int]) -> float:
    """Logarithm of how often a word is counted as part of a compound; minus infinity where it is none."""
    alone = word.isalpha() and count >= LEAST_PART and not kinds.get(word, 0) & SEPARATE
    times = max(count if alone and (len(word) >= SHORTEST_PART or word in SHORT_PARTS) else 0, parts.get(word, 0))
    return math.log(times) if times else -math.inf


def bound_parts(corpus: Corpus) -> dict[str, int]:
    """What stands in compounds and hardly alone (löne-, kyrk-, -räknare), with the number of compounds it stands in."""
    words = {word for word, count in corpus.counts.items() if count >= LEAST_PART and len(word) >= SHORTEST_BOUND}
    found: Counter[str] = Counter()
    for word in filter(str.isalpha, corpus.counts):
        for at in range(SHORTEST_BOUND, len(word) - SHORTEST_BOUND + 1):
            begin, end = word[:at], word[at:]
            found.update(part for part, other in ((begin, end), (end, begin)) if other in words)
    return {part: count for part, count in found.items() if count >= LEAST_COMPOUNDS}
