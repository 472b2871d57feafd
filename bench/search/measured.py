"""One run: the same pages and the same queries for each program, each step in a process of its own."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avtalsarkiv.bench.measuring import Cost, cost, peaks
from avtalsarkiv.bench.search import material, queries
from avtalsarkiv.bench.search.commands import Waited, waited
from avtalsarkiv.bench.search.programs import OURS, UNBULKED


@dataclass(frozen=True, slots=True)
class Asked:
    """What queries of one kind took, in CPU milliseconds."""

    opening: float
    """Opening the index, with a first query."""
    cold: tuple[float, ...]
    """Each query the first time, in the order asked."""
    warm: tuple[float, ...]
    """The same queries again."""
    found: tuple[int, ...]
    """Pages that match each of them."""

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> Asked:
        """What the worker printed."""
        return cls(told["opening"], tuple(told["cold"]), tuple(told["warm"]), tuple(told["found"]))


@dataclass(frozen=True, slots=True)
class Measured:
    """What one program took with so many pages."""

    program: str
    pages: int
    building: Cost | None
    """None where the index of another one is used."""
    building_memory: tuple[float, float]
    """Peak MB of the main process, and of the largest that it started."""
    size: int
    """Bytes of the index."""
    text: int
    """Bytes of the text in UTF-8."""
    searching_memory: float
    """Peak MB."""
    asked: Mapping[str, Asked]
    """By kind of query."""


@dataclass(frozen=True, slots=True)
class Run:
    """All that was measured."""

    programs: tuple[Measured, ...]
    commands: tuple[Waited, ...] = ()
    """With the most pages."""
    naughty: tuple[tuple[str, float], ...] = ()
    """What kind of text that is hardly a query took how many seconds, the slowest first; with the most pages."""


def p50_p95(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    if len(times) == 1:
        return times[0], times[0]
    return statistics.median(times), statistics.quantiles(times, n=20, method="inclusive")[18]


def whole(folder: Path, made: Path, sizes: Sequence[int], each: int, programs: Sequence[str]) -> Run:
    """What each of the programs takes with so many pages of what was made; archives and indexes stay in the folder.

    The commands and the naughty queries are measured with the last of the sizes.
    """
    for size in sizes:
        queries.save(queries.drawn(material.read(made, size), each), folder / f"queries-{size}.json")
    found = tuple(_measured(folder, name, made, size) for name in programs for size in sizes)
    if OURS not in programs:
        return Run(found)
    archive, asked = _place(folder, OURS, sizes[-1]), queries.load(folder / f"queries-{sizes[-1]}.json")
    naughty = _told(*_step("naughty", OURS, archive, made, sizes[-1]))
    return Run(found, tuple(waited(archive, asked)), tuple((what, seconds) for what, seconds in naughty))


def _measured(folder: Path, name: str, made: Path, pages: int) -> Measured:
    print(f"{name}: {pages} pages", file=sys.stderr, flush=True)
    place, building, spent = _place(folder, name, pages), None, (0.0, 0.0)
    if name != UNBULKED:
        if not place.exists():
            peaks(*_step("prepare", name, place, made, pages))
        memories: list[tuple[float, float]] = []
        building = cost(lambda: memories.append(peaks(*_step("build", name, place, made, pages))))
        [spent] = memories
    told = _told(*_step("ask", name, place, made, pages), str(folder / f"queries-{pages}.json"))
    return Measured(
        program=name,
        pages=pages,
        building=building,
        building_memory=spent,
        size=sum(file.stat().st_size for file in (place / "index").rglob("*") if file.is_file()),
        text=sum(len(page.encode()) for one in material.read(made, pages) for page in one.pages),
        searching_memory=told["memory"],
        asked={kind: Asked.of(figures) for kind, figures in told["kinds"].items()},
    )


def _place(folder: Path, name: str, pages: int) -> Path:
    return folder / f"{OURS if name == UNBULKED else name}-{pages}"


def _step(step: str, name: str, place: Path, made: Path, pages: int) -> tuple[str, ...]:
    return (sys.executable, "-m", f"{__package__}.worker", step, name, str(place), str(made), str(pages))


def _told(*command: str) -> Any:
    """What a worker prints; its warnings go to stderr.

    Raises:
        SystemExit: It failed.
    """
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command[3:6])} ended with {done.returncode}")
    return json.loads(done.stdout)
