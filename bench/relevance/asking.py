"""Asks a collection's questions, and tells which documents came."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from avtalsarkiv.bench.relevance.material import Collection
from avtalsarkiv.bench.relevance.questions import Asked
from avtalsarkiv.bench.relevance.scores import DEPTH, Answered
from avtalsarkiv.corpus.answers import Answer, Hit, Question

Ask = Callable[[Question], Answer]
_HITS: Final = 3 * DEPTH
"""Pages, of which a document may show three."""


def answered(collection: Collection) -> list[Answered]:
    """Every question of the collection with its answer."""
    with collection.open() as archive:
        return list(answers(archive.index.search, collection.questions, collection.names))


def answers(ask: Ask, questions: Iterable[Asked], names: Mapping[str, str]) -> Iterator[Answered]:
    """What is answered, documents in the order of their best page."""
    for asked in questions:
        hits = ask(Question(asked.query, limit=_HITS)).hits
        yield Answered(asked, _ranked(hits, names))


def _ranked(hits: Iterable[Hit], names: Mapping[str, str]) -> tuple[str, ...]:
    """Documents that no question knows go by their ids."""
    return tuple(dict.fromkeys(names.get(hit.document, hit.document) for hit in hits))
