"""How long the commands take that people wait for: help, and a search in an archive of the examples.

    python -m avtalsarkiv.bench.startup [--archive DIR] [--rounds N]

Without --archive the examples are loaded first, which takes a minute.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Final

from avtalsarkiv.bench.measuring import PROGRAM, Row, cost, ingest, run, show
from avtalsarkiv.scripts.make_examples import EXAMPLES

HELP: Final = 0.2
"""Goal in seconds."""
SEARCH: Final = 0.6
QUERIES: Final = ("uppsägning", "kollektivtrafik Älvnäs", '"nio månader"', "RUN/412/2021")


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path)
    parser.add_argument("--rounds", type=int, default=9, help="the median counts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        archive = arguments.archive or _loaded(Path(folder))
        rows = [Row("avtalsarkiv --help", seconds(arguments.rounds, "--help"), "s", HELP)]
        rows += [
            Row(f"search {query}", seconds(arguments.rounds, "--archive", archive, "search", query), "s", SEARCH)
            for query in QUERIES
        ]
    return int(not show(f"Start included, median of {arguments.rounds}", rows))


def seconds(rounds: int, *arguments: str | Path) -> float:
    """The median wall time of a command."""
    return statistics.median(cost(lambda: run(PROGRAM, *arguments)).wall for _ in range(rounds))


def _loaded(folder: Path) -> Path:
    ingest(folder, EXAMPLES)
    return folder


if __name__ == "__main__":
    sys.exit(main())
