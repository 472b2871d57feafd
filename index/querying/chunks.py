"""What a question is cut into where no sign means anything: what stands between blanks, and what belongs together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from ...swedish.reading import View, reading
from ..analysis.lexemes import tokens
from .identifiers import spans

_WORDY: Final = re.compile(r"[^\W_]|[§%]")
_UNPRINTED: Final = {"Cc": " ", "Cs": " ", "Co": " ", "Cn": " ", "Cf": ""}
"""What is read for controls, halves of characters, marks of direction and the like, by their category."""


def cleaned(text: str) -> str:
    """The text as it is read: NFC, signs that only look different made one, and nothing that cannot be printed."""
    seen = reading(unicodedata.normalize("NFC", text)).text
    return "".join(_UNPRINTED.get(unicodedata.category(letter), letter) for letter in seen)


def chunks(text: str) -> Iterator[str]:
    """What stands between the blanks of a text and has a word in it; identifiers and numbers in groups are whole."""
    at = 0
    for start, end in spans(text):
        yield from _blank_apart(text[at:start])
        yield text[start:end]
        at = end
    yield from _blank_apart(text[at:])


def has_word(text: str) -> bool:
    """Is there anything in it that can be looked for?"""
    return _WORDY.search(text) is not None


def _blank_apart(text: str) -> Iterator[str]:
    at = 0
    for token in tokens(View(text)):
        if " " in text[token.start : token.end]:
            yield from filter(has_word, text[at : token.start].split())
            yield text[token.start : token.end]
            at = token.end
    yield from filter(has_word, text[at:].split())
