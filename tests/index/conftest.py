from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from avtalsarkiv.corpus.model import Document, Origin, Page, Quality, Source, Verdict
from avtalsarkiv.corpus.ports import Indexer
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.index.searching import snapshot
from avtalsarkiv.tests.marked_up import marked_up

from .words_in_memory import WordIndex


@pytest.fixture(params=["words in memory", "whoosh", "whoosh, read plainly"])
def engine(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Indexer:
    """An empty index of every kind there is."""
    if request.param == "words in memory":
        return WordIndex()
    monkeypatch.setattr(snapshot, "BULK", request.param == "whoosh")
    return WhooshIndex(tmp_path / "index", b"key")


@pytest.fixture
def whoosh(tmp_path: Path) -> WhooshIndex:
    return WhooshIndex(tmp_path / "index", b"key")


@pytest.fixture
def document() -> Callable[..., Document]:
    """Makes a document of the texts of its pages, in which {seen=meant} is a repair."""

    def make(name: str, *texts: str, title: str | None = None) -> Document:
        pages = tuple(_page(number, text) for number, text in enumerate(texts, 1))
        return Document(name, Source("0" * 64, 1, "text/plain"), pages, title)

    return make


def _page(number: int, text: str) -> Page:
    printed, repairs = marked_up(text)
    return Page(number, printed, Origin.PLAIN, Quality(Verdict.KEEP, "plain text"), repairs=repairs)
