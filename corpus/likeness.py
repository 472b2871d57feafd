"""How alike two texts are, told from short signatures of them, so that near-duplicates are found without reading again.

A signature holds the smallest hashes of the text's runs of three words (a bottom-k sketch; Broder, "On the resemblance
and containment of documents", 1997). It tells resemblance between texts of like length, and whether a short text stands
in a longer one. Equal texts have equal signatures, on every machine and in every run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Self
from zlib import crc32

import numpy as np
import numpy.typing as npt

_WORD: Final = re.compile(r"[^\W_]+")
_RUN: Final = 3
"""Words: two texts of one template share most runs of one or two, and unlike ones hardly any of three."""
_SIZE: Final = 256
"""Hashes kept, four bytes each: the error of a resemblance is about 0.03."""
_MIXED: Final = np.uint64(0x9E3779B97F4A7C15)
_LARGEST: Final = 2**32 - 1
_FEWEST: Final = 12
"""Hashes of the shorter text that the longer one's signature must reach; fewer prove nothing."""

Hashes = npt.NDArray[np.uint32]


def signature(text: str) -> bytes:
    """The signature of a text: at most 1 kB, empty where it has fewer than three words."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    runs = {crc32(b" ".join(words[at : at + _RUN])) for at in range(len(words) - _RUN + 1)}
    hashes = np.unique(_spread(np.fromiter(runs, dtype=np.uint64, count=len(runs))))[:_SIZE]
    return hashes.astype("<u4").tobytes()


def _spread(sums: npt.NDArray[np.uint64]) -> Hashes:
    """Check sums of like texts lie side by side; multiplied they lie anywhere (Fibonacci hashing)."""
    return ((sums * _MIXED) >> np.uint64(32)).astype(np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A signature to compare with others."""

    hashes: Hashes

    @classmethod
    def of(cls, signature: bytes) -> Self:
        """What `signature` returned."""
        return cls(np.frombuffer(signature, dtype="<u4").astype(np.uint32))

    @property
    def runs(self) -> int:
        """About how many runs of words the text has: exactly, where the signature holds them all."""
        full = len(self.hashes) == _SIZE
        return round(_SIZE * _LARGEST / max(1, int(self.hashes[-1]))) if full else len(self.hashes)

    def resemblance(self, other: Sketch) -> float:
        """The share of their runs of words that both have, 0 to 1."""
        either = np.union1d(self.hashes, other.hashes)
        if max(len(self.hashes), len(other.hashes)) == _SIZE:
            either = either[:_SIZE]  # beyond, only one of them may have what the other has too
        both = np.intersect1d(self.hashes, other.hashes, assume_unique=True)
        return float(np.isin(either, both).mean()) if len(either) else 0.0

    def share_in(self, other: Sketch) -> float:
        """The share of this text's runs of words that stand in the other, 0 to 1; 0 where too few can be compared."""
        comparable = self.hashes[: self.comparable_with(other)]
        return float(np.isin(comparable, other.hashes).mean()) if len(comparable) >= _FEWEST else 0.0

    def comparable_with(self, other: Sketch) -> int:
        """How many of its hashes the other would have too, if the other's text had the same runs of words."""
        if len(other.hashes) < _SIZE:
            return len(self.hashes) if len(other.hashes) else 0
        return int(np.searchsorted(self.hashes, other.hashes[-1], side="right"))
