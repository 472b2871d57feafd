"""From names in many places to who is meant: one entity for damaged, shortened and inflected names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from ....corpus.facts import PartyType
from ....swedish.folding import fold
from . import lists
from .spans import Span

_ALIKE: Final = 91.0
"""Likeness in percent from which two long names are one that was damaged."""
_LONG: Final = 10
"""Letters of a name that may be damaged; shorter ones are like others by chance."""


@dataclass(slots=True)
class Entity:
    """An organisation or a person, and where it is named."""

    name: str
    type: PartyType
    spans: list[Span] = field(default_factory=list)

    @property
    def key(self) -> str:
        """The same for all writings of the name."""
        return key(self.name)


@lru_cache(maxsize=10_000)
def key(name: str) -> str:
    """A name without case and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())


def gathered(spans: Iterable[Span], aliases: dict[str, str]) -> list[Entity]:
    """Who is meant, in the order of the first mention."""
    found: dict[tuple[str, str], Entity] = {}
    for span in spans:
        name = restored(span.name) if span.type == "organisation" and not span.known else span.name
        name = aliases.get(key(name), name)
        same = key(name) if span.type == "organisation" else " ".join(sorted(key(name).split()))
        entity = found.setdefault((span.type, same), Entity(name, span.type))
        entity.spans.append(span)
    return _merged(list(found.values()))


@lru_cache(maxsize=10_000)
def restored(name: str) -> str:
    """The name as the lists have it, where it is one of theirs with a damaged letter or two."""
    if len(name) < _LONG or name in lists.organisations():
        return name
    if name.isascii() and name in lists.unmarked("organisations"):
        return lists.unmarked("organisations")[name]
    best = process.extractOne(name, lists.organisations(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
    if best and best[0].split()[-1:] and len(best[0].split()) == len(name.split()):
        return str(best[0])
    return name


def _merged(entities: Sequence[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for entity in sorted(
        entities,
        key=lambda one: (-len(one.name.split()), -len(one.name) if one.type == "organisation" else len(one.name)),
    ):
        same = _longer(entity, kept)
        if same:
            same.spans.extend(entity.spans)
        else:
            kept.append(entity)
    for entity in kept:
        entity.spans.sort(key=lambda span: span.start)
    return sorted(kept, key=lambda entity: entity.spans[0].start)


def _longer(entity: Entity, others: Sequence[Entity]) -> Entity | None:
    """The one entity of which this name is a short, indefinite or damaged form."""
    same = [other for other in others if other.type == entity.type]
    damaged = [other for other in same if _is_damaged(entity.name, other.name)]
    if damaged:
        return max(damaged, key=lambda other: len(other.spans))
    if entity.type == "person":
        return next((other for other in same if entity.key == f"{other.key}s"), None)
    short = [other for other in same if _is_short(entity.key, other.key)]
    return short[0] if len(short) == 1 else None


def _is_short(name: str, long: str) -> bool:
    """ "Länsstyrelsen" of "Länsstyrelsen i Dalarnas län", "Arbetsutskottet" of "Kommunstyrelsens arbetsutskott"."""
    if long.startswith(f"{name} "):
        first = name.split()[0].capitalize()
        return " " not in name or first in lists.words("heads")
    bare = name.removesuffix("t").removesuffix("e") if name.endswith("et") else name
    return " " not in name and long.endswith((f" {name}", f" {bare}")) and name.endswith(("et", "en"))


def _is_damaged(name: str, other: str) -> bool:
    if min(len(name), len(other)) < _LONG or name in lists.organisations():
        return False
    if fold(name).casefold() == fold(other).casefold():
        return True
    numbers = [sign for sign in name if sign.isdigit()] == [sign for sign in other if sign.isdigit()]
    return numbers and len(name.split()) == len(other.split()) and fuzz.ratio(name, other) >= _ALIKE
