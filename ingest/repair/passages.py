"""Which stretches of a text are in another language, and so must stay as they are."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from ...swedish.words import count

Reals = npt.NDArray[np.float64]

DATA: Final = Path(__file__).parent / "data"
_LANGUAGES: Final = ("english", "danish", "norwegian", "finnish", "german", "french")
_UNLISTED: Final = -13.0
"""Log probability of a word that a foreign text has and its list has not; never above what it has in Swedish."""
_ENTER: Final = -12.0
"""Log probability that a text goes over to another language: two names in a row do not."""
_BEGIN: Final = -5.0
"""Log probability that a text begins in it."""
_LEAVE: Final = -4.0
_LAST_WORDS: Final = 2
_LEAST_TELLERS: Final = 2
_TELLERS_A_WORD: Final = 0.005
"""Small foreign words that make it worth looking for a passage: two, and more in a long text."""
_USUAL: Final = -7.0
_RARER: Final = 3.0
"""Log probabilities of a usual word, and by how much it is rarer in Swedish if it tells of another language."""
_COUNTED: Final = 6_000_000
"""Words of which `swedish.words.count` tells."""
_NOWHERE: Final = np.full(len(_LANGUAGES), -math.inf)


@cache
def foreign_words() -> dict[str, Reals]:
    """Log probability of words of other languages, in each of them; minus infinity where a list does not have it."""
    words: dict[str, Reals] = {}
    for number, language in enumerate(_LANGUAGES):
        for line in (DATA / f"{language}.txt").read_text(encoding="utf-8").splitlines():
            word, halvings = line.split("\t")
            words.setdefault(word, _NOWHERE.copy())[number] = -int(halvings) * math.log(2)
    return words


@cache
def _tellers() -> frozenset[str]:
    """Usual words of other languages that are far rarer in Swedish."""
    return frozenset(
        word
        for word, likely in foreign_words().items()
        if likely.max() > _USUAL and math.log((count(word) + 1) / _COUNTED) < likely.max() - _RARER
    )


def foreign(words: Sequence[str | None], swedish: Sequence[float]) -> list[bool]:
    """For each place of a text whether it lies in a passage in another language: a Viterbi search.

    Args:
        words: In lower case; None for what belongs to no language.
        swedish: Log probability of each as a Swedish word that may have been damaged.
    """
    listed = foreign_words()
    if sum(word in _tellers() for word in words) < max(_LEAST_TELLERS, _TELLERS_A_WORD * len(words)):
        return [False] * len(words)
    here, there = 0.0, np.full(len(_LANGUAGES), _BEGIN)
    came: list[tuple[int, npt.NDArray[np.bool_]]] = []
    """For each place which foreign state a Swedish one follows (-1: none), and which foreign ones go on."""
    for word, likelihood in zip(words, swedish, strict=True):
        if word is None:
            came.append((-1, np.ones(len(_LANGUAGES), dtype=bool)))
            continue
        nearest = int(there.argmax())
        stays, left, entered = there > here + _ENTER, there[nearest] + _LEAVE, here + _ENTER
        came.append((nearest if left > here else -1, stays))
        here = max(here, left) + likelihood
        there = np.maximum(there, entered) + np.maximum(listed.get(word, _NOWHERE), min(_UNLISTED, likelihood - 0.5))
    state = int(there.argmax()) if there.max() > here else -1
    states = []
    for leaves, stays in reversed(came):
        states.append(state >= 0)
        state = leaves if state < 0 else state if stays[state] else -1
    return _to_the_end(words, states[::-1])


def _to_the_end(words: Sequence[str | None], foreign: list[bool]) -> list[bool]:
    """With the last word or two of a passage, that may be Swedish words, up to the next stop or number."""
    for at, (before, here) in enumerate(pairwise(foreign), start=1):
        rest = words[at : at + _LAST_WORDS + 1]
        if before and not here and None in rest:
            foreign[at : at + rest.index(None)] = [True] * rest.index(None)
    return foreign
