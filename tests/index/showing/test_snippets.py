from __future__ import annotations

import pytest

from avtalsarkiv.index.showing.fragments import WIDTH
from avtalsarkiv.index.showing.pieces import FARTHEST
from avtalsarkiv.tests.index.showing.asked import shown
from avtalsarkiv.tests.marked_up import marked_up

FILLER = "Ord som ingen har frågat efter står här i långa rader. " * 20


@pytest.mark.parametrize(
    ("question", "printed", "marked"),
    [
        ("avtal", "Avtalet gäller", ["Avtalet"]),
        ("vasterdalen", "i Västerdalens kommun", ["Västerdalens"]),
        ("västerdalen", "i Vasterdalens kommun", ["Vasterdalens"]),
        ("lån", "ett län", []),
        ("utvecklingsnämnd", "i utveck-\nlingsnämnden nu", ["utveck-\nlingsnämnden"]),
        ("effektiv", "mer e\ufb00ektivt", ["e\ufb00ektivt"]),
        ("2450000", "summa 2 450 000 kr", ["2 450 000"]),
        ("450 000", "post 12 450 000", ["12 450 000"]),
        ("9999991234", "nr 999999-1234.", ["999999-1234"]),
        ('"drift och skötsel"', "drift, drift och\n  skötsel", ["drift och\n  skötsel"]),
        ('"drift och underhåll"', "skötsel och drift", ["och", "drift"]),
        ("vad gäller om avtal", "om vad avtal är", ["avtal"]),
        ("avtal", "Samverkansavtal", ["Samverkansavtal"]),
        ("a b a", "a b", ["a", "b"]),
        ("", "text", []),
        ("avtal", "", []),
    ],
)
def test_what_matched_is_marked_as_printed(question: str, printed: str, marked: list[str]) -> None:
    found = shown(printed, question)
    assert [printed[start:end] for start, end in found.spans] == marked
    assert [found.text[start:end] for start, end in found.marks] == [" ".join(mark.split()) for mark in marked]


@pytest.mark.parametrize(
    ("question", "page", "marked"),
    [
        ("Jämtland", "i {Jimtland=Jämtland} nu", ["Jimtland"]),
        ("Jimtland", "i {Jimtland=Jämtland} nu", ["Jimtland"]),
        ("jamtland", "i {Jimtlands=Jämtlands} län", ["Jimtlands"]),
        ("avtal", "ett {samverkansavtalat=samverkansavtalet} nu", ["samverkansavtalat"]),
        ("regionen", "kommunen {ochregionen=och regionen} nu", ["ochregionen"]),
        ("tillsammans", "arbeta {till\nsammans=tillsammans} nu", ["till\nsammans"]),
        ("drift", "ska {drlft cch=drift och} vård", ["drlft"]),
        ("utvecklingsnämnd", "i {utveok=utveck}-\n{lingsndmnden=lingsnämnden} nu", ["utveok-\nlingsndmnden"]),
        ('"och regionen beslutar"', "kommunen {ochregionen=och regionen} beslutar", ["ochregionen beslutar"]),
        ('"kommunen ochregionen beslutar"', "{ko=kommunen} ochregionen beslutar", ["ko ochregionen beslutar"]),
        ("Hammarén", "ordförande {Hammaren?Hammarén}.", ["Hammaren"]),
        ("skalan", "i {skolan!skalan}", []),
    ],
)
def test_what_was_meant_is_marked_where_it_is_printed(question: str, page: str, marked: list[str]) -> None:
    printed, repairs = marked_up(page)
    found = shown(printed, question, repairs=repairs)
    assert [printed[start:end] for start, end in found.spans] == marked
    assert [found.text[start:end] for start, end in found.marks] == [" ".join(mark.split()) for mark in marked]


def test_repairs_beyond_what_is_looked_through_are_left_alone() -> None:
    printed, repairs = marked_up("avtal " + "x " * FARTHEST + "{Jimtland=Jämtland}")
    assert shown(printed, "avtal Jämtland", repairs=repairs).spans == ((0, 5),)


def test_words_that_only_resemble_the_question_are_marked_too() -> None:
    assert shown("en kulturskola", "kulturskla", ["kulturskol"]).marks == ((3, 14),)


def test_the_snippet_is_the_place_that_says_most() -> None:
    page = f"Avtal. {FILLER} Avtal om simhall och curling. {FILLER} Simhall."
    found = shown(page, "simhall curling avtal")
    assert [found.text[start:end] for start, end in found.marks] == ["Avtal", "simhall", "curling"]
    assert len(found.spans) == 5


def test_the_snippet_is_cut_between_words_and_on_one_line() -> None:
    words = FILLER.split()
    found = shown(FILLER.replace(" står", "\n\n   står") + "curling " + FILLER, "curling").text
    assert WIDTH * 0.8 < len(found) <= WIDTH
    assert found == " ".join(found.split())
    assert {found.split()[0], found.split()[-1]} <= {*words}


def test_the_snippet_does_not_begin_or_end_with_empty_lines() -> None:
    found = shown("\n\n  Avtal om\n\n vägar \n\n", "vägar")
    assert (found.text, found.marks, found.spans) == ("Avtal om vägar", ((9, 14),), ((15, 20),))


@pytest.mark.parametrize("page", ["x" * 5_000, "avtal " * 5_000, "\n" * 5_000, "§" * 5_000, "1 000 " * 3_000])
def test_strange_pages_have_snippets_of_the_usual_size(page: str) -> None:
    assert len(shown(page, "avtal 1000 §").text) <= WIDTH
