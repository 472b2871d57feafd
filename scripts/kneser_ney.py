"""Word trigrams with interpolated modified Kneser-Ney smoothing (Chen and Goodman 1999), over arrays of word ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
LEAST_PROBABILITY: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Counted:
    """The different n-grams of a corpus, packed into integers and sorted, with their counts."""

    keys: Ids
    """((a * V) + b) * V + c, of a vocabulary of V words."""
    counts: Ids

    @classmethod
    def of(cls, keys: Ids) -> Counted:
        """Count the keys of all n-grams."""
        return cls(*np.unique(keys, return_counts=True))


@dataclass(frozen=True, slots=True)
class Trigrams:
    """Natural logarithms of the probabilities of the n-grams kept, and of the back-off weights of their contexts."""

    unigrams: Reals
    unigram_backoffs: Reals
    bigram_keys: Ids
    """a * V + b, sorted."""
    bigrams: Reals
    bigram_backoffs: Reals
    trigram_keys: Ids
    """(index of the bigram) * V + c, sorted."""
    trigrams: Reals


def trigrams(ids: Ids, allowed: npt.NDArray[np.bool_], vocabulary: int, start: int, least: int) -> Trigrams:
    """The model of a corpus.

    Args:
        ids: The corpus; `start` stands before each text.
        allowed: For each place whether the word may be counted together with the one before it.
        vocabulary: V; ids are below it.
        start: The id that begins a text.
        least: Bigrams and trigrams with fewer occurrences are not kept.
    """
    pairs = allowed[1:] & (ids[1:] != start)
    threes = pairs[1:] & allowed[1:-1] & (ids[1:-1] != start)
    two = Counted.of((ids[:-1] * vocabulary + ids[1:])[pairs])
    three = Counted.of(((ids[:-2] * vocabulary + ids[1:-1]) * vocabulary + ids[2:])[threes])

    context, word = two.keys // vocabulary, two.keys % vocabulary
    unigrams = _continuations(word, vocabulary)
    kinds = np.where(context == start, two.counts, _preceded(two, three, vocabulary))
    bigrams = _interpolated(kinds, context, vocabulary, unigrams[word])

    before = np.searchsorted(two.keys, three.keys // vocabulary)
    after = np.searchsorted(two.keys, three.keys % (vocabulary * vocabulary))
    probabilities = _interpolated(three.counts, before, len(two.keys), bigrams[after])

    kept = two.counts >= least
    kept_three = (three.counts >= least) & kept[before]
    numbers = np.cumsum(kept) - 1
    return Trigrams(
        np.log(unigrams),
        _backoffs(kept, context, vocabulary, bigrams, unigrams[word]),
        two.keys[kept],
        np.log(bigrams[kept]),
        _backoffs(kept_three, before, len(two.keys), probabilities, bigrams[after])[kept],
        (numbers[before] * vocabulary + three.keys % vocabulary)[kept_three],
        np.log(probabilities[kept_three]),
    )


def _continuations(word: Ids, vocabulary: int) -> Reals:
    """Unigram probabilities by the number of different words that each follows."""
    kinds = np.bincount(word, minlength=vocabulary)
    result: Reals = np.maximum(kinds / kinds.sum(), LEAST_PROBABILITY)
    return result


def _preceded(two: Counted, three: Counted, vocabulary: int) -> Ids:
    """In how many different contexts each bigram stands, at least one."""
    keys, kinds = np.unique(three.keys % (vocabulary * vocabulary), return_counts=True)
    result = np.ones_like(two.counts)
    result[np.searchsorted(two.keys, keys)] = kinds
    return result


def _interpolated(counts: Ids, context: Ids, contexts: int, lower: Reals) -> Reals:
    discount = _discounts(counts)[np.minimum(counts, 3)]
    totals = np.maximum(np.bincount(context, weights=counts, minlength=contexts), 1)
    freed = np.bincount(context, weights=discount, minlength=contexts) / totals
    result: Reals = (counts - discount) / totals[context] + freed[context] * lower
    return result


def _discounts(counts: Ids) -> Reals:
    """What is taken from n-grams that occur once, twice, more often."""
    one, two, three, four = (max(1, int((counts == n).sum())) for n in (1, 2, 3, 4))
    share = one / (one + 2 * two)
    result: Reals = np.clip(
        [0, 1 - 2 * share * two / one, 2 - 3 * share * three / two, 3 - 4 * share * four / three], 0, None
    )
    return result


def _backoffs(kept: npt.NDArray[np.bool_], context: Ids, contexts: int, here: Reals, lower: Reals) -> Reals:
    """Logarithms of what the n-grams that were not kept of a context share, by what they would have without it."""
    own = np.bincount(context[kept], weights=here[kept], minlength=contexts)
    without = np.bincount(context[kept], weights=lower[kept], minlength=contexts)
    result: Reals = np.log(np.clip(1 - own, 1e-6, 1) / np.clip(1 - without, 1e-6, 1))
    return result
