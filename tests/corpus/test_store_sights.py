"""What a list of hits tells of documents, read for all of them at once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.facts import Agreement, FactKind, Section
from avtalsarkiv.corpus.store import Store
from avtalsarkiv.tests.facts import BOLAG, KOMMUN, archive, document, put, stating

SECTIONS = (Section("1", "Taxa", (), 1, 10, 20), Section("2", None, (), 1, 25, 40))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "1", create=True)


def test_all_documents_asked_for_are_told_of(store: Store) -> None:
    first, second = put(store, stating(document())), put(store, document(name="cd"), "/registry/brev.txt")
    sights = store.sights([first.id, second.id, "ef" * 8])
    assert sights.keys() == {first.id, second.id}
    assert (sights[first.id].bound, sights[second.id].bound) == ((KOMMUN.name, BOLAG.name), ())
    assert (sights[second.id].paths, sights[second.id].document) == (("/registry/brev.txt",), replace(second, pages=()))


def test_a_place_is_in_at_most_one_section(store: Store) -> None:
    made = put(store, stating(document(), {}, sections=SECTIONS))
    sight = store.sights([made.id])[made.id]
    assert [sight.section_at(place) for place in (9, 10, 19, 20, 39)] == [
        None,
        SECTIONS[0],
        SECTIONS[0],
        None,
        SECTIONS[1],
    ]


@pytest.mark.parametrize(("said", "until"), [("to=2026-06-30", "2026-06-30"), ("state=rejected", None)])
def test_a_term_is_told_as_corrected(tmp_path: Path, said: str, until: str | None) -> None:
    agreement = Agreement(valid_from="2024-01-01", valid_to="2025-12-31")
    with archive(tmp_path, stating(document(), agreement=agreement)) as opened:
        [date] = opened.store.facts(document().id, FactKind.DATE)
        opened.correct(date.id, [said], who="Karin")
        told = opened.store.sights([document().id])[document().id].agreement
    assert told and told.valid_to == until
