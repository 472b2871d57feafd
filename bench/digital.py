"""What digital PDFs cost to read and to load, beside plain pdfplumber, and the memory that a very long one takes.

python -m avtalsarkiv.bench.digital [--pages N] [--long N]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Final

from avtalsarkiv.bench.material import digital
from avtalsarkiv.bench.measuring import PROGRAM, Row, cost, ingest, peaks, run, show

PAGES_A_DOCUMENT: Final = 20
READING: Final = 1.3
"""Goal: CPU of reading, in times of what plain pdfplumber takes."""
LOADING: Final = 1.6
MEMORY: Final = 500.0
"""Goal in MB for the main process and for each worker."""

PLAIN: Final = """
import sys, pdfplumber
for path in sys.argv[1:]:
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_words()
            page.close()
"""
READ: Final = """
import sys, pathlib
from avtalsarkiv.ingest.readers.pdf.reader import read
for path in sys.argv[1:]:
    read(pathlib.Path(path))
"""


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--long", type=int, default=2000, help="pages of the long document; 0 leaves it out")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        met = show(f"{arguments.pages} digital pages", times(Path(folder), arguments.pages))
        if arguments.long:
            met &= show(f"One PDF of {arguments.long} pages", memory(Path(folder), arguments.long))
    return int(not met)


def times(folder: Path, pages: int) -> list[Row]:
    """CPU of reading and of loading beside that of plain pdfplumber, each in processes of its own."""
    documents = digital(folder, pages, PAGES_A_DOCUMENT)
    plain = cost(lambda: run(sys.executable, "-c", PLAIN, *documents)).cpu
    reading = cost(lambda: run(sys.executable, "-c", READ, *documents)).cpu
    loading = cost(lambda: ingest(folder / "archive", *documents)).cpu
    return [
        Row("plain pdfplumber, extract_words: CPU", plain, "s"),
        Row("reading: CPU", reading, "s"),
        Row("avtalsarkiv ingest, with its workers: CPU", loading, "s"),
        Row("reading / plain", reading / plain, "", READING),
        Row("loading / plain", loading / plain, "", LOADING),
    ]


def memory(folder: Path, pages: int) -> list[Row]:
    """Peak memory of the main process and of the largest worker while a long document is loaded."""
    (document,) = digital(folder, pages, pages)
    own, worker = peaks(PROGRAM, "--archive", folder / "long", "ingest", document)
    return [
        Row("main process: peak memory", own, "MB", MEMORY),
        Row("largest worker: peak memory", worker, "MB", MEMORY),
    ]


if __name__ == "__main__":
    sys.exit(main())
