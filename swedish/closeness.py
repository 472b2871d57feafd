"""How much must have gone wrong for one word to stand where another was meant: by finger, by ear, or in a scan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, combinations, pairwise
from pathlib import Path
from typing import Final

_SLIPS: Final = Path(__file__).parent / "data" / "slips.txt"
_ANY: Final = 1.0
"""A letter for any other, one too many, or one that is missing."""
_TURNED: Final = "turned"
_STEPS: Final = ((1, 1), (2, 1), (1, 2), (2, 2))
"""How many letters a usual slip may put for how many."""
_BESIDE: Final = 1
"""Letters that are alike and may yet belong to a slip beside them, as the t of dt for t."""


def distance(one: str, other: str) -> float:
    """What it takes to make one lower-case word of the other: 0 for the same, 1 for each letter that is wrong.

    Usual slips cost less, as `data/slips.txt` says.
    """
    one, other = _differing(one, other)
    rows = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for at in range(len(one) + 1):
        for there in range(len(other) + 1):
            if at or there:
                rows[at][there] = _least(one, other, at, there, rows)
    return rows[-1][-1]


def _differing(one: str, other: str) -> tuple[str, str]:
    """The words without the letters that they begin and end with in common, which makes all of it much quicker."""
    shorter = min(len(one), len(other))
    first = next((at for at in range(shorter) if one[at] != other[at]), shorter)
    last = next((at for at in range(shorter - first) if one[-1 - at] != other[-1 - at]), shorter - first)
    first, last = max(0, first - _BESIDE), max(0, last - _BESIDE)
    return one[first : len(one) - last], other[first : len(other) - last]


def _least(one: str, other: str, at: int, there: int, rows: list[list[float]]) -> float:
    """What the words cost up to here, by the cheapest way that leads here."""
    ways = [rows[at - 1][there] + _ANY] if at else []
    if there:
        ways.append(rows[at][there - 1] + _ANY)
    if at and there and one[at - 1] == other[there - 1]:
        ways.append(rows[at - 1][there - 1])
    for i, j in _STEPS:
        if i <= at and j <= there:
            ways.append(rows[at - i][there - j] + _slip(one[at - i : at], other[there - j : there]))
    return min(ways)


def _slip(seen: str, meant: str) -> float:
    usual = _usual()
    if cost := usual.get((seen, meant)):
        return cost
    turned = len(seen) == len(meant) and seen == meant[::-1]
    return usual[_TURNED, ""] if turned and len(seen) > 1 else max(len(seen), len(meant)) * _ANY


@cache
def _usual() -> dict[tuple[str, str], float]:
    """The costs of usual slips, each in both directions; of several the least."""
    costs: dict[tuple[str, str], float] = {}
    lines = (line.split() for line in _SLIPS.read_text(encoding="utf-8").splitlines())
    for cost, pair in (each for words in lines if words and words[0] != "#" for each in _costs(*words)):
        costs[pair] = min(cost, costs.get(pair, _ANY))
    return costs


def _costs(first: str, *words: str) -> Iterator[tuple[float, tuple[str, str]]]:
    pairs: Iterable[tuple[str, str]]
    match first:
        case "keys":
            pairs = chain.from_iterable(map(pairwise, words[1:]))
        case "doubled":
            pairs = ((letter * 2, letter) for letter in words[1])
        case "turned":
            pairs = [(_TURNED, "")]
        case _:
            pairs, words = combinations(words, 2), (first,)
    return ((float(words[0]), pair) for one, other in pairs for pair in ((one, other), (other, one)))
