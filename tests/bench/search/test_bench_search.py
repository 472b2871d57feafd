"""The benchmark of searching, on a text of a few hundred invented sentences."""

from __future__ import annotations

import lzma
from collections import Counter
from pathlib import Path
from random import Random
from typing import Final

import pytest

from avtalsarkiv.bench.measuring import Cost
from avtalsarkiv.bench.search import material, naughty, queries, report
from avtalsarkiv.bench.search.archived import as_document
from avtalsarkiv.bench.search.commands import Waited
from avtalsarkiv.bench.search.measured import Asked, Measured, Run, p50_p95
from avtalsarkiv.bench.search.programs import OURS, WHOOSH, program
from avtalsarkiv.bench.search.queries import KINDS, Query

WORDS: Final = (
    "vägen", "bryggan", "färjan", "isen", "leden", "skogen", "driften", "avgiften", "bidraget", "samverkan",
)  # fmt: skip
PAGES: Final = 30


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents with thirty pages, of a text that has words for ten."""
    folder, chance = tmp_path_factory.mktemp("material"), Random(1)
    lines = [" ".join(chance.choices(WORDS, k=20)) for _ in range(139)] + ["Den enda tvättstugan nämns här"] * 2
    with lzma.open(folder / "text.xz", "wt", encoding="utf-8") as text:
        text.write("\n".join(lines))
    material.write(folder / "text.xz", PAGES, folder / "documents.jsonl")
    return folder / "documents.jsonl"


def test_there_are_as_many_pages_as_asked_for_and_they_have_a_page_of_words(made: Path) -> None:
    documents = list(material.read(made, PAGES))
    words = [len(page.split()) for one in documents for page in one.pages]
    assert len(words) == PAGES
    assert all(250 <= count <= 340 for count in words[:9])
    assert all(one.pages[0].startswith(one.title) for one in documents)


def test_a_smaller_number_of_pages_is_the_beginning_of_a_larger_one(made: Path) -> None:
    few = [page for one in material.read(made, 7) for page in one.pages]
    assert few == [page for one in material.read(made, PAGES) for page in one.pages][:7]


def test_the_facts_stand_where_they_are_said_to(made: Path) -> None:
    for document in map(as_document, material.read(made, PAGES)):
        assert document.extraction
        assert all(document.text[fact.start : fact.end] == fact.text for fact in document.extraction.facts)
        assert all(document.text.startswith("§", section.start) for section in document.extraction.sections)


def test_the_same_queries_are_drawn_each_time_and_none_twice(made: Path, tmp_path: Path) -> None:
    asked = queries.drawn(material.read(made, PAGES), 3)
    assert asked == queries.drawn(material.read(made, PAGES), 3)
    assert len(set(asked)) == len(asked)
    assert {"2-3 words", "phrase"} <= set(Counter(query.kind for query in asked))
    queries.save(asked, tmp_path / "queries.json")
    assert queries.load(tmp_path / "queries.json") == asked


@pytest.mark.parametrize(
    ("kind", "text"), [("phrase", '"isen leden"'), ("common word", "isen leden"), ("sentence", "isen leden")]
)
def test_a_query_reads_as_it_is_typed(kind: str, text: str) -> None:
    assert Query(kind, ("isen", "leden")).text == text


@pytest.mark.parametrize("name", [OURS, WHOOSH, "SQLite FTS5", "tantivy"])
def test_every_program_finds_what_is_there(name: str, made: Path, tmp_path: Path) -> None:
    if name == "tantivy":
        pytest.importorskip("tantivy")
    chosen = program(name)
    chosen.prepare(material.read(made, PAGES), tmp_path / "it")
    chosen.build(material.read(made, PAGES), tmp_path / "it")
    ask = chosen.opened(tmp_path / "it")
    found = {kind: ask(_query(kind)) for kind in KINDS}
    assert found["rare word"] == found["phrase"] > 0
    assert PAGES >= found["common word"] > found["rare word"]
    assert 0 < found["filter and dates"] < PAGES


def _query(kind: str) -> Query:
    words = {"rare word": ("tvättstugan",), "phrase": ("enda", "tvättstugan"), "fuzzy": ("bryggn",)}
    filters = ("avtal", "2000-01-01", "2030-12-31") if kind == "filter and dates" else (None, None, None)
    return Query(kind, words.get(kind, ("bryggan",)), *filters)


def test_the_tables_show_percentiles_and_ratios() -> None:
    tables = report.tables(Run((_measured(OURS, 2.0, 9), _measured(OURS, 4.0, 10), _measured(WHOOSH, 40.0, 10))))
    assert "| phrase | 4.0 / 4.0 | 4.0 / 4.0 | 40 / 40 | 10.0 | 60 |" in tables
    assert "| avtalsarkiv: phrase, warm | 2.0 / 2.0 | 4.0 / 4.0 |" in tables


def test_waiting_and_naughty_texts_have_tables_too() -> None:
    waited = Waited("phrase", (0.5, 0.7, 0.6), (0.4, 0.4, 0.5))
    tables = report.tables(Run((_measured(OURS, 2.0, 9),), (waited,), (("everything", 1.25), ("nothing", 0.01))))
    assert "| phrase | 0.60 s | 0.70 s | 0.8 s | 0.40 s |" in tables
    assert "| everything | 1.25 s | 2 s |" in tables


@pytest.mark.parametrize(
    ("text", "name"),
    [("||", "`\\|\\|`"), ("\x00" * 99, "`" + r"\x00" * 30 + "...` (99 characters)"), ("a`b", "`a'b`")],
)
def test_a_naughty_text_has_a_name_that_a_table_can_hold(text: str, name: str) -> None:
    assert naughty.named(text) == name


def _measured(name: str, milliseconds: float, pages: int) -> Measured:
    times = (milliseconds,) * 3
    asked = dict.fromkeys(KINDS, Asked(1.0, times, times, (1, 1, 1)))
    return Measured(name, pages, Cost(1, 2), (100.0, 0.0), 1000, 2000, 90.0, asked)


def test_percentiles_of_one_figure_are_that_figure() -> None:
    assert p50_p95([3.0]) == (3.0, 3.0)
    assert p50_p95(range(101)) == (50, 95)
