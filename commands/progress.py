"""A progress line on a terminal: files done, pages a second, time left. Elsewhere, silence."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from ..corpus.model import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress


class Watch:
    """Counts outcomes on stderr where somebody watches."""

    def __init__(self) -> None:
        self._bar = _bar() if sys.stderr.isatty() else None

    def expect(self, files: int) -> None:
        """So many inputs were found."""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], total=files)

    def over(self, outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        """The same outcomes, counted as they pass."""
        if self._bar is None:
            yield from outcomes
            return
        with self._bar as bar:
            [task], pages = bar.tasks, 0
            for outcome in outcomes:
                pages += outcome.pages
                speed = pages / task.elapsed if task.elapsed else 0.0
                bar.update(task.id, advance=1, pages=pages, speed=speed)
                yield outcome


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    bar = Progress(
        TextColumn("{task.completed:.0f} of {task.total} files"), BarColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[speed]:.1f}/s"), TimeElapsedColumn(),
        TextColumn("left:"), TimeRemainingColumn(), console=Console(stderr=True), transient=True,
    )  # fmt: skip
    bar.add_task("", total=None, pages=0, speed=0.0)
    return bar
