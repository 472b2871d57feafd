"""The part of the store that is about facts: what was extracted, and what people said of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ..answers import Change
from ..corrected_terms import corrected as corrected_term
from ..corrections import Correction
from ..facts import Extraction, FactKind
from ..kept import Kept, State
from ..model import Document
from .fact_rows import INSERT_FACT, correction_of, extraction_of, fact_values, kept_of
from .keeping import corrections_in_force, insert_correction, keep_extraction
from .repairs import RepairStore
from .writing import log, raise_revision

_OF_PLACE: Final = "document = ? AND kind = ? AND start = ? AND end = ? AND number = ?"
_NAMES: Final = """
    SELECT DISTINCT json_extract(content, '$.name'), facts.document FROM facts JOIN documents ON id = facts.document
    WHERE current AND kind = 'party' AND state != 'rejected' AND (
        json_extract(content, '$.role') != 'mentioned'
        OR (doc_type = 'protokoll' AND page = 1 AND start < 400 AND json_extract(content, '$.type') = 'organisation')
    )
"""
"""Minutes name in their head, that is among the first signs, whose they are."""
_WITH_AMOUNT: Final = """
    SELECT DISTINCT facts.document FROM facts JOIN documents ON id = facts.document
    WHERE current AND kind = 'amount' AND state != 'rejected' AND json_extract(content, '$.unit') = 'SEK'
    AND CAST(coalesce(json_extract(content, '$.value_max'), json_extract(content, '$.value')) AS REAL) >= ?
    AND CAST(json_extract(content, '$.value') AS REAL) <= ?
"""


class FactStore(RepairStore):
    """What an archive knows of facts; each method that writes is one transaction."""

    # Reading.

    def facts(self, document_id: str, kind: FactKind | None = None) -> list[Kept]:
        """The facts of a document, rejected ones too, in the order of its text."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT facts.*, who, at FROM facts LEFT JOIN corrections ON corrections.number = correction"
                " WHERE facts.document = ?1 AND (?2 IS NULL OR facts.kind = ?2)"
                " ORDER BY facts.start, facts.end, facts.kind, facts.number",
                (document_id, kind),
            )
            return [kept_of(row) for row in rows]

    def extraction(self, document_id: str) -> Extraction:
        """What else was extracted from a document, without its facts; of none where it never was, version empty."""
        with self._database.reading() as db:
            row = db.execute("SELECT * FROM extractions WHERE document = ?", (document_id,)).fetchone()
        return extraction_of(row) if row else Extraction()

    def change(self, document_id: str) -> Change:
        """What an index must know about a document: as corrected, of its facts those in force.

        Raises:
            KeyError: There is none of that id.
        """
        document, facts = self.document(document_id), self.facts(document_id)
        extraction = self.extraction(document_id)
        agreement = extraction.agreement and corrected_term(extraction.agreement, facts)
        in_force = tuple(kept.fact for kept in facts if kept.in_force)
        extraction = replace(extraction, agreement=agreement, facts=in_force)
        return Change(document_id, replace(document, extraction=extraction), self.paths(document_id))

    def changes(self, since: int) -> Iterator[Change]:
        """Each document changed after a revision, one at a time; of one that is no longer to be found the id alone."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id, current FROM documents WHERE revision > ? ORDER BY revision", (since,)
            ).fetchall()
        for document_id, current in rows:
            yield self.change(document_id) if current else Change(document_id, None)

    def party_names(self) -> list[tuple[str, str]]:
        """The canonical names of parties of current documents, each with a document; those only mentioned left out.

        Minutes have also whom their head names: the municipality or region whose body met.
        """
        with self._database.reading() as db:
            return [(row[0], row[1]) for row in db.execute(_NAMES)]

    def with_amount(self, least: Decimal | None, most: Decimal | None) -> frozenset[str]:
        """The ids of current documents with an amount in kronor between these, bounds included."""
        bounds = float("-inf" if least is None else least), float("inf" if most is None else most)
        with self._database.reading() as db:
            return frozenset(row[0] for row in db.execute(_WITH_AMOUNT, bounds))

    def corrections(self, document_id: str) -> list[Correction]:
        """The corrections in force of a document, the oldest first."""
        with self._database.reading() as db:
            return corrections_in_force(db, document_id)

    def unfit(self) -> list[tuple[str, Correction]]:
        """The corrections in force of current documents that fit none of their facts any more."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT corrections.* FROM corrections JOIN documents ON id = document WHERE current AND in_force"
                " AND corrections.number NOT IN (SELECT correction FROM facts WHERE correction IS NOT NULL)"
                " ORDER BY corrections.number"
            )
            return [(row["document"], correction_of(row)) for row in rows]

    def extracted_otherwise(self, version: str) -> tuple[str, ...]:
        """The ids of current documents that another version of the rules extracted, or none."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM documents LEFT JOIN extractions ON document = id"
                " WHERE current AND extracted_by IS NOT ? ORDER BY documents.rowid",
                (version,),
            )
            return tuple(row[0] for row in rows)

    def unextracted(self) -> tuple[str, ...]:
        """The ids of current documents of which nothing was extracted yet, or could be."""
        with self._database.reading() as db:
            rows = db.execute(
                "SELECT id FROM documents LEFT JOIN extractions ON document = id"
                " WHERE current AND coalesce(extracted_by, '') = '' ORDER BY documents.rowid"
            )
            return tuple(row[0] for row in rows)

    def fact_counts(self) -> dict[str, int]:
        """The facts of current documents by kind, without those that somebody rejected."""
        with self._database.reading() as db:
            counts = Counter(dict(db.execute(
                "SELECT kind, count(*) FROM facts JOIN documents ON id = document"
                " WHERE current AND state != 'rejected' GROUP BY kind"
            ).fetchall()))  # fmt: skip
        return {str(kind): counts[kind] for kind in FactKind}

    def faults(self) -> list[str]:
        """As `RepairStore.faults`; and each fact must lie over what it says stands there."""
        found = super().faults()
        with self._database.reading() as db:
            documents = [row[0] for row in db.execute("SELECT DISTINCT document FROM facts")]
        for document_id in documents:
            text = self.document(document_id).text
            if not all(text.startswith(fact.as_printed, fact.fact.start) for fact in self.facts(document_id)):
                found.append(f"document {document_id}: its text and its facts disagree; run `retry --facts --all`")
        return found

    # Writing.

    def keep_extraction(self, document: Document) -> None:
        """Store what a document says, extracted anew, in place of what it said; what people said of it stays."""
        with self._database.writing() as db:
            keep_extraction(db, document)
            raise_revision(db, document.id)

    def withdraw(self, document_id: str, said: Correction, who: str) -> None:
        """Take back what was said of a fact that is no longer there."""
        with self._database.writing() as db:
            db.execute("UPDATE corrections SET in_force = 0 WHERE number = ?", (said.number,))
            back = replace(said, state=State.EXTRACTED, fields={}, who=who, at="")
            insert_correction(db, document_id, back, in_force=False)
            log(db, f"fact-{State.EXTRACTED}", document_id, {"seen": said.seen, "who": who})

    def correct(self, fact: Kept, said: Correction, corrected: Kept) -> None:
        """Note what a person said of a fact.

        Args:
            fact: As it stands in the store.
            said: In force from now on, but where it takes back what was said.
            corrected: As it is from now on.
        """
        with self._database.writing() as db:
            db.execute("UPDATE corrections SET in_force = 0 WHERE number = ?", (fact.correction,))
            in_force = said.state is not State.EXTRACTED
            number = insert_correction(db, fact.document, said, in_force=in_force)
            db.execute(f"DELETE FROM facts WHERE {_OF_PLACE}", _place(fact))
            db.execute(INSERT_FACT, fact_values(replace(corrected, correction=number if in_force else None)))
            raise_revision(db, fact.document)
            detail = {"fact": fact.id, "who": said.who, "fields": json.dumps(dict(said.fields), ensure_ascii=False)}
            log(db, f"fact-{said.state}", fact.document, detail)


def _place(fact: Kept) -> tuple[object, ...]:
    return fact.document, fact.fact.kind, fact.fact.start, fact.fact.end, fact.number
