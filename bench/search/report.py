"""The figures as tables of docs/performance.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import median
from typing import Final

from avtalsarkiv.bench.search.commands import GOAL as WAIT
from avtalsarkiv.bench.search.commands import Waited
from avtalsarkiv.bench.search.measured import Asked, Measured, Run, p50_p95
from avtalsarkiv.bench.search.naughty import GOAL as BEARABLE
from avtalsarkiv.bench.search.programs import OURS, UNBULKED, WHOOSH
from avtalsarkiv.bench.search.queries import KINDS

GOAL: Final = 60.0
"""p95 in milliseconds, warm."""
_SLOWEST: Final = 5
_MEGA: Final = 1_000_000

Row = Sequence[str]


def tables(run: Run) -> str:
    """All tables of a run."""
    largest = max(one.pages for one in run.programs)
    whole = [one for one in run.programs if one.pages == largest]
    parts = [
        f"CPU ms a query at {largest:,} pages, p50 / p95, ten snippets included:",
        _table(["", *_heads(whole), "goal"], _kinds(whole)),
        "Indexing, size and memory:",
        _table(["", *(one.program for one in whole if one.building)], _costs([one for one in whole if one.building])),
    ]
    if len({one.pages for one in run.programs}) > 1:
        parts += ["How it grows:", _growth(run.programs)]
    if run.commands:
        parts += [f"`avtalsarkiv search` at {largest:,} pages, start of Python included:", _waits(run.commands)]
    if run.naughty:
        parts += [f"Texts that are hardly queries at {largest:,} pages, the slowest:", _suffered(run.naughty)]
    return "\n\n".join(parts) + "\n"


def _heads(whole: Iterable[Measured]) -> list[str]:
    heads = [f"{one.program}, {state}" for one in whole for state in _states(one)]
    return [*heads, f"{WHOOSH} / {OURS}, warm p95"]


def _states(one: Measured) -> tuple[str, ...]:
    """What is shown of a program: reading in bulk matters only where nothing has been read before."""
    return {OURS: ("warm", "cold"), UNBULKED: ("cold",)}.get(one.program, ("warm",))


def _kinds(whole: Sequence[Measured]) -> list[Row]:
    return [[kind, *_cells(whole, kind), f"{GOAL:g}"] for kind in KINDS]


def _cells(whole: Sequence[Measured], kind: str) -> list[str]:
    cells = [_pair(getattr(one.asked[kind], state)) for one in whole for state in _states(one)]
    return [*cells, _ratio(whole, lambda one: p50_p95(one.asked[kind].warm)[1])]


def _pair(times: Sequence[float]) -> str:
    return " / ".join(map(_short, p50_p95(times)))


def _short(figure: float) -> str:
    return f"{figure:.1f}" if figure < 10 else f"{figure:,.0f}"


def _ratio(some: Sequence[Measured], figure: Callable[[Measured], float]) -> str:
    """Plain Whoosh's figure in times of ours."""
    by_name = {one.program: one for one in some}
    if not {OURS, WHOOSH} <= by_name.keys():
        return ""
    return f"{figure(by_name[WHOOSH]) / max(figure(by_name[OURS]), 1e-9):.1f}"


def _costs(built: Sequence[Measured]) -> list[Row]:
    lines: dict[str, Callable[[Measured], str]] = {
        "indexing, CPU s": lambda one: _short(one.building.cpu if one.building else 0),
        "indexing, wall s": lambda one: _short(one.building.wall if one.building else 0),
        "index / text": lambda one: f"{one.size / one.text:.2f}",
        "index, MB": lambda one: f"{one.size / _MEGA:,.0f}",
        "indexing, peak MB of the main process": lambda one: f"{one.building_memory[0]:,.0f}",
        "indexing, peak MB of the largest worker": lambda one: f"{one.building_memory[1]:,.0f}",
        "searching, peak MB": lambda one: f"{one.searching_memory:,.0f}",
        "opening, with a first query, CPU ms": lambda one: _pair([asked.opening for asked in one.asked.values()]),
    }
    return [[what, *map(line, built)] for what, line in lines.items()]


def _waits(commands: Iterable[Waited]) -> str:
    rows = [
        [one.kind, _seconds(median(one.wall)), _seconds(max(one.wall)), f"{WAIT} s", _seconds(median(one.cpu))]
        for one in commands
    ]
    return _table(["", "median", "slowest", "goal", "CPU, median"], rows)


def _seconds(figure: float) -> str:
    return f"{figure:.2f} s"


def _suffered(taken: Sequence[tuple[str, float]]) -> str:
    rows = [[what, _seconds(seconds), f"{BEARABLE:g} s"] for what, seconds in taken[:_SLOWEST]]
    return _table([f"of {len(taken)}", "wall", "goal"], rows)


def _growth(run: Sequence[Measured]) -> str:
    """A row for each figure of this program and of plain Whoosh, a column for each number of pages."""
    sizes = sorted({one.pages for one in run})
    rows: list[Row] = []
    for name in (OURS, WHOOSH):
        grown = sorted((one for one in run if one.program == name), key=lambda one: one.pages)
        rows += [[f"{name}: {row[0]}", *row[1:]] for row in _costs(grown)] if grown else []
        rows += [[f"{name}: {kind}, warm", *(_pair(_of(one, kind).warm) for one in grown)] for kind in KINDS if grown]
    return _table(["", *(f"{size:,} pages" for size in sizes)], rows)


def _of(one: Measured, kind: str) -> Asked:
    return one.asked[kind]


def _table(head: Row, rows: Iterable[Row]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows])
