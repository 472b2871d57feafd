"""How likely letters are to make a word."""

from __future__ import annotations

from typing import Final

import pytest

from avtalsarkiv.ingest.repair.letters import Letters
from avtalsarkiv.ingest.repair.model import model

LETTERS: Final = Letters({"a": -1.0, "b": -2.0, "$": -1.5, "ab": -0.5, "^a": -0.25, "\ta": -0.75, "\t^": -0.125})


@pytest.mark.parametrize(
    ("context", "letter", "expected"),
    [("", "a", -1.0), ("a", "b", -0.5), ("^", "a", -0.25), ("^", "b", -2.125), ("a", "a", -1.75), ("zza", "b", -0.5)],
)
def test_contexts_back_off_to_shorter_ones(context: str, letter: str, expected: float) -> None:
    assert LETTERS.next(context, letter) == pytest.approx(expected)


def test_a_letter_that_no_word_has_is_strange_but_possible() -> None:
    assert LETTERS.next("", "?") == -8.0


def test_a_word_is_the_sum_of_its_letters_and_its_end() -> None:
    assert LETTERS.word("ab") == pytest.approx(-0.25 - 0.5 - 1.5)


@pytest.mark.parametrize(
    ("swedish", "strange"), [("fjällbete", "fjdllbete"), ("utredningsläge", "utredningsl4ge"), ("nämnd", "nqmnd")]
)
def test_the_letters_of_swedish_are_likelier_than_damaged_ones(swedish: str, strange: str) -> None:
    assert model().letters.word(swedish) > model().letters.word(strange) + 2
