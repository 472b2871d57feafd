"""A load: every input ends with exactly one outcome, and one that fails never ends the run.

Threads carry the inputs, worker processes do the work, and the store lets one writer in at a time. The order that
survives a power cut is: the original is on disk, then the record is in the store; the index follows from the store.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Final

from ..corpus import corrections
from ..corpus.corrections import Correction
from ..corpus.decisions import Decision, carried_over
from ..corpus.errors import AvtalsarkivError, UnreadableFile
from ..corpus.files import Originals, Staged
from ..corpus.files import sha256_of as sha256_of_file
from ..corpus.model import Attachment, Document, Draft, Input, Origin, Outcome, OutcomeKind, Source
from ..corpus.store import Store
from .attachments import named_apart
from .documents import document_of
from .inputs import IgnoredFile, walk
from .knowledge import Knowledge
from .pipeline import OcrPolicy, Pipeline
from .readers import sniff
from .threads import side_by_side

_DEEPEST: Final = 5
"""Mails inside mails: a deeper nest is no correspondence."""

_CHANGED: Final = "changed while it was read; load it again when nobody is writing to it"

Taken = tuple[Outcome, tuple[Attachment, ...]]
"""The outcome of one input, and what came inside it and is still to be taken."""


class Load:
    """One run over some inputs.

    Args:
        again: Try anew what was rejected before, without waiting for the file or the program to change.
    """

    def __init__(self, store: Store, originals: Originals, pipeline: Pipeline, *, again: bool = False) -> None:
        self._store = store
        self._originals = originals
        self._pipeline = pipeline
        self._again = again
        self._knowledge = Knowledge(store)
        self._claims: dict[str, threading.Lock] = {}

    def run(self, inputs: Iterable[tuple[Input, AvtalsarkivError | None]]) -> Generator[Outcome]:
        """Load what `inputs.walk` found; outcomes as they come.

        Raises:
            CannotWrite: The archive's disk is full or not writable; what was loaded until then stays.
        """
        return side_by_side(self._pipeline.runner, self._take, inputs)

    def retry(self, chosen: Iterable[tuple[Input, Outcome]]) -> Generator[Outcome]:
        """Do again what ended so before: documents are read from their originals, what was rejected is taken anew."""
        files: dict[bytes, Path] = {}
        for source, outcome in chosen:
            if outcome.document:
                yield self._reread(source, outcome.document)
            else:
                # What came inside another file is taken with it.
                files.setdefault(source.raw, source.path)
        yield from self.run(walk(files.values(), self._originals.archive))

    def _take(self, found: tuple[Input, AvtalsarkivError | None]) -> list[Outcome]:
        """One input, and what came inside it."""
        source, error = found
        if error:
            return [self._refused(source, error)]
        outcome, attachments = self._taken(source, None)
        return [outcome, *self._inside(source, attachments, 1)]

    def _inside(self, parent: Input, attachments: Iterable[Attachment], depth: int) -> Iterator[Outcome]:
        for name, attachment in named_apart(attachments):
            source = parent.inside(name)
            if depth > _DEEPEST:
                reason = UnreadableFile(f"lies more than {_DEEPEST} mails deep; save it by itself and load it")
                yield self._refused(source, reason)
                continue
            outcome, inner = self._taken(source, attachment.content)
            yield outcome
            yield from self._inside(source, inner, depth + 1)

    def _taken(self, source: Input, content: bytes | None) -> Taken:
        """One content under one path."""
        try:
            sha256 = sha256_of_file(source.path) if content is None else hashlib.sha256(content).hexdigest()
        except UnreadableFile as reason:
            return self._refused(source, reason), ()
        # setdefault is atomic: two threads with the same content get the same lock, and the second finds it known.
        with self._claims.setdefault(sha256, threading.Lock()):
            known = self._store.of_content(sha256)
            if known:
                self._restore(source, content, sha256)
                return self._known(source, known)
            rejected = None if self._again else self._store.rejection(sha256)
            if rejected:
                return self._refused(source, UnreadableFile(rejected), sha256), ()
            return self._unknown(source, content, sha256)

    def _unknown(self, source: Input, content: bytes | None, sha256: str) -> Taken:
        """A content that the archive does not have. Only its own faults are remembered with its hash."""
        begin = time.monotonic()
        try:
            staged = self._originals.stage(source.path) if content is None else self._originals.stage_bytes(content)
        except UnreadableFile as reason:
            return self._refused(source, reason), ()
        try:
            if staged.sha256 != sha256:
                return self._refused(source, UnreadableFile(_CHANGED)), ()
            return self._new(source, staged, begin)
        except UnreadableFile as reason:
            return self._refused(source, reason, sha256), ()
        finally:
            self._originals.discard(staged)

    def _new(self, source: Input, staged: Staged, begin: float) -> Taken:
        """Read it, then keep it: the original first, the record after it."""
        with _faults_told():
            media_type = self._pipeline.runner.run(sniff, staged.path)
            draft = self._pipeline.draft(staged.path, media_type, self._knowledge.known)
            carried = self._carried_over(source, draft)
            decisions = (*carried, *self._store.decisions())
            document = document_of(Source(staged.sha256, staged.size, media_type), draft, decisions)
            document = self._pipeline.extracted(document)
            outcome = self._outcome(source, document, begin)
            self._originals.keep(staged)
            said = self._corrections_carried_over(source, document)
            document = self._store.add(document, source, outcome, carried, said)
            self._knowledge.learn(document)
        return replace(outcome, replaces=document.replaces), draft.attachments

    def _carried_over(self, source: Input, draft: Draft) -> tuple[Decision, ...]:
        """What was decided about places of the version that stood under this path until now."""
        before = self._store.current_under(source.shown)
        decisions = [one for one in self._store.decisions(before) if one.page is not None] if before else []
        if not (before and decisions):
            return ()
        return tuple(carried_over(decisions, self._store.document(before).pages, draft.pages))

    def _corrections_carried_over(self, source: Input, document: Document) -> list[Correction]:
        """What was said of facts of the version that stood under this path until now."""
        before = self._store.current_under(source.shown)
        said = self._store.corrections(before) if before else []
        if not (before and said):
            return []
        return corrections.carried_over(said, self._store.document(before).pages, document.pages)

    def _known(self, source: Input, document_id: str) -> Taken:
        """A content that the archive has, under this path or another."""
        outline = self._store.outline(document_id)
        count = self._store.page_count(document_id)
        if self._pipeline.wants_again(outline.source.media_type, count.pages - count.ocr, count.waiting):
            return self._reread(source, document_id), self._attachments(outline)
        same_path = self._store.current_under(source.shown) == document_id
        kind = OutcomeKind.UNCHANGED if same_path else OutcomeKind.DUPLICATE
        outcome = Outcome(
            path=source.shown,
            kind=OutcomeKind.WAITING if count.waiting else kind,
            document=document_id,
            pages=count.pages,
            ocr_pages=count.ocr,
            repaired_words=count.repaired,
            warnings=outline.warnings,
            reason=_waits(count.waiting) if count.waiting else None,
        )
        self._store.attach(document_id, source, outcome, outline.source.sha256)
        return outcome, self._attachments(outline)

    def _restore(self, source: Input, content: bytes | None, sha256: str) -> None:
        """Put an original that was lost from the archive back: here its bytes are again."""
        if self._originals.has(sha256):
            return
        staged = self._originals.stage(source.path) if content is None else self._originals.stage_bytes(content)
        if staged.sha256 == sha256:
            self._originals.keep(staged)
        self._originals.discard(staged)

    def _attachments(self, outline: Document) -> tuple[Attachment, ...]:
        """What came inside a document of the archive, read from its original once more."""
        if not outline.attachments:
            return ()
        source = outline.source
        with _faults_told():
            return self._pipeline.read_file(self._originals.path(source.sha256), source.media_type).attachments

    def _reread(self, source: Input, document_id: str) -> Outcome:
        """Read a document of the archive again, from its original; where that fails it stays as it is."""
        begin, stored = time.monotonic(), self._store.document(document_id)
        try:
            with _faults_told():
                original = self._originals.path(stored.source.sha256)
                draft = self._pipeline.draft(original, stored.source.media_type, self._knowledge.known)
                document = document_of(stored.source, draft, self._store.decisions(stored.id))
                document = self._pipeline.extracted(replace(document, replaces=stored.replaces))
        except UnreadableFile as reason:
            kind = OutcomeKind.WAITING if stored.waiting_pages else OutcomeKind.WARNING
            outcome = Outcome(
                source.shown,
                kind,
                document_id,
                len(stored.pages),
                repaired_words=stored.repaired_words,
                reason=str(reason),
            )
            self._store.attach(document_id, source, outcome, stored.source.sha256)
            return outcome
        outcome = self._outcome(source, document, begin)
        self._store.reread(document, source, outcome)
        return outcome

    def _outcome(self, source: Input, document: Document, begin: float) -> Outcome:
        """What to say of a document that was read now."""
        waits = document.waiting_pages if self._pipeline.policy is OcrPolicy.NEVER else ()
        recognised = [page for page in document.pages if page.origin is Origin.OCR and not page.waiting]
        confidences = [page.confidence for page in recognised if page.confidence is not None]
        done = OutcomeKind.WARNING if document.warnings else OutcomeKind.INGESTED
        return Outcome(
            path=source.shown,
            kind=OutcomeKind.WAITING if waits else done,
            document=document.id,
            pages=len(document.pages),
            ocr_pages=len(recognised),
            repaired_words=document.repaired_words,
            warnings=document.warnings,
            reason=_waits(len(waits)) if waits else None,
            confidence=fmean(confidences) if confidences else None,
            seconds=time.monotonic() - begin,
        )

    def _refused(self, source: Input, error: AvtalsarkivError, sha256: str | None = None) -> Outcome:
        kind = OutcomeKind.IGNORED if isinstance(error, IgnoredFile) else OutcomeKind.REJECTED
        outcome = Outcome(path=source.shown, kind=kind, reason=str(error))
        self._store.note(source, outcome, sha256)
        return outcome


@contextmanager
def _faults_told() -> Iterator[None]:
    """A fault of ours on one document must not end the run of ten thousand."""
    try:
        yield
    except AvtalsarkivError:
        raise
    except Exception as fault:
        kind = type(fault).__name__
        raise UnreadableFile(f"met a fault in avtalsarkiv ({kind}: {fault}); please report it") from fault


def _waits(pages: int) -> str:
    return f"{pages} page{'s' * (pages != 1)} must be read from the picture; run `retry` where Tesseract is installed"
