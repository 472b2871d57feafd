"""Whoosh as its documentation shows it: text stored, its Swedish analyser, its filters, facets and highlighter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from whoosh.analysis import LanguageAnalyzer
from whoosh.fields import DATETIME, ID, NUMERIC, TEXT, Schema
from whoosh.index import create_in, open_dir
from whoosh.qparser import FuzzyTermPlugin, QueryParser
from whoosh.query import And, DateRange, Term

from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.bench.search.programs import SNIPPETS, Ask
from avtalsarkiv.bench.search.queries import Query


def prepare(documents: Iterable[Made], folder: Path) -> None:
    """Nothing."""


def build(documents: Iterable[Made], folder: Path) -> None:
    """One writer, one commit; what facets are counted by is sortable, as the documentation recommends."""
    (folder / "index").mkdir(parents=True)
    writer = create_in(folder / "index", _schema()).writer()
    for made in documents:
        for number, page in enumerate(made.pages, 1):
            writer.add_document(
                document=made.id, page=number, title=made.title, text=page, type=made.doc_type or "unknown",
                year=made.date[:4], party=made.parties[0], date=dt.datetime.fromisoformat(made.date),
                amount=made.amount,
            )  # fmt: skip
    writer.commit()


def opened(folder: Path) -> Ask:
    """One searcher for all queries."""
    index = open_dir(folder / "index")
    searcher, parser = index.searcher(), QueryParser("text", index.schema)
    parser.add_plugin(FuzzyTermPlugin())

    def ask(query: Query) -> int:
        results = searcher.search(_parsed(query, parser, searcher), limit=SNIPPETS, **_options(query))
        for hit in results[:SNIPPETS]:
            hit.highlights("text")
        for facet in results.facet_names():
            results.groups(facet)
        return len(results)

    return ask


def _schema() -> Schema:
    return Schema(
        document=ID(stored=True),
        page=NUMERIC(stored=True),
        title=TEXT(analyzer=LanguageAnalyzer("sv"), stored=True),
        text=TEXT(analyzer=LanguageAnalyzer("sv"), stored=True),
        type=ID(stored=True, sortable=True),
        year=ID(stored=True, sortable=True),
        party=ID(stored=True, sortable=True),
        date=DATETIME(stored=True),
        amount=NUMERIC(stored=True),
    )


def _parsed(query: Query, parser: Any, searcher: Any) -> Any:
    text = f"{query.text}1/1" if query.kind == "fuzzy" else query.text
    parsed = parser.parse(text)
    return searcher.correct_query(parsed, text).query if query.kind == "misspelt" else parsed


def _options(query: Query) -> dict[str, object]:
    if query.kind == "three facets":
        return {"groupedby": ["type", "year", "party"]}
    if query.doc_type and query.date_from and query.date_to:
        first, last = map(dt.datetime.fromisoformat, (query.date_from, query.date_to))
        return {"filter": And([Term("type", query.doc_type), DateRange("date", first, last)])}
    return {}
