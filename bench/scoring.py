"""How right a text is, word by word, and how sure a share is that was counted on so many things."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

WORD: Final = re.compile(r"[^\W_]+(?:[-:'.,/][^\W_]+)*%?|§+|%")
"""Letters and digits with the signs that stand within words, or a sign of its own."""
PART: Final = re.compile(r"[^\W_]+|[§%&]")
"""What a repair answers for: not for the other half of a word with a hyphen in it."""
_BULLET: Final = re.compile(r"(?m)^\s*[eo¢•*«»·○-]\s+")
"""OCR reads bullets as letters; neither counts."""
_DASHES: Final = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_Z: Final = 1.96
"""Standard deviations of a 95 % interval."""


class Token(NamedTuple):
    """A word where it stands in its text."""

    start: int
    end: int
    text: str


class Alignment(NamedTuple):
    """The words of two texts, laid beside each other with as few differences as can be."""

    errors: int
    """Words wrong, missing or added."""
    same: dict[int, int]
    """Index of each word of the first that stands in the second -> its index there."""
    differences: list[tuple[str, str]]
    """A word of the first and what stands for it in the second; an empty side is a gap."""


def wilson(count: int, n: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's method, which holds for small counts too."""
    if not n:
        return 0.0, 1.0
    share, spread = count / n, _Z**2 / n
    middle = share + spread / 2
    half = _Z * math.sqrt(share * (1 - share) / n + spread / (4 * n))
    return max(0.0, (middle - half) / (1 + spread)), (middle + half) / (1 + spread)


def tokens(text: str, pattern: re.Pattern[str] = WORD) -> list[Token]:
    """The words of a text, dashes evened out and bullets left aside."""
    even = _BULLET.sub(lambda bullet: " " * len(bullet[0]), text.translate(_DASHES))
    return [Token(*match.span(), match[0]) for match in pattern.finditer(even)]


def overlapping(words: Sequence[Token], start: int, end: int) -> Iterator[int]:
    """Indices of the words that share a letter with [start, end) of their text."""
    return (index for index, word in enumerate(words) if word.start < end and word.end > start)


def align(truth: Sequence[Token], got: Sequence[Token]) -> Alignment:
    """Lay the words of a text beside those that should stand there."""
    expected, read = [word.text for word in truth], [word.text for word in got]
    same: dict[int, int] = {}
    differences: list[tuple[str, str]] = []
    for step in Levenshtein.opcodes(expected, read):
        here, there = slice(step.src_start, step.src_end), slice(step.dest_start, step.dest_end)
        if step.tag == "equal":
            same.update(zip(range(here.start, here.stop), range(there.start, there.stop), strict=True))
        else:
            differences += zip_longest(expected[here], read[there], fillvalue="")
    return Alignment(len(differences), same, differences)
