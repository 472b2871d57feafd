"""Between database rows and the model's types."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from ..decisions import Decision
from ..model import (
    Document,
    Input,
    Origin,
    Outcome,
    OutcomeKind,
    Page,
    Quality,
    Repair,
    Source,
    Standing,
    Verdict,
)
from ..words import Words

INSERT_PAGE = """
    INSERT INTO pages
        (document, number, text, origin, verdict, reason, width, height, rotation, words, confidence, waiting)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

INSERT_REPAIR = """
    INSERT INTO repairs (document, page, start, seen, meant, confidence, why, standing)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
INSERT_DECISION = "INSERT INTO decisions (document, page, start, seen, meant, standing) VALUES (?, ?, ?, ?, ?, ?)"


def page_values(document: str, page: Page) -> tuple[object, ...]:
    """What `INSERT_PAGE` takes."""
    quality = page.quality
    return (
        document, page.number, page.text, page.origin, quality.verdict, quality.reason, page.width, page.height,
        page.rotation, bytes(page.words), page.confidence, page.waiting,
    )  # fmt: skip


def repair_values(document: str, pages: Iterable[Page]) -> Iterator[tuple[object, ...]]:
    """What `INSERT_REPAIR` takes, for each repair of the pages."""
    for page in pages:
        for repair in page.repairs:
            yield (
                document, page.number, repair.start, repair.seen, repair.meant, repair.confidence, repair.why,
                repair.standing,
            )  # fmt: skip


def decision_values(document: str, decision: Decision) -> tuple[object, ...]:
    """What `INSERT_DECISION` takes."""
    where = (document, decision.page, decision.start) if decision.page else (None, None, None)
    return (*where, decision.seen, decision.meant, decision.standing)


def repair_of(row: sqlite3.Row) -> Repair:
    """The repair in a row of the table `repairs`."""
    return Repair(
        start=row["start"],
        end=row["start"] + len(row["seen"]),
        seen=row["seen"],
        meant=row["meant"],
        confidence=row["confidence"],
        why=row["why"],
        standing=Standing(row["standing"]),
    )


def decision_of(row: sqlite3.Row) -> Decision:
    """The decision in a row of the table `decisions`."""
    return Decision(row["seen"], row["meant"], Standing(row["standing"]), row["page"], row["start"])


def page_of(row: sqlite3.Row, repairs: Iterable[sqlite3.Row]) -> Page:
    """The page in a row of the table `pages`, with its rows of the table `repairs`."""
    return Page(
        number=row["number"],
        text=row["text"],
        origin=Origin(row["origin"]),
        quality=Quality(Verdict(row["verdict"]), row["reason"]),
        width=row["width"],
        height=row["height"],
        rotation=row["rotation"],
        words=Words.from_bytes(row["words"]),
        confidence=row["confidence"],
        waiting=bool(row["waiting"]),
        repairs=tuple(map(repair_of, repairs)),
    )


def document_of(row: sqlite3.Row, pages: tuple[Page, ...]) -> Document:
    """The document in a row of the table `documents`, with the pages given."""
    return Document(
        id=row["id"],
        source=Source(row["sha256"], row["size"], row["media_type"]),
        pages=pages,
        title=row["title"],
        warnings=tuple(json.loads(row["warnings"])),
        notes=tuple(json.loads(row["notes"])),
        doc_type=row["doc_type"],
        date=row["date"],
        dnr=tuple(json.loads(row["dnr"])),
        attachments=row["attachments"],
        replaces=row["replaces"],
        repaired_by=row["repaired_by"],
    )


def input_of(row: sqlite3.Row) -> Input:
    """The input in a row of the table `inputs`."""
    return Input(row["path"], row["raw"], bool(row["nested"]))


def outcome_of(row: sqlite3.Row) -> Outcome:
    """The outcome in a row of the table `inputs`."""
    return Outcome(
        path=row["path"],
        kind=OutcomeKind(row["outcome"]),
        document=row["document"],
        pages=row["pages"],
        ocr_pages=row["ocr_pages"],
        repaired_words=row["repaired_words"],
        warnings=tuple(json.loads(row["warnings"])),
        reason=row["reason"],
        confidence=row["confidence"],
        seconds=row["seconds"],
    )


def json_list(values: tuple[str, ...]) -> str:
    """A tuple of strings as a JSON array."""
    return json.dumps(values, ensure_ascii=False)
