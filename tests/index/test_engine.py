from __future__ import annotations

import contextlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.errors import ArchiveDamaged
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.index.searching import opening
from avtalsarkiv.index.searching.snapshot import Snapshot

Make = Callable[..., Document]


@pytest.fixture
def filled(whoosh: WhooshIndex, document: Make) -> WhooshIndex:
    whoosh.update([Change("a", document("a", "avtal"))], 4)
    return whoosh


def found(index: WhooshIndex, text: str) -> list[str]:
    return [hit.document for hit in index.search(Question(text)).hits]


def test_what_another_process_writes_is_found_by_the_next_question(
    filled: WhooshIndex, tmp_path: Path, document: Make
) -> None:
    another = WhooshIndex(tmp_path / "index", b"key")
    assert (another.through, found(another, "avtal")) == (4, ["a"])
    filled.update([Change("b", document("b", "avtal"))], 5)
    assert (another.through, found(another, "avtal"), another.pages()) == (5, ["a", "b"], 2)


def test_what_is_swept_away_while_it_is_opened_is_looked_for_again(
    filled: WhooshIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = [FileNotFoundError("_MAIN_3.toc")]

    def opened(folder: Path) -> Snapshot:
        if gone:
            raise gone.pop()
        return Snapshot(folder)

    monkeypatch.setattr(opening, "Snapshot", opened)
    assert found(filled, "avtal") == ["a"]


def test_an_index_that_was_cleared_finds_nothing(filled: WhooshIndex) -> None:
    assert found(filled, "avtal") == ["a"]
    filled.clear()
    assert (found(filled, "avtal"), filled.fault) == ([], "there is none")


@pytest.mark.parametrize("kept", [0, 0.5, 0.9])
def test_whatever_is_damaged_there_is_an_answer_or_a_way_out(filled: WhooshIndex, tmp_path: Path, kept: float) -> None:
    for file in sorted((tmp_path / "index").glob("*/MAIN_*.*")):
        whole = file.read_bytes()
        # Of the same size, so that the stamp does not tell.
        file.write_bytes(whole[: int(len(whole) * kept)].ljust(len(whole), b"\0"))
        index = WhooshIndex(tmp_path / "index", b"key")
        for ask in (lambda index: found(index, "avtal beslut"), WhooshIndex.documents, WhooshIndex.pages):
            with contextlib.suppress(ArchiveDamaged):
                ask(index)
        file.write_bytes(whole)
    assert filled.documents() == frozenset("a")


def test_threads_share_an_engine_and_get_the_same_answers(whoosh: WhooshIndex, tmp_path: Path, document: Make) -> None:
    texts = ("avtal om drift och skötsel", "protokoll drift", "väg och skötsel", "avtal väg protokoll")
    whoosh.update([Change(name, document(name, *texts)) for name in "abcdefgh"], 1)
    questions = [
        Question(text, facets=True) for text in ("avtal", '"och skötsel"', "väg*", "drft", "drift väg", "")
    ] * 4
    alone = list(map(whoosh.search, questions))
    with ThreadPoolExecutor(8) as threads:
        shared = WhooshIndex(tmp_path / "index", b"key")
        assert list(threads.map(shared.search, questions)) == alone
