"""Stretches in other languages are told from Swedish, damaged or not."""

from __future__ import annotations

from typing import Final

import pytest

from avtalsarkiv.ingest.repair.passages import foreign, foreign_words


def words(text: str) -> list[str]:
    return text.split()


SWEDISH: Final = words("vi har fått ett förslag om att bygga en ny bro över sjön och en väg till byn")
ENGLISH: Final = words("the parties have agreed that the costs of the bridge are paid by the county")
NORWEGIAN: Final = words("vi har ikke fått noe forslag om hvordan veien skal bygges mellom byene")
COMMON: Final = -7.0
UNKNOWN: Final = -17.0
"""Log probabilities of a word that Swedish has, and of one that it has not."""


def told(words: list[str]) -> list[bool]:
    known = {"av", *SWEDISH}
    return foreign(words, [COMMON if word in known else UNKNOWN for word in words])


def test_swedish_is_swedish() -> None:
    assert not any(told(SWEDISH))


def test_english_is_foreign() -> None:
    assert all(told(ENGLISH))


@pytest.mark.parametrize("passage", [ENGLISH, NORWEGIAN], ids=["English", "Norwegian"])
def test_a_passage_in_another_language_has_its_bounds(passage: list[str]) -> None:
    found = told([*SWEDISH, *passage, *SWEDISH])
    assert sum(found[len(SWEDISH) : -len(SWEDISH)]) > 0.8 * len(passage)
    assert not any(found[: len(SWEDISH) - 2])
    assert not any(found[2 - len(SWEDISH) :])


def test_a_foreign_name_makes_no_passage() -> None:
    assert not any(told([*SWEDISH, "the", "bridge", *SWEDISH]))


def test_what_belongs_to_no_language_goes_with_its_passage() -> None:
    words: list[str | None] = [*ENGLISH[:7], None, *ENGLISH[7:]]
    assert all(foreign(words, [UNKNOWN] * len(words)))


@pytest.mark.parametrize("words", [[], [None], [None] * 5])
def test_without_words_nothing_is_foreign(words: list[str | None]) -> None:
    assert not any(foreign(words, [0.0] * len(words)))


def test_each_list_gives_probabilities() -> None:
    assert foreign_words()["the"].max() > -5
    assert foreign_words()["ikke"].max() > -9
