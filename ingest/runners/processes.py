"""Work done in worker processes, one a core, each with a limit of memory and every task with a limit of time."""

from __future__ import annotations

import os
import resource
import signal
import tempfile
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from concurrent.futures import TimeoutError as TaskTimeout
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from ...corpus.errors import Stopped, UnreadableFile
from ...corpus.workers import Workers

P = ParamSpec("P")
R = TypeVar("R")

_MEMORY: Final = 3 << 30
"""Bytes of address space a worker may have: a scanned A3 page in colour with its OCR model takes under one GiB."""
_SECONDS: Final = 30 * 60
"""A task may take this long: ten thousand digital pages are read in a fifth of it."""


class ProcessRunner:
    """A `Runner` over a pool of processes. A worker that dies is replaced, and only its own task fails.

    Args:
        jobs: How many processes; None for one a core.
        scratch: Where workers put their temporary files, so that whoever cleans it finds what a killed one left.
    """

    def __init__(self, jobs: int | None, scratch: Path) -> None:
        self.jobs = jobs or os.cpu_count() or 1
        self._pool = ProcessPool(
            max_workers=self.jobs, initializer=_prepare_worker, initargs=(scratch,), context=Workers()
        )
        self._closed = False
        self._pending: set[Future[Any]] = set()

    def run(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry out one task in some worker and wait for it.

        Raises:
            UnreadableFile: The worker died, or needed more time or memory than a task may have.
            Stopped: The runner was closed.
        """
        return self.start(work, *args, **kwargs)()

    def start(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        """Begin a task in some worker; what is returned waits for its result, and raises as `run` does."""
        try:
            future: Future[R] = self._pool.schedule(work, args=args, kwargs=kwargs, timeout=_SECONDS)
        except RuntimeError as error:
            raise Stopped from error
        self._pending.add(future)
        future.add_done_callback(self._pending.discard)
        if self._closed:  # meanwhile, and whoever closed it may have looked before this was added
            _abandon(future)
        return lambda: self._result(future)

    def close(self) -> None:
        """Stop at once, tasks under way included; a second time does nothing."""
        self._closed = True
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()
        # The pool forgets those that wait for what it will no longer do.
        for future in list(self._pending):
            _abandon(future)

    def _result(self, future: Future[R]) -> R:
        try:
            return future.result()
        except Exception as error:
            if self._closed:
                raise Stopped from error
            reason = _explained(error)
            if reason is None:
                raise
            raise reason from error


def _abandon(future: Future[Any]) -> None:
    with suppress(InvalidStateError):
        future.set_exception(Stopped())


def _explained(error: Exception) -> UnreadableFile | None:
    """What to tell about a task that came to no end; None for an error of its own."""
    match error:
        case TaskTimeout():
            return UnreadableFile(f"took more than {_SECONDS // 60} minutes to read and was given up")
        case MemoryError():
            return UnreadableFile(f"needs more than {_MEMORY >> 30} GiB of memory to read and was given up")
        case ProcessExpired():
            return UnreadableFile(
                f"broke the program that reads it (exit {error.exitcode}), as damaged files do and those that unpack "
                "to very much; open it, print it to a new PDF and load that"
            )
        case _:
            return None


def _prepare_worker(scratch: Path) -> None:
    """Only the main process answers Ctrl-C; and one hostile file must not take the machine's memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    # Tesseract's own threads cost three to four times what one process a core does.
    os.environ["OMP_THREAD_LIMIT"] = "1"
    tempfile.tempdir = str(scratch)
    # What C libraries print about broken files names no file; what matters of it comes back as a warning of ours.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
