"""This program, as the archive searches: from a query to hits with snippet, marks, facts and place."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from avtalsarkiv.archive import Archive
from avtalsarkiv.bench.search.archived import fill
from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.bench.search.programs import SNIPPETS, Ask
from avtalsarkiv.bench.search.queries import Query


def prepare(documents: Iterable[Made], folder: Path) -> None:
    """An archive without index: the text belongs to the store."""
    fill(folder, documents)


def build(documents: Iterable[Made], folder: Path) -> None:
    """Index from the store, as `reindex` does."""
    with Archive(folder) as archive:
        archive.reindex()


def opened(folder: Path) -> Ask:
    """An archive just opened."""
    archive = Archive(folder)

    def ask(query: Query) -> int:
        found = archive.search(
            query.text,
            limit=SNIPPETS,
            doc_type=query.doc_type,
            date_from=query.date_from,
            date_to=query.date_to,
            facets=query.kind == "three facets",
        )
        return found.pages

    return ask
