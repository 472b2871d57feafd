"""The lexicon is searched letter by letter, and holds what an archive adds to it."""

from __future__ import annotations

from typing import Final

import pytest

from avtalsarkiv.ingest.repair.lexicon import NOT_HERE, Lexicon

LEXICON: Final = Lexicon.of(["Ås", "sjö", "sjön", "sjöbod", "Åre", "ås"])


@pytest.mark.parametrize(
    ("prefix", "first"),
    [("s", "sjö"), ("sjö", "sjö"), ("sjöb", "sjöbod"), ("sjön", "sjön"), ("å", "åre"), ("ås", "ås")],
)
def test_a_prefix_leads_to_the_first_word_that_begins_so(prefix: str, first: str) -> None:
    assert LEXICON.words[LEXICON.places[prefix]] == first


@pytest.mark.parametrize("prefix", ["x", "sjöx", "öl", "sjöbodar"])
def test_a_prefix_of_no_word_leads_nowhere(prefix: str) -> None:
    assert LEXICON.places[prefix] == NOT_HERE


@pytest.mark.parametrize(("word", "there"), [("sjö", True), ("åre", True), ("sj", False), ("öl", False), ("", False)])
def test_whole_words_are_held(word: str, there: bool) -> None:
    assert LEXICON.holds(word) is there


def test_words_are_held_once_in_lower_case_and_known_by_their_capitals() -> None:
    assert list(LEXICON.words) == ["sjö", "sjöbod", "sjön", "åre", "ås"]
    assert [share > 0.9 for share in LEXICON.capital] == [False, False, False, True, True]


def test_a_lexicon_of_nothing_holds_nothing() -> None:
    empty = Lexicon.of([])
    assert not empty.holds("sjö")
    assert empty.places["s"] == NOT_HERE
