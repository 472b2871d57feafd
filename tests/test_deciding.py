"""An archivist decides about repairs, and the archive follows: text, title, search, and whatever is loaded later."""

from __future__ import annotations

from pathlib import Path

import pytest

import avtalsarkiv
from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.errors import UsageError
from avtalsarkiv.corpus.model import Standing
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.tests.fakes import extract, repair

ACCEPTED, REJECTED = Standing.ACCEPTED, Standing.REJECTED


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setattr("avtalsarkiv.loading.repair_pages", repair)
    write(tmp_path, "avtal.txt", "Avtal om Jimtland\n\nOrt: Hirjedalen\fSida två i Hirjedalen &r 2021")
    write(tmp_path, "brev.txt", "Brev om Hirjedalen\n\nMed vänlig hälsning")
    archive = avtalsarkiv.open(tmp_path / "archive")
    list(archive.ingest([tmp_path / "avtal.txt", tmp_path / "brev.txt"], ocr="never", jobs=1))
    return archive


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def reference(archive: Archive, path: Path, seen: str, nth: int = 0) -> str:
    return [place.reference for place in archive.repairs(str(path)) if place.repair.seen == seen][nth]


def read(archive: Archive, path: Path) -> str:
    return "\f".join(repaired(page).text for page in archive.document(str(path)).pages)


def test_repairs_are_counted_named_and_placed(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    document = archive.document(str(path))
    assert document.title == "Avtal om Jämtland"
    assert document.repaired_words == 2
    assert [(place.page, document.text[place.start : place.end]) for place in archive.repairs(str(path))] == [
        (1, "Jimtland"), (1, "Hirjedalen"), (2, "Hirjedalen"), (2, "&r"),
    ]  # fmt: skip


def test_the_words_around_a_repair_are_told(archive: Archive, tmp_path: Path) -> None:
    avtal = archive.repairs(str(tmp_path / "avtal.txt"))
    assert [place.context for place in avtal] == [
        "Avtal om Jimtland Ort: Hirjedalen", "Avtal om Jimtland Ort: Hirjedalen", "Sida två i Hirjedalen &r 2021",
        "Sida två i Hirjedalen &r 2021",
    ]  # fmt: skip
    path = write(tmp_path, "lang.txt", f"{'mycket ' * 20}Jimtland{' därefter' * 20}")
    list(archive.ingest([path], ocr="never", jobs=1))
    [place] = archive.repairs(str(path))
    assert place.context == "mycket mycket mycket mycket Jimtland därefter därefter därefter"


def test_an_accepted_suggestion_is_read_and_found(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    assert archive.decide([reference(archive, path, "Hirjedalen")], ACCEPTED) == 1
    assert "Ort: Härjedalen\fSida två i Hirjedalen" in read(archive, path)
    assert list(archive.faults()) == []


def test_a_document_that_reads_otherwise_is_extracted_again(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("avtalsarkiv.ingest.extracting.extract_facts", extract)
    path = tmp_path / "avtal.txt"
    archive.decide([reference(archive, path, "Jimtland")], REJECTED)
    assert [kept.fact.text for kept in archive.store.facts(archive.find(str(path)))] == ["2021"]


def test_a_rejected_repair_is_undone_in_text_and_title(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    place = reference(archive, path, "Jimtland")
    archive.decide([place], REJECTED)
    assert archive.document(str(path)).title == "Avtal om Jimtland"
    archive.decide([place], ACCEPTED)
    assert archive.document(str(path)).title == "Avtal om Jämtland"


def test_a_decision_for_everywhere_holds_now_and_later(archive: Archive, tmp_path: Path) -> None:
    assert archive.decide([reference(archive, tmp_path / "brev.txt", "Hirjedalen")], ACCEPTED, everywhere=True) == 2
    assert read(archive, tmp_path / "avtal.txt").count("Härjedalen") == 2
    later = write(tmp_path, "senare.txt", "Nytt brev om Hirjedalen")
    list(archive.ingest([later], ocr="never", jobs=1))
    assert read(archive, later) == "Nytt brev om Härjedalen"


def test_what_was_decided_outlives_repairing_again(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    archive.decide([reference(archive, path, "Jimtland"), reference(archive, path, "&r")], REJECTED)
    [first, _] = archive.repair_again(jobs=1, everything=True)
    assert (first.repaired_words, archive.document(str(path)).repaired_words) == (0, 0)


def test_what_was_decided_holds_in_a_new_version_of_the_file(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    archive.decide([reference(archive, path, "Jimtland")], REJECTED)
    for text in ("Avtal om Jimtland\n\nOrt: Hirjedalen", "Nytt avtal om Jimtland\n\nOrt: Hirjedalen"):
        write(tmp_path, "avtal.txt", text)
        list(archive.ingest([path], ocr="never", jobs=1))
        assert read(archive, path) == text
    list(archive.repair_again(jobs=1, everything=True))
    assert read(archive, path) == text
    assert list(archive.faults()) == []


def test_documents_are_repaired_again_by_another_version(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "rent.txt", "Beslut om vägen")
    list(archive.ingest([path], ocr="never", jobs=1))
    assert str(path) not in [outcome.path for outcome in archive.repair_again(jobs=1)]
    monkeypatch.setattr("avtalsarkiv.loading.model_version", lambda: "another")
    assert str(path) in [outcome.path for outcome in archive.repair_again(jobs=1)]
    assert str(path) not in [outcome.path for outcome in archive.repair_again(jobs=1)]


def test_a_document_is_read_once_however_many_of_its_places_are_named(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    avtal, brev = tmp_path / "avtal.txt", tmp_path / "brev.txt"
    places = [
        reference(archive, path, seen) for path, seen in ((avtal, "Jimtland"), (brev, "Hirjedalen"), (avtal, "&r"))
    ]
    asked, find = list[str](), archive.find

    def noted(reference: str) -> str:
        asked.append(reference)
        return find(reference)

    monkeypatch.setattr(archive, "find", noted)
    assert archive.decide(places, REJECTED) == 2
    assert len(asked) == 2


def test_words_of_the_archive_are_right(archive: Archive, tmp_path: Path) -> None:
    archive.add_words(["Jimtland"])
    list(archive.repair_again(jobs=1))
    assert "Jimtland" in read(archive, tmp_path / "avtal.txt")
    archive.remove_words(["Jimtland"])
    assert archive.words() == ()
    with pytest.raises(UsageError, match="not among"):
        archive.remove_words(["Jimtland"])
    with pytest.raises(UsageError, match="is no word"):
        archive.add_words(["två ord"])


def test_suggestions_alike_await_one_decision(archive: Archive, tmp_path: Path) -> None:
    [(place, count)] = archive.suggestions()
    firsts = {reference(archive, tmp_path / name, "Hirjedalen") for name in ("avtal.txt", "brev.txt")}
    assert (place.reference in firsts, count) == (True, 3)
    archive.decide([place.reference], REJECTED, everywhere=True)
    assert list(archive.suggestions()) == []


def test_a_place_on_a_later_page_is_named_by_the_documents_offset(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "avtal.txt"
    archive.decide([reference(archive, path, "Hirjedalen")], REJECTED)
    archive.decide([reference(archive, tmp_path / "brev.txt", "Hirjedalen")], REJECTED)
    [(place, _)] = archive.suggestions()
    assert place.reference == reference(archive, path, "Hirjedalen", 1)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [("{path}:1", "nothing was repaired"), ("{path}", "is no DOCUMENT:OFFSET"), ("ffff:9", "no document has")],
)
def test_a_wrong_reference_decides_nothing(archive: Archive, tmp_path: Path, wrong: str, message: str) -> None:
    path = tmp_path / "avtal.txt"
    with pytest.raises(UsageError, match=message):
        archive.decide([reference(archive, path, "Jimtland"), wrong.format(path=path)], REJECTED)
    assert archive.document(str(path)).repaired_words == 2
