"""How many words of scanned pages are read wrong.

    python -m avtalsarkiv.bench.reading [--dpi N ...]

The example documents are set in four typefaces, and typed on a worn machine, then skewed, blurred, grained and
compressed as scanners do, read, and compared word by word with what was printed.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final, NamedTuple

from PIL import Image
from rapidfuzz.distance import Levenshtein

from avtalsarkiv.bench.material import WEAR, example_sheets, plain_examples
from avtalsarkiv.bench.scoring import wilson
from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.ingest.ocr.recognizer import recognize
from avtalsarkiv.swedish.spaced import joined
from avtalsarkiv.tests.drawing import page_image, scan_pdf, scanned, typewritten

GOALS: Final = {150: 0.020, 200: 0.010, 300: 0.006}
TYPEWRITER_GOAL: Final = 0.010
_TYPEWRITER_DPI: Final = 300
_WORD: Final = re.compile(r"[^\W_]+(?:[-:'.,/][^\W_]+)*%?|[§%]+")
_DASHES: Final = str.maketrans("–—−", "---")


class Read(NamedTuple):
    """What was printed on a page, and what was read of it."""

    printed: str
    seen: str


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dpi", type=int, nargs="*", default=list(GOALS))
    args = parser.parse_args()
    print(f"{'':<12} {'words':>6} {'wrong':>6} {'per cent':>9}  {'95 % interval':<14} {'goal':>5}   § and %")
    for dpi in args.dpi:
        _report(f"{dpi} dpi", _printed_pages(dpi), dpi, GOALS.get(dpi))
    _report("typewriter", _typed_pages(), _TYPEWRITER_DPI, TYPEWRITER_GOAL)


def _report(name: str, pages: Iterable[tuple[str, Image.Image]], dpi: int, goal: float | None) -> None:
    reads = list(_read(pages, dpi))
    words = sum(len(_words(read.printed)) for read in reads)
    wrong = sum(Levenshtein.distance(_words(read.printed), _words(read.seen)) for read in reads)
    signs = [min(read.printed.count(sign), read.seen.count(sign)) for read in reads for sign in "§%"]
    printed_signs = sum(read.printed.count(sign) for read in reads for sign in "§%")
    low, high = wilson(wrong, words)
    interval = f"{low:.2%} - {high:.2%}"
    print(
        f"{name:<12} {words:>6} {wrong:>6} {wrong / words:>9.2%}  {interval:<14} {goal or 0:>5.1%}"
        f"   {sum(signs)} of {printed_signs}"
    )


def _read(pages: Iterable[tuple[str, Image.Image]], dpi: int) -> Iterator[Read]:
    texts, pictures = zip(*pages, strict=True)
    with ProcessPoolExecutor() as pool:
        yield from map(Read, texts, pool.map(_recognise, pictures, [dpi] * len(pictures)))


def _recognise(picture: Image.Image, dpi: int) -> str:
    with tempfile.TemporaryDirectory() as folder:
        path = scan_pdf(Path(folder) / "scan.pdf", [picture], dpi)
        asked = Page(1, "", Origin.OCR, Quality(Verdict.REREAD, "a picture"), waiting=True)
        [page] = recognize(path, "application/pdf", [asked])
    return page.text


def _printed_pages(dpi: int) -> Iterator[tuple[str, Image.Image]]:
    for number, (text, content) in enumerate(example_sheets()):
        yield text, scanned(page_image(content, dpi), WEAR[number % len(WEAR)], number)


def _typed_pages() -> Iterator[tuple[str, Image.Image]]:
    for number, text in enumerate(plain_examples()):
        yield text, scanned(typewritten(text, _TYPEWRITER_DPI, number), WEAR[number % len(WEAR)], number)


def _words(text: str) -> list[str]:
    return _WORD.findall(joined(text).translate(_DASHES))


if __name__ == "__main__":
    main()
