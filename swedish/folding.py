"""Letters without their marks: å and ä as a, ö as o, é as e, for people and documents that write without them."""

from __future__ import annotations

import unicodedata
from typing import Final

_BARE: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE"}
    | dict(zip("åäöéÅÄÖÉ", "aaoeAAOE", strict=True))
)
"""Letters that Unicode does not take apart into a letter and a mark; and those of which nearly all words consist."""


def fold(word: str) -> str:
    """The word with every marked letter replaced by the bare one; æ becomes two letters."""
    if word.isascii():
        return word
    bare = word.translate(_BARE)
    if bare.isascii():
        return bare
    parts = unicodedata.normalize("NFD", bare)
    return "".join(part for part in parts if not unicodedata.combining(part))
