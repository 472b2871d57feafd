"""Is all installed that reading scans needs?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .tesseract import installed


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that should be there."""

    name: str
    found: bool
    detail: str
    """Its version where it is there; else what is worse without it."""
    package: str
    """The Debian package that brings it."""


_MODELS: Final = (
    ({"Latin", "script/Latin"}, "tesseract-ocr-script-latn", "§ % @ come out as other signs"),
    ({"swe"}, "tesseract-ocr-swe", "poor pages are read once instead of twice"),
    ({"osd"}, "tesseract-ocr-osd", "sideways pages are not turned"),
)
"""Names of each model, its Debian package, and what is worse without it."""


def examine() -> Iterator[Check]:
    """Each program and model that the archive uses, and whether it is there."""
    tesseract = installed()
    version = tesseract.version if tesseract else "scans cannot be read"
    yield Check("Tesseract", tesseract is not None, version, "tesseract-ocr")
    for names, package, without in _MODELS:
        found = tesseract is not None and not tesseract.languages.isdisjoint(names)
        yield Check(f"Tesseract's model {min(names)}", found, "installed" if found else without, package)
