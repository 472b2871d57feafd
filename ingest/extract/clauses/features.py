"""What the model sees of a sentence: its words, pairs of them, and how it begins; no names and no numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*|\d|§")
_NAME: Final = "Aa"
_NUMBER: Final = "0"
_LONGEST: Final = 60
"""Words from the beginning that are looked at: a sentence without an end is no sentence."""
_OPENING: Final = 4
"""Words of which the place in the sentence counts: who acts, and how, stands first."""
_SHORT: Final = 4
"""Letters; in longer words the end tells the tense ("-ade"), and the beginning the verb ("bevi-")."""


def features(sentence: str) -> Iterator[str]:
    """The features of a sentence, as words."""
    words = _words(sentence)
    ends = [word if len(word) <= _SHORT else f"-{word[-2:]}" for word in words]
    yield from words
    yield from (f"{first} {second}" for first, second in pairwise(["^", *words]))
    yield from (f"{first}_{second}" for first, second in pairwise(["^", *ends]))
    yield from (f"{place}:{end}" for place, end in enumerate(ends[:_OPENING]))
    for word in words:
        if len(word) > _SHORT:
            yield from (f"-{word[-3:]}", f"-{word[-4:]}", f"{word[:4]}-", f"{word[:6]}-")


def _words(sentence: str) -> list[str]:
    """In lower case; names (capitals within the sentence) and figures are only said to be there."""
    words: list[str] = []
    for match in _WORD.finditer(sentence):
        word = _plain(match[0], first=not words)
        if words and word in (_NAME, _NUMBER) and words[-1] == word:
            continue
        words.append(word)
        if len(words) == _LONGEST:
            break
    return words


def _plain(word: str, *, first: bool) -> str:
    if word.isdigit():
        return _NUMBER
    return _NAME if word[0].isupper() and not first else word.lower()
