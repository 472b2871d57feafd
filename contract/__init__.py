"""The JSON objects and CSV rows that scripts depend on. Keys are only ever added; each is always there.

docs/contract.md describes them for people. Offsets count code points of the whole document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from ..corpus.model import Document, Outcome, OutcomeKind, Page, Repair, Standing
from ..corpus.repaired import repaired

if TYPE_CHECKING:
    from ..archive import Archive
    from ..deciding import Placed
    from ..finding import Found, Hit
    from ..ingest.ocr.doctor import Check

OUTCOME_COLUMNS: Final = (
    "path", "outcome", "id", "pages", "ocr_pages", "repaired_words", "warnings", "reason", "replaces", "confidence",
    "seconds",
)  # fmt: skip
HIT_COLUMNS: Final = (
    "query", "rank", "document", "path", "title", "page", "score", "snippet", "matched", "doc_type", "date", "dnr",
    "parties", "valid_from", "valid_to", "ends", "paragraph", "heading", "last_page", "pages_of_document",
)  # fmt: skip

Json = dict[str, object]


def outcome(value: Outcome) -> Json:
    """One line of `ingest --json` and `retry --json`."""
    return {
        "path": value.path,
        "outcome": value.kind,
        "id": value.document,
        "pages": value.pages,
        "ocr_pages": value.ocr_pages,
        "repaired_words": value.repaired_words,
        "warnings": list(value.warnings),
        "reason": value.reason,
        "replaces": value.replaces,
        "confidence": None if value.confidence is None else round(value.confidence, 1),
        "seconds": None if value.seconds is None else round(value.seconds, 2),
    }


def hits(query: str, found: Found, first: int, given: Mapping[str, str] | None = None) -> Iterator[Json]:
    """The lines of `search --json`, the first hit being so many-th of all; `given` is the rest of its query's row."""
    return (hit(query, rank, value, given) for rank, value in enumerate(found.hits, first))


def hit(query: str, rank: int, value: Hit, given: Mapping[str, str] | None = None) -> Json:
    """One line of `search --json`: a page that answers."""
    return {
        "query": query,
        "rank": rank,
        "document": value.document,
        "path": value.paths[0] if value.paths else None,
        "paths": list(value.paths),
        "title": value.title,
        "page": value.page,
        "paragraph": value.paragraph,
        "score": round(value.score, 4),
        "snippet": value.snippet,
        "marks": [list(mark) for mark in value.marks],
        "matched": list(value.matched),
        "doc_type": value.doc_type,
        "date": value.date,
        "dnr": list(value.dnr),
        "parties": list(value.parties),
        "valid_from": value.valid_from,
        "valid_to": value.valid_to,
        "ends": value.ends,
        "box": None if value.box is None else _rounded(value.box),
        "heading": value.heading,
        "last_page": value.last_page,
        "boxes": [_rounded(box) for box in value.boxes],
        "pages_of_document": value.pages_of_document,
        "title_marks": [list(mark) for mark in value.title_marks],
        "given": None if given is None else dict(given),
    }


def summary(query: str, found: Found) -> Json:
    """The line that `search --summary` adds for each query: what belongs to the answer as a whole."""
    return {
        "kind": "summary",
        "query": query,
        "pages": found.pages,
        "documents": found.documents,
        "searched": found.searched,
        "waiting": found.waiting,
        "notes": list(found.notes),
        "facets": {name: dict(counts) for name, counts in found.facets.items()},
        "hits": found.listed,
        "did_you_mean": found.did_you_mean,
        "rejected": found.rejected,
        "unknown": dict(found.unknown),
    }


def status(archive: Archive, outcomes: Mapping[OutcomeKind, int]) -> Json:
    """`status --json`: the archive in figures."""
    tally = archive.store.tally()
    return {
        "archive": str(archive.directory),
        "documents": len(archive.store.ids()),
        "older_versions": len(archive.store.ids(current_only=False)) - len(archive.store.ids()),
        "pages": sum(tally["origin"].values()),
        "pages_by_origin": tally["origin"],
        "pages_by_verdict": tally["verdict"],
        "pages_waiting": tally["waiting"].get("yes", 0),
        "repaired_words": sum(tally["standing"].get(kind, 0) for kind in Standing if kind.in_force),
        "suggestions": tally["standing"].get(Standing.SUGGESTED, 0),
        "facts": archive.store.fact_counts(),
        "facts_to_extract_again": len(archive.store.extracted_otherwise(archive.extract_version)),
        "corrections_that_fit_nothing": len(archive.store.unfit()),
        "inputs": {str(kind): outcomes.get(kind, 0) for kind in OutcomeKind},
        "index_up_to_date": archive.index.through == archive.store.revision,
        "index_fault": archive.index.fault,
        "index_documents": len(archive.index.documents()),
        "index_pages": archive.index.pages(),
    }


def document(value: Document, paths: tuple[str, ...], *, pages: Iterable[Page], words: bool) -> Json:
    """`show --json`: a document, masked or not, and the pages asked for."""
    wanted = {page.number for page in pages}
    return {
        "id": value.id,
        "path": paths[0] if paths else None,
        "paths": list(paths),
        "title": value.title,
        "media_type": value.source.media_type,
        "sha256": value.source.sha256,
        "size": value.source.size,
        "replaces": value.replaces,
        "doc_type": value.doc_type,
        "date": value.date,
        "dnr": list(value.dnr),
        "warnings": list(value.warnings),
        "notes": list(value.notes),
        "page_count": len(value.pages),
        "pages": [
            _page(page, start, words=words)
            for page, start in value.page_starts()
            if page.number in wanted
        ],
    }  # fmt: skip


def _page(page: Page, start: int, *, words: bool) -> Json:
    return {
        "page": page.number,
        "start": start,
        "text": page.text,
        "repaired": repaired(page).text,
        "repairs": [repair(value, start) for value in page.repairs],
        "origin": page.origin,
        "verdict": page.quality.verdict,
        "reason": page.quality.reason,
        "waiting": page.waiting,
        "width": page.width,
        "height": page.height,
        "rotation": page.rotation,
        "confidence": None if page.confidence is None else round(page.confidence, 1),
        "doubtful": [
            {"start": start + word.start, "end": start + word.end, "text": page.text[word.start : word.end],
             "confidence": word.confidence, "box": _rounded(word.box)}
            for word in page.doubtful_numbers()
        ],
        "words": [
            {"start": start + word.start, "end": start + word.end, "box": _rounded(word.box),
             "confidence": word.confidence}
            for word in page.words
        ] if words else None,
    }  # fmt: skip


def repair(value: Repair, start: int) -> Json:
    """A line of `repair --json`; `start` is where the text that holds the repair begins in the whole."""
    return {
        "start": start + value.start,
        "end": start + value.end,
        "seen": value.seen,
        "meant": value.meant,
        "confidence": round(value.confidence, 4),
        "why": value.why,
        "standing": value.standing,
    }


def placed(value: Placed) -> Json:
    """A line of `show --repairs --json`; offsets into the document's text as seen."""
    return {
        "reference": value.reference,
        "document": value.document,
        "page": value.page,
        **repair(value.repair, value.start - value.repair.start),
        "context": value.context,
        "box": None if value.box is None else _rounded(value.box),
    }


def suggestion(value: Placed, count: int) -> Json:
    """A line of `repair --suggestions --json`: the first of those alike, and how many they are."""
    return {
        **placed(value),
        "count": count,
    }


def check(value: Check) -> Json:
    """A line of `doctor --json`."""
    return {"name": value.name, "found": value.found, "detail": value.detail, "package": value.package}


def _rounded(box: Iterable[float]) -> list[float]:
    return [round(side, 2) for side in box]
