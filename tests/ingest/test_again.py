"""What is stored is repaired again by what is known now, and what was decided stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.decisions import Decision
from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Document, Known, OutcomeKind, Page, Repair, Standing
from avtalsarkiv.ingest.again import RepairAgain
from avtalsarkiv.tests.fakes import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "archive")


def load(workshop: Workshop, text: str) -> Document:
    path = workshop.folder.parent / "a.txt"
    path.write_text(text, encoding="utf-8")
    return workshop.store.document(workshop.load(path)["a.txt"].document or "")


def again(workshop: Workshop, document: Document) -> Document:
    list(RepairAgain(workshop.store, workshop.pipeline).run([document.id]))
    return workshop.store.document(document.id)


def repairs(document: Document) -> dict[str, Standing]:
    return {repair.seen: repair.standing for page in document.pages for repair in page.repairs}


def broken(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    raise UnreadableFile("took too long")


def test_a_word_that_was_added_is_right(workshop: Workshop) -> None:
    document = load(workshop, "Avtal om Jimtland")
    assert document.repaired_words == 1
    workshop.store.add_words(["Jimtland"])
    after = again(workshop, document)
    assert (repairs(after), after.text) == ({}, document.text)


def test_a_name_of_another_document_settles_what_was_in_doubt(workshop: Workshop, tmp_path: Path) -> None:
    document = load(workshop, "Avtal om Hirjedalen")
    assert repairs(document) == {"Hirjedalen": Standing.SUGGESTED}
    (tmp_path / "b.txt").write_text("Beslut om Härjedalen", encoding="utf-8")
    workshop.load(tmp_path / "b.txt")
    assert repairs(again(workshop, document)) == {"Hirjedalen": Standing.MADE}


def test_what_was_decided_stays_decided(workshop: Workshop) -> None:
    document = load(workshop, "Avtal om Jimtland och Hirjedalen")
    decisions = [
        Decision("Jimtland", "Jämtland", Standing.REJECTED, 1, 9),
        Decision("Hirjedalen", "Härjedalen", Standing.ACCEPTED),
    ]
    workshop.store.decide([(document.id, decision) for decision in decisions], [])
    expected = {"Jimtland": Standing.REJECTED, "Hirjedalen": Standing.ACCEPTED}
    assert repairs(again(workshop, document)) == expected
    workshop.retry()
    assert repairs(workshop.store.document(document.id)) == expected


def test_nothing_new_changes_nothing(workshop: Workshop) -> None:
    document = load(workshop, "Avtal om Jimtland")
    revision = workshop.store.revision
    [outcome] = RepairAgain(workshop.store, workshop.pipeline).run([document.id])
    assert (outcome.kind, outcome.repaired_words) == (OutcomeKind.INGESTED, 1)
    assert workshop.store.revision == revision


def test_each_document_knows_which_version_repaired_it(workshop: Workshop) -> None:
    document = load(workshop, "Avtal om vägen")
    assert (document.repaired_by, workshop.store.in_doubt("1")) == ("1", ())
    newer, revision = (
        replace(workshop, pipeline=replace(workshop.pipeline, repair_version="2")),
        workshop.store.revision,
    )
    assert newer.store.in_doubt("2") == (document.id,)
    assert (again(newer, document).repaired_by, newer.store.in_doubt("2")) == ("2", ())
    assert newer.store.revision == revision


def test_a_repair_that_failed_is_in_doubt_until_it_succeeds(workshop: Workshop) -> None:
    failing = replace(workshop, pipeline=replace(workshop.pipeline, repair=broken))
    document = load(failing, "Avtal om vägen")
    assert workshop.store.in_doubt("1") == (document.id,)
    again(failing, document)
    assert workshop.store.in_doubt("1") == (document.id,)
    again(workshop, document)
    assert workshop.store.in_doubt("1") == ()


def test_a_repair_that_fails_loses_nothing_and_is_told_until_it_succeeds(workshop: Workshop) -> None:
    failing = replace(workshop, pipeline=replace(workshop.pipeline, repair=broken))
    document = load(failing, "Avtal om Jimtland")
    assert document.warnings == ("letters that were lost in it were not restored: took too long",)
    assert (document.text, repairs(document)) == ("Avtal om Jimtland", {})
    assert [outcome.kind for _, outcome in workshop.store.outcomes()] == [OutcomeKind.WARNING]
    after = again(workshop, document)
    assert [outcome.kind for _, outcome in workshop.store.outcomes()] == [OutcomeKind.INGESTED]
    assert (after.warnings, repairs(after)) == ((), {"Jimtland": Standing.MADE})
    assert repairs(again(failing, document)) == {"Jimtland": Standing.MADE}
