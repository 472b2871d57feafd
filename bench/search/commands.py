"""One search on the command line, from the start of Python to the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from avtalsarkiv.bench.measuring import PROGRAM, cost, run
from avtalsarkiv.bench.search.queries import Query

GOAL: Final = 0.8
"""Seconds."""
ROUNDS: Final = 15
KINDS: Final = ("common word", "phrase", "filter and dates", "misspelt")


@dataclass(frozen=True, slots=True)
class Waited:
    """How long somebody waits for one command."""

    kind: str
    wall: tuple[float, ...]
    """Seconds, of each round."""
    cpu: tuple[float, ...]
    """Likewise: what is left of it on a machine with nothing else to do."""


def waited(archive: Path, queries: Sequence[Query], rounds: int = ROUNDS) -> Iterator[Waited]:
    """The same query of each of the kinds again and again, each time in a new process."""
    for kind in KINDS:
        query = next(one for one in queries if one.kind == kind)
        command = partial(run, PROGRAM, "--archive", archive, "search", query.text, *_options(query))
        spent = [cost(command) for _ in range(rounds)]
        yield Waited(kind, tuple(one.wall for one in spent), tuple(one.cpu for one in spent))


def _options(query: Query) -> tuple[str, ...]:
    if query.doc_type and query.date_from and query.date_to:
        return ("--type", query.doc_type, "--from", query.date_from, "--to", query.date_to, "--facets")
    return ()
