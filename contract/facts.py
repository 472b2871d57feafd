"""The JSON objects and CSV rows of facts, and of what is known of documents by them; as `contract` for the rest.

docs/contract.md describes them for people. Offsets count code points of the whole document as seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..corpus.coding import encoded, keys, plain
from ..corpus.facts import Agreement, Amount, Clause, FactKind, Party, Ruling, Timing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..corpus.kept import Kept
    from ..ledger.auditing import Noted
    from ..ledger.registering import Registered
    from ..ledger.relating import Change, Tie
    from ..ledger.stating import Stated

Json = dict[str, object]
_PLACE: Final = ("kind", "id", "document", "path", "page", "start", "end", "text")
_PROOF: Final = (
    "box",
    "seen",
    "ocr_confidence",
    "rule",
    "confidence",
    "doubt",
    "state",
    "extracted",
    "corrected_by",
    "corrected_at",
)
_OF_DOCUMENT: Final = (
    "title", "doc_type", "dnr", "date", "language", "status", "valid_from", "valid_to", "ends", "ends_clause", "notice",
    "renewal", "renews_itself", "personal_data",
)  # fmt: skip
COLUMNS: Final = {
    "document": (*_PLACE, *_OF_DOCUMENT, *_PROOF),
    FactKind.PARTY: (*_PLACE, *keys(Party), *_PROOF),
    FactKind.AMOUNT: (*_PLACE, *keys(Amount), *_PROOF),
    FactKind.DATE: (*_PLACE, *keys(Timing), *_PROOF),
    FactKind.DECISION: (*_PLACE, *keys(Ruling), *_PROOF),
}
"""The columns of CSV and of a sheet, by kind, and at the same time the keys of the JSON object."""
FINDING_COLUMNS: Final = ("finding", "message", "document", "path", "page", "start", "end", "text")
AGREEMENT_COLUMNS: Final = (
    "document", "path", "title", "dnr", "date", "parties", "status", "valid_from", "valid_to", "ends", "notice",
    "notice_day", "renewal", "renews_itself", "in_force", "yearly_value", "unit", "held", "copy_of",
    "extended_to", "relation", "named_in", "page",
)  # fmt: skip
ALL_COLUMNS: Final = tuple(dict.fromkeys(column for columns in COLUMNS.values() for column in columns))
"""Of CSV with all kinds."""


def stated(value: Stated, *, with_document: bool = True) -> Iterator[Json]:
    """The lines of `facts --json` about a document: one that stands for itself, and one a fact."""
    if with_document:
        yield described(value)
    for kept in value.facts:
        yield fact(value, kept)


def described(value: Stated) -> Json:
    """The line of `facts --json` that stands for the document itself."""
    document, place = value.document, value.title_place
    agreement = value.extraction.agreement
    return {
        "kind": "document",
        "id": f"{document.id}-document",
        "document": document.id,
        "path": value.paths[0] if value.paths else None,
        "page": place.page if place else 1,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "text": document.title,
        "title": document.title,
        "doc_type": document.doc_type,
        "dnr": list(document.dnr),
        "date": document.date,
        "language": value.extraction.language,
        **_life(agreement),
        "personal_data": value.extraction.personal_data,
        "box": None if place is None or place.box is None else [round(side, 2) for side in place.box],
        "seen": place.seen if place else None,
        "ocr_confidence": None,
        "rule": "title",
        "confidence": None,
        "doubt": [],
        "state": "extracted",
        "extracted": {},
        "corrected_by": None,
        "corrected_at": None,
        "relations": list(map(_tie, value.ties)),
    }


def _tie(value: Tie) -> Json:
    """What the document is to another; with an inverse the evidence stands in that one."""
    reference = value.reference
    return {
        "relation": value.relation,
        "document": value.document,
        "title": reference.title,
        "dnr": reference.dnr,
        "date": reference.date,
        "body": reference.body,
        "paragraph": reference.paragraph,
        "valid_to": reference.until,
        "page": reference.evidence.page,
        "evidence": clause(reference.evidence),
    }


def _life(agreement: Agreement | None) -> Json:
    """What is known of the life of an agreement; nulls of what is none."""
    known = agreement or Agreement()
    return {
        "status": known.status,
        "valid_from": known.valid_from,
        "valid_to": known.valid_to,
        "ends": known.ends if agreement else None,
        "ends_clause": clause(known.ends_clause),
        "notice": known.notice,
        "renewal": known.renewal,
        "renews_itself": known.renews_itself,
    }


def fact(value: Stated, kept: Kept) -> Json:
    """A line of `facts --json`: the fields of its kind, with where they stand and what they rest on."""
    found = kept.fact
    return {
        "kind": found.kind,
        "id": kept.id,
        "document": kept.document,
        "path": value.paths[0] if value.paths else None,
        "page": found.page,
        "start": found.start,
        "end": found.end,
        "text": found.text,
        **encoded(found.content),
        "box": None if kept.box is None else [round(side, 2) for side in kept.box],
        "seen": kept.seen,
        "ocr_confidence": None if kept.ocr_confidence is None else round(kept.ocr_confidence, 1),
        "rule": found.rule,
        "confidence": round(found.confidence, 4),
        "doubt": list(found.doubt),
        "state": kept.state,
        "extracted": dict(kept.extracted),
        "corrected_by": kept.corrected_by,
        "corrected_at": kept.corrected_at,
    }


def clause(value: Clause | None) -> Json | None:
    """A passage that proves something."""
    return None if value is None else {"page": value.page, "start": value.start, "end": value.end, "text": value.text}


def finding(value: Noted) -> Json:
    """A line of `facts --findings --json`."""
    where = value.where
    return {
        "finding": value.kind,
        "message": value.message,
        "document": value.document,
        "path": value.path,
        "page": where.page if where else None,
        "start": where.start if where else None,
        "end": where.end if where else None,
        "text": where.text if where else None,
    }


def _change(value: Change) -> Json:
    """What a document did to an agreement; the evidence stands in that document."""
    evidence = value.reference.evidence
    return {
        "document": value.document,
        "relation": value.inverse,
        "date": value.date,
        "valid_to": value.valid_to,
        "page": evidence.page,
        "evidence": clause(evidence),
    }


def agreement(value: Registered) -> Json:
    """A line of `agreements --json`."""
    evidence = value.reference.evidence if value.reference else None
    notice_day = value.notice_day
    return {
        "document": value.document,
        "path": value.path,
        "title": value.title,
        "dnr": list(value.dnr),
        "date": value.date,
        "parties": list(value.parties),
        **_life(value.agreement if value.held else None),
        "notice_day": None if notice_day is None else notice_day.isoformat(),
        "in_force": value.in_force if value.held else None,
        "yearly_value": None if value.yearly_value is None else plain(value.yearly_value),
        "unit": value.unit,
        "held": value.held,
        "copy_of": value.copy_of,
        "extended_to": value.extended_to,
        "life": list(map(_change, value.changes)),
        "relation": value.reference.relation if value.reference else None,
        "named_in": value.named_in,
        "page": evidence.page if evidence else None,
        "evidence": clause(evidence),
    }
