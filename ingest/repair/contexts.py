"""Which of two words that look alike the sentence wants, where the words beside them do not tell: har and här.

The trigrams see two words on each side. For the words that damage makes alike a logistic regression looks farther,
at words and endings of the sentence; its weights were fitted to what the trigrams leave open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

import numpy as np
import numpy.typing as npt

from .tokens import Kind

Reals = npt.NDArray[np.float64]

CONTEXTS: Final = "contexts.npz"
WEIGHT_STEPS: Final = 32
"""Weights are kept in signed bytes, so many steps a nat."""
SURE: Final = 0.9995
"""Probability of a reading above which the trigrams have decided."""
_NEAR: Final = 4
"""Words on each side that count by their distance."""
_FAR: Final = 8
"""Words on each side that count by being there."""
_LEAST_SHARE: Final = 1e-30
_ENDINGS: Final = (2, 3)
_SENTENCE_ENDS: Final = frozenset([Kind.STOP.value, Kind.BREAK.value])


@dataclass(frozen=True, slots=True, eq=False)
class Contexts:
    """The weights of features for each of the words that damage makes alike."""

    groups: Mapping[str, int]
    """The words, in lower case, and for each the group of words that look alike."""
    keys: npt.NDArray[np.uint32]
    """Of feature and word, sorted; see `keys`."""
    weights: npt.NDArray[np.int8]

    @classmethod
    def load(cls, path: Path) -> Contexts:
        """The model in a file."""
        with np.load(path) as file:
            groups = dict(zip(file["words"].tolist(), file["groups"].tolist(), strict=True))
            return cls(groups, file["keys"], file["weights"])

    def bonus(self, options: Sequence[str], shares: Reals, symbols: Sequence[str], at: int) -> Reals:
        """What the sentence says for each of the words that may stand at a place, in nats.

        It divides anew what the words of a group have together; how much that is beside other words stays as it is.

        Args:
            options: Words in lower case.
            shares: The probability of each, by all else.
            symbols: The words around, as far as they are known, as the language model knows them.
            at: The place among them.
        """
        bonus = np.zeros(len(options))
        groups = [self.groups.get(word) for word in options]
        for group in {group for group in groups if group is not None}:
            mine = [place for place, other in enumerate(groups) if other == group]
            if len(mine) > 1 and shares[mine].max() < SURE * shares[mine].sum():
                seen = list(features(symbols, at))
                weights = np.array([self._weight(seen, options[place]) for place in mine])
                bonus[mine] = weights - _logarithm_of_mean(weights, shares[mine])
        return bonus

    def _weight(self, seen: Sequence[bytes], word: str) -> float:
        wanted = keys(seen, word)
        places = np.searchsorted(self.keys, wanted)
        places[places == len(self.keys)] = 0
        return float(self.weights[places[self.keys[places] == wanted]].sum(dtype=np.int64)) / WEIGHT_STEPS


def _logarithm_of_mean(weights: Reals, shares: Reals) -> float:
    """Of the exponentials of the weights."""
    return float(np.log(np.average(np.exp(weights), weights=shares + _LEAST_SHARE)))


def keys(seen: Sequence[bytes], word: str) -> npt.NDArray[np.uint32]:
    """The keys of the weights of a word's features."""
    start = crc32(word.encode())
    return np.array([crc32(feature, start) for feature in seen], dtype=np.uint32)


def features(symbols: Sequence[str], at: int) -> Iterator[bytes]:
    """What is seen around a place: the same for each word that may stand there."""
    before = _passage(symbols[max(0, at - _FAR) : at][::-1])
    after = _passage(symbols[at + 1 : at + 1 + _FAR])
    yield b""
    for side, words in (("<", before), (">", after)):
        yield from (f"{side}{feature}".encode() for feature in _one_sided(words))
    yield from (feature.encode() for feature in _two_sided(before, after))


def _passage(words: Sequence[str]) -> Sequence[str]:
    """The words on one side, the nearest first, to the end of the paragraph."""
    return words[: words.index(Kind.BREAK.value) + 1] if Kind.BREAK.value in words else words


def _one_sided(words: Sequence[str]) -> Iterator[str]:
    for distance, word in enumerate(words[:_NEAR]):
        yield f"{distance} {word}"
        yield from (f"{distance}-{_ending(word, length)}" for length in _ENDINGS)
    yield " ".join(words[:2])
    yield "-".join(_ending(word) for word in words[:2])
    ends = next((at for at, word in enumerate(words) if word in _SENTENCE_ENDS), len(words) - 1)
    yield f"#{ends}"
    for word in set(words[: ends + 1]):
        yield f"* {word}"
    for ending in set(map(_ending, words[: ends + 1])):
        yield f"*-{ending}"


def _two_sided(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    first, second, *_ = [*before, "", ""]
    third, fourth, *_ = [*after, "", ""]
    yield f"{first}_{third}"
    yield f"{second}__{third}"
    yield f"{first}_{fourth}_"
    yield f"-{_ending(first)}_-{_ending(third)}"
    yield f"-{_ending(first)}_-{_ending(third)}-{_ending(fourth)}"


def _ending(word: str, length: int = 2) -> str:
    """What the word ends in, which tells its form; a short word is its own form."""
    return word[-length:] if len(word) > length + 1 else word
