from __future__ import annotations

import contextlib
import json
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from whoosh.codec.whoosh3 import W3PerDocReader
from whoosh.filedb.filestore import FileStorage

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.errors import ArchiveBusy, ArchiveDamaged, CannotWrite
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index import WhooshIndex, engine

Make = Callable[..., Document]


@pytest.fixture
def filled(tmp_path: Path, document: Make) -> WhooshIndex:
    index = WhooshIndex(tmp_path / "index")
    index.update([Change("a", document("a", "avtal"))], 4)
    return index


def test_nobody_else_may_read_or_write_it(filled: WhooshIndex, tmp_path: Path) -> None:
    folders = [tmp_path / "index", tmp_path / "index" / "pages"]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in folders] == [0o700, 0o700]


def test_another_opening_finds_what_is_there(filled: WhooshIndex, tmp_path: Path) -> None:
    again = WhooshIndex(tmp_path / "index")
    assert (again.through, again.documents(), again.pages()) == (4, frozenset("a"), 1)


def test_an_index_of_another_version_is_begun_anew(
    filled: WhooshIndex, document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "VERSION", "another")
    assert (filled.through, filled.documents()) == (0, frozenset())
    filled.update([Change("b", document("b", "avtal"))], 5)
    assert (filled.through, filled.documents()) == (5, frozenset("b"))


@pytest.mark.parametrize(
    ("owner", "name", "first"),
    [
        (FileStorage, "open_index", FileNotFoundError("_pages_3.toc")),
        (W3PerDocReader, "has_column", False),
    ],
    ids=["the table of contents", "a column"],
)
def test_what_a_commit_takes_away_while_it_is_opened_is_looked_for_again(
    filled: WhooshIndex, monkeypatch: pytest.MonkeyPatch, owner: type, name: str, first: object
) -> None:
    really, answers = getattr(owner, name), [first]

    def once(*arguments: object) -> object:
        if not answers:
            return really(*arguments)
        if isinstance(answer := answers.pop(), Exception):
            raise answer
        return answer

    monkeypatch.setattr(owner, name, once)
    assert [hit.document for hit in filled.search(Question("avtal")).hits] == ["a"]


@pytest.mark.parametrize("stamp", ["", "{", "[]", json.dumps({"through": 4}), json.dumps({"version": "1"})])
def test_an_unreadable_stamp_is_none(filled: WhooshIndex, tmp_path: Path, stamp: str) -> None:
    (tmp_path / "index" / "stamp.json").write_text(stamp)
    assert filled.through == 0


def test_without_its_pages_the_stamp_is_worth_nothing(filled: WhooshIndex, tmp_path: Path, document: Make) -> None:
    for file in (tmp_path / "index" / "pages").iterdir():
        file.unlink()
    assert filled.through == 0
    filled.update([Change("b", document("b", "avtal"))], 5)
    assert filled.documents() == frozenset("b")


def test_an_index_that_others_could_have_written_is_not_opened(filled: WhooshIndex, tmp_path: Path) -> None:
    (tmp_path / "index" / "pages").chmod(0o770)
    assert (filled.through, filled.search(Question("avtal")).hits) == (0, ())


def test_a_damaged_index_names_the_way_out(filled: WhooshIndex, tmp_path: Path) -> None:
    next((tmp_path / "index" / "pages").glob("*.toc")).write_bytes(b"nothing")
    with pytest.raises(ArchiveDamaged, match="reindex"):
        filled.search(Question("avtal"))


@pytest.mark.parametrize("kept", [0, 0.5, 0.9])
def test_whatever_is_damaged_there_is_an_answer_or_a_way_out(
    filled: WhooshIndex, tmp_path: Path, document: Make, kept: float
) -> None:
    for file in sorted((tmp_path / "index" / "pages").glob("MAIN_*.*")):
        whole = file.read_bytes()
        file.write_bytes(whole[: int(len(whole) * kept)])
        with contextlib.suppress(ArchiveDamaged):
            filled.search(Question("avtal beslut"))
        with contextlib.suppress(ArchiveDamaged):
            filled.documents()
        file.write_bytes(whole)
    assert filled.documents() == frozenset("a")


def test_a_crash_between_commit_and_stamp_is_made_good(
    filled: WhooshIndex, document: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes = [Change("a", document("a", "nytt")), Change("b", document("b", "avtal"))]
    with monkeypatch.context() as crash:
        crash.setattr(engine, "write_stamp", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            filled.update(changes, 9)
    assert filled.through == 4
    filled.update(changes, 9)
    assert (filled.through, filled.pages(), filled.documents()) == (9, 2, frozenset("ab"))


def test_a_second_writer_is_sent_away(filled: WhooshIndex, tmp_path: Path, document: Make) -> None:
    def meanwhile() -> object:
        with pytest.raises(ArchiveBusy):
            WhooshIndex(tmp_path / "index").update([], 6)
        yield Change("b", document("b", "avtal"))

    filled.update(meanwhile(), 5)  # type: ignore[arg-type]
    assert (filled.through, filled.documents()) == (5, frozenset("ab"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotWrite, match="search index"):
        WhooshIndex(tmp_path / "file" / "index").update([], 1)
