"""Threads that carry work to the runner, so that each of its workers always has some."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TypeVar

from ..corpus.ports import Runner

T = TypeVar("T")
R = TypeVar("R")


def side_by_side(runner: Runner, work: Callable[[T], Iterable[R]], items: Iterable[T]) -> Generator[R]:
    """What `work` makes of each item, as it comes; an error of one, or an end asked for, stops the runner."""
    with ThreadPoolExecutor(runner.jobs + 2, thread_name_prefix="load") as threads:
        try:
            tasks = [threads.submit(work, item) for item in items]
            for task in as_completed(tasks):
                yield from task.result()
        except BaseException:
            # Whoever waits for a worker must wake before the threads can be joined.
            runner.close()
            threads.shutdown(wait=False, cancel_futures=True)
            raise
