"""Loading: one process holds the archive, workers do the work, and the index follows the store."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from .corpus.answers import Change
from .corpus.errors import ArchiveDamaged, CannotWrite
from .corpus.files import Originals
from .corpus.lock import exclusive
from .corpus.model import Input, Outcome, OutcomeKind
from .corpus.ports import Indexer, Watcher
from .corpus.store import Store
from .ingest import ocr as recognition
from .ingest import readers
from .ingest.again import ExtractAgain, RepairAgain
from .ingest.extracting import extract_facts, version_of
from .ingest.inputs import walk
from .ingest.load import Load
from .ingest.pipeline import OcrPolicy, Pipeline
from .ingest.rehearsal import rehearsed
from .ingest.repair.repairer import repair_pages
from .ingest.restoring import model_version
from .ingest.runners.processes import ProcessRunner

_INDEX_SECONDS: Final = 30
"""How long a loaded document may have to wait until it is found, while a load goes on."""

Paths = Iterable[str | Path]


def ingest(
    store: Store, originals: Originals, index: Indexer, paths: Paths, *, jobs: int | None, ocr: str, watcher: Watcher
) -> Generator[Outcome]:
    """Load files and folders; `Archive.ingest` describes it."""
    with _pipeline(store.program, originals, jobs, ocr, watcher) as pipeline:
        inputs = list(walk(paths, originals.archive))
        watcher.expect(len(inputs))
        _forget_opened_folders(store)
        with closing(Load(store, originals, pipeline).run(inputs)) as outcomes:
            yield from _indexed(outcomes, store, index)


def preview(
    originals: Originals, program: str, paths: Paths, *, jobs: int | None, ocr: str, watcher: Watcher
) -> Generator[Outcome]:
    """What `ingest` would do, of this version of the program."""
    with (
        _pipeline(program, originals, jobs, ocr, watcher) as pipeline,
        rehearsed(originals.archive, program, pipeline) as load,
        closing(load.run(walk(paths, originals.archive))) as outcomes,
    ):
        yield from outcomes


def retry(
    store: Store, originals: Originals, index: Indexer, *, everything: bool, jobs: int | None, watcher: Watcher
) -> Generator[Outcome]:
    """Read again what did not come in whole; `Archive.retry` describes it."""
    with _pipeline(store.program, originals, jobs, OcrPolicy.AUTO, watcher) as pipeline:
        chosen = list(_to_retry(store, everything=everything))
        watcher.expect(len(chosen))
        with closing(Load(store, originals, pipeline, again=True).retry(chosen)) as outcomes:
            yield from _indexed(outcomes, store, index)


def repair_again(
    store: Store, originals: Originals, index: Indexer, *, everything: bool, jobs: int | None, watcher: Watcher
) -> Generator[Outcome]:
    """Repair again what is stored; `Archive.repair_again` describes it."""
    with _pipeline(store.program, originals, jobs, OcrPolicy.NEVER, watcher) as pipeline:
        chosen = store.ids() if everything else store.in_doubt(pipeline.repair_version)
        watcher.expect(len(chosen))
        with closing(RepairAgain(store, pipeline).run(chosen)) as outcomes:
            yield from _indexed(outcomes, store, index)


def extract_again(
    store: Store, originals: Originals, index: Indexer, *, everything: bool, jobs: int | None, watcher: Watcher
) -> Generator[Outcome]:
    """Extract again from what is stored; `Archive.extract_again` describes it."""
    with _pipeline(store.program, originals, jobs, OcrPolicy.NEVER, watcher) as pipeline:
        chosen = store.ids() if everything else store.extracted_otherwise(pipeline.extract_version)
        watcher.expect(len(chosen))
        with closing(ExtractAgain(store, pipeline).run(chosen)) as outcomes:
            yield from _indexed(outcomes, store, index)


def follow(index: Indexer, store: Store) -> None:
    """Bring the index to where the store is."""
    since, through = index.through, store.revision
    if since > through or (through and not since):  # beyond where the store was put back from a backup; or of no use
        reindex(index, store)
    elif since != through:
        index.update(store.changes(since), through)


def reindex(
    index: Indexer, store: Store, *, jobs: int | None = None, progress: Callable[[int], None] = lambda _: None
) -> int:
    """Build the index anew; what there was answers until the new one is whole.

    Args:
        index: What is built.
        store: What it is built from; nobody may write to it meanwhile.
        jobs: Worker processes; None for one a core, where there is enough to do.
        progress: Is told how many documents are done, now and then.

    Returns how many documents it holds.
    """
    documents, through = store.ids(), store.revision
    index.rebuild(documents, partial(_fetched, store.folder, store.program), through, jobs=jobs, progress=progress)
    return len(documents)


def ensure_index(index: Indexer, store: Store, *, progress: Callable[[int], None] = lambda _: None) -> str | None:
    """See to it that there is an index that can be asked; one that is only behind will do.

    Returns what to tell where it had to be built again.

    Raises:
        ArchiveDamaged: There is none, and none can be written, as by who may only read the archive.
        ArchiveBusy: There is none yet, and another process is writing to the archive.
    """
    fault = index.fault if store.revision else None
    if fault is None:
        return None
    said = f"the search index could not be used ({fault})"
    try:
        with exclusive(store.folder):
            reindex(index, store, progress=progress)
    except CannotWrite as error:
        told = f"{said}, nor built again: {error}; let somebody who may write to the archive run `avtalsarkiv reindex`"
        raise ArchiveDamaged(told) from error
    return f"{said}: it was built again from the archive"


def _fetched(archive: Path, program: str, documents: Iterable[str]) -> Iterator[Change]:
    """Documents as the index must know them, also in another process."""
    with closing(Store(archive, program, create=False)) as store:
        yield from map(store.change, documents)


@contextmanager
def _pipeline(program: str, originals: Originals, jobs: int | None, ocr: str, watcher: Watcher) -> Iterator[Pipeline]:
    """What turns files into drafts, with the archive held for writing."""
    policy = OcrPolicy(ocr)
    caveats = () if policy is OcrPolicy.NEVER else recognition.check_installed()
    with exclusive(originals.archive):
        originals.prepare()
        runner = ProcessRunner(jobs, originals.incoming)
        try:
            yield Pipeline(
                runner=runner,
                read=readers.read,
                recognize=recognition.recognize,
                batch=recognition.BATCH,
                repair=repair_pages,
                extract=extract_facts,
                repair_version=f"{program} {model_version()}",
                extract_version=version_of(program),
                policy=policy,
                watcher=watcher,
                caveats=caveats,
            )
        finally:
            runner.close()


def _indexed(outcomes: Iterable[Outcome], store: Store, index: Indexer) -> Iterator[Outcome]:
    """The same outcomes, while the index follows the store, from where a run that was cut off left it."""
    due = time.monotonic() + _INDEX_SECONDS
    try:
        for outcome in outcomes:
            yield outcome
            if time.monotonic() > due:
                follow(index, store)
                due = time.monotonic() + _INDEX_SECONDS
    finally:
        follow(index, store)


def _forget_opened_folders(store: Store) -> None:
    """A folder that could not be listed is an input that needs a hand; once it can be, its files are the inputs."""
    for source, _ in store.outcomes([OutcomeKind.REJECTED]):
        if source.path.is_dir() and os.access(source.path, os.R_OK | os.X_OK):
            store.forget(source)


def _to_retry(store: Store, *, everything: bool) -> Iterator[tuple[Input, Outcome]]:
    """Chosen by what is the matter now, whatever a later load said of another copy; each document once."""
    waiting, met = set(store.waiting()), set[str | None]()
    for source, outcome in store.outcomes():
        warned = everything and outcome.kind is OutcomeKind.WARNING
        wanted = outcome.kind is OutcomeKind.REJECTED or outcome.document in waiting or warned
        if wanted and (outcome.document is None or outcome.document not in met):
            met.add(outcome.document)
            yield source, outcome
