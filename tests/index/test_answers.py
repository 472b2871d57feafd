"""How every engine that takes Whoosh's place must answer, over a small archive of agreements and minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from avtalsarkiv.corpus.answers import Answer, Change, Question
from avtalsarkiv.corpus.conditions import (
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    OnPage,
    Questioned,
    Registered,
)
from avtalsarkiv.corpus.facts import Agreement, Amount, Content, Extraction, Finding, Party, Ruling, Section
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.corpus.ports import Indexer
from avtalsarkiv.tests.facts import document, stating

MINUTES = (
    "Protokoll nämnden\n§ 45 Bidrag till simklubben\nNämnden beslutar bevilja bidrag.",
    "Villkoren framgår av bilaga.\n§ 46 Skidspår i Fjällby\nNämnden beslutar avslå ansökan.",
)


def roads() -> Document:
    made = document(
        ["Avtal om drift och skötsel av vägen 250000 kr", "Vägen plogas av Snöbolaget"], "aa", date="2021-05-04"
    )
    stated: dict[str, Content] = {
        "Snöbolaget": Party("Snöbolaget AB", "organisation", "party"),
        "250000 kr": Amount(Decimal(250_000), "SEK", role="payment"),
    }
    agreement = Agreement(valid_from="2021-06-01", valid_to="2024-05-31", ends="fixed")
    return replace(stating(made, stated, agreement=agreement), title="Vägavtal", dnr=("KS 2021/17",))


def swimming() -> Document:
    made = document(["Avtal om skötsel och drift av simhallen 9000 kr"], "bb", date="2023")
    stated: dict[str, Content] = {"9000 kr": Amount(Decimal(9_000), "SEK", role="payment")}
    agreement = Agreement(valid_from="2023-01-01", ends="until_further_notice")
    finding = Finding("sum_differs", "The sum differs.")
    return replace(stating(made, stated, agreement=agreement, findings=(finding,)), title="Simhallen")


def minutes() -> Document:
    made = document(MINUTES, "cc", doc_type="protokoll", date="2019-03-12")
    text = made.text
    first, second = text.index("§ 45"), text.index("§ 46")
    sections = (
        Section("45", "Bidrag till simklubben", ("KFN 2019/8",), 1, first, second),
        Section("46", "Skidspår i Fjällby", (), 2, second, len(text)),
    )
    ruling = Ruling("45", None, "Kultur- och fritidsnämnden", "approve")
    return replace(stating(made, {"beslutar bevilja bidrag": ruling}, sections=sections), title="Sammanträde")


def unread() -> Document:
    made = document(["Broschyr om simhallen, vägen och fjället"], "dd", doc_type=None)
    return replace(made, title="Broschyr", extraction=Extraction())


@pytest.fixture
def filled(engine: Indexer) -> Indexer:
    engine.update([Change(made.id, made) for made in (roads(), swimming(), minutes(), unread())], 1)
    return engine


def ask(engine: Indexer, text: str, **options: object) -> Answer:
    return engine.search(Question(text, **options))  # type: ignore[arg-type]


def found(engine: Indexer, text: str, **options: object) -> str:
    """The first letters of the documents, one for each hit."""
    return "".join(hit.document[0] for hit in ask(engine, text, **options).hits)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ('"drift och skötsel"', "a"),
        ("simhallen ELLER vägen", "abd"),
        ("avtal INTE vägen", "b"),
        ("avtal -vägen", "b"),
        ("(simhallen ELLER vägen) OCH avtal", "ab"),
        ("simhall*", "bd"),
        ("simhalen~", "bd"),
        ("vägen typ:avtal", "a"),
        ("simhallen belopp:<10000", "b"),
        ("avtal år:2021", "a"),
        ("dnr:KS-2021-17", "a"),
    ],
)
def test_what_is_said_with_signs_must_hold(filled: Indexer, question: str, documents: str) -> None:
    assert "".join(sorted(set(found(filled, question)))) == documents


@pytest.mark.parametrize(
    ("condition", "documents"),
    [
        (Dated("2021", "2023"), "ba"),
        (Dated("2021-05-05"), "b"),
        (Dated(None, "2021-05"), "ac"),
        (InForce("2022", "2022"), "a"),
        (InForce("2024-06"), "b"),
        (OfType("protokoll"), "c"),
        (Naming("snöbolaget"), "a"),
        (Registered("KS/2021/17"), "a"),
        (Registered("kfn 2019/8"), "c"),
        (Costing(Decimal(9_000)), "ba"),
        (Costing(Decimal(9_001), Decimal(250_000)), "a"),
        (DecidedBy("Kultur- och fritidsnämnden"), "c"),
        (Questioned(), "b"),
        (OnPage(2), "ac"),
    ],
    ids=str,
)
def test_conditions_alone_list_documents_the_newest_first(
    filled: Indexer, condition: Condition, documents: str
) -> None:
    assert found(filled, "", conditions=(condition,)) == documents


def test_conditions_must_all_hold_and_what_is_not_known_is_told(filled: Indexer) -> None:
    answer = ask(filled, "vägen", conditions=(Dated("2000"), OnPage(1, 1)))
    assert ([hit.document[0] for hit in answer.hits], answer.searched, answer.unknown) == (["a"], 3, {"date": 1})
    assert ask(filled, "vägen").searched == 4


def test_a_paragraph_is_a_hit_of_its_own(filled: Indexer) -> None:
    [hit, *_] = ask(filled, "§ 45 2019").hits
    text = minutes().text
    assert (hit.document[0], hit.page, hit.paragraph) == ("c", 1, "45")
    assert [text[start:end].split()[:2] for start, end in hit.spans] == [["§", "45"], ["Villkoren", "framgår"]]
    assert {hit.paragraph for hit in ask(filled, "nämnden beslutar").hits} == {"45", "46"}


def test_a_dnr_of_a_paragraph_finds_that_one(filled: Indexer) -> None:
    [hit] = ask(filled, "dnr:KFN-2019-8").hits
    assert hit.paragraph == "45"


def test_documents_are_counted(filled: Indexer) -> None:
    facets = ask(filled, "simhallen ELLER vägen", facets=True).facets
    assert facets == {
        "type": {"avtal": 2, "unknown": 1},
        "year": {"2021": 1, "2023": 1, "unknown": 1},
        "party": {"Snöbolaget AB": 1, "unknown": 1},
        "body": {"unknown": 1},
        "amount": {"<10000": 1, "100000-1000000": 1, "unknown": 1},
        "findings": {"no": 1, "yes": 1, "unknown": 1},
    }
    assert not ask(filled, "vägen").facets


@pytest.mark.parametrize(("sort", "documents"), [("newest", "bacd"), ("oldest", "cabd"), ("type", "[ab]{2}cd")])
def test_an_answer_can_be_sorted(filled: Indexer, sort: str, documents: str) -> None:
    hits = found(filled, "simhallen ELLER vägen ELLER protokoll", sort=sort)
    assert re.fullmatch(documents, "".join(dict.fromkeys(hits)))


def test_an_answer_can_be_leafed_through(filled: Indexer) -> None:
    everything = ask(filled, "simhallen ELLER vägen ELLER nämnden")
    parts = [ask(filled, "simhallen ELLER vägen ELLER nämnden", limit=2, page=page) for page in (1, 2, 3, 4)]
    assert [hit for part in parts for hit in part.hits] == list(everything.hits)
    assert {(part.pages, part.documents, part.listed) for part in parts} == {
        (len(everything.hits), 4, everything.listed)
    }
    assert {hit.document[0]: hit.of_document for hit in everything.hits} == {"a": 2, "b": 1, "c": 3, "d": 1}


def test_what_resembles_a_document_is_found_but_not_itself(filled: Indexer) -> None:
    assert found(filled, "", like=swimming())[:1] == "a"
    assert "b" not in found(filled, "", like=swimming())
    assert found(filled, "simhallen", like=roads())[:1] == "b"


@pytest.mark.parametrize(
    ("question", "documents", "says"),
    [
        ("vägen plogas", "a", ""),
        ("drift plogas", "aa", "different pages"),
        ("simhallen plogas", "abd", "some of them"),
        ("simhallen plogas INTE broschyr", "ab", "some of them"),
    ],
)
def test_where_nothing_fits_what_comes_nearest_is_found_and_the_answer_says_so(
    filled: Indexer, question: str, documents: str, says: str
) -> None:
    answer = ask(filled, question)
    assert "".join(sorted(hit.document[0] for hit in answer.hits)) == documents
    assert bool(answer.notes) == bool(says)


def test_a_hit_says_which_words_it_has(filled: Indexer) -> None:
    matched = {hit.document[0]: hit.matched for hit in ask(filled, 'vägen "drift och skötsel" fjället').hits}
    assert matched["d"] == ("vägen", "fjället")
