"""Lists of words as trees: they match what the plain list, longest first, matches."""

from __future__ import annotations

import re

import pytest

from avtalsarkiv.ingest.extract.alternatives import any_word, factored, initials

WORDS = ("beslut", "beslutar", "besluta att", "bevilja", "å", "a.b", "kr", "kr/år")


@pytest.mark.parametrize("text", [*WORDS, "beslutad", "beslutar att", "besluta om", "aXb", "kr/å", "", "krona"])
def test_the_same_is_matched_as_by_the_plain_list(text: str) -> None:
    plain = re.compile("|".join(map(re.escape, sorted(WORDS, key=len, reverse=True))))
    tree = re.compile(any_word(WORDS))
    assert _matched(tree, text) == _matched(plain, text)


def test_parts_of_patterns_stand_where_letters_do() -> None:
    tree = re.compile(factored([["b", r"\w*"], ["b", "o"], ["c"]]))
    assert _matched(tree, "bok") == "bok"


def test_initials_are_of_both_cases() -> None:
    assert re.compile(initials(["år", "]x"])).findall("ÅåaA]") == ["Å", "å", "]"]


def _matched(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.match(text)
    return match[0] if match else None
