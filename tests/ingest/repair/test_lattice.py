"""The probabilities of readings are those that trying every sequence gives."""

from __future__ import annotations

import random
from itertools import product
from typing import Final

import numpy as np
import pytest

from avtalsarkiv.ingest.repair.language import NO_WORD, START, Language
from avtalsarkiv.ingest.repair.lattice import Lattice, Reals, Words

WORDS: Final = 6
"""Of the language, with the beginning and the unknown word."""


def language(chance: random.Random) -> Language:
    """A language with half of its bigrams and a third of its trigrams, weighed at random."""
    after = {word: [other for other in range(1, WORDS) if chance.random() < 0.5] for word in range(WORDS)}
    pairs = [(word, other) for word in range(WORDS) for other in after[word]]
    third = [[word for word in range(1, WORDS) if chance.random() < 0.3] for _ in pairs]
    return Language.load(
        {
            "unigrams": np.array([-chance.uniform(0.5, 4) for _ in range(WORDS)], dtype=np.float32),
            "unigram_backoffs": np.array([-chance.random() for _ in range(WORDS)], dtype=np.float32),
            "bigram_counts": np.array([len(after[word]) for word in range(WORDS)]),
            "bigram_words": np.array([other for _, other in pairs], dtype=np.uint32),
            "bigrams": np.array([chance.randrange(60) for _ in pairs], dtype=np.uint8),
            "bigram_backoffs": np.array([chance.randrange(40) for _ in pairs], dtype=np.int8),
            "trigram_counts": np.array([len(words) for words in third]),
            "trigram_words": np.array([word for words in third for word in words], dtype=np.uint32),
            "trigrams": np.array([chance.randrange(60) for words in third for _ in words], dtype=np.uint8),
        }
    )


def place(chance: random.Random) -> Words:
    """A place with one to three readings, some of them two words."""
    size = chance.choice([1, 1, 2, 3])
    first = np.array([chance.randrange(1, WORDS) for _ in range(size)])
    two = np.array([chance.random() < 0.3 for _ in range(size)])
    last = np.where(two, [chance.randrange(1, WORDS) for _ in range(size)], first)
    return Words(first, last, two)


def by_trying_all(places: list[Words], emissions: list[Reals], heat: float, known: Language) -> list[Reals]:
    totals = [np.zeros(len(place.first)) for place in places]
    for choice in product(*(range(len(place.first)) for place in places)):
        words = [NO_WORD, START]
        score = sum(float(emission[at]) for emission, at in zip(emissions, choice, strict=True))
        for options, at in zip(places, choice, strict=True):
            for word in [int(options.first[at]), *([int(options.last[at])] if options.two[at] else [])]:
                before = NO_WORD if words[-1] == START else words[-2]
                score += float(known.score(*(np.array([x]) for x in (before, words[-1], word)))[0])
                words.append(word)
        for total, at in zip(totals, choice, strict=True):
            total[at] += np.exp(score / heat)
    return [total / total.sum() for total in totals]


@pytest.mark.parametrize("seed", range(40))
def test_probabilities_are_those_of_all_sequences(seed: int) -> None:
    chance = random.Random(seed)
    known, heat = language(chance), chance.choice([1.0, 1.5])
    places = [place(chance) for _ in range(chance.randrange(1, 8))]
    emissions = [np.array([chance.uniform(-6, 0) for _ in place.first]) for place in places]
    found = Lattice(places, known).posteriors(emissions, heat)
    for probabilities, expected in zip(found, by_trying_all(places, emissions, heat, known), strict=True):
        assert probabilities == pytest.approx(expected, abs=1e-4)


def test_a_place_without_a_choice_is_sure() -> None:
    sure = Words(np.array([2]), np.array([2]), np.array([False]))
    assert Lattice([sure] * 5, language(random.Random(1))).posteriors([np.zeros(1)] * 5, 1.0) == [1.0] * 5


def test_nothing_has_no_probabilities() -> None:
    assert Lattice([], language(random.Random(1))).posteriors([], 1.0) == []
