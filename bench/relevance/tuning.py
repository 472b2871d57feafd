"""Which weights put the right document first? One after the other is tried at round numbers, the rest as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import groupby
from types import MappingProxyType
from typing import Final, cast

from avtalsarkiv.bench.relevance.asking import answers
from avtalsarkiv.bench.relevance.material import Collection
from avtalsarkiv.bench.relevance.questions import TOPIC
from avtalsarkiv.bench.relevance.scores import Answered, Score
from avtalsarkiv.corpus.ports import Indexer
from avtalsarkiv.index.engine import WhooshIndex
from avtalsarkiv.index.searching.weights import Weights

Measure = Callable[[Weights], float]

_MEASURE: Final = "text"
"""By which the other fields are weighed: twice as much of all of them is half as much of k1."""
_OF_WORTH: Final = (0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
_OF_SHARES: Final = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
TRIED: Final[Mapping[str, Sequence[float]]] = MappingProxyType(
    {field.name: _OF_WORTH for field in fields(Weights) if field.name != _MEASURE}
    | {name: _OF_SHARES for name in ("bare", "similar", "b")}
    | {"k1": (0.4, 0.8, 1.2, 1.6, 2.0, 3.0), "record": (0.0, 0.1, 0.2, 0.3, 0.5, 0.75, 1.0, 1.5, 2.0)}
)
"""Values of each weight: so far apart that the difference of two is not chance."""
_LEVEL: Final = 0.004
"""Less than the difference that one question makes: values as good as that are equal."""
_ROUNDS: Final = 2


@dataclass(frozen=True, slots=True)
class Tried:
    """What one weight was worth at each value, the others being what they were."""

    name: str
    worth: Mapping[float, float]
    """Value -> `worth` of the answers with it."""
    before: float
    chosen: float


def worth(score: Score) -> float:
    """Of answers, between 0 and 1: midway between how often the first is right and the mean reciprocal rank."""
    return (score.first / max(1, score.n) + score.reciprocal) / 2


@contextmanager
def measuring(collections: Iterable[Collection]) -> Iterator[Callable[[Weights], Score]]:
    """Tells the score of any weights, over all questions but topics; the archives stay open meanwhile."""
    with ExitStack() as opened:
        ready = [(one, opened.enter_context(one.open()).index) for one in collections]
        yield lambda weights: Score.of([given for one, index in ready for given in _answers(one, index, weights)])


def _answers(collection: Collection, index: Indexer, weights: Weights) -> Iterator[Answered]:
    asked = [one for one in collection.questions if one.type != TOPIC]
    return answers(partial(cast(WhooshIndex, index).search, weights=weights), asked, collection.names)


def tuned(start: Weights, measure: Measure, names: Sequence[str] = ()) -> Iterator[Tried]:
    """Each step of the search, until a round changes nothing."""
    weights = start
    for _ in range(_ROUNDS):
        before = weights
        for name in names or TRIED:
            step = _step(weights, measure, name)
            weights = replace(weights, **{name: step.chosen})
            yield step
        if weights == before:
            return


def _step(weights: Weights, measure: Measure, name: str) -> Tried:
    now: float = getattr(weights, name)
    values = sorted({*TRIED[name], now})
    found = {value: measure(replace(weights, **{name: value})) for value in values}
    return Tried(name, found, now, plateau(found, now))


def plateau(found: Mapping[float, float], now: float) -> float:
    """The middle of the longest row of values all as good as the best; what it is now, if all are."""
    least = max(found.values()) - _LEVEL
    rows = [list(row) for good, row in groupby(found, lambda value: found[value] >= least) if good]
    longest = max(rows, key=len)
    return now if len(longest) == len(found) else longest[len(longest) // 2]


def table(step: Tried) -> str:
    """A line: the weight, and what each value is worth."""
    values = "  ".join(f"{value:g}: {found:.3f}" for value, found in step.worth.items())
    return f"{step.name:9} {step.before:g} -> {step.chosen:g}   {values}"
