"""Work done in this process, one piece after the other: for tests and for tracing a fault."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class SerialRunner:
    """A `Runner` without processes: no limit of time or memory protects the caller."""

    jobs = 1

    def run(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry out the task here and now."""
        return work(*args, **kwargs)

    def map(self, work: Callable[[T], R], tasks: Iterable[T], /) -> Iterator[R]:
        """Carry out the tasks in order."""
        return map(work, tasks)

    def close(self) -> None:
        """Nothing to end."""
