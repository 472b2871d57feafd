"""How damaged a passage is: the rates at which its letters were lost, estimated from its own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

import numpy as np
import numpy.typing as npt

from .channel import ACCENTED
from .language import UNKNOWN
from .lexicon import NOT_HERE
from .model import Model

Reals = npt.NDArray[np.float64]

_USUAL_ACCENTS: Final = 0.05
"""Share of å, ä and ö among the letters of Swedish."""
_DAMAGED: Final = 0.1
"""Share of the texts that have lost their accents, before one has looked at this one."""
_LEAST: Final = 1e-4
_MOST: Final = 0.995
_PRIOR: Final = (0.05, 1.0)
"""Accented letters lost, and all, that are added to what is counted: a page without any is taken to be undamaged."""
_SHARED: Final = 4.0
"""Accented letters with which a block takes after its page."""
UNDAMAGED: Final = 1e-3
"""Share of the accented letters that a good page loses."""
_SUSPECT: Final = 0.01
"""Words that look as if they had lost an accent, beside words that have theirs."""
_LEAST_KEPT: Final = 0.1
"""Share of words with accents in a text that has not lost them; a quarter is usual."""
_LEAST_SWEDISH: Final = 0.3
"""Share of known words in Swedish, however damaged; other languages have less."""
_ODD: Final = re.compile(r"[^\W\d_][\d&|][^\W\d_]|^&[^\W\d_]|[^\W\d_]&$")
"""What stands inside no word."""
_PLAIN: Final = str.maketrans("åäö", "aao")
_TWINS: Final = 400
_TWIN_RATIO: Final = 3.0
"""Nats by which a word is more frequent than what it looks like without its accents."""
_BLOCK: Final = 60
"""Words from which on a passage has rates of its own."""


def suspect(words: Sequence[str], model: Model) -> bool:
    """May the text have lost accented letters, by its frequent words and by signs inside words?

    Args:
        words: In lower case.
        model: Whose frequent words are looked for.
    """
    twins, lexicon = _twins(model), model.lexicon
    lost = sum(
        word in twins or _ODD.search(word) is not None or ("é" in word and not lexicon.holds(word)) for word in words
    )
    kept = sum(not word.isascii() and not ACCENTED.isdisjoint(word) for word in words)
    if len(words) < _BLOCK:
        return lost > 0 or (kept == 0 and any(map(lexicon.lacks, words)))
    swedish = sum(word in twins or lexicon.holds(word) for word in words) > _LEAST_SWEDISH * len(words)
    return swedish and (lost > _SUSPECT * kept or kept < _LEAST_KEPT * len(words))


@cache
def _twins(model: Model) -> frozenset[str]:
    """What the most frequent words with accents look like without: for, ar, pa."""
    lexicon, unigrams = model.lexicon, model.language.unigrams
    accented = [place for place, word in enumerate(lexicon.words) if not ACCENTED.isdisjoint(word)]
    frequent = sorted(
        accented, key=lambda place: -unigrams[lexicon.ids[place]] if lexicon.ids[place] != UNKNOWN else 99
    )
    return frozenset(
        plain
        for place in frequent[:_TWINS]
        if (plain := lexicon.words[place].translate(_PLAIN)) and not _rivals(plain, lexicon.ids[place], model)
    )


def _rivals(plain: str, id: int, model: Model) -> bool:
    """Is a word without accents nearly as frequent as the one of this id?"""
    place = model.lexicon.place(plain)
    other = model.lexicon.ids[place] if place != NOT_HERE else UNKNOWN
    unigrams = model.language.unigrams
    return other != UNKNOWN and bool(unigrams[other] > unigrams[id] - _TWIN_RATIO)


def first_rate(text: str) -> float:
    """Share of the accented letters that were lost, guessed from how many there are.

    A short text may have none by chance: it is taken for a good one until it is long enough that chance is unlikely.
    """
    letters = sum(map(str.isalpha, text))
    accents = sum(text.count(letter) for letter in "åäöÅÄÖ")
    by_share = 1 - accents / max(1, letters) / _USUAL_ACCENTS
    by_chance = _DAMAGED / (_DAMAGED + (1 - _DAMAGED) * (1 - _USUAL_ACCENTS) ** letters)
    return min(0.98, max(0.02, min(by_share, by_chance)))


def blocks(breaks: Sequence[bool]) -> npt.NDArray[np.int64]:
    """The number of each place's block: passages between empty lines, joined until they are long enough."""
    numbers, number, length = [], 0, 0
    for ends in breaks:
        if ends and length >= _BLOCK:
            number, length = number + 1, 0
        length += 1
        numbers.append(number)
    return np.array(numbers, dtype=np.int64)


def weights(lost: Reals, shapes: float) -> Reals:
    """What damage costs in each block: log probability of a letter lost, of one kept, of a shape misread.

    Args:
        lost: The rate of each block.
        shapes: The least rate of misread shapes; where accented letters were lost, shapes were misread as well.
    """
    return np.stack([np.log(lost), np.log1p(-lost), np.log(np.maximum(lost, shapes))], axis=-1)


def rates(expected: Reals, block: npt.NDArray[np.int64]) -> Reals:
    """The rate at which each block lost its accented letters, by what is expected at each place.

    A word that comes again and again tells no more than once: it may be one that is not known.

    Args:
        expected: Shape (places, 3): accented letters lost, accented letters kept, other letters misread.
        block: The number of each place's block.
    """
    page = expected.sum(axis=0)
    shared = (page[0] + _PRIOR[0]) / (page[0] + page[1] + _PRIOR[1])
    lost = np.bincount(block, weights=expected[:, 0])
    kept = np.bincount(block, weights=expected[:, 1])
    result: Reals = np.clip((lost + _SHARED * shared) / (lost + kept + _SHARED), _LEAST, _MOST)
    return result
