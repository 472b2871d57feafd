from __future__ import annotations

import sqlite3
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from avtalsarkiv.corpus.facts import Agreement, Clause, FactKind, Finding, Reference, Section
from avtalsarkiv.corpus.kept import State
from avtalsarkiv.corpus.store import FILE_NAME, Store
from avtalsarkiv.ledger.correcting import said
from avtalsarkiv.tests.facts import AVTAL, BOLAG, FINE, KOMMUN, STATED, YEARLY, document, put, stating

WHERE = Clause(1, 0, 5, "Avtal")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "1", create=True)


def test_facts_come_back_as_they_were_kept(store: Store) -> None:
    made = put(store, stating(document()))
    assert made.extraction
    kept = store.facts(made.id)
    assert [one.fact for one in kept] == list(made.extraction.facts)
    assert kept[0].id == f"{made.id}-party-21-39"
    assert kept[0].box and kept[0].ocr_confidence == 90
    assert store.facts(made.id, FactKind.DATE) == [one for one in kept if one.fact.kind is FactKind.DATE]


def test_the_rest_of_an_extraction_comes_back_too(store: Store) -> None:
    known = {
        "agreement": Agreement("signed", "2024-01-01", "2025-12-31", "fixed", WHERE, "P6M", None, False),
        "sections": (Section("50", "Avtal", ("KS 2021/7",), 1, 0, 5),),
        "references": (Reference("replaces", WHERE, "Avtal 2018"),),
        "findings": (Finding("sum_differs", "1 + 1 is not 3", WHERE),),
        "unexplained": (WHERE,),
        "personal_data": True,
        "likeness": b"abcd",
    }
    made = put(store, stating(document(), {}, **known))
    assert store.extraction(made.id) == made.extraction
    assert (store.extraction(made.id).version, store.extraction(made.id).likeness) == ("1", b"abcd")


def test_two_parties_in_one_place_have_two_ids(store: Store) -> None:
    once = stating(document(), {"Norrbygdens kommun": KOMMUN})
    assert once.extraction
    twice = replace(once.extraction, facts=(*once.extraction.facts, replace(once.extraction.facts[0], content=BOLAG)))
    made = put(store, replace(once, extraction=twice))
    assert [one.id for one in store.facts(made.id)] == [f"{made.id}-party-21-39", f"{made.id}-party-21-39-2"]


def test_what_was_printed_is_kept_where_it_differs(store: Store) -> None:
    made = stating(document(), {"12 500 kr": YEARLY})
    assert made.extraction
    read = replace(made.extraction.facts[0], text="12 500 kronor")
    put(store, replace(made, extraction=replace(made.extraction, facts=(read,))))
    assert (store.facts(made.id)[0].seen, store.facts(made.id)[0].fact.text) == ("12 500 kr", "12 500 kronor")
    assert store.faults() == []


def test_documents_are_known_by_their_parties_and_amounts(store: Store) -> None:
    made = put(store, stating(document()))
    mentioned = stating(document(name="cd"), {"Snö & Sand AB": replace(BOLAG, role="mentioned")})
    put(store, mentioned, "/registry/annat.txt")
    assert set(store.party_names()) == {(KOMMUN.name, made.id), (BOLAG.name, made.id)}
    for least, most, found in ((12500, None, True), (12501, None, False), (None, 499, False), (400, 600, True)):
        bounds = [None if bound is None else Decimal(bound) for bound in (least, most)]
        assert store.with_amount(*bounds) == (frozenset({made.id}) if found else frozenset())


def test_a_document_of_which_nothing_was_extracted_is_known(store: Store) -> None:
    never, by_other = put(store, document()), put(store, stating(document(name="cd"), version="0"), "/b.txt")
    put(store, stating(document(name="ef")), "/c.txt")
    assert store.extracted_otherwise("1") == (never.id, by_other.id)
    assert store.unextracted() == (never.id,)
    assert store.fact_counts() == {"party": 4, "amount": 4, "date": 2, "decision": 0}


def test_facts_that_do_not_fit_the_text_are_a_fault(store: Store, tmp_path: Path) -> None:
    made = put(store, stating(document()))
    store.close()
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("UPDATE facts SET text = 'annat' WHERE kind = 'date'")
    database.close()
    assert f"document {made.id}: its text and its facts disagree" in Store(tmp_path, "1", create=False).faults()[0]


def test_what_was_said_holds_when_the_document_is_extracted_again(store: Store) -> None:
    made = put(store, stating(document()))
    fine = next(one for one in store.facts(made.id) if one.fact.content == FINE)
    said(store, fine.id, ["value=600"], "Eva")
    store.keep_extraction(stating(document()))
    again = next(one for one in store.facts(made.id) if one.id == fine.id)
    assert (again.state, again.extracted) == (State.CORRECTED, {"value": "500"})
    assert again.fact.content == replace(FINE, value=Decimal(600))
    assert store.unfit() == []


def test_what_was_said_goes_over_to_a_fact_that_overlaps(store: Store) -> None:
    made = put(store, stating(document()))
    fine = next(one for one in store.facts(made.id) if one.fact.content == FINE)
    said(store, fine.id, ["state=confirmed"], "Eva")
    longer = {("är 500 kr." if content == FINE else text): content for text, content in STATED.items()}
    store.keep_extraction(stating(document(), longer))
    assert [one.fact.text for one in store.facts(made.id) if one.state is State.CONFIRMED] == ["är 500 kr."]


def test_what_fits_no_fact_any_more_is_listed_and_comes_back(store: Store) -> None:
    made = put(store, stating(document()))
    fine = next(one for one in store.facts(made.id) if one.fact.content == FINE)
    said(store, fine.id, ["value=600"], "Eva")
    store.keep_extraction(stating(document(), {"Norrbygdens kommun": KOMMUN}))
    [(document_id, correction)] = store.unfit()
    assert (document_id, correction.seen, correction.who, dict(correction.fields)) == (
        made.id, "500 kr.", "Eva", {"value": "600"},
    )  # fmt: skip
    store.keep_extraction(stating(document()))
    assert store.unfit() == []


def test_a_later_word_goes_before_an_earlier_one_and_both_are_kept(store: Store, tmp_path: Path) -> None:
    made = put(store, stating(document()))
    fine = next(one for one in store.facts(made.id) if one.fact.content == FINE)
    said(store, fine.id, ["value=600"], "Eva")
    said(store, fine.id, ["role=payment"], "Bo")
    [now] = [one for one in store.facts(made.id) if one.id == fine.id]
    assert now.extracted == {"value": "500", "role": "penalty"}
    said(store, fine.id, ["state=extracted"], "Bo")
    assert [one for one in store.facts(made.id) if one.id == fine.id] == [fine]
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        rows = database.execute("SELECT state, who, in_force FROM corrections ORDER BY number").fetchall()
    database.close()
    assert rows == [("corrected", "Eva", 0), ("corrected", "Bo", 0), ("extracted", "Bo", 0)]


def test_reading_otherwise_moves_no_correction_to_another_figure(store: Store) -> None:
    made = put(store, stating(document()))
    fine = next(one for one in store.facts(made.id) if one.fact.content == FINE)
    said(store, fine.id, ["value=600"], "Eva")
    changed = document((AVTAL[0], AVTAL[1].replace("500 kr", "900 kr")))
    store.keep_extraction(stating(changed, {"900 kr.": FINE}))
    assert [one.state for one in store.facts(made.id)] == [State.EXTRACTED]
    assert len(store.unfit()) == 1


def test_who_follows_the_store_gets_the_facts_in_force(store: Store) -> None:
    agreement = Agreement(valid_from="2024-01-01", valid_to="2025-12-31", ends="fixed")
    made = put(store, stating(document(), agreement=agreement))
    facts = {one.fact.text: one.id for one in store.facts(made.id)}
    for values in (("500 kr.", "state=rejected"), ("1 januari 2024 till 31 december 2025", "to=2026-12-31")):
        before = store.revision
        said(store, facts[values[0]], [values[1]], "anna")
        assert [change.id for change in store.changes(before)] == [made.id]
    [change] = store.changes(0)
    assert change.document and change.document.extraction and change.document.extraction.agreement
    assert change.document.extraction.agreement.valid_to == "2026-12-31"
    assert "500 kr." not in [fact.text for fact in change.document.extraction.facts]


def test_who_follows_the_store_learns_of_a_new_extraction(store: Store) -> None:
    made = put(store, stating(document()))
    before = store.revision
    store.keep_extraction(stating(made, {}))
    [change] = store.changes(before)
    assert change.document and change.document.extraction and change.document.extraction.facts == ()
