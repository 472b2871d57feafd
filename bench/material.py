"""What the benchmarks read: the example documents' texts, set again and again until there are pages enough."""

from __future__ import annotations

from itertools import cycle, islice
from pathlib import Path
from typing import Final

from avtalsarkiv.scripts.make_examples import SOURCES
from avtalsarkiv.scripts.typesetting import Source, typeset
from avtalsarkiv.tests.drawing import Run, Sheet, Wear, digital_pdf, page_image, scan_pdf, scanned

DPI: Final = 300
_SCANNER: Final = Wear(skew=0.3, blur=0.5, noise=5, quality=60)


def sheets(count: int) -> list[Sheet]:
    """Pages of prose and tables, no two the same: each has its number at the foot."""
    sources = (Source.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.txt")))
    pages = [page for source in sources if "head" in source.settings for page in typeset(source)]
    return [(*page, Run(480, 820, f"Löpnummer {number}")) for number, page in enumerate(islice(cycle(pages), count))]


def digital(folder: Path, count: int, pages_each: int) -> list[Path]:
    """Digital PDFs of so many pages in all."""
    pages = sheets(count)
    starts = range(0, count, pages_each)
    return [digital_pdf(folder / f"{start}.pdf", pages[start : start + pages_each]) for start in starts]


def scans(folder: Path, count: int, pages_each: int) -> tuple[list[Path], list[Path]]:
    """Picture-only PDFs of so many pages in all, and the same pages as PNG, one a file."""
    pictures = [scanned(page_image(sheet, DPI), _SCANNER, seed) for seed, sheet in enumerate(sheets(count))]
    images = [folder / f"{number}.png" for number in range(count)]
    for picture, image in zip(pictures, images, strict=True):
        picture.save(image, dpi=(DPI, DPI))
    starts = range(0, count, pages_each)
    return [scan_pdf(folder / f"{start}.pdf", pictures[start : start + pages_each], DPI) for start in starts], images
