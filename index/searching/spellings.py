"""The words of a vocabulary, laid out for being compared with another word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from heapq import nsmallest
from typing import Final, NamedTuple

from ...swedish.folding import fold
from .vocabulary import Vocabulary

_A_WORD: Final = re.compile(r"[^\W\d_]{2}")
_LONGEST: Final = 40
"""Letters. Longer ones are lines that lost their spaces."""
_LATIN: Final = tuple(map(chr, range(ord("0"), 0x180)))
"""Digits and letters with all marks of European languages; words may begin with other ones, that have none."""


class _Bucket(NamedTuple):
    """Keys of one length that begin alike."""

    bare: list[str]
    """Without marks."""
    keys: list[str]


class Spellings:
    """Words by their first letter and length, read when they are first compared. Safe for several threads."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._lengths = lru_cache(maxsize=None)(self._read)
        self._bucket = lru_cache(maxsize=None)(self._laid_out)

    def near(self, key: str, slips: int, most: int) -> list[str]:
        """Keys that differ in so many letters at most, marks not counted; the nearest first, no more than `most`.

        Those with another first letter only where there are none with the same: it is what people get right and scans
        read best.
        """
        bare = fold(key)
        return self._beginning(bare[:1], bare, slips, most) or self._beginning("", bare, slips, most)

    def _beginning(self, first: str, bare: str, slips: int, most: int) -> list[str]:
        """The nearest of those with a first letter, or with any."""
        sizes = range(len(bare) - slips, len(bare) + slips + 1)
        return _nearest(bare, (self._bucket(first, size) for size in sizes), slips, most)

    def _laid_out(self, first: str, size: int) -> _Bucket:
        keys = [key for key in self._lengths(first).get(size, ()) if _A_WORD.search(key)]
        return _Bucket(list(map(fold, keys)), keys)

    def _read(self, first: str) -> Mapping[int, list[str]]:
        """The keys that begin with a letter, with marks or without, or all of them; by their lengths."""
        keys = defaultdict[int, list[str]](list)
        for letter in _marked(first):
            for key in self._vocabulary.keys(letter):
                if len(key) <= _LONGEST:
                    keys[len(key)].append(key)
        return keys


def _marked(first: str) -> Iterator[str]:
    """A letter, and what is the same without its marks."""
    yield first
    yield from (letter for letter in _LATIN if letter != first and first and fold(letter)[:1] == first)


def _nearest(bare: str, buckets: Iterable[_Bucket], slips: int, most: int) -> list[str]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found: list[tuple[float, str]] = []
    for bucket in buckets:
        near = extract(bare, bucket.bare, scorer=OSA.distance, processor=None, limit=None, score_cutoff=slips)
        found += ((far, bucket.keys[at]) for _, far, at in near)
    return [key for _, key in nsmallest(most, found)]
