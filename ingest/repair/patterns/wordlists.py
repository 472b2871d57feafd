"""The words that the patterns look for, as alternatives of a regular expression."""

from __future__ import annotations

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).parent / "data"


def alternatives(name: str) -> str:
    """The lines of a list in the data folder, each a word or a pattern of one, between bars."""
    return "|".join((_FOLDER / f"{name}.txt").read_text(encoding="utf-8").split())
