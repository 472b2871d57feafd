"""Trigrams that were counted, and backing off where they were not."""

from __future__ import annotations

from typing import Final

import numpy as np
import pytest

from avtalsarkiv.ingest.repair.language import NO_WORD, START, Language

A, B, C = 2, 3, 4
STEPS: Final = 12
BACK: Final = 24
LANGUAGE: Final = Language.load(
    {
        "unigrams": np.array([-9, -5, -1, -2, -3], dtype=np.float32),
        "unigram_backoffs": np.array([0, 0, -0.5, -0.25, 0], dtype=np.float32),
        "bigram_counts": np.array([1, 0, 1, 1, 0], dtype=np.uint32),
        "bigram_words": np.array([A, B, C], dtype=np.uint32),
        "bigrams": np.array([1 * STEPS, 2 * STEPS, 3 * STEPS], dtype=np.uint8),
        "bigram_backoffs": np.array([0, 1 * BACK, 2 * BACK], dtype=np.int8),
        "trigram_counts": np.array([0, 1, 0], dtype=np.uint32),
        "trigram_words": np.array([C], dtype=np.uint32),
        "trigrams": np.array([STEPS // 2], dtype=np.uint8),
    }
)
"""Bigrams: <s> a, a b, b c; one trigram: a b c."""


@pytest.mark.parametrize(
    ("before", "previous", "word", "expected"),
    [
        (A, B, C, -0.5),
        (C, B, C, -3.0),
        (NO_WORD, B, C, -3.0),
        (NO_WORD, START, A, -1.0),
        (A, B, A, -1.0 - 0.25 - 1.0),
        (C, A, C, -0.5 - 3.0),
        (C, C, B, -2.0),
        (NO_WORD, C, A, -1.0),
    ],
    ids=["trigram", "bigram", "no word before", "beginning", "from trigram to word", "word", "word", "word"],
)
def test_what_was_not_counted_backs_off(before: int, previous: int, word: int, expected: float) -> None:
    [score] = LANGUAGE.score(np.array([before]), np.array([previous]), np.array([word]))
    assert score == pytest.approx(expected, abs=1e-6)
