"""The part of the store that is about repairs: what was decided about them, and the words the archive knows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from ..decisions import Decision
from ..model import Document, Known, OutcomeKind
from .keeping import keep_extraction
from .lookup import Lookup
from .rows import INSERT_DECISION, decision_of, decision_values, json_list
from .writing import log, next_revision, replace_repairs, said_of

_SUGGESTED: Final = """
    SELECT document, page, start, count(*), min(printf('%012d %09d %012d', documents.rowid, page, start))
    FROM repairs JOIN documents ON id = document
    WHERE current AND standing = 'suggested' GROUP BY seen, meant ORDER BY 4 DESC, 5
"""
"""The columns beside the counts are those of the row with the smallest value, as SQLite promises."""


class Suggested(NamedTuple):
    """Suggestions alike in what was seen and meant."""

    document: str
    page: int
    start: int
    """Of the first of them, in its page's text."""
    times: int


class RepairStore(Lookup):
    """What an archive knows of repairs; each method that writes is one transaction."""

    # Reading.

    def known(self) -> Known:
        """The words that the archive knows, by which damaged ones are told."""
        with self._database.reading() as db:
            names = frozenset(row[0] for row in db.execute("SELECT DISTINCT word FROM names"))
        return Known(frozenset(self.words()), names)

    def words(self) -> tuple[str, ...]:
        """The words that an archivist added, sorted."""
        with self._database.reading() as db:
            return tuple(row[0] for row in db.execute("SELECT word FROM words ORDER BY word"))

    def decisions(self, document_id: str | None = None) -> tuple[Decision, ...]:
        """What was decided for the whole archive, and for a document of it; the latest last."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT * FROM decisions WHERE document IS NULL OR document = ? ORDER BY number", (document_id,)
            )
            return tuple(map(decision_of, rows))

    def having(self, seen: str, meant: str) -> tuple[str, ...]:
        """The ids of all documents in which this was repaired or suggested so, older versions included."""
        with self._database.reading() as db:
            rows = db.execute("SELECT DISTINCT document FROM repairs WHERE seen = ? AND meant = ?", (seen, meant))
            return tuple(row[0] for row in rows)

    def in_doubt(self, version: str) -> tuple[str, ...]:
        """The ids of current documents that may be repaired otherwise by this version of the repair.

        Those that did not go through it, that came damaged, or of which anything was repaired or suggested.
        """
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM documents WHERE current AND (repaired_by IS NOT ? OR id IN"
                " (SELECT document FROM repairs) OR id IN (SELECT document FROM pages WHERE verdict = 'repair'))"
                " ORDER BY rowid",
                (version,),
            )
            return tuple(row[0] for row in rows)

    def suggested(self) -> list[Suggested]:
        """What awaits a decision in current documents, the most frequent first, each with the first of its places."""
        with self._database.reading() as db:
            rows = db.execute(_SUGGESTED).fetchall()
        return [Suggested(*row[:4]) for row in rows]

    def faults(self) -> list[str]:
        """As `Lookup.faults`; and each repair must lie over what it says was seen."""
        found = super().faults()
        with self._database.reading() as db:
            pages = db.execute("SELECT DISTINCT document, page FROM repairs").fetchall()
        for document, number in pages:
            page = self.page(document, number)
            if not all(page.text.startswith(repair.seen, repair.start) for repair in page.repairs):
                found.append(f"document {document}: page {number} and its repairs disagree; run `retry --text --all`")
        return found

    def page_starts(self, document_id: str) -> dict[int, int]:
        """Where the text of each page, by its number, begins in its document's."""
        lengths = "SELECT number, length(text) + 1 FROM pages WHERE document = ? ORDER BY number"
        with self._database.reading() as db:
            pages = db.execute(lengths, (document_id,)).fetchall()
        starts = accumulate((length for _, length in pages), initial=0)
        return {number: start for (number, _), start in zip(pages, starts, strict=False)}

    # Writing.

    def revise(self, document: Document) -> None:
        """Store the repairs of a known document anew, with its title, what its head says, and its facts where given."""
        with self._database.writing() as db:
            _revise(db, document)

    def mark_repaired(self, document: Document) -> None:
        """Note which version of the repair a document has gone through that reads as it did."""
        with self._database.writing() as db:
            db.execute("UPDATE documents SET repaired_by = ? WHERE id = ?", (document.repaired_by, document.id))

    def decide(self, decisions: Sequence[tuple[str, Decision]], revised: Iterable[Document]) -> int:
        """Note what was decided about repairs, each with the document it was decided in.

        Args:
            decisions: Each takes the place of an earlier one about the same.
            revised: The documents as they then are, worked out when the decisions are noted. Returns how many.
        """
        with self._database.writing() as db:
            for document_id, decision in decisions:
                note_decision(db, document_id, decision)
            count = 0
            for document in revised:
                _revise(db, document)
                count += 1
        return count

    def add_words(self, words: Iterable[str]) -> None:
        """Add words to the archive's own; those that are there stay."""
        with self._database.writing() as db:
            for word in words:
                db.execute("INSERT OR IGNORE INTO words (word) VALUES (?)", (word,))
                log(db, "add-word", None, {"word": word})

    def remove_words(self, words: Iterable[str]) -> None:
        """Take words from the archive's own."""
        with self._database.writing() as db:
            for word in words:
                db.execute("DELETE FROM words WHERE word = ?", (word,))
                log(db, "remove-word", None, {"word": word})


def note_decision(db: sqlite3.Connection, document_id: str, decision: Decision) -> None:
    """A decision, in place of an earlier one about the same."""
    values = decision_values(document_id, decision)
    *key, standing = values
    db.execute("DELETE FROM decisions WHERE document IS ? AND page IS ? AND start IS ? AND seen = ? AND meant = ?", key)
    db.execute(INSERT_DECISION, values)
    place = "everywhere" if decision.page is None else f"page {decision.page}, {decision.start}"
    log(db, str(standing), document_id, {"seen": decision.seen, "meant": decision.meant, "place": place})


def _revise(db: sqlite3.Connection, document: Document) -> None:
    replace_repairs(db, document)
    db.execute(
        "UPDATE documents SET title = ?, warnings = ?, notes = ?, doc_type = ?, date = ?, dnr = ?, page_count = ?,"
        " attachments = ?, repaired_by = ?, revision = ? WHERE id = ?",
        (*said_of(document), next_revision(db), document.id),
    )
    keep_extraction(db, document)
    done = OutcomeKind.WARNING if document.warnings else OutcomeKind.INGESTED
    db.execute(
        "UPDATE inputs SET repaired_words = ?, warnings = ?,"
        " outcome = iif(outcome IN ('ingested', 'warning') AND reason IS NULL, ?, outcome) WHERE document = ?",
        (document.repaired_words, json_list(document.warnings), done, document.id),
    )
