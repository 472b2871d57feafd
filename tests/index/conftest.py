from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from avtalsarkiv.corpus.answers import Answer, Change, Hit, Question
from avtalsarkiv.corpus.model import Document, Origin, Page, Quality, Source, Standing, Verdict
from avtalsarkiv.corpus.ports import Fetch, Indexer
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.tests.marked_up import marked_up


class WordIndex:
    """The least that keeps the contract: pages in memory, words compared as they are."""

    def __init__(self) -> None:
        self.through = 0
        self._documents: dict[str, Document] = {}

    def update(self, changes: Iterable[Change], through: int) -> None:
        kept = dict(self._documents) if self.through else {}
        for name, document, _ in changes:
            kept.pop(name, None)
            if document:
                kept[name] = document
        self._documents, self.through = kept, through

    def rebuild(
        self,
        documents: Sequence[str],
        fetch: Fetch,
        through: int,
        *,
        jobs: int | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        kept = {name: document for name, document, _ in fetch(documents) if document}
        self._documents, self.through = kept, through
        progress(len(kept))

    @property
    def fault(self) -> str | None:
        return None if self.through else "there is none"

    def search(self, question: Question) -> Answer:
        asked = set(question.text.lower().replace('"', " ").split())
        among = self._documents.keys() if question.documents is None else question.documents & self._documents.keys()
        hits = sorted(hit for name in among for hit in _hits(self._documents[name], asked))
        if best := [hit for hit in hits if -hit[0] == len(asked)]:
            return _answer(best, question, ())
        return _answer(hits, question, ("no page has all the words",) if hits else ())

    def documents(self) -> frozenset[str]:
        return frozenset(self._documents)

    def pages(self) -> int:
        return sum(len(document.pages) for document in self._documents.values())

    def clear(self) -> None:
        self._documents, self.through = {}, 0


def _hits(document: Document, asked: set[str]) -> Iterable[tuple[int, str, int]]:
    for page in document.pages:
        suggested = [repair.meant for repair in page.repairs if repair.standing is Standing.SUGGESTED]
        text = " ".join([document.title or "", page.text, repaired(page).text, *suggested])
        if found := asked & set(text.lower().replace(".", "").split()):
            yield -len(found), document.id, page.number


def _answer(hits: list[tuple[int, str, int]], question: Question, notes: tuple[str, ...]) -> Answer:
    kept = [hit for hit in hits if question.all_pages or sum(h[1] == hit[1] for h in hits[: hits.index(hit)]) < 3]
    start = (question.page - 1) * question.limit
    shown = tuple(Hit(name, page, -score) for score, name, page in kept[start : start + question.limit])
    return Answer(len(hits), len({hit[1] for hit in hits}), shown, notes=notes)


@pytest.fixture(params=["words in memory", "whoosh"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Indexer:
    """An empty index of every kind there is."""
    return WhooshIndex(tmp_path / "index", b"key") if request.param == "whoosh" else WordIndex()


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
