"""The steps of which the store's transactions are made."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from ..model import Document
from ..names import names_of
from .database import now
from .rows import INSERT_PAGE, INSERT_REPAIR, json_list, page_values, repair_values


def next_revision(db: sqlite3.Connection) -> int:
    """The revision that the next change gets."""
    return int(db.execute("SELECT coalesce(max(revision), 0) + 1 FROM documents").fetchone()[0])


def raise_revision(db: sqlite3.Connection, document_id: str) -> None:
    """Note that a document is to be looked at again by whoever follows the store."""
    db.execute("UPDATE documents SET revision = ? WHERE id = ?", (next_revision(db), document_id))


def insert_document(db: sqlite3.Connection, document: Document, program: str) -> None:
    """A document and its pages."""
    source = document.source
    db.execute(
        "INSERT INTO documents (id, sha256, size, media_type, title, warnings, notes, doc_type, date, dnr,"
        " page_count, attachments, repaired_by, replaces, current, revision, program, stored_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
        (
            document.id, source.sha256, source.size, source.media_type, *said_of(document), document.replaces,
            next_revision(db), program, now(),
        ),
    )  # fmt: skip
    insert_pages(db, document)


def said_of(document: Document) -> tuple[str | int | None, ...]:
    """What the columns from `title` to `repaired_by` take."""
    return (
        document.title, json_list(document.warnings), json_list(document.notes), document.doc_type, document.date,
        json_list(document.dnr), len(document.pages), document.attachments, document.repaired_by,
    )  # fmt: skip


def insert_pages(db: sqlite3.Connection, document: Document) -> None:
    """The pages of a document, with their repairs and the names that they vouch for."""
    db.executemany(INSERT_PAGE, (page_values(document.id, page) for page in document.pages))
    _insert_repairs(db, document)


def replace_repairs(db: sqlite3.Connection, document: Document) -> None:
    """The repairs of a document whose pages are stored, in place of those it had."""
    db.execute("DELETE FROM repairs WHERE document = ?", (document.id,))
    _insert_repairs(db, document)


def log(db: sqlite3.Connection, kind: str, document_id: str | None, detail: Mapping[str, str]) -> None:
    """What a person did, for the record."""
    db.execute(
        "INSERT INTO events (at, kind, document, detail) VALUES (?, ?, ?, ?)",
        (now(), kind, document_id, json.dumps(detail, ensure_ascii=False)),
    )


def _insert_repairs(db: sqlite3.Connection, document: Document) -> None:
    db.executemany(INSERT_REPAIR, repair_values(document.id, document.pages))
    db.execute("DELETE FROM names WHERE document = ?", (document.id,))
    names = names_of(document.pages)
    db.executemany("INSERT INTO names (word, document) VALUES (?, ?)", ((name, document.id) for name in names))


def set_current(db: sqlite3.Connection, path: str, document_id: str, before: str | None) -> None:
    """Make a document the one that stands under a path; its predecessor, with what came inside it, becomes older."""
    if before == document_id:
        return
    # "/0" is the first string after all those that begin with "//".
    below = "path = ?1 OR path BETWEEN ?1 || '//' AND ?1 || '/0'"
    older = [row[0] for row in db.execute(f"SELECT document FROM paths WHERE current AND ({below})", (path,))]
    db.execute(f"UPDATE paths SET current = 0 WHERE {below}", (path,))
    db.execute(
        "INSERT INTO paths (path, document, current, first_seen) VALUES (?, ?, 1, ?)"
        " ON CONFLICT (path, document) DO UPDATE SET current = 1",
        (path, document_id, now()),
    )
    for changed in (*older, document_id):
        _refresh_current(db, changed)


def _refresh_current(db: sqlite3.Connection, document_id: str) -> None:
    stands = bool(db.execute("SELECT 1 FROM paths WHERE document = ? AND current", (document_id,)).fetchone())
    # Raised also where it stays what it was: it stands under other paths now, by which it can be found too.
    db.execute("UPDATE documents SET current = ?, revision = ? WHERE id = ?", (stands, next_revision(db), document_id))
