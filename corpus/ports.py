"""The places where another implementation can be put, each with two already (a fake in the tests counts)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import ParamSpec, Protocol, TypeVar

from .model import Draft, Page

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")


class Reader(Protocol):
    """Turns a file of one kind into a draft; one function for each media type."""

    def __call__(self, path: Path) -> Draft:
        """Read the file.

        Raises:
            UnreadableFile: With a sentence that says what is wrong with the file and what to do.
        """
        ...


class Recognizer(Protocol):
    """Reads pages from their pictures."""

    def __call__(self, path: Path, media_type: str, pages: Sequence[Page]) -> list[Page]:
        """The same pages, in the same order, with the text that stands on their pictures.

        A page that cannot be read in time, or at all, comes back still waiting, with the cause as its quality's reason.
        """
        ...


class Runner(Protocol):
    """Does work somewhere: in this process, in worker processes, on a cluster. Safe to call from several threads."""

    def run(self, work: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Carry out one task and wait for it.

        Raises:
            UnreadableFile: The task's process died, or needed more time or memory than a task may have.
        """
        ...

    def map(self, work: Callable[[T], R], tasks: Iterable[T], /) -> list[R]:
        """Carry out the tasks side by side; results in the order of the tasks."""
        ...
