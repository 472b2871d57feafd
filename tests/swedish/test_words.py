from __future__ import annotations

import unicodedata

import pytest

from avtalsarkiv.swedish.words import count, known, language, share_known


@pytest.mark.parametrize(
    "word", ["och", "År", "ÄRENDE", "nämnden", "Östersund", "Jämtlands", "LOU", "kr", "EU-kommissionen"]
)
def test_words_places_and_abbreviations_are_known_in_any_case(word: str) -> None:
    assert known(word)


@pytest.mark.parametrize("word", ["", "-", "Jimtland", "aven", "fran", "&r", "f6r", "1200", "xyzzy", "the", "with"])
def test_damage_numbers_and_english_are_not_known(word: str) -> None:
    assert not known(word)


@pytest.mark.parametrize("name", ["Kristersson", "Andersson", "Svantesson"])
def test_surnames_are_not_in_the_lexicon(name: str) -> None:
    assert not known(name)


def test_decomposed_letters_are_the_same_letters() -> None:
    assert known(unicodedata.normalize("NFD", "ändå"))


def test_common_words_count_for_more() -> None:
    assert count("och") > count("upphandling") > count("upphandlnig") == 0


def test_share_of_known_words() -> None:
    assert share_known(["avtal", "ayral", "om", "värme"]) == 0.75
    assert share_known([]) == 1.0


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nämnden beslutar att godkänna avtalet och att det gäller från den 1 januari", "sv"),
        ("P4 uppdrag av regionala utvecklingsndmnden har ett arbete med att strukturera", "sv"),
        ("The committee decided to approve the agreement, which is in force from January", "en"),
        ("Kommunestyret vedtok at avtalen ikke skal gjelde fra januar og til mars", "nb"),
        ("1 240 kr 14 000 kr summa 15 240 kr", None),
        ("", None),
    ],
)
def test_a_language_is_known_by_its_small_words(text: str, code: str | None) -> None:
    assert language(text.split()) == code
