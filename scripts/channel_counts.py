"""Which letters became which when pages were misread: counted from pages of which the print is known."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import permutations, product
from typing import Final

from avtalsarkiv.ingest.repair.channel import ACCENTED

LEAST_COUNT: Final = 2
"""Confusions seen once are as often words that were put beside the wrong ones."""
LEAST_PROBABILITY: Final = 2e-5
MOST_DIFFERENT: Final = 0.5
"""Share of letters in which a word may differ from what it became."""
STEPS: Final = ((1, 1), (1, 2), (2, 1), (1, 0), (2, 2), (1, 3))
"""So many letters may have become so many."""
PRICES: Final = (1.0, 1.3, 1.3, 1.6, 1.9, 2.2)

Pair = tuple[str, str]

POSSIBLE: Final[frozenset[Pair]] = frozenset(
    [
        *((letter, one + other) for letter in "åä" for one, other in permutations("aidé4e", 2)),
        *(("ö", one + other) for one, other in permutations("oé6de", 2)),
        *product("åä", "aidé4e&8"),
        *product("ö", "oédae6098g"),
        *zip("lisogbtlilil", "1150967!!||[", strict=True),
    ]
)
"""What looks alike, whether or not the pages counted have it: a letter with dots read as two, digits in words."""
POSSIBLE_PROBABILITY: Final = 3e-4


def channel_table(mixtures: Iterable[Iterable[Pair]]) -> str:
    """The file that ingest.repair.channel reads: the mean of what the mixtures show.

    Args:
        mixtures: For each kind of damage, pages as they were printed and as they were seen.
    """
    rates = [_rates(pages) for pages in mixtures]
    rows = []
    for meant, seen in sorted({edit for mixture in rates for edit in mixture} | POSSIBLE):
        shown = [mixture.get((meant, seen), 0.0) for mixture in rates]
        probability = max(sum(shown) / len(shown), POSSIBLE_PROBABILITY if (meant, seen) in POSSIBLE else 0.0)
        if probability >= LEAST_PROBABILITY:
            rows.append(f"{meant}\t{seen}\t{math.log(probability):.2f}\n")
    return "".join(rows)


def _rates(pages: Iterable[Pair]) -> dict[Pair, float]:
    """P(seen | meant); of accented letters among those that were damaged."""
    edits: Counter[Pair] = Counter()
    meant: Counter[str] = Counter()
    for (word, seen), count in Counter(pair for page in pages for pair in _word_pairs(*page)).items():
        for edit in _edits(word, seen):
            edits[edit] += count
        for part in (word[at : at + length] for length in (1, 2) for at in range(len(word) - length + 1)):
            meant[part] += count
    damaged: Counter[str] = Counter()
    for (letters, became), count in edits.items():
        if letters != became:
            damaged[letters] += count
    return {
        (letters, became): count / (damaged if letters in ACCENTED else meant)[letters]
        for (letters, became), count in edits.items()
        if letters != became and count >= LEAST_COUNT and letters.isalpha()
    }


def _word_pairs(truth: str, seen: str) -> Iterator[Pair]:
    """The words that stand in both, in lower case, with what became of them."""
    before, after = ([word.strip(".,;:()\"'”“’!?").lower() for word in text.split()] for text in (truth, seen))
    for kind, start, end, first, last in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and end - start == last - first):
            for word, became in zip(before[start:end], after[first:last], strict=True):
                if word.isalpha() and SequenceMatcher(None, word, became).ratio() > 1 - MOST_DIFFERENT:
                    yield word, became


@cache
def _edits(word: str, seen: str) -> tuple[Pair, ...]:
    """The cheapest way from one to the other, as pieces of both."""
    best: dict[Pair | tuple[int, int], tuple[float, tuple[Pair, ...]]] = {(0, 0): (0.0, ())}
    for at in range(len(word) + 1):
        for to in range(len(seen) + 1):
            if (at, to) not in best:
                continue
            price, way = best[at, to]
            for (meant, shown), more in zip(STEPS, PRICES, strict=True):
                left, right = word[at : at + meant], seen[to : to + shown]
                if len(left) < meant or len(right) < shown:
                    continue
                dear = price + (0.0 if left == right else more)
                if dear < best.get((at + meant, to + shown), (math.inf, ()))[0]:
                    best[at + meant, to + shown] = dear, (*way, (left, right))
    return best.get((len(word), len(seen)), (0.0, ()))[1]
