"""The store: documents, pages, paths, outcomes, repairs, facts. Nothing outside this folder knows SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from ..corrections import Correction
from ..decisions import Decision
from ..model import Document, Input, Outcome, OutcomeKind
from .database import now
from .keeping import keep_extraction
from .lookup import current_document
from .repairs import note_decision
from .rows import json_list
from .sights import SightStore
from .writing import insert_document, insert_pages, log, next_revision, said_of, set_current


class Store(SightStore):
    """What one archive knows, in one SQLite file: each method that writes is one transaction, on disk at its end."""

    def add(
        self,
        document: Document,
        source: Input,
        outcome: Outcome,
        decisions: Iterable[Decision] = (),
        corrections: Iterable[Correction] = (),
    ) -> Document:
        """Store a document whose content is new, under a path, with what was said of places and facts in it.

        Returns it with `replaces` filled in.
        """
        with self._database.writing() as db:
            before = current_document(db, source.shown)
            document = replace(document, replaces=before)
            insert_document(db, document, self.program)
            set_current(db, source.shown, document.id, before)
            for decision in decisions:
                note_decision(db, document.id, decision)
            keep_extraction(db, document, corrections)
            self._note(db, source, replace(outcome, replaces=before), document.source.sha256)
        return document

    def attach(self, document_id: str, source: Input, outcome: Outcome, sha256: str) -> None:
        """Note that a known content stands under a path, which may be a new one.

        An unchanged input keeps the outcome it had: what needed a hand then still does.
        """
        with self._database.writing() as db:
            set_current(db, source.shown, document_id, current_document(db, source.shown))
            if outcome.kind is not OutcomeKind.UNCHANGED:
                self._note(db, source, outcome, sha256)

    def reread(self, document: Document, source: Input, outcome: Outcome) -> None:
        """Store what a known document's pages say after they have been read again, and that it stands under a path."""
        with self._database.writing() as db:
            set_current(db, source.shown, document.id, current_document(db, source.shown))
            db.execute("DELETE FROM pages WHERE document = ?", (document.id,))
            insert_pages(db, document)
            db.execute(
                "UPDATE documents SET title = ?, warnings = ?, notes = ?, doc_type = ?, date = ?, dnr = ?,"
                " page_count = ?, attachments = ?, repaired_by = ?, program = ?, revision = ? WHERE id = ?",
                (*said_of(document), self.program, next_revision(db), document.id),
            )
            keep_extraction(db, document)
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
            log(db, kind, document_id, detail)

    def _note(self, db: sqlite3.Connection, source: Input, outcome: Outcome, sha256: str | None) -> None:
        db.execute(
            "INSERT OR REPLACE INTO inputs (path, raw, sha256, outcome, reason, document, pages, ocr_pages,"
            " repaired_words, warnings, confidence, seconds, program, at, nested)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                source.shown, source.raw, sha256, outcome.kind, outcome.reason, outcome.document, outcome.pages,
                outcome.ocr_pages, outcome.repaired_words, json_list(outcome.warnings), outcome.confidence,
                outcome.seconds, self.program, now(), source.nested,
            ),
        )  # fmt: skip
