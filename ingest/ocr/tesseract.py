"""Tesseract, called through pytesseract: what is installed, the words of pictures, which way up a picture stands."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import pytesseract  # type: ignore[import-untyped]
from PIL import Image

from ...corpus.errors import MissingDependency
from ...corpus.words import Box

SWEDISH: Final = "swe"
_LATIN: Final = ("Latin", "script/Latin")
"""Names of the model for Latin script, which knows § % @ and the en dash: Debian's and Tesseract's own."""
_ORIENTATION: Final = "osd"
_INSTALL: Final = "apt-get install tesseract-ocr tesseract-ocr-script-latn tesseract-ocr-swe tesseract-ocr-osd"
PAGE: Final = 3
"""Segmentation of a page into columns, paragraphs and lines."""
LINE: Final = 7
"""The picture is one line."""
_ORIENTATION_SECONDS: Final = 30
_WORD_LEVEL: Final = "5"


@dataclass(frozen=True, slots=True)
class Installed:
    """What there is of Tesseract on this machine."""

    version: str
    languages: frozenset[str]

    @property
    def language(self) -> str | None:
        """The model to read with: Latin script, else Swedish."""
        return next((name for name in (*_LATIN, SWEDISH) if name in self.languages), None)


class Found(NamedTuple):
    """A word that Tesseract saw, in pixels of the picture."""

    text: str
    box: Box
    confidence: int
    line: tuple[int, int, int]
    """Block, paragraph and line in which Tesseract put it."""


class RecognitionFailed(Exception):
    """Tesseract died, refused the picture or took too long."""


def check_installed() -> tuple[str, ...]:
    """Make sure, before any work, that scans can be read.

    Returns:
        What will be read less well because something is missing, a sentence each.

    Raises:
        MissingDependency: Tesseract, or every model that can read Swedish, is missing.
    """
    caveats = []
    if model() == SWEDISH:
        caveats.append(
            "Tesseract's model for Latin script is missing, and the Swedish one cannot read § % @; install it with "
            "apt-get install tesseract-ocr-script-latn, then run `retry --all`"
        )
    if not has(_ORIENTATION):
        caveats.append(
            "Tesseract's model of orientation is missing, so pages that lie on their side or head are misread; install "
            "it with apt-get install tesseract-ocr-osd, then run `retry --all`"
        )
    return tuple(caveats)


def model() -> str:
    """The name of the model to read with.

    Raises:
        MissingDependency: Tesseract, or every model that can read Swedish, is missing.
    """
    found = installed()
    if found is None:
        raise MissingDependency(
            f"Tesseract is not installed, so scans cannot be read; install it with {_INSTALL}, "
            "or load with --ocr never, and scans wait"
        )
    if found.language is None:
        raise MissingDependency(f"Tesseract has no model for Swedish; install one with: {_INSTALL}")
    return found.language


@cache
def installed() -> Installed | None:
    """Version and languages of Tesseract, None where there is none."""
    try:
        version = str(pytesseract.get_tesseract_version())
    except (pytesseract.TesseractNotFoundError, SystemExit):
        return None
    listing = subprocess.run(  # pytesseract's own list leaves out names with capitals, such as Latin
        [pytesseract.pytesseract.tesseract_cmd, "--list-langs"], capture_output=True, text=True, check=False
    )
    return Installed(version, frozenset(listing.stdout.split("\n")[1:]) - {""})


def has(language: str) -> bool:
    """Is this model installed?"""
    found = installed()
    return found is not None and language in found.languages


def read(
    images: Sequence[tuple[Image.Image, int]], language: str, seconds: float, segmentation: int = PAGE
) -> list[list[Found]]:
    """The words of each picture, in one call, because loading the model takes as long as reading half a page.

    Args:
        images: Pictures with their pixels an inch.
        language: A model's name.
        seconds: The call may take.
        segmentation: What a picture shows, `PAGE` or `LINE`.

    Raises:
        RecognitionFailed: For the call as a whole.
    """
    os.environ["OMP_THREAD_LIMIT"] = "1"  # its own threads make it slower than one process a core
    with TemporaryDirectory(prefix="avtalsarkiv-") as folder:
        listing = _save(images, Path(folder))
        try:
            how = f"--psm {segmentation}"
            table = pytesseract.image_to_data(str(listing), lang=language, config=how, timeout=seconds)
        except (pytesseract.TesseractError, RuntimeError, OSError, UnicodeDecodeError) as error:
            raise RecognitionFailed(f"the page could not be read ({error})") from error
    pages: list[list[Found]] = [[] for _ in images]
    for page, found in _parse(table):
        pages[page - 1].append(found)
    return pages


def turn_needed(image: Image.Image, dpi: int) -> tuple[int, float]:
    """Degrees clockwise, 0, 90, 180 or 270, by which the picture must be turned, and how sure that is (2 is sure).

    0 and 0 where there are too few letters to tell.
    """
    if not has(_ORIENTATION):
        return 0, 0.0
    os.environ["OMP_THREAD_LIMIT"] = "1"
    with TemporaryDirectory(prefix="avtalsarkiv-") as folder:
        path = _save_one(image, dpi, Path(folder) / "page.tif")
        try:
            found = pytesseract.image_to_osd(
                str(path), lang=_ORIENTATION, timeout=_ORIENTATION_SECONDS, output_type=pytesseract.Output.DICT
            )
        except (pytesseract.TesseractError, RuntimeError, OSError, ValueError):
            return 0, 0.0
    return int(found["rotate"]), float(found["orientation_conf"])


def _save(images: Sequence[tuple[Image.Image, int]], folder: Path) -> Path:
    paths = [_save_one(image, dpi, folder / f"{n}.tif") for n, (image, dpi) in enumerate(images)]
    listing = folder / "pages.txt"
    listing.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    return listing


def _save_one(image: Image.Image, dpi: int, path: Path) -> Path:
    """Uncompressed, as packing takes longer than writing, and with the resolution, which pytesseract loses."""
    image.save(path, dpi=(dpi, dpi), compression="raw")
    return path


def _parse(table: str) -> Iterator[tuple[int, Found]]:
    for row in table.splitlines():
        level, *places, confidence, text = row.split("\t")
        if level == _WORD_LEVEL and text.strip():
            page, block, paragraph, line, _, left, top, width, height = map(int, places)
            box = Box(left, top, left + width, top + height)
            yield page, Found(text, box, round(float(confidence)), (block, paragraph, line))
