"""A yardstick: tantivy, with its Swedish stemmer, text stored, fast fields for facets and dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import tantivy

from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.bench.search.programs import SNIPPETS, Ask
from avtalsarkiv.bench.search.queries import Query

_ANALYSIS: Final = "swedish"
_FACETS: Final = ("type", "year", "party")
_THREADS: Final = 1
"""So that wall time says what CPU time does."""


def prepare(documents: Iterable[Made], folder: Path) -> None:
    """Nothing."""


def build(documents: Iterable[Made], folder: Path) -> None:
    """One writer, one commit."""
    (folder / "index").mkdir(parents=True)
    index = tantivy.Index(_schema(), str(folder / "index"))
    index.register_tokenizer(_ANALYSIS, _analyser())
    writer = index.writer(num_threads=_THREADS)
    for made in documents:
        for number, page in enumerate(made.pages, 1):
            writer.add_document(
                tantivy.Document(
                    document=made.id, page=number, text=page, type=made.doc_type or "unknown", year=made.date[:4],
                    party=made.parties[0], date=_moment(made.date),
                )
            )  # fmt: skip
    writer.commit()
    writer.wait_merging_threads()


def opened(folder: Path) -> Ask:
    """One searcher for all queries."""
    index = tantivy.Index.open(str(folder / "index"))
    index.register_tokenizer(_ANALYSIS, _analyser())
    searcher = index.searcher()

    def ask(query: Query) -> int:
        parsed = _parsed(query, index)
        results: Any = searcher.search(parsed, limit=SNIPPETS)
        snippets = tantivy.SnippetGenerator.create(searcher, parsed, index.schema, "text")
        for _, address in results.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        if query.kind == "three facets":
            searcher.aggregate(parsed, {facet: {"terms": {"field": facet, "size": 100}} for facet in _FACETS})
        return int(results.count)

    return ask


def _schema() -> tantivy.Schema:
    made = tantivy.SchemaBuilder()
    made.add_text_field("document", stored=True, tokenizer_name="raw")
    made.add_integer_field("page", stored=True)
    made.add_text_field("text", stored=True, tokenizer_name=_ANALYSIS)
    for facet in _FACETS:
        made.add_text_field(facet, stored=True, fast=True, tokenizer_name="raw")
    made.add_date_field("date", stored=True, indexed=True, fast=True)
    return made.build()


def _analyser() -> tantivy.TextAnalyzer:
    plain = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase())
    return plain.filter(tantivy.Filter.stemmer("swedish")).build()


def _parsed(query: Query, index: tantivy.Index) -> tantivy.Query:
    schema = index.schema
    if query.kind == "prefix":
        return tantivy.Query.regex_query(schema, "text", f"{query.words[0]}.*")
    if query.kind in ("fuzzy", "misspelt"):
        near = {"text": (False, 1, True)}
        return index.parse_query(" ".join(query.words), ["text"], fuzzy_fields=near, conjunction_by_default=True)
    words = query.text if query.kind == "phrase" else " ".join(query.content)
    parsed = index.parse_query(words, ["text"], conjunction_by_default=True)
    if query.doc_type is None:
        return parsed
    of_type = tantivy.Query.term_query(schema, "type", query.doc_type)
    first, last = map(_moment, (query.date_from or "", query.date_to or ""))
    dated = tantivy.Query.range_query(schema, "date", tantivy.FieldType.Date, first, last)
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, each) for each in (parsed, of_type, dated)])


def _moment(date: str) -> dt.datetime:
    return dt.datetime.fromisoformat(date).replace(tzinfo=dt.UTC)
