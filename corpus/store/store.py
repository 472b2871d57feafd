"""The store: documents, pages, paths and outcomes. Nothing outside this folder knows SQL."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from ..model import Document, Input, Outcome, OutcomeKind
from .database import now
from .lookup import Lookup, current_document
from .rows import INSERT_PAGE, json_list, page_values


class Store(Lookup):
    """What one archive knows, in one SQLite file: each method that writes is one transaction, on disk at its end."""

    def add(self, document: Document, source: Input, outcome: Outcome) -> Document:
        """Store a document whose content is new, under a path. Returns it with `replaces` filled in."""
        with self._database.writing() as db:
            before = current_document(db, source.shown)
            document = replace(document, replaces=before)
            _insert_document(db, document, self._program)
            _set_current(db, source.shown, document.id, before)
            self._note(db, source, replace(outcome, replaces=before), document.source.sha256)
        return document

    def attach(self, document_id: str, source: Input, outcome: Outcome, sha256: str) -> None:
        """Note that a known content stands under a path, which may be a new one.

        An unchanged input keeps the outcome it had: what needed a hand then still does.
        """
        with self._database.writing() as db:
            _set_current(db, source.shown, document_id, current_document(db, source.shown))
            if outcome.kind is not OutcomeKind.UNCHANGED:
                self._note(db, source, outcome, sha256)

    def reread(self, document: Document, source: Input, outcome: Outcome) -> None:
        """Store what a known document's pages say after they have been read again, and that it stands under a path."""
        with self._database.writing() as db:
            _set_current(db, source.shown, document.id, current_document(db, source.shown))
            db.execute("DELETE FROM pages WHERE document = ?", (document.id,))
            _insert_pages(db, document)
            db.execute(
                "UPDATE documents SET title = ?, warnings = ?, notes = ?, doc_type = ?, date = ?, dnr = ?,"
                " page_count = ?, attachments = ?, program = ?, revision = ? WHERE id = ?",
                (*_said_of(document), self._program, _next_revision(db), document.id),
            )
            self._note(db, source, outcome, document.source.sha256)

    def note(self, source: Input, outcome: Outcome, sha256: str | None = None) -> None:
        """Note an outcome without a document: rejected or ignored."""
        with self._database.writing() as db:
            self._note(db, source, outcome, sha256)

    def forget(self, source: Input) -> None:
        """Take back what was noted of an input that is none any more, such as a folder that can be listed now."""
        with self._database.writing() as db:
            db.execute("DELETE FROM inputs WHERE path = ? AND document IS NULL", (source.shown,))

    def log(self, kind: str, document_id: str | None, **detail: str) -> None:
        """Note what a person did, for the record."""
        with self._database.writing() as db:
            db.execute(
                "INSERT INTO events (at, kind, document, detail) VALUES (?, ?, ?, ?)",
                (now(), kind, document_id, json.dumps(detail, ensure_ascii=False)),
            )

    def _note(self, db: sqlite3.Connection, source: Input, outcome: Outcome, sha256: str | None) -> None:
        db.execute(
            "INSERT OR REPLACE INTO inputs (path, raw, sha256, outcome, reason, document, pages, ocr_pages,"
            " repaired_words, warnings, confidence, seconds, program, at, nested)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source.shown, source.raw, sha256, outcome.kind, outcome.reason, outcome.document, outcome.pages,
                outcome.ocr_pages, outcome.repaired_words, json_list(outcome.warnings), outcome.confidence,
                outcome.seconds, self._program, now(), source.nested,
            ),
        )  # fmt: skip


def _next_revision(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(revision), 0) + 1 FROM documents").fetchone()[0])


def _insert_document(db: sqlite3.Connection, document: Document, program: str) -> None:
    source = document.source
    db.execute(
        "INSERT INTO documents (id, sha256, size, media_type, title, warnings, notes, doc_type, date, dnr,"
        " page_count, attachments, replaces, current, revision, program, stored_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?)",
        (
            document.id, source.sha256, source.size, source.media_type, *_said_of(document), document.replaces,
            _next_revision(db), program, now(),
        ),
    )  # fmt: skip
    _insert_pages(db, document)


def _said_of(document: Document) -> tuple[str | int | None, ...]:
    return (
        document.title, json_list(document.warnings), json_list(document.notes), document.doc_type, document.date,
        json_list(document.dnr), len(document.pages), document.attachments,
    )  # fmt: skip


def _insert_pages(db: sqlite3.Connection, document: Document) -> None:
    db.executemany(INSERT_PAGE, (page_values(document.id, page) for page in document.pages))


def _set_current(db: sqlite3.Connection, path: str, document_id: str, before: str | None) -> None:
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
    db.execute(
        "UPDATE documents SET current = ?1, revision = ?2 WHERE id = ?3 AND current != ?1",
        (stands, _next_revision(db), document_id),
    )
