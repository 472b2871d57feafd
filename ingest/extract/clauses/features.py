"""What the model sees of a sentence: its words, pairs of them, and how it begins; no names and no numbers.

Each feature is a check sum of what it stands for: Python's own hashes are others in each process.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from zlib import crc32

_WORD: Final = re.compile(r"[^\W\d_]+(?:[-.][^\W\d_]+)*|\d+|§")
_NAME: Final = "Aa"
_NUMBER: Final = "0"
_LONGEST: Final = 60
"""Words from the beginning that are looked at: a sentence without an end is no sentence."""
_OPENING: Final = tuple(crc32(f"{place}:".encode()) for place in range(4))
"""For words of which the place in the sentence counts: who acts, and how, stands first."""
_SHORT: Final = 4
"""Letters; in longer words the end tells the tense ("-ade"), and the beginning the verb ("bevi-")."""


class Word(NamedTuple):
    """A word as features see it; check sums are taken of more than one part by going on from that of the first."""

    text: bytes
    end: bytes
    opens: int
    """Check sum of the word and what parts it from the next."""
    end_opens: int
    alone: tuple[int, ...]
    """The features of the word itself."""


def features(sentence: str) -> list[int]:
    """The features of a sentence, each once, in the order in which they are found."""
    words = [_word(word) for word in _words(sentence)]
    found = [feature for word in words for feature in word.alone]
    for first, second in pairwise([_START, *words]):
        found += (crc32(second.text, first.opens), crc32(second.end, first.end_opens))
    found += (crc32(word.end, place) for word, place in zip(words, _OPENING, strict=False))
    return list(dict.fromkeys(found))


@lru_cache(maxsize=1 << 13)
def _word(word: str) -> Word:
    long = len(word) > _SHORT
    end = f"-{word[-2:]}" if long else word
    parts = (word, f"-{word[-3:]}", f"-{word[-4:]}", f"{word[:4]}-", f"{word[:6]}-") if long else (word,)
    alone = tuple(crc32(part.encode()) for part in parts)
    return Word(word.encode(), end.encode(), crc32(f"{word} ".encode()), crc32(f"{end}_".encode()), alone)


_START: Final = _word("^")


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
