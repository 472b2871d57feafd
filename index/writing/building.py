"""A whole index built from nothing, by several processes: each makes a segment of its share of the documents."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Final

from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC

from ...corpus.answers import Change
from ...corpus.errors import CannotWrite
from ...corpus.ports import Fetch
from ...corpus.workers import Workers
from .schema import schema
from .writer import apply, create

_MOST_PROCESSES: Final = 6
"""As many segments: each costs every word that is looked for some 40 us."""
_WORTH_A_PROCESS: Final = 100
"""Documents: with fewer it takes longer to begin than to do."""
_INDEX: Final = "MAIN"
"""What Whoosh calls an index that has no other name."""
_PART: Final = "part-"
_PRIVATE: Final = 0o700

Told = int | BaseException
"""What a process says: so many documents are done, or why it cannot go on."""


def build(
    folder: Path, documents: Sequence[str], fetch: Fetch, *, jobs: int | None, progress: Callable[[int], None]
) -> None:
    """Index documents in an empty folder.

    Args:
        folder: Where; nobody else may write there.
        documents: Their ids.
        fetch: Gets them; it can be pickled.
        jobs: Processes; None for one a core, where there is enough to do.
        progress: Is told how many documents are done, now and then.

    Raises:
        CannotWrite: A process was killed, as the system does where memory is short.
    """
    count = _processes(len(documents), jobs)
    if count == 1:
        create(folder)
        apply(folder, _counted(fetch(documents), progress))
        return
    parts = {folder / f"{_PART}{number}": documents[number::count] for number in range(count)}
    _run(parts, fetch, progress)
    _put_together(folder, list(parts))


def _processes(documents: int, jobs: int | None) -> int:
    enough = -(-documents // _WORTH_A_PROCESS) if jobs is None else documents
    return max(1, min(jobs or os.cpu_count() or 1, _MOST_PROCESSES, enough))


def _counted(changes: Iterable[Change], progress: Callable[[int], None]) -> Iterator[Change]:
    for number, change in enumerate(changes, 1):
        yield change
        progress(number)


def _run(parts: Mapping[Path, Sequence[str]], fetch: Fetch, progress: Callable[[int], None]) -> None:
    """Build all parts, each in a process; where one fails the others are stopped."""
    context = Workers()
    running = dict[Connection, BaseProcess]()
    try:
        for part, documents in parts.items():
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=_build_part, args=(part, documents, fetch, theirs), daemon=True)
            process.start()
            theirs.close()
            running[ours] = process
        _follow(list(running), progress)
    finally:
        for ours, begun in running.items():
            begun.terminate()
            begun.join()
            ours.close()


def _follow(connections: Sequence[Connection], progress: Callable[[int], None]) -> None:
    """Listen until all have said that they are done."""
    open_, done = list(connections), 0
    while open_:
        ready = wait(open_)
        for connection in [one for one in open_ if one in ready]:
            told = _heard(connection)
            if told == 0:
                open_.remove(connection)
            done += told
        progress(done)


def _heard(connection: Connection) -> int:
    """How many more documents are done; 0 for all."""
    try:
        told: Told = connection.recv()
    except EOFError as error:
        raise CannotWrite("a process that built the search index was killed; is there enough memory?") from error
    if isinstance(told, BaseException):
        raise told
    return told


def _build_part(folder: Path, documents: Sequence[str], fetch: Fetch, connection: Connection) -> None:
    """What a process does. It ends by itself when who began it is gone, and nobody hears it any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who began it stops it
    with suppress(BrokenPipeError):
        try:
            folder.mkdir(mode=_PRIVATE)
            create(folder)
            apply(folder, _counted(fetch(documents), lambda _: connection.send(1)))
            connection.send(0)
        except Exception as error:
            connection.send(error)


def _put_together(folder: Path, parts: Sequence[Path]) -> None:
    """One index of all the segments of the parts."""
    segments = [segment for part in parts for segment in TOC.read(FileStorage(str(part)), _INDEX).segments]
    for part in parts:
        for file in part.glob(f"{_INDEX}_*.*"):
            file.rename(folder / file.name)
        shutil.rmtree(part)
    TOC(schema(), segments, 1).write(FileStorage(str(folder)), _INDEX)
