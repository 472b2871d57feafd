from __future__ import annotations

import unicodedata

import pytest

from avtalsarkiv.index.query import MAX_TERMS, parse


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("avtal om skoterleder", ["avtal", "skoterleder"]),
        ("vad beslutades om simhallen?", ["beslutades", "simhallen"]),
        ("vad är det", ["vad", "är", "det"]),
        ('avtal "drift och skötsel" 2024', ["avtal", "drift och skötsel", "2024"]),
        ('"avtal"', ["avtal"]),
        ('"drift och', ["drift"]),
        ("KS/2024/117", ["KS/2024/117"]),
        ("2 450 000 kr", ["2 450 000", "kr"]),
        ("avtal avtal", ["avtal"]),
        ("AND OR NOT (*) a:b^2~1", ["OR", "NOT", "a", "b", "2", "1"]),
        ("", []),
        ('""', []),
    ],
)
def test_a_question_is_read_as_words_and_phrases(question: str, terms: list[str]) -> None:
    assert [term.text for term in parse(question).terms] == terms


def test_only_words_in_quotation_marks_are_a_phrase() -> None:
    assert [term.phrase for term in parse('avtal "drift och skötsel" "simhall"').terms] == [False, True, False]
    assert [term.phrase for term in parse("”drift och skötsel”").terms] == [True]


def test_decomposed_letters_are_the_same_letters() -> None:
    assert parse(unicodedata.normalize("NFD", "skötsel på")).terms == parse("skötsel").terms


def test_words_that_follow_each_other_are_wanted_near_each_other() -> None:
    near = parse('avtal om KS 2024 "drift och" ').near
    assert [(first.exact, then.exact) for first, then in near] == [("avtal", "ks"), ("ks", "2024")]


@pytest.mark.parametrize(("words", "shortened"), [(MAX_TERMS, False), (MAX_TERMS + 1, True), (5_000, True)])
def test_a_question_has_its_bounds(words: int, shortened: bool) -> None:
    query = parse(" ".join(f"o{number}" for number in range(words)))
    assert (len(query.terms), query.shortened) == (MAX_TERMS, shortened)
