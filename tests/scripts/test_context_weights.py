"""How the weights of sentences are learned."""

from __future__ import annotations

import numpy as np

from avtalsarkiv.scripts.context_weights import LEAST_MEMBER, alike, feature_matrix, fitted, open_places

OFTEN = LEAST_MEMBER


def test_words_are_alike_that_differ_in_their_accents() -> None:
    counts = dict.fromkeys(["har", "här", "lag", "låg", "hus"], OFTEN)
    assert alike(counts) == [("har", "här"), ("lag", "låg")]


def test_words_that_share_a_twin_are_one_group() -> None:
    assert alike(dict.fromkeys(["far", "får", "för"], OFTEN)) == [("far", "får", "för")]


def test_rare_words_and_numbers_have_no_twins() -> None:
    assert alike({"har": OFTEN, "här": OFTEN - 1, "0": OFTEN}) == []


def test_a_feature_that_goes_with_a_word_speaks_for_it() -> None:
    matrix = np.array([[0], [0], [1], [1]] * 20)
    weights = fitted(matrix, 2, np.array([0, 0, 1, 1] * 20), np.zeros((80, 2)))
    assert weights[0, 0] > 0.5 > -0.5 > weights[1, 0]
    assert weights[2].tolist() == [0.0, 0.0]


def test_what_the_trigrams_know_is_not_learned() -> None:
    truth = np.array([0, 1] * 20)
    sure = np.where(np.eye(2)[truth] == 1, 0.0, -20.0)
    assert np.abs(fitted(truth[:, None], 2, truth, sure)).max() < 0.1


def test_rare_features_count_as_one() -> None:
    symbols = ["<s>", "de", "har"] * 5 + ["<s>", "du", "har"]
    known, matrix = feature_matrix(symbols, np.array([2, 5, 8, 11, 14, 17]))
    assert b"<0 de" in known
    assert b"<0 du" not in known
    assert matrix.max() == len(known)


def test_what_the_trigrams_leave_open_is_found() -> None:
    symbols = [word for _ in range(700) for word in ("<s>", "de", "har", "<s>", "de", "här")]
    (case,) = open_places(symbols)
    assert case.group == ("har", "här")
    assert len(case.places) == 1400
    assert [symbols[place] for place in case.places[:2]] == [case.group[word] for word in case.truth[:2]]
