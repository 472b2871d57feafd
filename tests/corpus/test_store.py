"""The store keeps what it was given, and explains itself when it cannot."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.decisions import Decision
from avtalsarkiv.corpus.errors import ArchiveDamaged, CannotWrite, UsageError
from avtalsarkiv.corpus.model import (
    Document,
    Input,
    Known,
    Origin,
    Outcome,
    OutcomeKind,
    Page,
    Quality,
    Repair,
    Source,
    Standing,
    Verdict,
)  # fmt: skip
from avtalsarkiv.corpus.store import FILE_NAME, Store
from avtalsarkiv.corpus.words import Box, Word, Words

PAGE = Page(
    number=1,
    text="Avtal om snöröjning",
    origin=Origin.OCR,
    quality=Quality(Verdict.REREAD, "a picture without text"),
    width=595.0,
    height=842.0,
    rotation=90,
    words=Words([Word(0, 5, Box(50, 60, 80, 70), 96)]),
    confidence=95.5,
    repairs=(
        Repair(0, 5, "Avtal", "Avtäl", 0.99, "language"),
        Repair(9, 19, "snöröjning", "snöröjnings", 0.7, "name", Standing.SUGGESTED),
    ),
)
SOURCE = Source("ab" * 32, 1000, "application/pdf")
AVTAL = Document("ab" * 8, SOURCE, (PAGE,), "Avtal", ("oklart",), ("bilaga",), "avtal", "2021-03-01", ("KS 2021/7",))
UNDAMAGED = replace(
    AVTAL, pages=(replace(PAGE, quality=Quality(Verdict.KEEP, "as written"), repairs=()),), repaired_by="2"
)
HERE = Input("/registry/avtal.pdf", b"/registry/avtal.pdf")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "1", create=True)


def add(store: Store, document: Document = AVTAL, where: Input = HERE) -> Document:
    return store.add(document, where, Outcome(where.shown, OutcomeKind.INGESTED, document.id))


def other(digits: str) -> Document:
    return replace(AVTAL, id=digits * 8, source=replace(SOURCE, sha256=digits * 32))


def test_a_document_comes_back_whole(store: Store) -> None:
    add(store)
    assert store.document(AVTAL.id) == AVTAL
    assert store.page(AVTAL.id, 1) == PAGE
    assert store.outline(AVTAL.id) == replace(AVTAL, pages=())


def test_what_was_stored_is_there_after_opening_again(store: Store, tmp_path: Path) -> None:
    add(store)
    store.close()
    assert Store(tmp_path, "1", create=False).document(AVTAL.id) == AVTAL


@pytest.mark.parametrize("reference", [AVTAL.id, "ab", "ABAB", HERE.shown])
def test_a_document_is_found_by_id_prefix_and_path(store: Store, reference: str) -> None:
    add(store)
    assert store.find(reference) == AVTAL.id


def test_an_ambiguous_prefix_names_the_candidates(store: Store) -> None:
    add(store)
    add(store, other("ac"), Input("/b", b"/b"))
    with pytest.raises(UsageError, match=r"abababababababab, acacacacacacacac"):
        store.find("a")
    with pytest.raises(UsageError, match="no document has this id or path"):
        store.find("ff")
    with pytest.raises(UsageError):
        store.find("%")


def test_a_new_version_takes_the_place_of_the_old(store: Store) -> None:
    add(store)
    newer = add(store, other("cd"))
    assert newer.replaces == AVTAL.id
    assert store.ids() == (newer.id,)
    assert store.find(HERE.shown) == newer.id
    assert {one.id: one.document for one in store.changes(1)} == {AVTAL.id: None, newer.id: newer}


def test_a_failed_write_leaves_nothing_behind(store: Store) -> None:
    add(store)
    twice = replace(other("cd"), pages=(PAGE, PAGE))
    with pytest.raises(sqlite3.IntegrityError):
        add(store, twice, Input("/b", b"/b"))
    assert store.ids() == (AVTAL.id,)
    assert [source.shown for source, _ in store.outcomes()] == [HERE.shown]
    assert store.faults() == []


def test_a_rejection_is_remembered_for_the_same_program(store: Store, tmp_path: Path) -> None:
    store.note(HERE, Outcome(HERE.shown, OutcomeKind.REJECTED, reason="is encrypted"), SOURCE.sha256)
    assert store.rejection(SOURCE.sha256) == "is encrypted"
    assert Store(tmp_path, "2", create=False).rejection(SOURCE.sha256) is None


def test_pages_are_counted_by_how_they_were_read(store: Store) -> None:
    add(store)
    assert store.tally() == {
        "origin": {"ocr": 1},
        "verdict": {"re-ocr": 1},
        "waiting": {"no": 1},
        "standing": {"made": 1, "suggested": 1},
    }


def test_a_file_that_is_no_database_is_told_as_damage(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database at all" * 100)
    with pytest.raises(ArchiveDamaged, match="restore it from a backup"):
        Store(tmp_path, "1", create=False)


def test_a_database_of_a_later_program_is_left_alone(store: Store, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE_NAME) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(ArchiveDamaged, match="format 99"):
        Store(tmp_path, "1", create=False)


def test_no_archive_is_made_where_none_shall_be(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        Store(tmp_path / "missing", "1", create=False)


def test_a_document_is_revised_in_its_repairs_and_what_follows_from_them(store: Store) -> None:
    add(store)
    revised = replace(AVTAL, pages=(replace(PAGE, repairs=()),), title="Avtal igen", date="2022-01-01")
    before = store.revision
    store.revise(revised)
    assert store.document(AVTAL.id) == revised
    assert store.revision > before
    assert store.page_count(AVTAL.id).repaired == 0


def test_a_repair_that_lies_over_something_else_is_a_fault(store: Store) -> None:
    add(store)
    assert store.faults() == []
    store.revise(replace(AVTAL, pages=(replace(PAGE, repairs=(Repair(0, 5, "Annat", "Annan", 0.9, "language"),)),)))
    assert store.faults() == [f"document {AVTAL.id}: page 1 and its repairs disagree; run `retry --text --all`"]


def test_decisions_are_kept_and_the_latest_about_one_thing_counts(store: Store) -> None:
    add(store)
    here = Decision("Avtal", "Avtäl", Standing.REJECTED, 1, 0)
    everywhere = Decision("Avtal", "Avtäl", Standing.ACCEPTED)
    store.decide([(AVTAL.id, here), (AVTAL.id, everywhere)], [])
    store.decide([(AVTAL.id, replace(here, standing=Standing.ACCEPTED))], [])
    assert store.decisions(AVTAL.id) == (everywhere, replace(here, standing=Standing.ACCEPTED))
    assert store.decisions() == (everywhere,)


def test_a_decision_that_cannot_be_carried_out_is_not_noted(store: Store) -> None:
    add(store)
    twice = replace(AVTAL, pages=(replace(PAGE, repairs=PAGE.repairs * 2),))
    with pytest.raises(sqlite3.IntegrityError):
        store.decide([(AVTAL.id, Decision("Avtal", "Avtäl", Standing.REJECTED))], [twice])
    assert store.decisions() == ()
    assert store.document(AVTAL.id) == AVTAL


def test_words_and_names_are_known(store: Store) -> None:
    store.add_words(["Fjällbete", "Ånge", "Ånge"])
    store.remove_words(["Fjällbete"])
    undamaged = replace(PAGE, text="Avtal med Ösets såg", quality=Quality(Verdict.KEEP, "as written"), repairs=())
    add(store, replace(AVTAL, pages=(undamaged,)))
    assert store.known() == Known(frozenset({"Ånge"}), frozenset({"Ösets"}))


@pytest.mark.parametrize(
    ("document", "version", "doubted"),
    [
        (UNDAMAGED, "2", False),
        (UNDAMAGED, "3", True),
        (replace(UNDAMAGED, repaired_by=None), "2", True),
        (replace(AVTAL, repaired_by="2"), "2", True),
    ],
    ids=["as it would be now", "by another version", "never", "damaged"],
)
def test_in_doubt_is_what_another_version_repaired_or_what_came_damaged(
    store: Store, document: Document, version: str, doubted: bool
) -> None:
    add(store, document)
    assert bool(store.in_doubt(version)) is doubted


def as_format_3(folder: Path) -> None:
    """An archive as it was before it had a key."""
    with sqlite3.connect(folder / FILE_NAME) as database:
        database.execute("DROP TABLE secrets")
        database.execute("DROP INDEX pages_waiting")
        database.execute("PRAGMA user_version = 3")
    database.close()


def as_format_2(folder: Path) -> None:
    """An archive as it was before facts were kept."""
    as_format_3(folder)
    with sqlite3.connect(folder / FILE_NAME) as database:
        for table in ("facts", "extractions", "corrections"):
            database.execute(f"DROP TABLE {table}")
        database.execute("PRAGMA user_version = 2")
    database.close()


def as_format_1(folder: Path) -> None:
    """An archive as it was before repairs were kept."""
    as_format_2(folder)
    with sqlite3.connect(folder / FILE_NAME) as database:
        for table in ("repairs", "decisions", "words", "names"):
            database.execute(f"DROP TABLE {table}")
        database.execute("ALTER TABLE documents DROP COLUMN repaired_by")
        database.execute("PRAGMA user_version = 1")
    database.close()


def test_an_archive_of_the_first_format_is_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    kept = replace(PAGE, text="Avtal med Ösets såg", quality=Quality(Verdict.KEEP, "as written"), repairs=())
    add(store, replace(AVTAL, pages=(kept,)))
    store.close()
    as_format_1(tmp_path)
    again = Store(tmp_path, "1", create=False)
    assert again.document(AVTAL.id).pages == (kept,)
    assert again.known().names == {"Ösets"}
    assert again.in_doubt("1") == (AVTAL.id,)
    assert again.faults() == []
    again.close()
    assert Store(tmp_path, "1", create=False).ids() == (AVTAL.id,)


def test_an_archive_of_the_second_format_waits_to_be_extracted(store: Store, tmp_path: Path) -> None:
    add(store)
    store.close()
    as_format_2(tmp_path)
    again = Store(tmp_path, "1", create=False)
    assert again.document(AVTAL.id) == AVTAL
    assert (again.facts(AVTAL.id), again.unextracted(), again.faults()) == ([], (AVTAL.id,), [])


def test_an_archive_of_the_third_format_gets_a_key(store: Store, tmp_path: Path) -> None:
    add(store)
    store.close()
    as_format_3(tmp_path)
    again = Store(tmp_path, "1", create=False)
    assert (len(again.key), again.document(AVTAL.id)) == (32, AVTAL)
    assert Store(tmp_path, "1", create=False).key == again.key


def test_every_archive_has_a_key_of_its_own(store: Store, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert Store(tmp_path / "other", "1", create=True).key != store.key


def test_who_follows_the_store_learns_of_a_new_path(store: Store) -> None:
    add(store, AVTAL)
    before = store.revision
    store.attach(AVTAL.id, Input("/b", b"/b"), Outcome("/b", OutcomeKind.DUPLICATE, AVTAL.id), AVTAL.source.sha256)
    [change] = store.changes(before)
    assert set(change.paths) == {HERE.shown, "/b"}
    before = store.revision
    store.attach(AVTAL.id, HERE, Outcome(HERE.shown, OutcomeKind.UNCHANGED, AVTAL.id), AVTAL.source.sha256)
    assert list(store.changes(before)) == []


def test_bringing_up_to_date_that_is_cut_off_leaves_the_old_format(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, replace(AVTAL, pages=(replace(PAGE, quality=Quality(Verdict.KEEP, "as written")),)))
    store.close()
    as_format_1(tmp_path)
    with monkeypatch.context() as cut:
        cut.setattr("avtalsarkiv.corpus.store.formats.names_of", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            Store(tmp_path, "1", create=False)
    assert Store(tmp_path, "1", create=False).document(AVTAL.id).text == AVTAL.text


def _power_cut(_: object) -> None:
    raise KeyboardInterrupt


def test_who_may_only_read_an_old_archive_is_told_what_to_do(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    store.close()
    as_format_1(tmp_path)
    monkeypatch.setattr("avtalsarkiv.corpus.store.database.os.access", lambda *_: False)
    with pytest.raises(CannotWrite, match="earlier version"):
        Store(tmp_path, "1", create=False)
