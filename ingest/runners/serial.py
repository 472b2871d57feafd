"""Work done in this process, one piece after the other: for tests and for tracing a fault."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class SerialRunner:
    """A `Runner` without processes: no limit of time or memory protects the caller."""

    jobs = 1

    def run(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry out the task here and now."""
        return work(*args, **kwargs)

    def start(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> Callable[[], R]:
        """Carry out the task when its result is asked for."""
        return lambda: work(*args, **kwargs)

    def close(self) -> None:
        """Nothing to end."""
