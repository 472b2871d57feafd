"""Letters without their marks: å and ä as a, ö as o, é as e, for people and documents that write without them."""

from __future__ import annotations

import unicodedata
from typing import Final

_NO_MARK_TO_DROP: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE"}
)
"""Letters that Unicode does not take apart into a letter and a mark."""


def fold(word: str) -> str:
    """The word with every marked letter replaced by the bare one; æ becomes two letters."""
    if word.isascii():
        return word
    parts = unicodedata.normalize("NFD", word.translate(_NO_MARK_TO_DROP))
    return "".join(part for part in parts if not unicodedata.combining(part))
