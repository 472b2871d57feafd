"""The arrays of ingest.repair.language.Language; which words may not be counted beside each other."""

from __future__ import annotations

import numpy as np

from avtalsarkiv.ingest.repair.language import BACKOFF_STEPS, PROBABILITY_STEPS, START, UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import GIVEN_NAME, PLACE, SURNAME
from avtalsarkiv.scripts.kneser_ney import trigrams
from avtalsarkiv.scripts.repair_corpus import Corpus, is_name, steps


def language_arrays(corpus: Corpus, ids: dict[str, int], kinds: dict[str, int], least: int) -> dict[str, np.ndarray]:
    """The arrays of ingest.repair.language.Language."""
    numbers = np.fromiter((ids.get(symbol, UNKNOWN) for symbol in corpus.symbols), np.int64, len(corpus.symbols))
    made = trigrams(numbers, ~beside_names(corpus, kinds), len(ids) + 1, START, least)
    vocabulary = len(ids) + 1
    return {
        "unigrams": made.unigrams.astype(np.float32),
        "unigram_backoffs": made.unigram_backoffs.astype(np.float32),
        "bigram_counts": np.bincount(made.bigram_keys // vocabulary, minlength=vocabulary).astype(np.uint32),
        "bigram_words": (made.bigram_keys % vocabulary).astype(np.uint32),
        "bigrams": steps(made.bigrams, PROBABILITY_STEPS),
        "bigram_backoffs": np.clip(np.round(-made.bigram_backoffs * BACKOFF_STEPS), -127, 127).astype(np.int8),
        "trigram_counts": np.bincount(made.trigram_keys // vocabulary, minlength=len(made.bigrams)).astype(np.uint32),
        "trigram_words": (made.trigram_keys % vocabulary).astype(np.uint32),
        "trigrams": steps(made.trigrams, PROBABILITY_STEPS),
    }


def beside_names(corpus: Corpus, kinds: dict[str, int]) -> np.ndarray:
    """For each symbol whether it and the one before it may be the name of a person: such sequences are not counted."""
    capital = np.array(corpus.capitals)
    flags = np.array([kinds.get(symbol, 0) for symbol in corpus.symbols]) * capital
    person = (flags & (GIVEN_NAME | SURNAME)) > 0
    # A word that is never written small may be the name of a person that no list holds.
    names = {symbol for symbol in corpus.counts if is_name(corpus, symbol)}
    name = capital & np.array([symbol in names for symbol in corpus.symbols])
    possible = person | (name & ((flags & PLACE) == 0))
    beside = np.zeros(len(capital), dtype=bool)
    beside[1:] = (possible[:-1] & (possible[1:] | name[1:])) | (name[:-1] & person[1:])
    # The same person as well: a comma, an initial, a particle or the word for and stands between.
    beside[2:] |= (person[:-2] & possible[2:]) | (possible[:-2] & person[2:])
    return beside
