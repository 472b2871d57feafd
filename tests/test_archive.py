"""The archive from Python: what a notebook does, and what must hold between store, originals and index."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import avtalsarkiv
from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.errors import CannotWrite, UsageError
from avtalsarkiv.corpus.model import OutcomeKind
from avtalsarkiv.tests.drawing import digital_pdf


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
    [fault] = archive.faults()
    assert fault.startswith("index: is behind the store")
    assert any("index is behind" in note for note in archive.search("vite").notes)
    assert archive.reindex() == 2
    assert list(archive.faults()) == []


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
    assert archive.leftovers() == [staged.sha256]
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
