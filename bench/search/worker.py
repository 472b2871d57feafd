"""One step with one program, in a process that does nothing else. Started by `avtalsarkiv.bench.search.measured`.

python -m avtalsarkiv.bench.search.worker prepare|build|ask|naughty PROGRAM FOLDER MATERIAL PAGES [QUERIES]
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from avtalsarkiv.bench.measuring import PEAK, memory
from avtalsarkiv.bench.search import material, naughty, queries
from avtalsarkiv.bench.search.programs import Ask, Program, program
from avtalsarkiv.bench.search.queries import Query


def main(arguments: Sequence[str]) -> None:
    """Do the step; of `ask` the figures go to stdout as JSON."""
    step, name, folder, made, pages, *asked = arguments
    chosen = program(name)
    if step == "ask":
        print(json.dumps(timed(chosen, Path(folder), queries.load(Path(asked[0])))))
    elif step == "naughty":
        print(json.dumps(suffered(chosen.opened(Path(folder)))))
    else:
        work = chosen.prepare if step == "prepare" else chosen.build
        work(material.read(Path(made), int(pages)), Path(folder))


def timed(chosen: Program, folder: Path, asked: Sequence[Query]) -> dict[str, object]:
    """By kind the CPU milliseconds of opening with a first query, of each query cold and warm, and the pages found."""
    by_kind: defaultdict[str, list[Query]] = defaultdict(list)
    for query in asked:
        by_kind[query.kind].append(query)
    kinds = {kind: _timed_kind(chosen, folder, some) for kind, some in by_kind.items()}
    return {"kinds": kinds, "memory": memory_used()}


def suffered(ask: Ask) -> list[tuple[str, float]]:
    """Seconds that each text took that is hardly a query, the slowest first."""
    taken = []
    for text in naughty.TEXTS:
        start = time.perf_counter()
        ask(Query("sentence", (text,)))
        taken.append((naughty.named(text), time.perf_counter() - start))
    return sorted(taken, key=lambda one: -one[1])


def memory_used() -> float:
    """Peak memory of this process, in MB."""
    return memory(os.getpid(), PEAK)


def _timed_kind(chosen: Program, folder: Path, asked: Sequence[Query]) -> dict[str, object]:
    """The first query opens the index anew and is told apart; the others are asked twice."""
    first, *others = asked
    start = time.process_time()
    ask = chosen.opened(folder)
    ask(first)
    opening = _milliseconds_since(start)
    cold, warm = [_timed_query(ask, query) for query in others], [_timed_query(ask, query) for query in others]
    return {
        "opening": opening,
        "cold": [each for each, _ in cold],
        "warm": [each for each, _ in warm],
        "found": [found for _, found in warm],
    }


def _timed_query(ask: Ask, query: Query) -> tuple[float, int]:
    """CPU milliseconds, and how many pages match."""
    start = time.process_time()
    found = ask(query)
    return _milliseconds_since(start), found


def _milliseconds_since(start: float) -> float:
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
