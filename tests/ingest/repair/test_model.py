"""The model that is shipped: whole, small, quick to load, and without the names of people."""

from __future__ import annotations

import time
from typing import Final

import numpy as np
import pytest

from avtalsarkiv.ingest.repair.language import NO_WORD, UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import GIVEN_NAME, SURNAME
from avtalsarkiv.ingest.repair.model import MODEL, load, model

MOST_BYTES: Final = 40_000_000
MOST_SECONDS: Final = 2.0
"""Half a second on a machine with nothing else to do; docs/quality.md has the measured time."""


def test_it_is_small_and_quick_to_load() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir()) < MOST_BYTES
    begun = time.perf_counter()
    load(MODEL)
    assert time.perf_counter() - begun < MOST_SECONDS


def test_what_is_known_of_words_lies_in_step() -> None:
    lexicon = model().lexicon
    sequences = (lexicon.ids, lexicon.spelling, lexicon.capital, lexicon.part, lexicon.kinds)
    assert {len(sequence) for sequence in sequences} == {len(lexicon.words)}
    assert list(lexicon.words) == sorted(set(lexicon.words))
    assert max(lexicon.ids) < len(model().language.unigrams)


@pytest.mark.parametrize("word", ["nämnden", "härjedalen", "åre", "är", "beslutar", "regionstyrelsen"])
def test_it_knows_its_words(word: str) -> None:
    assert model().lexicon.holds(word)


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("nämnden beslutar att", "nämnden beslutar är"),
        ("det är en", "det år en"),
        ("ett år sedan", "ett är sedan"),
        ("för att kunna", "får att kunna"),
    ],
)
def test_what_is_written_is_likelier_than_what_looks_like_it(phrase: str, other: str) -> None:
    assert likelihood(phrase) > likelihood(other) + 1


def likelihood(phrase: str) -> float:
    words = [model().lexicon.ids[model().lexicon.place(word)] for word in phrase.split()]
    triples = zip([NO_WORD, NO_WORD, *words], [UNKNOWN, *words], words, strict=False)
    return sum(float(model().language.score(*(np.array([id]) for id in triple))[0]) for triple in triples)


def test_the_probabilities_of_all_words_make_one() -> None:
    assert np.exp(model().language.unigrams.astype(np.float64)).sum() == pytest.approx(1, abs=0.01)


def test_no_given_name_is_counted_beside_a_surname() -> None:
    lexicon, language = model().lexicon, model().language
    named = [share > 0.9 for share in lexicon.capital]
    given, surname = (
        np.array(
            [id for id, kinds, name in zip(lexicon.ids, lexicon.kinds, named, strict=True) if name and kinds & flag]
        )
        for flag in (GIVEN_NAME, SURNAME)
    )
    size = np.uint64(len(language.unigrams))
    first, second = language.bigram_keys // size, language.bigram_keys % size
    begun, third = first[(language.trigram_keys // size).astype(np.int64)], language.trigram_keys % size
    known = given[given != UNKNOWN], surname[surname != UNKNOWN]
    for before, after in ((first, second), (begun, third)):
        for one, other in (known, known[::-1]):
            assert not (np.isin(before, one) & np.isin(after, other)).any()
