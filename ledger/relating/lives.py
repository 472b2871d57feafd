"""The life of an agreement: its original, what changed or ended it, and when it is in force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...corpus.facts import Relation
from .knowing import Known
from .model import Life, Link, Step

_CHANGES: Final[tuple[Relation, ...]] = ("replaces", "amends", "extends", "terminates")


def lives(all_: Sequence[Known], links: Iterable[Link]) -> tuple[Life, ...]:
    """Of each agreement that another document changes."""
    changes = [link for link in links if link.relation in _CHANGES]
    last = {link.source: link for link in changes}
    replaced = {link.target: link.source for link in changes if link.relation == "replaces"}
    of = {one.record.id: one for one in all_}
    return tuple(_life([of[name] for name in chain], last, replaced) for chain in _chains(changes))


def _chains(changes: Sequence[Link]) -> Iterator[list[str]]:
    """The documents that changes join, each chain in the order of their ids."""
    beside: Mapping[str, set[str]] = defaultdict(set)
    for link in changes:
        beside[link.source].add(link.target)
        beside[link.target].add(link.source)
    met: set[str] = set()
    for name in sorted(beside):
        chain, ahead = set[str](), {name} - met
        while ahead:
            chain |= ahead
            ahead = {other for one in ahead for other in beside[one]} - chain
        met |= chain
        if chain:
            yield sorted(chain)


def _life(chain: Sequence[Known], changes: Mapping[str, Link], replaced: Mapping[str, str]) -> Life:
    begins = {one.record.id: one.term[0] or one.record.date for one in chain}
    steps = [
        _step(one, changes.get(one.record.id), begins.get(replaced.get(one.record.id, "")))
        for one in sorted(chain, key=lambda one: (one.record.date or one.term[0] or "", one.record.id))
    ]
    return Life(
        steps=tuple(steps),
        valid_from=min((step.valid_from for step in steps if step.valid_from), default=None),
        valid_to=max((step.valid_to for step in steps if step.valid_to), default=None),
        terminated_by=next((step.document for step in reversed(steps) if step.relation == "terminates"), None),
    )


def _step(one: Known, change: Link | None, replaced: str | None) -> Step:
    return Step(
        document=one.record.id,
        relation=change.relation if change else None,
        date=one.record.date,
        valid_from=one.term[0],
        valid_to=one.term[1],
        target=change.target if change else None,
        replaced=replaced,
    )
