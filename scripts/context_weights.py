"""Weights by which a sentence decides between words that damage makes alike: logistic regression over its words.

The regression is fitted to what word trigrams leave open. The trigrams that judge one half of the text are counted
in the other half, for they know by heart what they were counted in. Words for which the regression is not better
than the trigrams on text that neither has seen are left out.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from avtalsarkiv.ingest.repair.contexts import SURE, WEIGHT_STEPS, features, keys
from avtalsarkiv.ingest.repair.language import BACKOFF_STEPS, NO_WORD, PROBABILITY_STEPS, START, UNKNOWN, Language
from avtalsarkiv.ingest.repair.tokens import Kind
from avtalsarkiv.scripts.kneser_ney import trigrams

Ids = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]

ALIKE: Final = tuple(str.maketrans("åäö", letters) for letters in ("aao", "aio", "ööö"))
"""What accented letters are taken for."""
LEAST_MEMBER: Final = 30
"""Occurrences of a word from which on it is learned when it stands."""
MOST_MEMBERS: Final = 10
LEAST_COUNT: Final = 2
FOLD: Final = 300
"""Paragraphs that go to the same half of the text: most of a document."""
LEAST_FEATURE: Final = 4
RIDGE: Final = 4.0
"""Penalty on the square of each weight, in nats."""
SHRUNK: Final = 0.75
"""Of what is learned beside the trigrams of half the text, so much is left beside those of all of it; measured."""
ITERATIONS: Final = 80
RATE: Final = 0.15
LEAST_GAIN: Final = 2.5
"""Standard deviations by which the errors must become fewer."""
LEAST_WEIGHT: Final = 2
"""Steps below which a weight is not kept."""


@dataclass(frozen=True, slots=True)
class Open:
    """The places where one of a group of words stands and the trigrams are not sure which."""

    group: tuple[str, ...]
    places: Ids
    truth: Ids
    """Which word of the group stands there."""
    offsets: Reals
    """Shape (places, words): log probability by the trigrams."""
    half: npt.NDArray[np.bool_]


def context_arrays(symbols: Sequence[str]) -> dict[str, np.ndarray]:
    """The arrays of ingest.repair.contexts.Contexts, of the symbols of a text."""
    kept: dict[int, int] = {}
    groups: dict[str, int] = {}
    for case in open_places(symbols):
        known, matrix = feature_matrix(symbols, case.places)
        if not gains(case, len(known), matrix):
            continue
        groups |= dict.fromkeys(case.group, len(groups))
        weights = fitted(matrix, len(known), case.truth, case.offsets)[:-1]
        for word, column in zip(case.group, np.round(SHRUNK * WEIGHT_STEPS * weights).T, strict=True):
            large = np.abs(column) >= LEAST_WEIGHT
            seen = [feature for feature, keep in zip(known, large, strict=True) if keep]
            kept.update(zip(keys(seen, word).tolist(), np.clip(column[large], -127, 127).tolist(), strict=True))
    ordered = sorted(kept)
    return {
        "words": np.array(list(groups)),
        "groups": np.array(list(groups.values()), dtype=np.uint16),
        "keys": np.array(ordered, dtype=np.uint32),
        "weights": np.array([kept[key] for key in ordered], dtype=np.int8),
    }


def alike(counts: dict[str, int]) -> list[tuple[str, ...]]:
    """The words that may look the same when their accents are damaged."""
    of: dict[str, set[str]] = {}
    common = [word for word, count in counts.items() if count >= LEAST_MEMBER and word.isalpha()]
    for table in ALIKE:
        seen = defaultdict(list)
        for word in common:
            seen[word.translate(table)].append(word)
        for words in seen.values():
            joined = set(words).union(*(of.get(word, ()) for word in words))
            if 1 < len(joined) <= MOST_MEMBERS:
                of.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in of.values()})


def open_places(symbols: Sequence[str]) -> list[Open]:
    """What the trigrams leave open, by groups of words."""
    numbers: dict[str, int] = {}
    text = np.fromiter((numbers.setdefault(symbol, len(numbers)) for symbol in symbols), np.int64, len(symbols))
    counts = np.bincount(text)
    ids = np.where(counts >= LEAST_COUNT, np.arange(len(counts)) + UNKNOWN + 1, UNKNOWN)
    ids[numbers[Kind.BREAK.value]] = START
    read = ids[text]
    half = (np.cumsum(read == START) // FOLD) % 2 == 1
    judges = [language(read[half != which], len(counts) + UNKNOWN + 1) for which in (False, True)]
    found = []
    for group in alike(dict(zip(numbers, counts.tolist(), strict=True))):
        members = [numbers[word] for word in group]
        places = np.flatnonzero(np.isin(text, members))
        truth = (text[places, None] == members).argmax(axis=1)
        offsets = np.empty((len(places), len(group)))
        for which, judge in enumerate(judges):
            mine = half[places] == bool(which)
            offsets[mine] = trigram_scores(judge, read, places[mine], ids[members])
        unsure = probabilities(offsets).max(axis=1) < SURE
        found.append(Open(group, places[unsure], truth[unsure], offsets[unsure], half[places[unsure]]))
    return found


def language(ids: Ids, vocabulary: int) -> Language:
    """The trigrams of a text."""
    made = trigrams(ids, np.ones(len(ids), dtype=bool), vocabulary, START, LEAST_COUNT)
    return Language(
        made.unigrams.astype(np.float32), made.unigram_backoffs.astype(np.float32),
        made.bigram_keys.astype(np.uint64), steps(-made.bigrams * PROBABILITY_STEPS).astype(np.uint8),
        np.clip(np.round(-made.bigram_backoffs * BACKOFF_STEPS), -127, 127).astype(np.int8),
        made.trigram_keys.astype(np.uint64), steps(-made.trigrams * PROBABILITY_STEPS).astype(np.uint8),
    )  # fmt: skip


def steps(numbers: Reals) -> Reals:
    """Whole numbers that fit in a byte."""
    return np.clip(np.round(numbers), 0, 255)


def trigram_scores(judge: Language, read: Ids, places: Ids, members: Ids) -> Reals:
    """Log probability of each word at each place, with that of the two words that follow it."""
    around = np.pad(read, 2)
    before, previous, after, last = (around[places + 2 + by] for by in (-2, -1, 1, 2))
    before = np.where(previous == START, NO_WORD, before)
    columns = []
    for member in members:
        word = np.full(len(places), member)
        next_score = np.where(after == START, 0.0, judge.score(previous, word, after))
        last_score = np.where((after == START) | (last == START), 0.0, judge.score(word, after, last))
        columns.append(judge.score(before, previous, word) + next_score + last_score)
    return np.stack(columns, axis=1)


def feature_matrix(symbols: Sequence[str], places: Ids) -> tuple[list[bytes], Ids]:
    """The features that are frequent enough, and which of them each place has; their number stands for any other."""
    found = [list(features(symbols, at)) for at in places.tolist()]
    counts: defaultdict[bytes, int] = defaultdict(int)
    for row in found:
        for feature in row:
            counts[feature] += 1
    known = [feature for feature, count in counts.items() if count >= LEAST_FEATURE]
    numbers = {feature: number for number, feature in enumerate(known)}
    matrix = np.full((len(found), max(map(len, found), default=0)), len(known))
    for place, row in enumerate(found):
        matrix[place, : len(row)] = [numbers.get(feature, len(known)) for feature in row]
    return known, matrix


def gains(case: Open, number: int, matrix: Ids) -> bool:
    """Does what is learned in one half make fewer errors in the other?"""
    scores = case.offsets.copy()
    for which in (False, True):
        mine = case.half == which
        if mine.any() and not mine.all():
            weights = fitted(matrix[~mine], number, case.truth[~mine], case.offsets[~mine])
            scores[mine] += weights[matrix[mine]].sum(axis=1)
    wrong, still = (table.argmax(axis=1) != case.truth for table in (case.offsets, scores))
    gain, changed = int(wrong.sum() - still.sum()), int((wrong != still).sum())
    print(*case.group, f"{len(case.truth)} open, {wrong.sum()} -> {still.sum()} wrong")
    return gain > LEAST_GAIN * math.sqrt(changed)


def fitted(matrix: Ids, number: int, truth: Ids, offsets: Reals) -> Reals:
    """Weights of shape (features + 1, words), found with Adam over all places at once; the last row is nought."""
    width, words = matrix.shape[1], offsets.shape[1]
    weights: Reals = np.zeros((number + 1, words))
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    meant = np.eye(words)[truth]
    for step in range(1, ITERATIONS + 1):
        scores = offsets + np.stack([weights[:, word][matrix].sum(axis=1) for word in range(words)], axis=1)
        error = np.repeat(probabilities(scores) - meant, width, axis=0)
        slope = RIDGE * weights
        slope += np.stack([np.bincount(matrix.ravel(), column, number + 1) for column in error.T], axis=1)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        size = RATE * (1 - 0.9 * step / ITERATIONS) / (1 - 0.9**step)
        weights -= size * mean / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights[-1] = 0.0
    return weights


def probabilities(scores: Reals) -> Reals:
    """Of each word, from logarithms by rows."""
    odds = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))
