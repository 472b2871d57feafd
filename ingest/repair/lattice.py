"""Which of the words that may stand at each place fit together: exact inference over word trigrams."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from .language import NO_WORD, START, Ids, Language

Reals = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Words:
    """The readings of one place, as ids of the language model; each is one word or two."""

    first: Ids
    last: Ids
    """The second word, or again the first."""
    two: npt.NDArray[np.bool_]


_BEGINNING = Words(np.array([START]), np.array([START]), np.array([False]))


class Lattice:
    """A sequence of places, each with the readings it may have.

    Where two neighbouring places have one reading each, what comes before says nothing about what comes after:
    the sequence falls into islands, of which only those with a choice are computed.
    """

    def __init__(self, places: Sequence[Words], language: Language) -> None:
        self._sizes = [len(place.first) for place in places]
        self._islands = list(_islands(self._sizes))
        self._transitions = _transitions(places, self._islands, language)

    def posteriors(self, emissions: Sequence[Reals], temperature: float) -> list[Reals]:
        """The probability of each reading of each place.

        Args:
            emissions: For each place the log probability of what is seen, by reading.
            temperature: Above 1, what the model says is taken for less sure than it says.
        """
        sure = np.ones(1)
        result = [sure] * len(self._sizes)
        for island in self._islands:
            scores = [(self._transitions[at] + emissions[at]) / temperature for at in island]
            for at, probabilities in zip(island, _forward_backward(scores), strict=True):
                result[at] = probabilities
        return result


def _islands(sizes: Sequence[int]) -> Iterator[range]:
    """Runs of places that depend on each other: each begins at a choice and ends after two places without one."""
    start, last = 0, -3
    for at, size in enumerate(sizes):
        if size == 1:
            continue
        if at - last > 2:
            if last >= 0:
                yield range(start, min(last + 3, len(sizes)))
            start = at
        last = at
    if last >= 0:
        yield range(start, min(last + 3, len(sizes)))


def _transitions(places: Sequence[Words], islands: Sequence[range], language: Language) -> dict[int, Reals]:
    """Log P(reading | the two places before), by place, of shape (readings two before, one before, here)."""
    wanted = [at for island in islands for at in island]
    if not wanted:
        return {}
    shapes, before, previous, first, second, two = [], [], [], [], [], []
    for at in wanted:
        a, b, c = (places[k] if k >= 0 else _BEGINNING for k in (at - 2, at - 1, at))
        shape = len(a.last), len(b.last), len(c.first)
        of_a, of_b, of_c = _combinations(shape)
        shapes.append(shape)
        before.append(np.where(b.two[of_b], b.first[of_b], a.last[of_a]) if b.two.any() else a.last[of_a])
        previous.append(b.last[of_b])
        first.append(c.first[of_c])
        second.append(c.last[of_c])
        two.append(c.two[of_c])
    scores = _score(
        language, np.concatenate(before), np.concatenate(previous), np.concatenate(first), np.concatenate(second),
        np.concatenate(two),
    )  # fmt: skip
    ends = np.cumsum([int(np.prod(shape)) for shape in shapes])[:-1]
    return {at: part.reshape(shape) for at, shape, part in zip(wanted, shapes, np.split(scores, ends), strict=True)}


@cache
def _combinations(shape: tuple[int, int, int]) -> tuple[Ids, Ids, Ids]:
    """The readings of three places in all combinations, the last changing fastest."""
    a, b, c = np.indices(shape)
    return a.ravel(), b.ravel(), c.ravel()


def _score(
    language: Language, before: Ids, previous: Ids, first: Ids, second: Ids, two: npt.NDArray[np.bool_]
) -> Reals:
    before = np.where(previous == START, NO_WORD, before)
    scores = language.score(before, previous, first).astype(np.float64)
    scores[first == START] = 0.0
    if two.any():
        scores[two] += language.score(previous[two], first[two], second[two])
    return scores


def _forward_backward(scores: Sequence[Reals]) -> list[Reals]:
    """The probability of each reading; the first two axes of each score are the two places before it."""
    forward: list[Reals] = []
    for at, score in enumerate(scores):
        arriving = score if at == 0 else forward[-1][:, :, None] + score
        forward.append(_sum_out(arriving, 0))
    backward: Reals = np.zeros(forward[-1].shape)
    probabilities = []
    for at in range(len(scores) - 1, -1, -1):
        both = forward[at] + backward
        probabilities.append(_normalised(_sum_out(both, 0)))
        if at:
            backward = _sum_out(scores[at] + backward[None], 2)
    return probabilities[::-1]


def _sum_out(logarithms: Reals, axis: int) -> Reals:
    """Logarithm of the sum along an axis, less a constant that keeps numbers small."""
    greatest = logarithms.max()
    if logarithms.shape[axis] == 1:
        single: Reals = logarithms.take(0, axis) - greatest
        return single
    result: Reals = np.log(np.exp(np.maximum(logarithms - greatest, -600)).sum(axis))
    return result


def _normalised(logarithms: Reals) -> Reals:
    weights = np.exp(logarithms - logarithms.max())
    result: Reals = weights / weights.sum()
    return result
