from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.errors import UsageError
from avtalsarkiv.corpus.facts import Amount, Clause, Content, FactKind, Finding, Party, Section
from avtalsarkiv.loading import follow
from avtalsarkiv.selection import names
from avtalsarkiv.tests.facts import KOMMUN, archive, document, stating


@pytest.fixture
def made(tmp_path: Path) -> Archive:
    other = stating(document(("Protokoll om bidrag", "Vitåsa socken får 900 kr."), "cd", doc_type="protokoll"), {})
    found = archive(tmp_path, stating(document(date="2024-01-05")), other)
    follow(found.index, found.store)
    return found


@pytest.mark.parametrize(
    ("choice", "facts"),
    [
        ({}, 5),
        ({"kind": FactKind.PARTY}, 2),
        ({"role": "penalty"}, 1),
        ({"name": "norrbygdens"}, 2),
        ({"unit": "SEK"}, 2),
        ({"unit": "EUR"}, 0),
        ({"min_amount": "501"}, 1),
        ({"max_amount": "500,00"}, 1),
        ({"min_amount": "12 500"}, 1),
        ({"doc_type": "protokoll"}, 0),
        ({"party": "Norrbygdens kommun"}, 5),
        ({"party": "Söderbygdens kommun"}, 0),
        ({"query": "snöröjning"}, 5),
        ({"query": "socken"}, 0),
        ({"date_from": "2025"}, 0),
    ],
)
def test_facts_are_chosen_by_themselves_and_by_their_documents(
    made: Archive, choice: dict[str, Any], facts: int
) -> None:
    assert sum(len(stated.facts) for stated in made.facts(**choice)) == facts


def test_what_is_no_amount_is_told(made: Archive) -> None:
    with pytest.raises(UsageError, match="is no amount"):
        list(made.facts(min_amount="a lot"))


def test_the_title_has_its_place(made: Archive) -> None:
    stated = next(iter(made.facts()))
    assert stated.title_place
    assert (stated.title_place.page, stated.title_place.start, stated.title_place.end) == (1, 0, 19)


def test_personnummer_are_masked_in_every_value_unless_asked_for(tmp_path: Path) -> None:
    text = "Anna Ek 850101-1238 betalar 500 kr"
    anna = Party("Anna Ek 850101-1238", "person", "party")
    amount = Amount(Decimal(500), "SEK", payer="Anna Ek 850101-1238")
    finding = Finding("odd", "850101-1238 is odd", Clause(1, 0, 19, "Anna Ek 850101-1238"))
    one = stating(document((text,)), {"Anna Ek 850101-1238": anna, "500 kr": amount}, findings=(finding,))
    made = archive(tmp_path, replace(one, title=text))
    [masked], [plain] = made.facts(), made.facts(unmask=True)
    assert "1238" not in repr(masked) + repr(list(made.findings()))
    assert "1238" in repr(plain.facts) and "1238" in repr(list(made.findings(unmask=True)))
    assert [one.id for one in masked.facts] == [one.id for one in plain.facts]


def test_a_hit_names_parties(made: Archive) -> None:
    [hit] = made.search("betalar").hits
    assert hit.parties == (KOMMUN.name, "Snö & Sand AB")


@pytest.mark.parametrize(
    ("options", "hits"),
    [
        ({"party": "NORRBYGDENS  kommun"}, 1),
        ({"party": "Ås"}, 0),
        ({"min_amount": "12500"}, 1),
        ({"max_amount": "1"}, 0),
    ],
)
def test_a_search_is_narrowed_by_parties_and_amounts(made: Archive, options: dict[str, Any], hits: int) -> None:
    assert len(made.search("betalar", **options).hits) == hits


@pytest.mark.parametrize(
    ("wanted", "name", "meant"),
    [
        ("RJH", "Region Jämtland Härjedalen", True),
        ("norrbygden", "Norrbygdens kommun", True),
        ("Snö och Sand", "Snö & Sand AB", False),
        ("AB Snö & Sand", "Snö & Sand AB", True),
        ("Jämtlands läns landsting", "Region Jämtland Härjedalen", False),
        ("kommun", "Norrbygdens kommun", False),
        ("", "Norrbygdens kommun", False),
    ],
)
def test_a_party_is_meant_by_its_names_and_by_how_they_begin(wanted: str, name: str, meant: bool) -> None:
    assert names(wanted, name) is meant


def test_a_hit_in_minutes_names_its_paragraph(tmp_path: Path) -> None:
    minutes = document(("§ 1 Val\nEva väljs.\n§ 2 Bidrag\nSocknen får bidrag.",), doc_type="protokoll")
    sections = (Section("1", "Val", (), 1, 0, 18), Section("2", "Bidrag", (), 1, 19, 49))
    found = archive(tmp_path, stating(minutes, {}, sections=sections))
    follow(found.index, found.store)
    assert [found.search(word).hits[0].paragraph for word in ("Eva", "socknen")] == ["1", "2"]


def test_minutes_are_found_by_the_municipality_that_their_head_names(tmp_path: Path) -> None:
    named = Party("Viks kommun", "organisation", "mentioned")
    texts = (f"Viks kommun\n\nProtokoll\n\n{'Ärende. ' * 60}\n\nÅs kommun har yttrat sig.",)
    stated: dict[str, Content] = {"Viks kommun": named, "Ås kommun": replace(named, name="Ås kommun")}
    made = archive(tmp_path, stating(document(texts, doc_type="protokoll"), stated))
    assert [len(list(made.facts(party=name))) for name in ("Viks kommun", "Ås kommun")] == [1, 0]
