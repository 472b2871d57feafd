"""The word lists of the values: one item a line, whole-line comments after "#"."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ....swedish.wordlists import rows
from ..alternatives import any_word

_DATA: Final = Path(__file__).parent / "data"


def items(name: str) -> list[str]:
    """The lines of a list, without comments and blank lines."""
    return [row.strip() for row in rows(_DATA / f"{name}.txt")]


def any_of(forms: Iterable[str]) -> str:
    """A pattern for any of the forms, the longest first; it may stand in a verbose pattern."""
    return any_word(sorted(forms, key=len, reverse=True))


def any_stem(name: str) -> str:
    """A pattern for any item of a list of patterns for words; it may stand in a verbose pattern."""
    return "|".join(item.replace(" ", r"\ ") for item in items(name))
