"""A load: every input ends with exactly one outcome, and one that fails never ends the run.

Threads carry the inputs, worker processes do the work, and the store lets one writer in at a time. The order that
survives a power cut is: the original is on disk, then the record is in the store; the index follows from the store.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import Final

from ..corpus.errors import AvtalsarkivError, UnreadableFile
from ..corpus.files import Originals, Staged, sha256_of
from ..corpus.model import Attachment, Document, Draft, Input, Origin, Outcome, OutcomeKind, Source
from ..corpus.store import Store
from .extract.head import describe
from .inputs import IgnoredFile
from .pipeline import OcrPolicy, Pipeline
from .readers import sniff

_ID_DIGITS: Final = 16
_MAIL: Final = "message/rfc822"
_DEEPEST: Final = 5
"""Mails inside mails: a deeper nest is no correspondence."""


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
        self._claims: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)

    def run(self, inputs: Iterable[tuple[Input, AvtalsarkivError | None]]) -> Generator[Outcome]:
        """Load what `inputs.walk` found; outcomes as they come.

        Raises:
            CannotWrite: The archive's disk is full or not writable; what was loaded until then stays.
        """
        with ThreadPoolExecutor(self._pipeline.runner.jobs + 2, thread_name_prefix="load") as threads:
            try:
                tasks = [threads.submit(self._take, source, error) for source, error in inputs]
                yield from _results(tasks)
            except BaseException:
                # Whoever waits for a worker must wake before the threads can be joined.
                self._pipeline.runner.close()
                threads.shutdown(wait=False, cancel_futures=True)
                raise

    def retry(self, chosen: Iterable[tuple[Input, Outcome]]) -> Generator[Outcome]:
        """Do again what ended so before: pages that wait are read, what was rejected is taken anew."""
        files: dict[str, Input] = {}
        for source, outcome in chosen:
            if outcome.document:
                yield self._finished(source, outcome.document, time.monotonic())
            else:
                # What came inside another file is taken with it.
                files.setdefault(source.shown.split("//")[0], source)
        yield from self.run((Input.of(Path(shown)) if source.raw is None else source, None)
                            for shown, source in files.items())  # fmt: skip

    def preview(self, inputs: Iterable[tuple[Input, AvtalsarkivError | None]]) -> Generator[Outcome]:
        """What `run` would say, from reading alone; nothing is recognised, nothing kept."""
        for source, error in inputs:
            try:
                if error:
                    raise error
                yield self._previewed(source)
            except IgnoredFile as reason:
                yield Outcome(source.shown, OutcomeKind.IGNORED, reason=str(reason))
            except AvtalsarkivError as reason:
                yield Outcome(source.shown, OutcomeKind.REJECTED, reason=str(reason))

    def _previewed(self, source: Input) -> Outcome:
        sha256 = sha256_of(source.path)
        known = self._store.of_content(sha256)
        if known:
            same_path = self._store.current_under(source.shown) == known
            kind = OutcomeKind.UNCHANGED if same_path else OutcomeKind.DUPLICATE
            return Outcome(source.shown, kind, known, pages=self._store.page_count(known).pages)
        media_type = self._pipeline.runner.run(sniff, source.path)
        draft = self._pipeline.read_file(source.path, media_type)
        waiting = sum(page.waiting for page in draft.pages)
        waits = waiting and self._pipeline.policy is OcrPolicy.NEVER
        return Outcome(
            path=source.shown,
            kind=OutcomeKind.WAITING if waits else OutcomeKind.WARNING if draft.warnings else OutcomeKind.INGESTED,
            pages=len(draft.pages),
            ocr_pages=0 if waits else waiting,
            warnings=draft.warnings,
        )

    def _take(self, source: Input, error: AvtalsarkivError | None) -> list[Outcome]:
        """One input, and what came inside it."""
        if error:
            return [self._refused(source, error)]
        try:
            outcome, attachments = self._taken(source, None)
        except UnreadableFile as reason:
            return [self._refused(source, reason)]
        return [outcome, *self._inside(source, attachments, 1)]

    def _inside(self, parent: Input, attachments: Iterable[Attachment], depth: int) -> Iterator[Outcome]:
        for attachment in attachments:
            source = parent.inside(attachment.name)
            if depth > _DEEPEST:
                reason = UnreadableFile(f"lies more than {_DEEPEST} mails deep; save it by itself and load it")
                yield self._refused(source, reason)
                continue
            outcome, inner = self._taken(source, attachment.content)
            yield outcome
            yield from self._inside(source, inner, depth + 1)

    def _taken(self, source: Input, content: bytes | None) -> tuple[Outcome, tuple[Attachment, ...]]:
        """The outcome of one content under one path, and what must still be taken from inside it."""
        begin = time.monotonic()
        sha256 = sha256_of(source.path) if content is None else hashlib.sha256(content).hexdigest()
        with self._claims[sha256]:
            known = self._store.of_content(sha256)
            if known:
                return self._known(source, known, sha256, begin)
            try:
                if not self._again and (reason := self._store.rejection(sha256)):
                    raise UnreadableFile(reason)
                with self._staged(source, content, sha256) as staged:
                    return self._new(source, staged, begin)
            except UnreadableFile as reason:
                return self._refused(source, reason, sha256), ()

    @contextmanager
    def _staged(self, source: Input, content: bytes | None, sha256: str) -> Iterator[Staged]:
        originals = self._originals
        staged = originals.stage(source.path) if content is None else originals.stage_bytes(content)
        try:
            if staged.sha256 != sha256:
                raise UnreadableFile("changed while it was read; load it again when nobody is writing to it")
            yield staged
        finally:
            originals.discard(staged)

    def _new(self, source: Input, staged: Staged, begin: float) -> tuple[Outcome, tuple[Attachment, ...]]:
        """Read a content the archive does not have; original first, then the record."""
        media_type, draft = self._read(staged.path)
        document = _document(Source(staged.sha256, staged.size, media_type), draft)
        outcome = self._outcome(source, document, begin)
        self._originals.keep(staged)
        document = self._store.add(document, source, outcome)
        return replace(outcome, replaces=document.replaces), draft.attachments

    def _read(self, path: Path) -> tuple[str, Draft]:
        try:
            media_type = self._pipeline.runner.run(sniff, path)
            draft = self._pipeline.draft(path, media_type)
        except AvtalsarkivError:
            raise
        except Exception as fault:
            # A fault of ours on one document must not end the run of ten thousand.
            kind = type(fault).__name__
            raise UnreadableFile(f"met a fault in avtalsarkiv ({kind}: {fault}); please report it") from fault
        if not draft.pages:
            raise UnreadableFile("has no pages")
        return media_type, draft

    def _known(
        self, source: Input, document_id: str, sha256: str, begin: float
    ) -> tuple[Outcome, tuple[Attachment, ...]]:
        """A content that the archive has, under this path or another."""
        count = self._store.page_count(document_id)
        attachments = self._attachments(document_id, sha256)
        if count.waiting and self._pipeline.policy is not OcrPolicy.NEVER:
            return self._finished(source, document_id, begin), attachments
        same_path = self._store.current_under(source.shown) == document_id
        kind = OutcomeKind.UNCHANGED if same_path else OutcomeKind.DUPLICATE
        outcome = Outcome(
            path=source.shown,
            kind=OutcomeKind.WAITING if count.waiting else kind,
            document=document_id,
            pages=count.pages,
            ocr_pages=count.ocr,
            reason=_waits(count.waiting) if count.waiting else None,
        )
        self._store.attach(document_id, source, outcome, sha256)
        return outcome, attachments

    def _attachments(self, document_id: str, sha256: str) -> tuple[Attachment, ...]:
        """What came inside a document of the archive, read from its original once more."""
        if not self._store.has_attachments(document_id):
            return ()
        media_type = self._store.outline(document_id).source.media_type
        return self._pipeline.runner.run(self._pipeline.read, self._originals.path(sha256), media_type).attachments

    def _finished(self, source: Input, document_id: str, begin: float) -> Outcome:
        stored = self._store.document(document_id)
        known = Draft(stored.pages, stored.title, stored.warnings, stored.notes)
        path = self._originals.path(stored.source.sha256)
        document = _document(stored.source, self._pipeline.recognised(known, path, stored.source.media_type))
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


def _document(source: Source, draft: Draft) -> Document:
    head = describe(draft.title, draft.pages)
    return Document(
        id=source.sha256[:_ID_DIGITS],
        source=source,
        pages=draft.pages,
        title=draft.title,
        warnings=draft.warnings,
        notes=draft.notes,
        doc_type=head.doc_type,
        date=head.date,
        dnr=head.dnr,
    )


def _results(tasks: Iterable[Future[list[Outcome]]]) -> Iterator[Outcome]:
    for task in as_completed(tasks):
        yield from task.result()


def _waits(pages: int) -> str:
    return f"{pages} page{'s' * (pages != 1)} must be read from the picture; run `retry` where Tesseract is installed"
