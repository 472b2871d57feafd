"""What became of agreements: what other documents changed in them, put off, or ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ...corpus.facts import Relation
from .knowing import Known
from .model import Change, Group, Link

_CHANGES: Final[tuple[Relation, ...]] = ("replaces", "amends", "extends", "terminates")
_CARRIED: Final[tuple[Relation, ...]] = ("amends", "extends")
"""What is done to these is done to the agreement: an extension of an extension."""
_NOT_BINDING: Final = ("draft", "template")
_AGREEMENT: Final = "avtal"
_Links = Mapping[str, Sequence[Link]]


def changes(all_: Sequence[Known], links: Iterable[Link], groups: Iterable[Group]) -> Mapping[str, tuple[Change, ...]]:
    """By agreement, what is done to it, the oldest first; drafts and further copies do nothing."""
    of = {one.record.id: one for one in all_}
    repeated = {name for group in groups for name in group.documents if name != group.counted}
    onto: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        binding = of[link.source].status not in _NOT_BINDING and link.source not in repeated
        if link.relation in _CHANGES and binding:
            onto[link.target].append(link)
    return {
        target: tuple(sorted(_of(target, onto, of), key=lambda one: (one.date or "", one.document)))
        for target in [*onto]
    }


def _of(target: str, onto: _Links, of: Mapping[str, Known]) -> Iterator[Change]:
    """What is done to an agreement, and to what changes it; each document once."""
    ahead, met = [(link, True) for link in onto[target]], {target}
    while ahead:
        link, direct = ahead.pop(0)
        if link.source in met or (link.relation == "replaces" and not direct):
            continue
        met.add(link.source)
        yield _change(link, of[link.source])
        if link.relation in _CARRIED and of[link.source].record.doc_type == _AGREEMENT:
            ahead += [(further, False) for further in onto.get(link.source, ())]


def _change(link: Link, source: Known) -> Change:
    term = source.term if source.record.doc_type == _AGREEMENT else (None, None)
    gives_end = link.relation != "replaces"
    return Change(
        document=link.source,
        relation=link.relation,
        date=source.record.date,
        target=link.target,
        begins=term[0] or source.record.date,
        valid_to=(link.reference.until or term[1]) if gives_end else None,
        reference=link.reference,
    )
