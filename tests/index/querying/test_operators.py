"""Operators, parentheses, and what stands after the names of fields."""

from __future__ import annotations

import pytest

from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.mending import MAX_DEPTH

from .asked import strict, words


@pytest.mark.parametrize(
    ("question", "soft", "meant"),
    [
        ("simhall OCH upphandling 2023", ["2023"], ["simhall", "upphandling"]),
        ("simhall AND upphandling", [], ["simhall", "upphandling"]),
        ("avtal simhall ELLER badhus 2023", ["avtal", "2023"], ["[simhall | badhus]"]),
        ("a OR b OR c", [], ["[a | b | c]"]),
        ("a OCH b ELLER c OCH d", [], ["[[a & b] | [c & d]]"]),
        ("a OCH (b ELLER c)", [], ["a", "[b | c]"]),
        ("a OCH INTE b", [], ["a", "!b"]),
        ("avtal -drift NOT skötsel", ["avtal"], ["!drift", "!skötsel"]),
        ('avtal -"drift och skötsel"', ["avtal"], ["!<drift och skötsel>"]),
        ("avtal -(a ELLER b)", ["avtal"], ["![a | b]"]),
        ("avtal -drift-avtal", ["avtal"], ["!<drift-avtal>"]),
        ("e-post ELLER brev", [], ["[<e-post> | brev]"]),
        ("avtal -2021", ["avtal"], ["!2021"]),
        ("avtal -typ:rapport", ["avtal"], ["!typ:rapport"]),
        ("(avtal simhall) ELLER bad*", [], ["[[avtal & simhall] | bad*]"]),
        ("(avtal om simhall) 2023", ["avtal", "simhall", "2023"], []),
        ("(avtal om bad) ELLER simhall", [], ["[[avtal & bad] | simhall]"]),
        ("INTE INTE avtal", ["avtal"], []),
        ("avtal ELLER avtal", [], ["avtal"]),
        ("titel:simhall avtal", ["avtal"], ["title=simhall"]),
        ("titel:(simhall ELLER bad*)", [], ["[title=simhall | title=bad*]"]),
        ("(avtal typ:rapport (drift)) -bad", ["avtal", "drift"], ["!bad"]),
        ("(avtal) INTE (simhall)", ["avtal"], ["!simhall"]),
        ("titel:(avtal om (drift ELLER bad))", [], ["title=avtal", "[title=drift | title=bad]"]),
        ("part:(Norrby ELLER titel:bad) drift", ["drift"], ["[party=Norrby | title=bad]"]),
        ('part:"Norrby kommun"', [], ["party=<Norrby kommun>"]),
        ("fil:avtal_2019.pdf", [], ["file=<avtal_2019>"]),
        ("file:b.txt", [], ["file=b"]),
        ("-part:Norrby", [], ["!party=Norrby"]),
        ("typ:avtal ELLER typ:rapport", [], ["[typ:avtal | typ:rapport]"]),
        ("typ:(avtal ELLER rapport)", [], ["[typ:avtal | typ:rapport]"]),
        ("instans:(norra nämnden ELLER ks)", [], ["[instans:norra nämnden | instans:ks]"]),
        ("anmärkning:nej", [], ["!anmärkning:nej"]),
    ],
)
def test_what_is_said_with_signs_must_be_so(question: str, soft: list[str], meant: list[str]) -> None:
    assert (words(question), strict(question)) == (soft, meant)
    assert not parse(question).notes


@pytest.mark.parametrize(
    ("question", "soft", "meant"),
    [
        ("avtal OCH", ["avtal"], []),
        ("OCH avtal", ["avtal"], []),
        ("avtal ELLER ELLER simhall", [], ["[avtal | simhall]"]),
        ("avtal INTE", ["avtal"], []),
        ("avtal (OCH) simhall", ["avtal", "simhall"], []),
        ("AND OR NOT", ["OR", "NOT"], []),
        ("avtal (simhall ELLER badhus", ["avtal"], ["[simhall | badhus]"]),
        ("simhall ELLER badhus) avtal", ["avtal"], ["[simhall | badhus]"]),
        ("titel:(simhall OCH avtal", [], ["title=simhall", "title=avtal"]),
        ('avtal "drift och', ["avtal", "drift"], []),
        ("typ:simhall avtal", ["simhall", "avtal"], []),
        ("belopp:många kronor", ["många", "kronor"], []),
        ("DRIFT OCH SKÖTSEL INTE AVTALAT", ["DRIFT", "SKÖTSEL", "AVTALAT"], []),
    ],
)
def test_what_cannot_be_read_is_plain_words_and_says_so(question: str, soft: list[str], meant: list[str]) -> None:
    assert (words(question), strict(question)) == (soft, meant)
    assert len(parse(question).notes) == 1


def test_operators_between_abbreviations_are_operators() -> None:
    assert strict("KS ELLER RUN") == ["[KS | RUN]"]


@pytest.mark.parametrize("question", ["a) avtal", "(avtal", "avtal :-)"])
def test_a_parenthesis_that_changes_nothing_needs_no_words(question: str) -> None:
    assert not parse(question).notes


@pytest.mark.parametrize("depth", [MAX_DEPTH, MAX_DEPTH + 1, 400])
def test_parentheses_are_read_to_a_depth(depth: int) -> None:
    assert strict(f"{'(' * depth}simhall ELLER badhus{')' * depth} -avtal") == ["[simhall | badhus]", "!avtal"]


def test_what_shall_not_be_there_is_not_marked() -> None:
    assert [each.text for each in parse("avtal -drift (bad* ELLER -simhall)").sought] == ["avtal", "bad*"]
