"""What is said where nothing is found: what leaves nothing, and what there would be otherwise."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.answers import Answer, Change, Question
from avtalsarkiv.corpus.conditions import Condition, Dated, Naming, OfType
from avtalsarkiv.corpus.facts import Party
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.tests.facts import document, stating

UNTITLED = 'nothing has "Snöbolaget" in its title; elsewhere 2 pages in 1 document have it'


@pytest.fixture
def filled(whoosh: WhooshIndex) -> WhooshIndex:
    roads = document(["Avtal om vägen", "Vägen plogas av Snöbolaget"], "aa", date="2021-05-04")
    stated = stating(roads, {"Snöbolaget": Party("Snöbolaget AB", "organisation", "party")})
    minutes = document(["Protokoll om vägen", "Simhallen byggs"], "bb", doc_type="protokoll", date="2019")
    whoosh.update([Change(made.id, made) for made in (stated, minutes)], 1)
    return whoosh


def ask(index: WhooshIndex, text: str, *conditions: Condition, **options: object) -> Answer:
    return index.search(Question(text, conditions=conditions, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("typ:ansökan vägen", "nothing is of type ansökan; without that, 3 pages in 2 documents fit"),
        ("typ:protokoll plogas", 'nothing that is of type protokoll has "plogas"; 1 page in 1 document does'),
        ("år:1950 vägen", "nothing is dated 1950; without that, 3 pages in 2 documents fit"),
        ("titel:Snöbolaget", UNTITLED),
        ("titel:Snöbolaget vägen", UNTITLED),
        (
            "part:Snöbolaget simhallen",
            'nothing that has "Snöbolaget" among its parties has "simhallen"; 1 page in 1 document does',
        ),
        ("plogas -vägen", 'nothing that lacks "vägen" has "plogas"; 1 page in 1 document does'),
        ("xyzzy OCH vägen", 'nothing has "xyzzy"; without that, 3 pages in 2 documents fit'),
        ("belopp:>9000", "nothing has an amount of 9 000,01 kr or more"),
        ("typ:protokoll xyzzy", 'no page that was searched has "xyzzy"'),
        ("xyzzy", 'no page that was searched has "xyzzy"'),
    ],
)
def test_what_leaves_nothing_is_told_and_what_there_would_be(filled: WhooshIndex, question: str, note: str) -> None:
    answer = ask(filled, question)
    assert (answer.hits, answer.notes) == ((), (note,))


@pytest.mark.parametrize(
    ("condition", "note"),
    [
        (OfType("ansokan"), "nothing is of type ansökan; without that, 1 page in 1 document fits"),
        (Dated("2022"), "nothing is dated 2022 or later; without that, 1 page in 1 document fits"),
        (Dated(None, "2020"), 'nothing that is dated 2020 or earlier has "plogas"; 1 page in 1 document does'),
        (Naming("Plogas"), 'nothing has "Plogas" among its parties; elsewhere 1 page in 1 document has it'),
    ],
    ids=str,
)
def test_an_option_is_told_of_as_what_is_typed_is(filled: WhooshIndex, condition: Condition, note: str) -> None:
    assert ask(filled, "plogas", condition).notes == (note,)


def test_each_of_two_that_leave_nothing_is_told(filled: WhooshIndex) -> None:
    rest = "fits the rest of the question"
    assert ask(filled, "typ:protokoll år:2021 vägen").notes == (
        f"nothing that is of type protokoll {rest}; 2 pages in 1 document do",
        f"nothing that is dated 2021 {rest}; 1 page in 1 document does",
    )


def test_two_that_leave_nothing_only_together_are_told_together(filled: WhooshIndex) -> None:
    [note] = ask(filled, "typ:ansökan år:1950 vägen").notes
    assert note == "nothing is of type ansökan, and nothing is dated 1950; without that, 3 pages in 2 documents fit"


def test_of_what_nobody_may_search_nothing_is_told(filled: WhooshIndex) -> None:
    assert not ask(filled, "typ:ansökan vägen", documents=frozenset()).notes
    [note] = ask(filled, "typ:ansökan vägen", documents=frozenset({"aa" * 8})).notes
    assert note.endswith("2 pages in 1 document fit")


def test_words_are_missed_among_what_resembles_a_document_where_that_is_asked_for(filled: WhooshIndex) -> None:
    pages = ["Avtal om vägen", "Vägen plogas"]
    [note] = ask(filled, "xyzzy", like=document(pages, "cc")).notes
    assert note == 'no page that resembles the document has "xyzzy"'


def test_an_empty_archive_has_nothing_to_explain(whoosh: WhooshIndex) -> None:
    assert not ask(whoosh, "typ:avtal simhallen").notes
