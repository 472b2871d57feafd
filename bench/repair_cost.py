"""What repairing costs, in a process that does nothing else: pages as JSON come in, figures go out.

Started by `avtalsarkiv.bench.repair`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from typing import Final, NamedTuple

from avtalsarkiv.bench.measuring import PEAK, RESIDENT, memory
from avtalsarkiv.bench.pairs import as_pages
from avtalsarkiv.corpus.model import Known, Page

_FIRST_PAGE: Final = "Vid métet beslutade namnden att fér ar 2021 héja avgiften."


class Cost(NamedTuple):
    """CPU seconds, words a CPU second, and MB."""

    loading: float
    """Seconds until a first line has been repaired, imports included."""
    memory: float
    """What loading took."""
    peak: float
    """Of the whole process, after all pages."""
    cold: float
    """Damaged pages, each seen for the first time."""
    warm: float
    """The same pages a second time."""
    clean: float
    clean_warm: float
    """Undamaged pages, and the same a second time."""


def measured(damaged: Sequence[str], clean: Sequence[str]) -> Cost:
    """What the pages cost in a fresh process.

    Raises:
        SystemExit: It failed, so that no figure would mean anything.
    """
    asked = json.dumps({"damaged": list(damaged), "clean": list(clean)})
    command = [sys.executable, "-m", "avtalsarkiv.bench.repair_cost"]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"Repairing failed: {done.stderr.strip()}")
    return Cost(*json.loads(done.stdout))


def main() -> None:
    """Read pages, repair them, print the figures."""
    asked = json.load(sys.stdin)
    damaged, clean = ([as_pages(text) for text in asked[kind]] for kind in ("damaged", "clean"))
    first, empty, start = as_pages(_FIRST_PAGE), _memory(RESIDENT), time.process_time()
    _repair([first])
    loading, taken = time.process_time() - start, _memory(RESIDENT) - empty
    speeds = [_speed(documents) for documents in (damaged, damaged, clean, clean)]
    print(json.dumps(Cost(loading, taken, _memory(PEAK), *speeds)))


def _speed(documents: Sequence[Sequence[Page]]) -> float:
    words = sum(len(page.text.split()) for document in documents for page in document)
    start = time.process_time()
    _repair(documents)
    return words / (time.process_time() - start)


def _repair(documents: Sequence[Sequence[Page]]) -> None:
    from avtalsarkiv.ingest.repair.repairer import repair_pages  # what it takes to import is part of what is measured

    for pages in documents:
        repair_pages(pages, Known())


def _memory(what: str) -> float:
    return memory(os.getpid(), what)


if __name__ == "__main__":
    main()
