"""Extraction as a step of the flow: nothing is lost where it fails, and what people said stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.facts import Extraction
from avtalsarkiv.corpus.kept import State
from avtalsarkiv.corpus.model import Document, OutcomeKind
from avtalsarkiv.ingest.again import ExtractAgain, RepairAgain
from avtalsarkiv.ingest.extracting import UNEXTRACTED, version_of
from avtalsarkiv.ledger.correcting import said
from avtalsarkiv.tests.fakes import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "archive")


@pytest.fixture
def avtal(tmp_path: Path) -> Path:
    path = tmp_path / "avtal.txt"
    path.write_text("Avtal om 500 kr\nVite 70 kr", encoding="utf-8")
    return path


def loaded(workshop: Workshop, path: Path) -> str:
    document = workshop.load(path)[path.name].document
    assert document
    return document


def values(workshop: Workshop, document: str) -> list[str]:
    return [kept.fact.text for kept in workshop.store.facts(document)]


def kill_the_worker(document: Document) -> Extraction:
    raise UnreadableFile("needed more memory than a task may have")


def test_a_load_extracts(workshop: Workshop, avtal: Path) -> None:
    document = loaded(workshop, avtal)
    assert values(workshop, document) == ["500", "70"]
    assert [kept.fact.page for kept in workshop.store.facts(document)] == [1, 2]
    assert workshop.store.extraction(document).version == "1"


@pytest.mark.parametrize("said", ["EXTRACTOR BUG", "500 kr"])
def test_where_extraction_fails_the_document_is_kept_with_a_warning(workshop: Workshop, avtal: Path, said: str) -> None:
    if said == "500 kr":
        workshop.pipeline = replace(workshop.pipeline, extract=kill_the_worker)
    avtal.write_text(said, encoding="utf-8")
    outcome = workshop.load(avtal)["avtal.txt"]
    assert outcome.kind is OutcomeKind.WARNING
    assert outcome.document and outcome.warnings[0].startswith(UNEXTRACTED)
    assert workshop.store.document(outcome.document).text == said
    assert workshop.store.unextracted() == (outcome.document,)


def test_extracting_again_takes_the_warning_off(workshop: Workshop, avtal: Path) -> None:
    sound = workshop.pipeline
    workshop.pipeline = replace(sound, extract=kill_the_worker)
    document = loaded(workshop, avtal)
    [outcome] = ExtractAgain(workshop.store, sound).run(workshop.store.extracted_otherwise("1"))
    assert (outcome.kind, outcome.warnings) == (OutcomeKind.INGESTED, ())
    assert values(workshop, document) == ["500", "70"]
    assert workshop.store.extracted_otherwise("1") == ()


def test_a_text_that_is_repaired_otherwise_is_extracted_again(workshop: Workshop, avtal: Path) -> None:
    avtal.write_text("Avtal i Hirjedalen om 500 kr", encoding="utf-8")
    document = loaded(workshop, avtal)
    before = workshop.store.extraction(document).version
    workshop.store.add_words(["Hirjedalen"])
    newer = replace(workshop.pipeline, extract_version="2")
    list(RepairAgain(workshop.store, newer).run([document]))
    assert (before, workshop.store.extraction(document).version) == ("1", "2")


def test_a_new_version_of_a_file_takes_over_what_was_said(workshop: Workshop, avtal: Path) -> None:
    document = loaded(workshop, avtal)
    said(workshop.store, workshop.store.facts(document)[0].id, ["value=600"], "Eva")
    avtal.write_text("Nytt avtal, sedan avtal om 500 kr\nVite 80 kr", encoding="utf-8")
    newer = loaded(workshop, avtal)
    assert newer != document
    assert [(kept.fact.text, kept.state) for kept in workshop.store.facts(newer)] == [
        ("500", State.CORRECTED),
        ("80", State.EXTRACTED),
    ]
    assert workshop.store.unfit() == []


def test_what_fits_nothing_in_a_new_version_is_listed_for_it(workshop: Workshop, avtal: Path) -> None:
    document = loaded(workshop, avtal)
    said(workshop.store, workshop.store.facts(document)[1].id, ["state=confirmed"], "Eva")
    avtal.write_text("Avtal om 500 kr\nInget vite", encoding="utf-8")
    newer = loaded(workshop, avtal)
    [(listed, correction)] = workshop.store.unfit()
    assert (listed, correction.seen, correction.who) == (newer, "70", "Eva")


def test_reading_again_keeps_what_was_said(workshop: Workshop, avtal: Path) -> None:
    avtal.write_text("Avtal om 500 kr\nPICTURE", encoding="utf-8")
    document = loaded(workshop.without_ocr(), avtal)
    said(workshop.store, workshop.store.facts(document)[0].id, ["state=confirmed"], "Eva")
    workshop.load(avtal)
    assert [kept.state for kept in workshop.store.facts(document)] == [State.CONFIRMED]


def test_the_version_tells_the_rules_apart_by_their_files() -> None:
    assert version_of("1.0").startswith("1.0 ")
    assert version_of("1.0") == version_of("1.0")
