"""Words, phrases, prefixes, near words."""

from __future__ import annotations

import unicodedata

import pytest

from avtalsarkiv.index.querying import MAX_CHARACTERS, MAX_TERMS, parse
from avtalsarkiv.index.querying.nodes import Fuzzy, Prefix, Word

from .asked import words


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("avtal om skoterleder", ["avtal", "skoterleder"]),
        ("vad beslutades om simhallen?", ["beslutades", "simhallen"]),
        ("vad är det", ["vad", "är", "det"]),
        ('avtal "drift och skötsel" 2024', ["avtal", "<drift och skötsel>", "2024"]),
        ("”drift och skötsel”", ["<drift och skötsel>"]),
        ('"avtal"', ["avtal"]),
        ('avtal"drift och"om', ["avtal", "<drift och>"]),
        ("2 450 000 kr", ["2 450 000", "kr"]),
        ("2,4 miljoner kronor", ["2,4 miljoner", "kronor"]),
        ("avtal avtal", ["avtal"]),
        ("drift-avtal e-post", ["drift", "avtal", "e", "post"]),
        ("simhall - upphandling", ["simhall", "upphandling"]),
        ("2019 -2021", ["2019", "2021"]),
        ("avtal och eller inte and or not", ["avtal", "or", "not"]),
        ("(avtal) (simhall)", ["avtal", "simhall"]),
        ("bredband* simhal~", ["bredband*", "simhal~"]),
        ("a:b^2", ["a", "b", "2"]),
        ("utveck-\nlings", ["utvecklings"]),
        ("", []),
        ('""', []),
    ],
)
def test_a_question_is_read_as_words_and_phrases(question: str, asked: list[str]) -> None:
    assert words(question) == asked
    assert not parse(question).strict


@pytest.mark.parametrize(
    "question", ["simhall", "SIMHALL", "sim\u00adhall", "sim\u200bhall", "\u202esimhall", "\x00simhall"]
)
def test_what_cannot_be_seen_changes_nothing(question: str) -> None:
    assert [word.lexemes for word in parse(question).words if isinstance(word, Word)] == [
        word.lexemes for word in parse("simhall").words if isinstance(word, Word)
    ]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert parse(unicodedata.normalize("NFD", "skötsel på")).words == parse("skötsel").words


def test_words_that_follow_each_other_are_wanted_near_each_other() -> None:
    near = parse('avtal om drift skötsel "av bad" simhall* ').near
    assert [(first.exact, then.exact) for first, then in near] == [("avtal", "drift"), ("drift", "skötsel")]


@pytest.mark.parametrize(
    ("typed", "distance"), [("simhal~", 1), ("upphandling~", 2), ("upphandling~1", 1), ("simhal~2", 2), ("simhal~9", 2)]
)
def test_a_fuzzy_word_differs_in_a_letter_or_two(typed: str, distance: int) -> None:
    (word,) = parse(typed).words
    assert isinstance(word, Fuzzy)
    assert (word.text, word.distance) == (typed, distance)


def test_the_beginning_of_a_word_has_small_letters_and_its_marks() -> None:
    (word,) = parse("Sköt*,").words
    assert isinstance(word, Prefix)
    assert (word.text, word.beginning) == ("Sköt*", "sköt")


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("simhal~9", "~2"),
        ("ab~", "too much is like it"),
        ("a*", "too much begins so"),
        ("av*tal", "asterisk"),
        ('"drift och', "quotation mark"),
        ("simhall:avtal", "simhall: is not the name of a field; it"),
        ("bellopp:>5", "bellopp: is not the name of a field (belopp: is); it"),
        ("*", "no word"),
        ("o " * MAX_CHARACTERS, "too long"),
    ],
)
def test_what_may_surprise_is_said_in_one_sentence(question: str, note: str) -> None:
    (sentence,) = parse(question).notes
    assert note in sentence


@pytest.mark.parametrize(
    "question", ["avtal", "", "http://norrby.se", "kl 10:30", "EU:s regler", "1:a", "SFS 2017:725"]
)
def test_a_colon_that_is_no_field_is_no_matter(question: str) -> None:
    assert not parse(question).notes


@pytest.mark.parametrize(("count", "shortened"), [(MAX_TERMS, False), (MAX_TERMS + 1, True), (5_000, True)])
def test_a_question_has_its_bounds(count: int, shortened: bool) -> None:
    query = parse(" ".join(f"o{number}" for number in range(count)))
    assert (len(query.words), bool(query.notes)) == (MAX_TERMS, shortened)


@pytest.mark.parametrize("question", ["/".join("abcdefghij" * 10), f'"{"o " * 100}"'])
def test_a_long_run_of_words_has_them_too(question: str) -> None:
    query = parse(question)
    lexemes = [lexeme for word in query.sought if not isinstance(word, Prefix | Fuzzy) for lexeme in word.lexemes]
    assert len(lexemes) <= MAX_TERMS
    assert "too long" in query.notes[0]
