from __future__ import annotations

from pathlib import Path

import pytest

from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.corpus.model import Document, Input, Origin, Outcome, OutcomeKind, Page, Quality, Source, Verdict
from avtalsarkiv.corpus.store import Store
from avtalsarkiv.corpus.words import Box, Word, Words
from avtalsarkiv.finding import Finder, Hit
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.tests.marked_up import marked_up

QUALITY = Quality(Verdict.REPAIR, "damaged letters")


def hits(folder: Path, text: str, query: str) -> tuple[Hit, ...]:
    """The answer of an archive with one page, with its characters a point apart, each ten wide."""
    printed, repairs = marked_up(text)
    words = Words(Word(at, at + 1, Box(at, 0, at + 10, 10)) for at in range(len(printed)))
    page = Page(1, printed, Origin.OCR, QUALITY, 595.0, 842.0, words=words, repairs=repairs)
    document = Document("ab" * 8, Source("ab" * 32, 1, "image/png"), (page,), "Avtal")
    store, index = Store(folder, "1", create=True), WhooshIndex(folder / "index")
    store.add(document, Input("/a.png", b"/a.png"), Outcome("/a.png", OutcomeKind.INGESTED, document.id))
    index.update([Change(*change) for change in store.changes(0)], store.revision)
    return Finder(store, index).find(query, {}).hits


@pytest.mark.parametrize("query", ["Jämtland", "Jimtland", '"med Jämtland"'])
def test_a_hit_shows_and_frames_what_is_printed(tmp_path: Path, query: str) -> None:
    [hit] = hits(tmp_path, "Avtal med {Jimtland=Jämtland} nu", query)
    start = 6 if '"' in query else 10
    assert (hit.snippet, hit.marks) == ("Avtal med Jimtland nu", ((start, 18),))
    assert hit.box == Box(start, 0, 27, 10)


def test_repairs_stay_in_place_where_personnummer_are_masked(tmp_path: Path) -> None:
    [hit] = hits(tmp_path, "{Sdkande=Sökande} 850101-1238 i {Jimtland=Jämtland}", "sökande jämtland")
    assert [hit.snippet[start:end] for start, end in hit.marks] == ["Sdkande", "Jimtland"]
    assert "1238" not in hit.snippet
