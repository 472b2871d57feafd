"""The words of a vocabulary, laid out for being compared with another word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from heapq import nsmallest
from typing import Final, NamedTuple

from ...swedish.folding import fold

_A_WORD: Final = re.compile(r"[^\W\d_]{2}")
_LONGEST: Final = 40
"""Letters. Longer ones are lines that lost their spaces."""


class _Bucket(NamedTuple):
    """Keys of one length and with one first letter."""

    bare: list[str]
    """Without marks."""
    keys: list[str]


class Spellings:
    """Words by their length and first letter. Making it takes some 0.1 s for 100,000."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._buckets: dict[tuple[int, str], _Bucket] = {}
        for key in keys:
            if len(key) <= _LONGEST and _A_WORD.search(key):
                bare = fold(key)
                bucket = self._buckets.setdefault((len(bare), bare[0]), _Bucket([], []))
                bucket.bare.append(bare)
                bucket.keys.append(key)

    def near(self, key: str, slips: int, most: int) -> list[str]:
        """Keys that differ in so many letters at most, marks not counted; the nearest first, no more than `most`.

        Those with another first letter only where there are none with the same: it is what people get right and scans
        read best.
        """
        bare = fold(key)
        sizes = range(len(bare) - slips, len(bare) + slips + 1)
        fitting = [(first, bucket) for (size, first), bucket in self._buckets.items() if size in sizes]
        same = _nearest(bare, (bucket for first, bucket in fitting if first == bare[:1]), slips, most)
        return same or _nearest(bare, (bucket for _, bucket in fitting), slips, most)


def _nearest(bare: str, buckets: Iterable[_Bucket], slips: int, most: int) -> list[str]:
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    found: list[tuple[float, str]] = []
    for bucket in buckets:
        near = extract(bare, bucket.bare, scorer=OSA.distance, processor=None, limit=most, score_cutoff=slips)
        found += ((far, bucket.keys[at]) for _, far, at in near)
    return [key for _, key in nsmallest(most, found)]
