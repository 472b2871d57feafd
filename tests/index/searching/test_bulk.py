"""What is read in bulk is what Whoosh hands out, over segments of several sizes with documents removed."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh.columns import VarBytesColumn

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index.fields import ABOUT, CARD, LOOSE, PARAGRAPH, SPANS, TEXT, TITLE
from avtalsarkiv.index.searching.answering import answer
from avtalsarkiv.index.searching.bulk import BulkSegment, _block
from avtalsarkiv.index.searching.snapshot import Snapshot
from avtalsarkiv.index.writing.writer import apply, create
from avtalsarkiv.tests.facts import document

WORDS = (
    "avtal", "simhall", "väg", "drift", "skötsel", "och", "kommun", "region", "bidrag", "protokoll", "samverkansavtal",
    "jämtland", "2024", "100000",
)  # fmt: skip
QUESTIONS = (
    *WORDS,
    "avtal simhall",
    '"drift och skötsel"',
    "sam*",
    "simhal~",
    "vag kommun",
    "avtal ELLER väg",
    "avtal -väg",
    "typ:avtal",
    "curling avtal region",
    "simhallsavtal",
)


def _documents(names: range, chance: random.Random) -> Iterator[Change]:
    for number in names:
        texts = [" ".join(chance.choices(WORDS, k=chance.randrange(40))) for _ in range(chance.randrange(1, 4))]
        made = document(texts, f"{number:02x}", date=f"20{number % 25:02}")
        yield Change(made.id, made, (f"/arkiv/{chance.choice(WORDS)}.pdf",))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of some 400 pages, written in several commits of which later ones replace and remove."""
    folder, chance = tmp_path_factory.mktemp("pages"), random.Random(5)
    create(folder)
    for names in (range(160), range(160, 220), range(220, 240), range(100, 104)):
        apply(folder, _documents(names, chance))
    apply(folder, [Change(f"{number:02x}" * 8, None) for number in (3, 50, 165, 239)])
    return folder


@pytest.fixture(scope="module")
def both(folder: Path) -> tuple[Snapshot, Snapshot]:
    return Snapshot(folder, bulk=True), Snapshot(folder, bulk=False)


def test_there_is_something_to_compare(both: tuple[Snapshot, Snapshot]) -> None:
    fast, plain = both
    assert all(isinstance(segment, BulkSegment) for segment in fast.segments)
    assert not any(isinstance(segment, BulkSegment) for segment in plain.segments)
    assert len(fast.segments) > 1
    assert not fast.alive.all()


@pytest.mark.parametrize("field", [TEXT, LOOSE, TITLE, ABOUT])
def test_lists_are_the_same(both: tuple[Snapshot, Snapshot], field: str) -> None:
    fast, plain = (dict(segment.terms(field)) for snapshot in both for segment in snapshot.segments[:1])
    assert fast == plain
    for key in (*fast, "nowhere"):
        for one, other in zip(*(snapshot.postings.of(field, key) for snapshot in both), strict=True):
            np.testing.assert_array_equal(one, other)
        if field == TEXT:
            one, other = (snapshot.postings.places(field, key) for snapshot in both)
            np.testing.assert_array_equal(one, other)


@pytest.mark.parametrize("letters", ["", "s", "sk", "å", "skötsel", "skötselx", "\U0010ffff"])
@pytest.mark.parametrize("field", [TEXT, LOOSE, ABOUT])
def test_keys_that_begin_alike_are_the_same(both: tuple[Snapshot, Snapshot], field: str, letters: str) -> None:
    fast, plain = (snapshot.segments[0] for snapshot in both)
    found = list(fast.terms(field, letters))
    assert found == list(plain.terms(field, letters))
    assert found == [(key, count) for key, count in fast.terms(field) if key.startswith(letters)]


@pytest.mark.parametrize("field", [CARD, PARAGRAPH, SPANS])
@pytest.mark.parametrize("many", [100, 3], ids=["few", "many"])
def test_columns_of_texts_are_the_same(field: str, many: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(VarBytesColumn.__init__, "__defaults__", (True, many))
    create(tmp_path)
    apply(tmp_path, _documents(range(9), random.Random(5)))
    both = Snapshot(tmp_path, bulk=True), Snapshot(tmp_path, bulk=False)
    of_fast, of_plain = ([*map(one.segments[0].texts(field), range(one.segments[0].size))] for one in both)
    assert of_fast == of_plain


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_the_same(both: tuple[Snapshot, Snapshot], question: str) -> None:
    for asked in (Question(question, facets=True), Question(question, sort="oldest", page=3)):
        one, other = (answer(snapshot, asked) for snapshot in both)
        assert one == other


def test_documents_that_resemble_another_are_the_same(both: tuple[Snapshot, Snapshot]) -> None:
    like: Document = next(_documents(range(1), random.Random(5))).document  # type: ignore[assignment]
    one, other = (answer(snapshot, Question("", like=like)) for snapshot in both)
    assert (one, bool(one.hits)) == (other, True)


def test_another_release_is_read_plainly(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("whoosh.__version__", (2, 8, 0))
    assert not any(isinstance(segment, BulkSegment) for segment in Snapshot(folder, bulk=True).segments)


def test_what_a_list_was_altered_to_is_not_called() -> None:
    altered = pickle.dumps((1, 0, 1.0, 0, 0, 0)) + pickle.dumps((print, None, None))
    with pytest.raises(pickle.UnpicklingError, match="print"):
        _block(memoryview(altered))
