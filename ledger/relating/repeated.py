"""Amounts that copies and annexes state again, so that each is counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ...corpus.facts import Amount, Fact
from .model import Annex, Group, Record


def repeated(
    records: Sequence[Record], groups: Sequence[Group], annexes: Sequence[Annex]
) -> frozenset[tuple[str, int]]:
    """Document and start of each: all of a copy that does not count, and in minutes those of the annex."""
    of = {record.id: _amounts(record) for record in records}
    copied = ((document, fact.start) for group in groups for document in group.documents[1:] for fact in of[document])
    annexed = ((annex.within, start) for annex in annexes for start in _again(of[annex.within], of[annex.document]))
    return frozenset([*copied, *annexed])


def _amounts(record: Record) -> list[Fact]:
    return [fact for fact in record.extraction.facts if isinstance(fact.content, Amount)]


def _again(outer: Sequence[Fact], inner: Sequence[Fact]) -> Iterator[int]:
    """Where the amounts of the inner text stand in the outer one: the last of them, for annexes come last."""
    left = Counter(map(_value, inner))
    for fact in reversed(outer):
        if left[_value(fact)]:
            left[_value(fact)] -= 1
            yield fact.start


def _value(fact: Fact) -> object:
    assert isinstance(fact.content, Amount)
    return fact.content.value, fact.content.unit, fact.content.value_max
