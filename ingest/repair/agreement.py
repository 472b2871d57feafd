"""A document agrees with itself: what it was repaired to in one place settles the same word in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

from ...corpus.model import Repair, Standing
from .decoding import stem
from .spellings import Why

_LEAST_CONFIDENCE: Final = 0.4
"""Of a suggestion that is settled so."""
_LEAST_LETTERS: Final = 10
"""Of its word: shorter words are as often two different ones."""
_SETTLED: Final = frozenset({Why.WORD, Why.COMPOUND, Why.LETTERS})
"""Never a number: what its pattern left open stays open."""


def agreed(pages: Sequence[Sequence[Repair]]) -> Iterator[list[Repair]]:
    """The repairs of each page; suggestions are made whose word was repaired elsewhere, seen in another shape."""
    shapes: defaultdict[str, set[str]] = defaultdict(set)
    for repair in chain.from_iterable(pages):
        if repair.standing is Standing.MADE and repair.why in _SETTLED and len(repair.meant) >= _LEAST_LETTERS:
            shapes[stem(repair.meant)].add(stem(repair.seen))
    for repairs in pages:
        yield [replace(repair, standing=Standing.MADE) if _is_settled(repair, shapes) else repair for repair in repairs]


def _is_settled(repair: Repair, shapes: dict[str, set[str]]) -> bool:
    elsewhere = shapes.get(stem(repair.meant), set()) - {stem(repair.seen)}
    return bool(elsewhere) and repair.why in _SETTLED and repair.confidence >= _LEAST_CONFIDENCE
