"""Every input ends with one outcome, whatever it is, and the archive keeps what it promises."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.decisions import Decision
from avtalsarkiv.corpus.errors import CannotWrite
from avtalsarkiv.corpus.files import Originals, Staged
from avtalsarkiv.corpus.model import Draft, Origin, OutcomeKind, Page, Standing
from avtalsarkiv.ingest.load import Load
from avtalsarkiv.ingest.pipeline import OcrPolicy
from avtalsarkiv.tests.drawing import page_image, scan_pdf
from avtalsarkiv.tests.fakes import KEPT, Workshop, die_on_second_page, give_up, read_countdown


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "archive")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str = "Avtal om snöröjning") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "kind", "reason"),
    [
        ("Avtal", OutcomeKind.INGESTED, None),
        ("PICTURE", OutcomeKind.INGESTED, None),
        ("BROKEN is encrypted", OutcomeKind.REJECTED, "is encrypted"),
        ("BUG oops", OutcomeKind.REJECTED, "met a fault in avtalsarkiv (ZeroDivisionError: oops); please report it"),
        ("", OutcomeKind.REJECTED, "is empty: it has 0 bytes"),
    ],
)
def test_a_file_has_the_outcome_of_its_content(
    workshop: Workshop, folder: Path, content: str, kind: OutcomeKind, reason: str | None
) -> None:
    outcome = workshop.load(write(folder, "a.txt", content))["a.txt"]
    assert outcome.kind is kind
    assert (outcome.reason or "").startswith(reason or "")


def test_one_that_fails_does_not_stop_the_others(workshop: Workshop, folder: Path) -> None:
    write(folder, "1.txt", "BROKEN is encrypted")
    write(folder, "2.txt", "BUG oops")
    write(folder, "3.txt")
    assert [outcome.kind for _, outcome in sorted(workshop.load(folder).items())] == [
        OutcomeKind.REJECTED, OutcomeKind.REJECTED, OutcomeKind.INGESTED,
    ]  # fmt: skip


def test_what_is_repaired_is_counted_kept_and_never_asked_again(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "Avtal om Jimtland\nJimtland och Hirjedalen\nPICTURE")
    outcome = workshop.without_ocr().load(path)["a.txt"]
    document = workshop.store.document(outcome.document or "")
    assert (outcome.repaired_words, document.repaired_words) == (2, 2)
    workshop.store.decide([(document.id, Decision("Jimtland", "Jämtland", Standing.REJECTED, 1, 9))], [])
    assert workshop.load(path)["a.txt"].repaired_words == 1
    again = workshop.store.document(document.id)
    assert [repair.standing for page in again.pages for repair in page.repairs] == [
        Standing.REJECTED, Standing.MADE, Standing.SUGGESTED,
    ]  # fmt: skip
    assert workshop.load(path)["a.txt"].repaired_words == 1


def test_the_text_of_a_picture_is_repaired_when_it_is_read(workshop: Workshop, folder: Path) -> None:
    workshop.pipeline = replace(workshop.pipeline, recognize=read_badly)
    path = write(folder, "a.txt", "PICTURE")
    assert workshop.without_ocr().load(path)["a.txt"].repaired_words == 0
    assert workshop.load(path)["a.txt"].repaired_words == 1


def test_a_document_is_described_by_its_text_as_repaired(workshop: Workshop, folder: Path) -> None:
    outcome = workshop.load(write(folder, "a.txt", "Ansikan"))["a.txt"]
    document = workshop.store.document(outcome.document or "")
    assert (document.doc_type, document.text) == ("ansokan", "Ansikan")


def test_a_load_learns_names_as_it_goes(workshop: Workshop, folder: Path) -> None:
    write(folder, "a.txt", "Beslut om Härjedalen\nATTACHED b.txt Brev till Hirjedalen")
    assert workshop.load(folder)["b.txt"].repaired_words == 1


def test_the_same_bytes_are_one_document_with_two_paths(workshop: Workshop, folder: Path) -> None:
    first, second = write(folder, "a.txt"), write(folder, "b.txt")
    outcomes = workshop.load(first), workshop.load(second)
    assert outcomes[1]["b.txt"].kind is OutcomeKind.DUPLICATE
    assert outcomes[0]["a.txt"].document == outcomes[1]["b.txt"].document
    assert workshop.store.paths(outcomes[1]["b.txt"].document or "") == (str(first), str(second))


def test_loading_twice_changes_nothing(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt")
    workshop.load(path)
    revision = workshop.store.revision
    assert workshop.load(path)["a.txt"].kind is OutcomeKind.UNCHANGED
    assert workshop.store.revision == revision


def test_a_changed_file_is_a_new_version_and_the_old_one_is_kept(workshop: Workshop, folder: Path) -> None:
    old = workshop.load(write(folder, "a.txt", "Avtal 2021"))["a.txt"]
    new = workshop.load(write(folder, "a.txt", "Avtal 2022"))["a.txt"]
    assert new.replaces == old.document
    assert workshop.store.ids() == (new.document,)
    assert workshop.store.document(old.document or "").text == "Avtal 2021"


def test_a_file_that_is_changed_back_stands_again(workshop: Workshop, folder: Path) -> None:
    old = workshop.load(write(folder, "a.txt", "Avtal 2021"))["a.txt"]
    workshop.load(write(folder, "a.txt", "Avtal 2022"))
    workshop.load(write(folder, "a.txt", "Avtal 2021"))
    assert workshop.store.ids() == (old.document,)


def test_a_version_that_still_stands_elsewhere_stays(workshop: Workshop, folder: Path) -> None:
    old = workshop.load(write(folder, "a.txt", "Avtal 2021"), write(folder, "copy.txt", "Avtal 2021"))["a.txt"]
    new = workshop.load(write(folder, "a.txt", "Avtal 2022"))["a.txt"]
    assert set(workshop.store.ids()) == {old.document, new.document}


def test_a_rejected_file_is_not_read_again_by_the_same_program(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "BROKEN is encrypted")
    workshop.load(path)
    never = replace(workshop, pipeline=replace(workshop.pipeline, read=None))  # type: ignore[arg-type]
    assert never.load(path)["a.txt"].reason == "is encrypted"


def test_a_new_program_tries_a_rejected_file_again(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "BROKEN is encrypted")
    workshop.load(path)
    newer = replace(workshop, program="2")
    newer.pipeline = replace(
        workshop.pipeline, read=lambda path, media_type: Draft((Page(1, "Avtal", Origin.PLAIN, KEPT),))
    )
    assert newer.load(path)["a.txt"].kind is OutcomeKind.INGESTED


def test_nothing_of_a_rejected_file_stays(workshop: Workshop, folder: Path) -> None:
    workshop.load(write(folder, "a.txt", "BROKEN is encrypted"))
    assert list(workshop.originals.hashes()) == []
    assert list(workshop.originals.incoming.iterdir()) == []


def test_without_ocr_a_picture_waits_and_retry_reads_it(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "Försättsblad\nPICTURE\nPICTURE")
    waiting = workshop.without_ocr().load(path)["a.txt"]
    assert (waiting.kind, waiting.ocr_pages) == (OutcomeKind.WAITING, 0)
    assert "2 pages" in (waiting.reason or "")
    assert workshop.without_ocr().load(path)["a.txt"].kind is OutcomeKind.WAITING

    [outcome] = workshop.retry()
    assert (outcome.kind, outcome.ocr_pages) == (OutcomeKind.INGESTED, 2)
    assert workshop.store.document(waiting.document or "").text == "Försättsblad\fläst\fläst"
    assert workshop.store.waiting() == ()


def test_loading_again_with_ocr_reads_what_waits(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "PICTURE")
    workshop.without_ocr().load(path)
    assert workshop.load(path)["a.txt"].kind is OutcomeKind.INGESTED


def test_a_page_that_cannot_be_read_is_a_warning_and_its_document_keeps_the_others(
    workshop: Workshop, folder: Path
) -> None:
    workshop.pipeline = replace(workshop.pipeline, recognize=give_up)
    outcome = workshop.load(write(folder, "a.txt", "Försättsblad\nPICTURE"))["a.txt"]
    assert (outcome.kind, outcome.pages) == (OutcomeKind.WARNING, 2)
    assert outcome.warnings == ("page 2 was not read: took too long",)
    [again] = workshop.retry()
    assert again.warnings == outcome.warnings


def test_a_page_that_kills_the_worker_does_not_take_its_neighbours_along(workshop: Workshop, folder: Path) -> None:
    workshop.pipeline = replace(workshop.pipeline, recognize=die_on_second_page)
    outcome = workshop.load(write(folder, "a.txt", "PICTURE\nPICTURE\nPICTURE"))["a.txt"]
    assert (outcome.kind, outcome.ocr_pages) == (OutcomeKind.WARNING, 2)
    assert outcome.warnings == ("page 2 was not read: broke down",)


def test_a_recogniser_that_is_not_the_best_is_a_warning(workshop: Workshop, folder: Path) -> None:
    workshop.pipeline = replace(workshop.pipeline, caveats=("read without the model that knows §",))
    assert workshop.load(write(folder, "a.txt", "PICTURE"))["a.txt"].warnings == workshop.pipeline.caveats
    assert workshop.load(write(folder, "b.txt", "Avtal"))["b.txt"].warnings == ()


def test_what_comes_inside_a_file_is_a_document_of_its_own(workshop: Workshop, folder: Path) -> None:
    write(folder, "mail.txt", "Hej\nATTACHED avtal.txt Avtal\nATTACHED bad.txt BROKEN is encrypted")
    outcomes = workshop.load(folder)
    assert {name: outcome.kind for name, outcome in outcomes.items()} == {
        "mail.txt": OutcomeKind.INGESTED, "avtal.txt": OutcomeKind.INGESTED, "bad.txt": OutcomeKind.REJECTED,
    }  # fmt: skip
    assert outcomes["avtal.txt"].path == f"{folder}/mail.txt//avtal.txt"


def test_what_came_inside_a_file_is_accounted_for_again(workshop: Workshop, folder: Path) -> None:
    write(folder, "mail.txt", "Hej\nATTACHED avtal.txt Avtal")
    workshop.load(folder)
    assert {outcome.kind for outcome in workshop.load(folder).values()} == {OutcomeKind.UNCHANGED}


def test_mails_inside_mails_end_somewhere(workshop: Workshop, folder: Path) -> None:
    workshop.pipeline = replace(workshop.pipeline, read=read_countdown)
    outcomes = workshop.load(write(folder, "9.txt", "9"))
    assert list(outcomes) == ["9.txt", "8.txt", "7.txt", "6.txt", "5.txt", "4.txt", "3.txt"]
    assert outcomes["3.txt"].reason == "lies more than 5 mails deep; save it by itself and load it"


def test_attachments_of_one_name_are_told_apart(workshop: Workshop, folder: Path) -> None:
    write(folder, "mail.txt", "Hej\nATTACHED bild.txt ett\nATTACHED bild.txt två\nATTACHED bild (2).txt tre")
    assert len(workshop.load(folder)) == len(workshop.store.ids()) == 4
    revision = workshop.store.revision
    assert {outcome.kind for outcome in workshop.load(folder).values()} == {OutcomeKind.UNCHANGED}
    assert workshop.store.revision == revision


def test_attachments_are_taken_also_when_the_load_was_cut_off_before_them(
    workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "mail.txt", "Hej\nATTACHED avtal.txt Avtal")
    with monkeypatch.context() as cut:
        cut.setattr(Load, "_inside", _power_cut)
        with pytest.raises(KeyboardInterrupt):
            workshop.load(folder)
    assert workshop.load(folder)["avtal.txt"].kind is OutcomeKind.INGESTED


def test_what_came_inside_an_older_version_is_older_too(workshop: Workshop, folder: Path) -> None:
    workshop.load(write(folder, "mail.txt", "Hej\nATTACHED avtal.txt Avtal"))
    new = workshop.load(write(folder, "mail.txt", "Hej igen"))["mail.txt"]
    assert workshop.store.ids() == (new.document,)


def test_a_copy_of_a_waiting_document_stands_under_its_own_path_when_read(workshop: Workshop, folder: Path) -> None:
    workshop.without_ocr().load(write(folder, "a.txt", "PICTURE"))
    outcome = workshop.load(write(folder, "b.txt", "PICTURE"))["b.txt"]
    assert workshop.store.current_under(f"{folder}/b.txt") == outcome.document


def test_an_unchanged_file_still_needs_the_hand_it_needed(workshop: Workshop, folder: Path) -> None:
    workshop.pipeline = replace(workshop.pipeline, recognize=give_up)
    path = write(folder, "a.txt", "Försättsblad\nPICTURE")
    workshop.load(path)
    assert workshop.without_ocr().load(path)["a.txt"].kind is OutcomeKind.WAITING
    workshop.load(write(folder, "b.txt", "Avtal"))
    workshop.load(folder / "b.txt")
    kinds = {Path(source.shown).name: outcome.kind for source, outcome in workshop.store.outcomes()}
    assert kinds == {"a.txt": OutcomeKind.WAITING, "b.txt": OutcomeKind.INGESTED}


def test_a_fault_on_reading_again_leaves_the_document_as_it_is(workshop: Workshop, folder: Path) -> None:
    path = write(folder, "a.txt", "Försättsblad\nPICTURE")
    first = workshop.without_ocr().load(path)["a.txt"]
    workshop.pipeline = replace(workshop.pipeline, recognize=None)  # type: ignore[arg-type]
    again = workshop.load(path)["a.txt"]
    assert (again.kind, again.document) == (OutcomeKind.WAITING, first.document)
    assert "met a fault" in (again.reason or "")


def test_with_ocr_always_a_known_document_is_read_from_its_pictures(workshop: Workshop, folder: Path) -> None:
    path = folder / "a.pdf"
    scan_pdf(path, [page_image("Avtal")], 150)
    digital = Page(1, "Avtal", Origin.TEXT_LAYER, KEPT)
    workshop.pipeline = replace(workshop.pipeline, read=lambda path, media_type: Draft((digital,)))
    assert workshop.load(path)["a.pdf"].ocr_pages == 0
    workshop.pipeline = replace(workshop.pipeline, policy=OcrPolicy.ALWAYS)
    assert workshop.load(path)["a.pdf"].ocr_pages == 1


def read_badly(path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
    return [replace(page, text="Avtal om Jimtland", origin=Origin.OCR, waiting=False) for page in pages]


def _power_cut(*_: object) -> None:
    raise KeyboardInterrupt


def test_links_pipes_and_missing_files_are_told_apart(workshop: Workshop, folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "link").symlink_to(write(folder, "a.txt"))
    (folder / "loop").symlink_to(folder)
    outcomes = workshop.load(folder, folder / "missing.txt")
    reasons = {name: (outcome.reason or "")[:23] for name, outcome in outcomes.items()}
    assert reasons == {
        "pipe": "is not a regular file (", "link": "is a symbolic link; lin", "loop": "is a symbolic link; lin",
        "missing.txt": "does not exist; check t", "a.txt": "",
    }  # fmt: skip


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_says_so(workshop: Workshop, folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0)
    write(folder, "a.txt").chmod(0)
    outcomes = workshop.load(folder)
    assert "give read permission" in (outcomes["closed"].reason or "")
    assert "give read permission" in (outcomes["a.txt"].reason or "")


def test_odd_names_are_shown_and_loaded(workshop: Workshop, folder: Path) -> None:
    raw = os.fsencode(folder) + b"/\xe5 r\nad.txt"
    Path(os.fsdecode(raw)).write_text("Avtal")
    [(_, outcome)] = workshop.load(folder).items()
    assert outcome.kind is OutcomeKind.INGESTED
    assert outcome.path.endswith("/\\xe5 r\nad.txt")


def test_the_archive_is_passed_over_whatever_way_leads_to_it(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "archive")
    (tmp_path / "way").symlink_to(tmp_path)
    write(tmp_path / "in", "a.txt")
    assert set(workshop.load(tmp_path / "in" / "..")) == {"a.txt", "way"}
    assert set(workshop.load(tmp_path / "way")) == {"a.txt", "way"}


def test_a_name_that_is_too_long_is_no_end_of_the_run(workshop: Workshop, folder: Path) -> None:
    outcomes = workshop.load(folder / ("x" * 300), write(folder, "a.txt"))
    assert [outcome.kind for outcome in outcomes.values()].count(OutcomeKind.REJECTED) == 1


def test_system_files_are_ignored_and_the_archive_is_passed_over(tmp_path: Path) -> None:
    workshop = Workshop(tmp_path / "archive")
    write(tmp_path, ".DS_Store")
    write(tmp_path, "~$avtal.docx")
    assert [outcome.kind for outcome in workshop.load(tmp_path).values()] == [OutcomeKind.IGNORED] * 2


def test_a_file_that_changes_while_it_is_read_is_not_kept(
    workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, stage = write(folder, "a.txt"), Originals.stage

    def changed(originals: Originals, source: Path) -> Staged:
        write(folder, "a.txt", "half written")
        return stage(originals, source)

    with monkeypatch.context() as patched:
        patched.setattr(Originals, "stage", changed)
        assert "changed while it was read" in (workshop.load(path)["a.txt"].reason or "")
    write(folder, "a.txt")
    assert workshop.load(path)["a.txt"].kind is OutcomeKind.INGESTED


def test_a_full_disk_ends_the_load_and_the_same_load_finishes_it(
    workshop: Workshop, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [write(folder, f"{number}.txt", f"Avtal {number}") for number in range(3)]
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", _disk_full)
        with pytest.raises(CannotWrite, match="free space"):
            workshop.load(*paths)
    assert {outcome.kind for outcome in workshop.load(*paths).values()} == {OutcomeKind.INGESTED}


def _disk_full(_: int) -> None:
    raise OSError(28, "No space left on device")
