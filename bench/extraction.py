"""How fast facts are extracted, how long that takes to start, and whether memory grows.

    python -m avtalsarkiv.bench.extraction [--pages N] [FOLDER ...]

The texts are those of tests/annotated, or the .txt files of the folders, again and again until there are N pages of
400 words. CPU time in a fresh process; the yardstick is spaCy's own Swedish tokenizer on the same pages.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from avtalsarkiv.bench.annotated import read_file
from avtalsarkiv.bench.extraction_cost import measured
from avtalsarkiv.bench.facts import OWN
from avtalsarkiv.bench.measuring import Row, show

START: Final = 1.5
"""Goal in seconds."""
PAGE: Final = 20.0
"""Milliseconds."""
GROWTH: Final = 10.0
"""MB; more would show over a night."""


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--pages", type=int, default=2000)
    options = parser.parse_args()
    files = [file for folder in options.folders or [OWN] for file in sorted(folder.glob("*.txt"))]
    cost = measured([read_file(file).text for file in files], options.pages)
    rows = [
        Row("from nothing to a first sentence", cost.start, "s", START),
        Row("a page of 400 words", cost.page * 1000, "ms", PAGE),
        Row("  / spaCy's tokenizer alone", cost.page / cost.tokens, ""),
        Row("memory after 500 pages", cost.early, "MB"),
        Row(f"growth until page {options.pages}", cost.late - cost.early, "MB", GROWTH),
        Row("peak memory", cost.peak, "MB"),
    ]
    rows += [Row(f"of a page, {name}", seconds * 1000, "ms") for name, seconds in cost.components.items()]
    rest = cost.page - sum(cost.components.values())
    rows.append(Row("of a page, references, checks, places in the print", rest * 1000, "ms"))
    return int(not show(f"Extraction from {len(files)} documents", rows))


if __name__ == "__main__":
    sys.exit(main())
