"""Pages on which the words of the question stand together are better: worked out for the best pages only."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from whoosh.query import Term as Key
from whoosh.searching import SearchContext, Searcher

from .analysis.keys import OTHER_ROWS
from .query import Query
from .schema import TEXT

_NEAR: Final = (1, 2)
"""Words on, for words that follow each other in the question."""
_WORTH: Final = 0.5
"""Of what the two words are worth by themselves."""


class _Occurrence(NamedTuple):
    """A word on one page."""

    positions: frozenset[int]
    score: float


def nearness(leaf: Searcher, query: Query, pages: Iterable[int]) -> dict[int, float]:
    """What is to be added to the scores of pages, given by their numbers in one part of the index."""
    numbers = sorted(pages)
    keys = {word.exact for pair in query.near for word in pair}
    occurrences = {key: _occurrences(leaf, key, numbers) for key in keys}
    pairs = [(occurrences[first.exact], occurrences[then.exact]) for first, then in query.near]
    return {number: sum(_worth(first.get(number), then.get(number)) for first, then in pairs) for number in numbers}


def standing(matcher: Any, numbers: Iterable[int]) -> Iterator[int]:
    """Those of the numbers, which must ascend, that the matcher comes to; it stands there while each is handed out."""
    for number in numbers:
        if matcher.is_active() and matcher.id() < number:
            matcher.skip_to(number)
        if matcher.is_active() and matcher.id() == number:
            yield number


def context(searcher: Searcher) -> SearchContext:
    """Matchers made with this give scores."""
    return SearchContext(weighting=searcher.weighting)


def _occurrences(leaf: Searcher, key: str, numbers: list[int]) -> dict[int, _Occurrence]:
    matcher = Key(TEXT, key).matcher(leaf, context(leaf))
    return {
        number: _Occurrence(frozenset(_as_it_reads(matcher.value_as("positions"))), matcher.score())
        for number in standing(matcher, numbers)
    }


def _as_it_reads(positions: list[int]) -> list[int]:
    """Those in the page's own text: where words are joined or divided, they stand otherwise near each other."""
    return positions[: bisect_left(positions, OTHER_ROWS)]


def _worth(first: _Occurrence | None, then: _Occurrence | None) -> float:
    if first and then and any(at + step in then.positions for at in first.positions for step in _NEAR):
        return _WORTH * (first.score + then.score)
    return 0.0
