"""The project's own damaged documents: drawn, worn as a scanner does, and read by an English recogniser.

They are the texts in `bench/texts/documents`, each at every resolution, and the examples; Tesseract's `eng` reads them,
which is how such damage came about, and `swe`, to have something to compare with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Final

import pytesseract  # type: ignore[import-untyped]
from PIL import Image

from avtalsarkiv.bench.material import TEXTS, WEAR, example_sheets
from avtalsarkiv.bench.pairs import Pair
from avtalsarkiv.corpus.model import PAGE_BREAK
from avtalsarkiv.scripts.typesetting import FACES
from avtalsarkiv.tests.drawing import Run, Sheet, page_image, scanned, sheet

OWN: Final = Path(__file__).parents[1] / "build" / "repair_pairs.jsonl"
"""Made by `--make` in four minutes, so not kept in the repository."""
WRITTEN: Final = "own-"
"""How the ids of the documents begin that were written for this."""
RESOLUTIONS: Final = (150, 200, 300)
_NEXT_PAGE: Final = "\n===\n"
_AS_ROWS: Final = "--psm 6"
"""Lines across the whole page, so that a table is not read column by column: order is not what is measured here."""


def make(path: Path = OWN) -> None:
    """Draw and read the project's own documents, and write them where `load` finds them."""
    path.parent.mkdir(exist_ok=True)
    lines = (json.dumps(pair._asdict(), ensure_ascii=False) for pair in _read())
    path.write_text("\n".join(lines), encoding="utf-8")


def misread(text: str, dpi: int = 200) -> str:
    """A text, its pages parted by form feeds, as a recogniser of English reads it from a worn scan."""
    pictures = (page_image(sheet(page), dpi) for page in text.split(PAGE_BREAK))
    pages = [scanned(picture, WEAR[0], number) for number, picture in enumerate(pictures)]
    return _recognise(pages, dpi, "eng")


def own_texts() -> list[str]:
    """The documents written for this measurement, as printed; pages parted by form feeds."""
    texts = (path.read_text(encoding="utf-8").rstrip() for path in sorted((TEXTS / "documents").glob("*.txt")))
    return [text.replace(_NEXT_PAGE, PAGE_BREAK) for text in texts]


def _read() -> Iterator[Pair]:
    for seed, ((name, truth, sheets), dpi) in enumerate(zip(_documents(), cycle(RESOLUTIONS), strict=False)):
        pages = [scanned(page_image(_unruled(page), dpi), WEAR[seed % len(WEAR)], seed) for page in sheets]
        yield Pair(f"{name}-{dpi}", truth, _recognise(pages, dpi, "eng"), _recognise(pages, dpi, "swe"))


def _documents() -> Iterator[tuple[str, str, list[Sheet]]]:
    """Name, text and pages; our own three times, so that each is read at every resolution."""
    faces = cycle(face for face, _ in FACES.values())
    for number, text in enumerate(own_texts(), 1):
        for _ in RESOLUTIONS:
            face = next(faces)
            yield f"{WRITTEN}{number:02}", text, [sheet(page, face) for page in text.split(PAGE_BREAK)]
    for number, (text, page) in enumerate(example_sheets(), 1):
        yield f"example-{number:02}", text, [page]


def _unruled(page: Sheet) -> Sheet:
    """The page without its lines, which come out as words that nobody printed."""
    return tuple(mark for mark in page if isinstance(mark, Run))


def _recognise(pages: Iterable[Image.Image], dpi: int, language: str) -> str:
    how = f"{_AS_ROWS} --dpi {dpi}"
    return PAGE_BREAK.join(pytesseract.image_to_string(page, lang=language, config=how).strip() for page in pages)
