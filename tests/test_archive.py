"""The archive from Python: what a notebook does, and what must hold between store, originals and index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import avtalsarkiv
from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.errors import ArchiveDamaged, CannotWrite, UsageError
from avtalsarkiv.corpus.model import Input, Outcome, OutcomeKind
from avtalsarkiv.tests.drawing import digital_pdf, mail


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    folder = tmp_path / "registry"
    folder.mkdir()
    (folder / "avtal.txt").write_text("Avtal om snöröjning\n\nVite 500 kr.\n", encoding="utf-8")
    (folder / "brev.txt").write_text("Brev om pistning\n\nSkoterleder utan vite.\n", encoding="utf-8")
    return folder


@pytest.fixture
def archive(registry: Path, tmp_path: Path) -> Archive:
    archive = avtalsarkiv.open(tmp_path / "archive")
    assert {outcome.kind for outcome in archive.ingest([registry], ocr="never", jobs=1)} == {OutcomeKind.INGESTED}
    return archive


def test_what_was_loaded_is_found_and_opens(archive: Archive) -> None:
    [hit] = archive.search("pistning").hits
    assert archive.document(hit.document).pages[hit.page - 1].text.startswith("Brev om pistning")
    assert sorted(document.title or "" for document in archive.documents()) == [
        "Avtal om snöröjning",
        "Brev om pistning",
    ]


def test_a_sound_archive_has_no_faults(archive: Archive) -> None:
    assert list(archive.faults(read_data=True)) == []


def test_a_changed_file_is_found_by_its_new_text_only(archive: Archive, registry: Path) -> None:
    (registry / "brev.txt").write_text("Brev om spårning\n", encoding="utf-8")
    list(archive.ingest([registry], ocr="never", jobs=1))
    assert (archive.search("pistning").pages, archive.search("spårning").pages) == (0, 1)


def test_an_index_that_is_lost_is_missed_and_built_again(archive: Archive) -> None:
    archive.index.clear()
    assert list(archive.faults()) == []
    assert [sentence[:33] for sentence in archive.unfinished()] == ["the search index cannot be used: "]
    assert archive.search("vite").pages == 2
    assert [*archive.faults(), *archive.unfinished()] == []


def test_an_index_is_built_by_several_processes_and_says_how_far_it_is(archive: Archive) -> None:
    told: list[int] = []
    assert archive.reindex(jobs=2, progress=told.append) == 2
    assert told[-1] == 2
    assert archive.search("vite").pages == 2


def test_a_load_that_was_cut_off_before_the_index_is_finished_by_the_next(archive: Archive, registry: Path) -> None:
    archive.index.clear()
    list(archive.ingest([registry], ocr="never", jobs=1))
    assert archive.search("vite").pages == 2


def test_a_changed_original_is_a_fault(archive: Archive) -> None:
    [first, *_] = archive.originals.hashes()
    kept = archive.originals.path(first)
    kept.chmod(0o600)
    kept.write_bytes(b"forged")
    assert list(archive.faults()) == []
    [fault] = archive.faults(read_data=True)
    assert "has changed" in fault


def test_an_original_without_a_record_is_left_over_and_no_fault(archive: Archive) -> None:
    staged = archive.originals.stage_bytes(b"cut off before its record")
    archive.originals.keep(staged)
    assert [sentence[:28] for sentence in archive.unfinished()] == ["originals that are no docume"]
    assert list(archive.faults()) == []


def test_a_page_is_drawn_with_its_hits_framed(tmp_path: Path) -> None:
    path = tmp_path / "avtal.pdf"
    digital_pdf(path, ["Avtal om snöröjning\n\nVite 500 kr."])
    with Archive(tmp_path / "archive") as archive:
        list(archive.ingest([path], ocr="never", jobs=1))
        plain, marked = archive.picture(str(path), 1), archive.picture(str(path), 1, "vite")
        assert plain.size == marked.size
        assert plain.tobytes() != marked.tobytes()
        with pytest.raises(UsageError, match="no page 2"):
            archive.picture(str(path), 2)


def test_a_text_has_no_page_images(archive: Archive, registry: Path) -> None:
    with pytest.raises(UsageError, match="no page images"):
        archive.picture(str(registry / "avtal.txt"), 1)


def test_an_archive_cannot_be_made_inside_a_file(registry: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be made"):
        avtalsarkiv.open(registry / "avtal.txt")


def test_a_search_while_the_index_is_behind_knows_only_what_the_store_knows(archive: Archive, registry: Path) -> None:
    (registry / "brev.txt").write_text("Brev om spårning\n", encoding="utf-8")
    load = archive.ingest([registry], ocr="never", jobs=1)
    for outcome in load:
        if outcome.path.endswith("brev.txt"):
            break
    found = archive.search("pistning")
    assert (found.hits, any("behind" in note for note in found.notes)) == ((), True)
    load.close()


def test_an_index_that_is_ahead_of_a_restored_store_is_built_again(archive: Archive, registry: Path) -> None:
    archive.index.update([], archive.store.revision + 5)
    list(archive.ingest([registry], ocr="never", jobs=1))
    assert list(archive.faults()) == []
    assert archive.search("pistning").pages == 1


def test_pages_that_were_given_up_are_retried(archive: Archive, registry: Path) -> None:
    path = registry / "avtal.txt"
    [chosen] = [entry for entry in archive.store.outcomes() if entry[0].path == path]
    document = archive.document(str(path))
    unread = replace(document, pages=(replace(document.pages[0], waiting=True),))
    archive.store.reread(unread, chosen[0], replace(chosen[1], kind=OutcomeKind.WARNING))
    assert [outcome.path for outcome in archive.retry(jobs=1)] == [str(path)]


def test_personnummer_are_masked_in_all_that_is_found(tmp_path: Path) -> None:
    path = tmp_path / "beslut.txt"
    path.write_text("Beslut om bidrag för 850101-1238\n\nBetalas till 850101-1238.\n", encoding="utf-8")
    with Archive(tmp_path / "archive") as archive:
        list(archive.ingest([path], ocr="never", jobs=1))
        [hit] = archive.search("bidrag").hits
        assert "850101" not in f"{hit.title} {hit.snippet}"
        [hit] = archive.search("bidrag", unmask=True).hits
        assert "850101" in f"{hit.title}"


def test_a_lost_database_does_not_look_like_a_new_archive(archive: Archive) -> None:
    archive.close()
    (archive.directory / "archive.sqlite3").write_bytes(b"")
    with pytest.raises(ArchiveDamaged, match="restore it from a backup"):
        Archive(archive.directory)


def test_a_lost_original_comes_back_with_its_file(archive: Archive, registry: Path) -> None:
    for sha256 in list(archive.originals.hashes()):
        archive.originals.path(sha256).unlink()
    assert len(list(archive.faults())) == 2
    list(archive.ingest([registry], ocr="never", jobs=1))
    assert list(archive.faults(read_data=True)) == []


def test_an_attachment_is_found_by_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mail(tmp_path / "brev.eml", "Avtal", "Se bilagan.", {"avtal.txt": b"Avtal om pistning"})
    with Archive(tmp_path / "archive") as archive:
        list(archive.ingest([tmp_path / "brev.eml"], ocr="never", jobs=1))
        monkeypatch.chdir(tmp_path)
        assert archive.document("brev.eml//avtal.txt").text == "Avtal om pistning"


def test_a_page_of_any_size_is_drawn(tmp_path: Path) -> None:
    Image.new("L", (3000, 2), 255).save(tmp_path / "smal.png")
    with Archive(tmp_path / "archive") as archive:
        list(archive.ingest([tmp_path / "smal.png"], ocr="never", jobs=1))
        assert archive.picture(str(tmp_path / "smal.png"), 1).height == 1


def test_a_folder_that_can_be_listed_again_needs_no_hand(archive: Archive, registry: Path) -> None:
    closed = Input.of(registry)
    archive.store.note(closed, Outcome(closed.shown, OutcomeKind.REJECTED, reason="is a folder that cannot be listed"))
    list(archive.ingest([registry], ocr="never", jobs=1))
    assert archive.store.outcomes([OutcomeKind.REJECTED]) == []
