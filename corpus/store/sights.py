"""What a list of hits tells of documents, read for all of them at once."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from ..coding import decoded
from ..corrected_terms import corrected
from ..facts import Agreement, FactKind, Section
from ..model import Document, OutcomeKind
from .facts import FactStore
from .rows import document_of

_NONE: Final = "[]"
_OF: Final = "IN (SELECT value FROM json_each(?))"
_BOUND: Final = f"""
    SELECT document, json_extract(content, '$.name') FROM facts
    WHERE document {_OF} AND kind = 'party' AND state != 'rejected'
    AND json_extract(content, '$.role') IN ('party', 'decision_maker') ORDER BY document, start, end, number
"""
_CORRECTED: Final = f"""
    SELECT DISTINCT document FROM facts
    WHERE document {_OF} AND kind = 'date' AND state IN ('corrected', 'rejected')
"""


@dataclass(frozen=True, slots=True)
class Sight:
    """What is told of one document."""

    document: Document
    """Without its pages."""
    paths: tuple[str, ...] = ()
    bound: tuple[str, ...] = ()
    """The canonical names of those bound by it, and of the bodies that decide, in the order of the text."""
    agreement: Agreement | None = None
    """As corrected; None where it is none."""
    sections: str = _NONE
    """Its §§ as they are stored: of minutes with hundreds one is asked for."""

    @property
    def has_sections(self) -> bool:
        """Is it divided into §§?"""
        return self.sections != _NONE

    def section_at(self, place: int) -> Section | None:
        """The § in which a place of the document's text lies."""
        at = (one for one in json.loads(self.sections) if one["start"] <= place < one["end"])
        found = next(at, None)
        return None if found is None else decoded(Section, found)


class SightStore(FactStore):
    """The part of the store that answers are told from."""

    def sights(self, ids: Collection[str]) -> dict[str, Sight]:
        """Those of the documents that can be found now, by their ids."""
        asked = (json.dumps(list(ids)),)
        with self._database.reading() as db:
            documents = db.execute(f"SELECT * FROM documents WHERE current AND id {_OF}", asked).fetchall()
            paths = _grouped(db.execute(
                f"SELECT document, path FROM paths WHERE current AND document {_OF} ORDER BY first_seen, path", asked
            ))  # fmt: skip
            bound = _grouped(db.execute(_BOUND, asked))
            said = {row["document"]: row for row in db.execute(
                f"SELECT document, agreement, sections FROM extractions WHERE document {_OF}", asked
            )}  # fmt: skip
            changed = {row[0] for row in db.execute(_CORRECTED, asked)}
        sights = {}
        for row in documents:
            name = row["id"]
            agreement = _agreement(said[name]["agreement"]) if name in said else None
            if agreement and name in changed:
                agreement = corrected(agreement, self.facts(name, FactKind.DATE))
            sections = said[name]["sections"] if name in said else _NONE
            sights[name] = Sight(document_of(row, ()), paths[name], bound[name], agreement, sections)
        return sights

    def rejected(self) -> int:
        """How many inputs could not be read."""
        with self._database.reading() as db:
            count = db.execute("SELECT count(*) FROM inputs WHERE outcome = ?", (OutcomeKind.REJECTED,))
            return int(count.fetchone()[0])


def _grouped(rows: Iterator[tuple[str, str]]) -> defaultdict[str, tuple[str, ...]]:
    """The second values by the first, each once."""
    grouped: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for name, value in rows:
        grouped[name][value] = None
    return defaultdict(tuple, {name: tuple(values) for name, values in grouped.items()})


def _agreement(text: str | None) -> Agreement | None:
    return None if text is None else decoded(Agreement, json.loads(text))
