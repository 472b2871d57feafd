"""What the benchmarks read: the example documents' texts, each once, or set again and again until there are enough."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from avtalsarkiv.scripts.make_examples import SOURCES
from avtalsarkiv.scripts.typesetting import FACES, Source, typeset
from avtalsarkiv.tests.drawing import Run, Sheet, Wear, digital_pdf, page_image, scan_pdf, scanned, sheet

DPI: Final = 300
TEXTS: Final = Path(__file__).parent / "texts"
"""What was written to be measured on."""
WEAR: Final = (
    Wear(skew=0.4, blur=0.5, noise=8, quality=60),
    Wear(skew=-0.6, blur=0.6, noise=6, quality=45),
    Wear(skew=0.2, blur=0.4, noise=8, quality=60, threshold=150),
)
_MANY_COLUMNS: Final = "columns"
"""A setting of sources whose lines do not follow each other down the page."""
_SCANNER: Final = Wear(skew=0.3, blur=0.5, noise=5, quality=60)


def example_sheets() -> Iterator[tuple[str, Sheet]]:
    """Every page of the examples once, with its text row by row."""
    for path in sorted(SOURCES.glob("*.txt")):
        source = Source.parse(path.read_text(encoding="utf-8"))
        if "head" in source.settings and _MANY_COLUMNS not in source.settings:
            yield from ((_rows(content), content) for content in typeset(source))
    for number, text in enumerate(plain_examples()):
        yield text, sheet(text, list(FACES.values())[number % len(FACES)][0])


def plain_examples() -> list[str]:
    """The examples that are text files, as they stand."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(SOURCES.glob("*.txt")))
    return [text for text in texts if not Source.parse(text).settings]


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


def _rows(content: Sheet) -> str:
    runs = sorted((mark for mark in content if isinstance(mark, Run)), key=lambda run: (round(run.baseline), run.x))
    return "\n".join(run.text for run in runs)
