"""A yardstick: SQLite's FTS5, which knows no stems; words that are misspelt are looked up in its list of terms."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.bench.search.programs import SNIPPETS, Ask
from avtalsarkiv.bench.search.queries import Query

_TABLES: Final = """
    CREATE TABLE pages (id INTEGER PRIMARY KEY, document, page, type, year, party, date);
    CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = "unicode61 remove_diacritics 0");
    CREATE VIRTUAL TABLE words USING fts5vocab(texts, row);
"""
_FOUND: Final = """
    SELECT texts.rowid, snippet(texts, 0, '[', ']', '...', 30) FROM texts JOIN pages ON pages.id = texts.rowid
    WHERE texts MATCH ?1 AND (?2 IS NULL OR type = ?2) AND (?3 IS NULL OR date BETWEEN ?3 AND ?4)
    ORDER BY rank LIMIT ?5
"""
_COUNTED: Final = """
    SELECT {}, count(*) FROM texts JOIN pages ON pages.id = texts.rowid
    WHERE texts MATCH ?1 AND (?2 IS NULL OR type = ?2) AND (?3 IS NULL OR date BETWEEN ?3 AND ?4) GROUP BY 1
"""
_LIKE: Final = 32
"""Words that one which is misspelt may stand for."""


def prepare(documents: Iterable[Made], folder: Path) -> None:
    """Nothing."""


def build(documents: Iterable[Made], folder: Path) -> None:
    """One transaction."""
    (folder / "index").mkdir(parents=True)
    with sqlite3.connect(folder / "index" / "pages.sqlite3") as db:
        db.executescript(_TABLES)
        for made in documents:
            for number, page in enumerate(made.pages, 1):
                known = (made.id, number, made.doc_type or "unknown", made.date[:4], made.parties[0], made.date)
                row = db.execute("INSERT INTO pages VALUES (NULL, ?, ?, ?, ?, ?, ?)", known).lastrowid
                db.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", (row, page))
        db.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    db.close()


def opened(folder: Path) -> Ask:
    """One connection for all queries, and all words in memory."""
    db = sqlite3.connect(folder / "index" / "pages.sqlite3")
    words = [row[0] for row in db.execute("SELECT term FROM words")]

    def ask(query: Query) -> int:
        given = (_match(query, words), query.doc_type, query.date_from, query.date_to)
        db.execute(_FOUND, (*given, SNIPPETS)).fetchall()
        for facet in ("type", "year", "party") if query.kind == "three facets" else ():
            db.execute(_COUNTED.format(facet), given).fetchall()
        return sum(row[1] for row in db.execute(_COUNTED.format("1"), given))

    return ask


def _match(query: Query, words: Sequence[str]) -> str:
    if query.kind in ("fuzzy", "misspelt"):
        return " AND ".join(f"({_like(word, words)})" for word in query.words)
    quoted = [f'"{word}"' for word in query.content]
    match query.kind:
        case "phrase":
            return f'"{" ".join(query.words)}"'
        case "prefix":
            return f"{quoted[0]} *"
        case _:
            return " AND ".join(quoted)


def _like(word: str, words: Sequence[str]) -> str:
    found = extract(word, words, scorer=OSA.distance, score_cutoff=1, limit=_LIKE, processor=None)
    return " OR ".join(f'"{like}"' for like, _, _ in found) or f'"{word}"'
