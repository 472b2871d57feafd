"""How long scanned pages take to load, beside bare Tesseract and OCRmyPDF over the same pages, in one run.

    python -m avtalsarkiv.bench.ocr [--pages N] [--rounds N]

Bare Tesseract reads the pages as pictures, one process a core. OCRmyPDF gets them all in one PDF, which suits it best.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import pikepdf

from avtalsarkiv.bench.material import scans
from avtalsarkiv.bench.measuring import CORES, Cost, Row, cost, ingest, run, show

PAGES_A_DOCUMENT: Final = 4
TO_TESSERACT: Final = 1.3
"""Goal: loading takes at most so many times what bare Tesseract takes."""
TO_OCRMYPDF: Final = 0.5


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=1, help="each is measured so often; the fastest counts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), arguments.pages, arguments.rounds)
    return int(not show(f"{arguments.pages} scanned pages at 300 dpi, {CORES} cores", rows))


def measure(folder: Path, pages: int, rounds: int) -> list[Row]:
    """The figures of all programs over the same pages."""
    documents, images = scans(folder, pages, PAGES_A_DOCUMENT)
    ours = fastest(rounds, lambda turn: ingest(folder / f"archive{turn}", *documents))
    bare = fastest(rounds, lambda _: tesseract(images))
    rows = _rows("bare tesseract -l swe", bare, ours, TO_TESSERACT)
    if shutil.which("ocrmypdf") is None:
        print("OCRmyPDF is not installed (apt-get install ocrmypdf), so it is left out.")
        return rows
    theirs = fastest(rounds, lambda _: ocrmypdf(documents, folder))
    return rows + _rows("ocrmypdf --force-ocr --deskew --rotate-pages", theirs, ours, TO_OCRMYPDF)


def tesseract(images: list[Path]) -> None:
    """Read each picture with the Swedish model, one process of one thread a core."""

    def read(image: Path) -> None:
        run("tesseract", image, image.with_suffix(""), "-l", "swe", OMP_THREAD_LIMIT="1")

    with ThreadPoolExecutor(CORES) as pool:
        list(pool.map(read, images))


def ocrmypdf(documents: list[Path], folder: Path) -> None:
    """Read all documents as one PDF."""
    whole = folder / "whole.pdf"
    with pikepdf.new() as joined:
        for document in documents:
            with pikepdf.open(document) as part:
                joined.pages.extend(part.pages)
        joined.save(whole)
    run("ocrmypdf", "-l", "swe", "--force-ocr", "--deskew", "--rotate-pages", whole, folder / "read.pdf")


def fastest(rounds: int, work: Callable[[int], object]) -> Cost:
    """The round that the rest of the machine disturbed least."""
    return min((cost(partial(work, turn)) for turn in range(rounds)), key=lambda cost: cost.wall)


def _rows(name: str, theirs: Cost, ours: Cost, goal: float) -> list[Row]:
    return [
        Row(f"{name}: wall", theirs.wall, "s"),
        Row(f"{name}: CPU", theirs.cpu, "s"),
        Row("avtalsarkiv ingest: wall", ours.wall, "s"),
        Row("avtalsarkiv ingest: CPU", ours.cpu, "s"),
        Row("ratio of wall times", ours.wall / theirs.wall, "", goal),
        Row("ratio of CPU times", ours.cpu / theirs.cpu, "", goal),
    ]


if __name__ == "__main__":
    sys.exit(main())
