"""Between database rows and the types of facts."""

from __future__ import annotations

import json
import sqlite3
from typing import Final, TypeVar

from ..coding import Json, decoded, encoded
from ..corrections import Correction
from ..facts import KIND_OF, Agreement, Clause, Extraction, Fact, FactKind, Finding, Reference, Section
from ..kept import Kept, State
from ..words import Box

T = TypeVar("T")
_CONTENT: Final = {kind: content for content, kind in KIND_OF.items()}

_NO_DOUBT: Final = "[]"
_NO_CHANGE: Final = "{}"
"""As most facts have them: hundreds of thousands are read at a time."""

INSERT_FACT: Final = """
    INSERT INTO facts (document, start, end, kind, number, page, text, seen, box, ocr_confidence, content, rule,
        confidence, doubt, state, extracted, correction)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_EXTRACTION: Final = """
    INSERT OR REPLACE INTO extractions (document, extracted_by, language, personal_data, agreement, sections, mentioned,
        findings, unexplained, likeness)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_CORRECTION: Final = """
    INSERT INTO corrections (document, kind, page, start, end, nth, seen, box, fields, state, who, at, in_force)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def fact_values(kept: Kept) -> tuple[object, ...]:
    """What `INSERT_FACT` takes."""
    fact = kept.fact
    return (
        kept.document, fact.start, fact.end, fact.kind, kept.number, fact.page, fact.text, kept.seen, _box(kept.box),
        kept.ocr_confidence, _dumped(_told(fact.content)), fact.rule, fact.confidence, _dumped(list(fact.doubt)),
        kept.state, _dumped(dict(kept.extracted)), kept.correction,
    )  # fmt: skip


def kept_of(row: sqlite3.Row) -> Kept:
    """The fact in a row of the table `facts`."""
    kind = FactKind(row["kind"])
    fact = Fact(
        content=decoded(_CONTENT[kind], json.loads(row["content"])),
        page=row["page"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        rule=row["rule"],
        confidence=row["confidence"],
        doubt=() if row["doubt"] == _NO_DOUBT else tuple(json.loads(row["doubt"])),
    )
    return Kept(
        document=row["document"],
        fact=fact,
        number=row["number"],
        seen=row["seen"],
        box=_box_of(row["box"]),
        ocr_confidence=row["ocr_confidence"],
        state=State(row["state"]),
        extracted={} if row["extracted"] == _NO_CHANGE else json.loads(row["extracted"]),
        correction=row["correction"],
        corrected_by=row["who"],
        corrected_at=row["at"],
    )


def extraction_values(document: str, extraction: Extraction) -> tuple[object, ...]:
    """What `INSERT_EXTRACTION` takes."""
    agreement = extraction.agreement
    return (
        document, extraction.version, extraction.language, extraction.personal_data,
        None if agreement is None else _dumped(_told(agreement)), _dumped(encoded(extraction.sections)),
        _dumped(encoded(extraction.references)), _dumped(encoded(extraction.findings)),
        _dumped(encoded(extraction.unexplained)), extraction.likeness,
    )  # fmt: skip


def extraction_of(row: sqlite3.Row) -> Extraction:
    """The extraction in a row of the table `extractions`, without its facts."""
    agreement = row["agreement"]
    return Extraction(
        agreement=None if agreement is None else decoded(Agreement, json.loads(agreement)),
        sections=_several(Section, row["sections"]),
        references=_several(Reference, row["mentioned"]),
        findings=_several(Finding, row["findings"]),
        unexplained=_several(Clause, row["unexplained"]),
        language=row["language"],
        personal_data=bool(row["personal_data"]),
        likeness=row["likeness"],
        version=row["extracted_by"],
    )


def correction_values(document: str, said: Correction, at: str, *, in_force: bool) -> tuple[object, ...]:
    """What `INSERT_CORRECTION` takes."""
    return (
        document, said.kind, said.page, said.start, said.end, said.nth, said.seen, _box(said.box),
        _dumped(dict(said.fields)), said.state, said.who, said.at or at, in_force,
    )  # fmt: skip


def correction_of(row: sqlite3.Row) -> Correction:
    """The correction in a row of the table `corrections`."""
    return Correction(
        kind=FactKind(row["kind"]),
        page=row["page"],
        start=row["start"],
        end=row["end"],
        nth=row["nth"],
        seen=row["seen"],
        box=_box_of(row["box"]),
        state=State(row["state"]),
        who=row["who"],
        fields=json.loads(row["fields"]),
        at=row["at"],
        number=row["number"],
    )


def _told(value: object) -> dict[str, Json]:
    """The fields of it that are known."""
    return {key: item for key, item in encoded(value).items() if item is not None}


def _several(cls: type[T], text: str) -> tuple[T, ...]:
    return tuple(decoded(cls, data) for data in json.loads(text))


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False)


def _box(box: Box | None) -> str | None:
    return None if box is None else json.dumps([round(side, 2) for side in box])


def _box_of(text: str | None) -> Box | None:
    return None if text is None else Box(*json.loads(text))
