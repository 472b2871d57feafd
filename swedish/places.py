"""Where in Sweden a document may have been signed."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

from .words import known

_PLACES: Final = Path(__file__).parent / "data" / "places.txt"


def may_be_place(name: str) -> bool:
    """Can each word of the name belong to a place's: a municipality's, or none that is known as a common word?

    Villages stand in no list, and scanning changes letters, so that a word nobody knows may be a place.
    """
    words = name.split()
    return bool(words) and all(word[0].isupper() and (word in _places() or not known(word)) for word in words)


@cache
def _places() -> frozenset[str]:
    return frozenset(_PLACES.read_text(encoding="utf-8").split())


def is_town(word: str) -> bool:
    """Does a municipality bear this name, in whatever case?"""
    return word.title() in _places()
