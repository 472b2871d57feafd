"""A progress line on a terminal: files done, pages a second, time left. Elsewhere, silence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..corpus.model import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress


class Watch:
    """A `Watcher` that shows on stderr how far a load has come, where somebody watches."""

    def __init__(self) -> None:
        self._bar = _bar() if sys.stderr.isatty() else None
        self._files = 0
        self._pages = 0
        self._open: dict[Path, tuple[int, int]] = {}
        """Files under way: pages recognised, of how many."""

    def expect(self, inputs: int) -> None:
        """So many inputs were found."""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], total=inputs)

    def recognised(self, path: Path, pages: int, of: int) -> None:
        """So many pages of a file have been read from their pictures."""
        if pages < of:
            self._open[path] = (pages, of)
        else:
            self._open.pop(path, None)
        self._show()

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, counted as they pass."""
        if self._bar is None:
            yield from outcomes
            return
        with self._bar:
            for outcome in outcomes:
                self._files += 1
                self._pages += outcome.pages
                self._show()
                yield outcome

    def _show(self) -> None:
        if self._bar is None:
            return
        [task], under_way = self._bar.tasks, list(self._open.values())
        pages = self._pages + sum(done for done, _ in under_way)
        speed = pages / task.elapsed if task.elapsed else 0.0
        completed = self._files + sum(done / of for done, of in under_way)
        self._bar.update(task.id, completed=completed, files=self._files, pages=pages, speed=speed)


@contextmanager
def documents_done(total: int) -> Iterator[Callable[[int], None]]:
    """Something to tell how many of the documents are done; it is shown where somebody watches."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    bar = _line("{task.completed} of {task.total} documents", "")
    task = bar.add_task("", total=total)
    with bar:
        yield lambda done: bar.update(task, completed=done)


def _bar() -> Progress:
    speed = "{task.fields[pages]} pages, {task.fields[speed]:.1f} a second"
    bar = _line("{task.fields[files]} of {task.total} files", speed)
    bar.add_task("", total=None, files=0, pages=0, speed=0.0)
    return bar


def _line(done: str, speed: str) -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    # What goes to stdout may only pass through the bar's terminal where it would land there anyway.
    return Progress(
        TextColumn(done), BarColumn(), TextColumn(speed), TimeElapsedColumn(), TextColumn("left:"),
        TimeRemainingColumn(), console=Console(stderr=True), transient=True, redirect_stdout=sys.stdout.isatty(),
    )  # fmt: skip
