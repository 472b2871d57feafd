"""The letters of words: probabilities that sum to one after any letters."""

from __future__ import annotations

import math
from typing import Final

import pytest

from avtalsarkiv.ingest.repair.letters import Letters
from avtalsarkiv.scripts.letter_counts import letter_model

WORDS: Final = ("fjäll", "fjällen", "fjord", "fjärd", "jord", "jorden", "ärende", "ärenden", "led", "leden")
MODEL: Final = letter_model(WORDS * 4)


@pytest.mark.parametrize("context", ["", "^", "^f", "fj", "^fjäl", "rend", "q"])
def test_all_letters_after_a_context_make_one(context: str) -> None:
    letters = Letters(MODEL)
    known = {letter for word in WORDS for letter in word} | {"$"}
    share = sum(math.exp(letters.next(context, letter)) for letter in known)
    assert 0.9 < share < 1.001  # the rest is for letters that were never seen


def test_letters_that_follow_each_other_are_likelier() -> None:
    letters = Letters(MODEL)
    assert letters.word("fjällede") > letters.word("dejfällee") + 3


def test_long_contexts_are_kept_when_they_are_frequent() -> None:
    assert "fjäl" in MODEL
    assert "fjäl" not in letter_model(WORDS)
