"""What a token may have been: its readings, each with what speaks for it apart from its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .language import UNKNOWN
from .lattice import Words
from .lexicon import NAME
from .spellings import UNHURT, Damage, Why

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a token."""

    text: str
    """As it would stand in print."""
    word: str
    """In lower case."""
    ids: tuple[int, ...]
    """One word of the language model, or two where the token is two words."""
    score: float
    """Log probability of what is seen, but for the page's damage and for the context."""
    damage: Damage = UNHURT
    kinds: int = 0
    """Flags of the lexicon."""
    why: Why = Why.WORD
    capital: float = 0.0
    """Share of the word's occurrences inside sentences that begin with a capital."""

    @property
    def common(self) -> bool:
        """Does the language model know it, and not as a name?"""
        return self.ids != (UNKNOWN,) and not self.kinds & NAME


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of one token, the likeliest first, and the same as arrays."""

    options: tuple[Reading, ...]
    words: Words
    scores: Reals
    damage: Reals
    """Shape (readings, 3): accented letters lost, accented letters kept, other letters misread."""
    likelihood: Reals
    """Log probability of each reading without context or damage."""
    best: float
    """The greatest log probability of what is seen, without context."""

    @classmethod
    def of(cls, options: Sequence[Reading], unigrams: Sequence[float]) -> Readings:
        """The readings, with the log probability that each has without context."""
        words = Words(
            np.array([option.ids[0] for option in options]),
            np.array([option.ids[-1] for option in options]),
            np.array([len(option.ids) > 1 for option in options]),
        )
        damage = np.array([option.damage[1:] for option in options], dtype=np.float64)
        scores = np.array([option.score for option in options])
        costs = np.array([option.damage.cost for option in options])
        worth = scores + unigrams
        return cls(tuple(options), words, scores, damage, worth + costs, float(worth.max()))
