"""How an extraction is stored: what people said of facts is laid over it, inside the transaction that takes it in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from ..corrections import Correction, corrected
from ..kept import kept
from ..model import Document
from .database import now
from .fact_rows import (
    INSERT_CORRECTION,
    INSERT_EXTRACTION,
    INSERT_FACT,
    correction_of,
    correction_values,
    extraction_values,
    fact_values,
)


def keep_extraction(db: sqlite3.Connection, document: Document, carried: Iterable[Correction] = ()) -> None:
    """What was extracted from a document, where it was; what people said of its facts, or of an older version's, stays.

    Args:
        db: Inside a transaction.
        document: With its pages.
        carried: Corrections of an older version that hold for this one too.
    """
    for correction in carried:
        insert_correction(db, document.id, correction, in_force=True)
    if document.extraction is None:
        return
    starts = {page.number: start for page, start in document.page_starts()}
    facts, _ = corrected(kept(document, document.extraction.facts), corrections_in_force(db, document.id), starts)
    db.execute("DELETE FROM facts WHERE document = ?", (document.id,))
    db.executemany(INSERT_FACT, map(fact_values, facts))
    db.execute(INSERT_EXTRACTION, extraction_values(document.id, document.extraction))


def corrections_in_force(db: sqlite3.Connection, document_id: str) -> list[Correction]:
    """The corrections in force of a document, the oldest first, inside a transaction."""
    rows = db.execute("SELECT * FROM corrections WHERE document = ? AND in_force ORDER BY number", (document_id,))
    return [correction_of(row) for row in rows]


def insert_correction(db: sqlite3.Connection, document_id: str, said: Correction, *, in_force: bool) -> int | None:
    """A correction, inside a transaction; the number that it got."""
    return db.execute(INSERT_CORRECTION, correction_values(document_id, said, now(), in_force=in_force)).lastrowid
