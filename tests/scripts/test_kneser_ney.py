"""The trigrams: probabilities that sum to one, smoothed by how many contexts a word has."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from avtalsarkiv.scripts.kneser_ney import Ids, Trigrams, trigrams

START: Final = 0
VOCABULARY: Final = 12


def corpus(seed: int) -> Ids:
    """Sentences of words of which low numbers are frequent."""
    chance = np.random.default_rng(seed)
    words = np.minimum(chance.geometric(0.25, 4000), VOCABULARY - 1)
    words[::20] = START
    return words.astype(np.int64)


def made(seed: int, least: int) -> Trigrams:
    ids = corpus(seed)
    return trigrams(ids, np.ones(len(ids), dtype=bool), VOCABULARY, START, least)


def bigram(model: Trigrams, before: int, word: int) -> float:
    at = int(np.searchsorted(model.bigram_keys, key := before * VOCABULARY + word))
    if at < len(model.bigram_keys) and model.bigram_keys[at] == key:
        return float(model.bigrams[at])
    return float(model.unigram_backoffs[before] + model.unigrams[word])


def trigram(model: Trigrams, first: int, second: int, word: int) -> float:
    context = int(np.flatnonzero(model.bigram_keys == first * VOCABULARY + second)[0])
    found = np.flatnonzero(model.trigram_keys == context * VOCABULARY + word)
    if len(found):
        return float(model.trigrams[found[0]])
    return float(model.bigram_backoffs[context]) + bigram(model, second, word)


@pytest.mark.parametrize("least", [1, 2, 5])
@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_word_all_words_make_one(seed: int, least: int) -> None:
    model = made(seed, least)
    for before in range(VOCABULARY):
        assert sum(np.exp(bigram(model, before, word)) for word in range(VOCABULARY)) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("least", [1, 2, 5])
def test_after_each_two_words_all_words_make_one(least: int) -> None:
    model = made(1, least)
    contexts = [divmod(int(key), VOCABULARY) for key in model.bigram_keys]
    sums = [sum(np.exp(trigram(model, *context, word)) for word in range(VOCABULARY)) for context in contexts]
    assert sums == pytest.approx([1] * len(sums), abs=1e-3)


def test_a_word_of_many_contexts_is_likelier_than_one_as_frequent_of_one() -> None:
    many = [word for before in range(3, 9) for word in (START, before, 1)]
    one = [START, 9, 2] * 6
    ids = np.array(many + one, dtype=np.int64)
    model = trigrams(ids, np.ones(len(ids), dtype=bool), VOCABULARY, START, 1)
    assert model.unigrams[1] > model.unigrams[2] + 1


def test_words_that_may_not_be_counted_together_are_not() -> None:
    ids = np.array([START, 1, 2, 3] * 5, dtype=np.int64)
    allowed = ids != 2
    model = trigrams(ids, allowed, VOCABULARY, START, 1)
    assert 1 * VOCABULARY + 2 not in model.bigram_keys
    assert 2 * VOCABULARY + 3 in model.bigram_keys


def test_rare_sequences_are_not_kept() -> None:
    assert len(made(1, 5).trigrams) < len(made(1, 2).trigrams) < len(made(1, 1).trigrams)
