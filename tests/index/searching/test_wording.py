"""What a part of a question asks for, in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from avtalsarkiv.corpus.conditions import (
    Among,
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
from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.nodes import All, Any, Node, Not, Where
from avtalsarkiv.index.searching.wording import anywhere, predicate


def node(question: str) -> Node:
    query = parse(question)
    found: list[Node] = [*query.strict, *query.words, *query.conditions]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("simhall", 'has "simhall"'),
        ("titel:simhall", 'has "simhall" in its title'),
        ("rubrik:budget", 'has "budget" in its heading'),
        ('part:"Norrby kommun"', 'has "Norrby kommun" among its parties'),
        ("beslut:simhall*", 'has "simhall*" in a decision'),
        ("fil:bilaga", 'has "bilaga" in the name of its file'),
        ("simhall ELLER badhus", 'has "simhall" or has "badhus"'),
        ("-(simhall ELLER badhus)", 'lacks "simhall" and lacks "badhus"'),
        ("-(simhall OCH badhus)", 'lacks "simhall" or lacks "badhus"'),
        ("-typ:avtal", "is not of type avtal"),
        ("anmärkning:nej", "lacks findings"),
        ("x" * 90, f'has "{"x" * 39}…"'),
    ],
)
def test_what_is_asked_for_in_words(question: str, told: str) -> None:
    assert predicate(node(question)) == told


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Dated("2021", "2021"), "is dated 2021"),
        (Dated("2021", "2023-05"), "is dated 2021 to 2023-05"),
        (Dated("2021"), "is dated 2021 or later"),
        (InForce(None, "2018"), "is in force 2018 or earlier"),
        (OfType("ansokan"), "is of type ansökan"),
        (Naming("Norrby"), 'has "Norrby" among its parties'),
        (Registered("KS 2024/117"), 'has the dnr "KS 2024/117"'),
        (DecidedBy("styrelsen"), 'has a decision of "styrelsen"'),
        (Costing(Decimal(9_000), Decimal("250000.50")), "has an amount of 9 000 kr to 250 000,5 kr"),
        (Costing(None, Decimal(1_000_000)), "has an amount of 1 000 000 kr or less"),
        (Questioned(), "has findings"),
        (OnPage(2, 5), "is on page 2 to 5"),
        (Among(frozenset()), "is among the documents chosen"),
    ],
    ids=str,
)
def test_a_condition_in_words(condition: Condition, told: str) -> None:
    assert predicate(Where("", condition)) == told


@pytest.mark.parametrize(
    ("question", "same"),
    [
        ("part:Norrby", "Norrby"),
        ('titel:"drift och skötsel"', '"drift och skötsel"'),
        ('instans:"Norrby nämnd"', '"Norrby nämnd"'),
        ("typ:avtal", "typ:avtal"),
    ],
)
def test_the_same_words_wherever_they_stand(question: str, same: str) -> None:
    assert anywhere(node(question)) == node(same)


def test_words_within_others_may_stand_anywhere_too() -> None:
    here, there = node("titel:simhall"), node("simhall")
    assert anywhere(Any((here, All((here,))))) == Any((there, All((there,))))
    assert predicate(Not(Not(here))) == predicate(here)
