"""Documents of the archive repaired or extracted again: the seen text is there, no file need be read."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..corpus.model import Document, Origin, Outcome, OutcomeKind
from ..corpus.store import Store
from .documents import with_pages
from .pipeline import UNRESTORED, Pipeline
from .threads import side_by_side

_DONE: Final = (OutcomeKind.INGESTED, OutcomeKind.WARNING)


class _Again:
    """Does something once more with stored documents; what people decided stays."""

    def __init__(self, store: Store, pipeline: Pipeline) -> None:
        self._store = store
        self._pipeline = pipeline
        self._outcomes = {outcome.document: outcome for _, outcome in store.outcomes() if outcome.document}

    def run(self, ids: Iterable[str]) -> Generator[Outcome]:
        """One outcome for each document, as it ends."""
        return side_by_side(self._pipeline.runner, self._timed, ids)

    def _timed(self, document_id: str) -> Iterator[Outcome]:
        begin = time.monotonic()
        document = self._again(self._store.document(document_id))
        yield replace(self._outcome(document), seconds=time.monotonic() - begin)

    def _again(self, stored: Document) -> Document:
        raise NotImplementedError

    def _outcome(self, document: Document) -> Outcome:
        """What the document's last load said, with what is repaired, and in doubt, now."""
        [path, *_] = self._store.paths(document.id)
        done = OutcomeKind.WARNING if document.warnings else OutcomeKind.INGESTED
        recognised = sum(page.origin is Origin.OCR and not page.waiting for page in document.pages)
        unknown = Outcome(path, done, document.id, len(document.pages), recognised)
        before = self._outcomes.get(document.id, unknown)
        kind = done if before.kind in _DONE and not before.reason else before.kind
        return replace(before, kind=kind, repaired_words=document.repaired_words, warnings=document.warnings)


class RepairAgain(_Again):
    """Repairs stored documents by the words known now, and extracts again from those that read otherwise."""

    def __init__(self, store: Store, pipeline: Pipeline) -> None:
        super().__init__(store, pipeline)
        self._known = store.known()

    def _again(self, stored: Document) -> Document:
        pages, failed = self._pipeline.restored(stored.pages, self._known)
        warnings = (*(said for said in stored.warnings if not said.startswith(UNRESTORED)), *failed)
        version = stored.repaired_by if failed else self._pipeline.repair_version
        again = replace(stored, warnings=warnings, repaired_by=version)
        document = with_pages(again, pages, self._store.decisions(stored.id))
        if document != stored:
            document = self._pipeline.extracted(document)
            self._store.revise(document)
        elif version != stored.repaired_by:
            # What reads as it did need not be indexed again.
            self._store.mark_repaired(document)
        return document


class ExtractAgain(_Again):
    """Extracts the facts of stored documents by the rules of now."""

    def _again(self, stored: Document) -> Document:
        document = self._pipeline.extracted(stored)
        if document.warnings == stored.warnings:
            self._store.keep_extraction(document)
        else:
            self._store.revise(document)
        return document
