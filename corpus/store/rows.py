"""Between database rows and the model's types."""

from __future__ import annotations

import json
import sqlite3

from ..model import Document, Input, Origin, Outcome, OutcomeKind, Page, Quality, Source, Verdict
from ..words import Words

INSERT_PAGE = """
    INSERT INTO pages
        (document, number, text, origin, verdict, reason, width, height, rotation, words, confidence, waiting)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def page_values(document: str, page: Page) -> tuple[object, ...]:
    """What `INSERT_PAGE` takes."""
    quality = page.quality
    return (
        document, page.number, page.text, page.origin, quality.verdict, quality.reason, page.width, page.height,
        page.rotation, bytes(page.words), page.confidence, page.waiting,
    )  # fmt: skip


def page_of(row: sqlite3.Row) -> Page:
    """The page in a row of the table `pages`."""
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
