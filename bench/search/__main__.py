"""What searching costs: this program, plain Whoosh, tantivy and SQLite FTS5 with the same pages and the same queries.

    python -m avtalsarkiv.bench.search --text FILE.xz [--pages 50000] [--sizes 5000,15000] [--each 41] [--keep DIR]

FILE.xz holds paragraphs, one a line. Pages of some 280 words are made of them, in documents of 1 to 12 pages with
invented titles, dates, parties and amounts; when all of the text is used, pages are put together anew from paragraphs
drawn by chance, so that all beyond (27,000 with the text of docs/development.md) is recombined text. tantivy comes with
requirements-bench.txt; where it is missing, it is left out. CPU time is of all threads and child processes.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from importlib.util import find_spec
from pathlib import Path

from avtalsarkiv.bench.search import material, report
from avtalsarkiv.bench.search.measured import Run, whole
from avtalsarkiv.bench.search.programs import PROGRAMS


def main() -> int:
    """Measure, print tables, write JSON."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as temporary:
        run = _run(arguments, arguments.keep or Path(temporary))
    if arguments.json:
        arguments.json.write_text(json.dumps(asdict(run), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(report.tables(run))
    return 0


def _run(arguments: argparse.Namespace, folder: Path) -> Run:
    folder.mkdir(parents=True, exist_ok=True)
    made, sizes = folder / "documents.jsonl", sorted({*arguments.sizes, arguments.pages})
    material.write(arguments.text, sizes[-1], made)
    return whole(folder, made, sizes, arguments.each, _installed(arguments.programs))


def _installed(wanted: Sequence[str]) -> list[str]:
    if "tantivy" in wanted and find_spec("tantivy") is None:
        print("tantivy is not installed and left out; requirements-bench.txt has it", file=sys.stderr)
        return [name for name in wanted if name != "tantivy"]
    return list(wanted)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m avtalsarkiv.bench.search",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--text", type=Path, required=True)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--sizes", type=_numbers, default=[], help="smaller numbers of pages, to see how it grows")
    parser.add_argument("--each", type=int, default=41, help="queries of each kind; the first opens the index")
    parser.add_argument("--programs", nargs="+", choices=PROGRAMS, default=PROGRAMS)
    parser.add_argument("--keep", type=Path, help="a folder where archives and indexes stay")
    parser.add_argument("--json", type=Path, help="where every single figure goes")
    return parser.parse_args()


def _numbers(given: str) -> list[int]:
    return [int(number) for number in given.split(",")]


if __name__ == "__main__":
    sys.exit(main())
