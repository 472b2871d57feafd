"""From names in many places to who is meant: one entity for damaged, shortened and inflected names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
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
_MANY: Final = 1_000
"""Names in a document that are still compared each with each."""


@dataclass(slots=True)
class Entity:
    """An organisation or a person, and where it is named."""

    name: str
    type: PartyType
    spans: list[Span] = field(default_factory=list)


@lru_cache(maxsize=1 << 12)
def key(name: str) -> str:
    """A name without case and signs."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in name.casefold()).split())


def gathered(spans: Iterable[Span], aliases: Mapping[str, str]) -> list[Entity]:
    """Who is meant, in the order of the first mention; `aliases` are what the document itself calls somebody."""
    found: dict[tuple[PartyType, str], Entity] = {}
    for span in spans:
        name = restored(span.name) if span.type == "organisation" and not span.known else span.name
        name = aliases.get(key(name), name)
        words = key(name) if span.type == "organisation" else " ".join(sorted(key(name).split()))
        found.setdefault((span.type, words), Entity(name, span.type)).spans.append(span)
    return _merged(found.values())


@lru_cache(maxsize=1 << 12)
def restored(name: str) -> str:
    """The name as the lists have it, where it is one of theirs with a damaged letter or two."""
    known = lists.organisations()
    if len(name) < _LONG or name in known:
        return name
    if name.isascii() and name in lists.unmarked("organisations"):
        return lists.unmarked("organisations")[name]
    best = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=_ALIKE)
    return best[0] if best and len(best[0].split()) == len(name.split()) else name


def _merged(entities: Iterable[Entity]) -> list[Entity]:
    """The entities, short and damaged forms with those they are forms of."""
    kept = Kept()
    for entity in sorted(entities, key=_from_full_to_short):
        same = kept.same(entity)
        if same:
            same.spans.extend(entity.spans)
        else:
            kept.add(entity)
    for entity in kept.entities:
        entity.spans.sort(key=lambda span: span.start)
    return sorted(kept.entities, key=lambda entity: entity.spans[0].start)


def _from_full_to_short(entity: Entity) -> tuple[int, int]:
    """Organisations by their length; people's genitives after their names."""
    length = len(entity.name)
    return -len(entity.name.split()), -length if entity.type == "organisation" else length


class Kept:
    """Entities that are no form of each other, looked up by the forms that their names may have."""

    def __init__(self) -> None:
        """Begins with none."""
        self.entities: list[Entity] = []
        self._by_letters: dict[tuple[PartyType, str], Entity] = {}
        self._by_first: dict[str, list[Entity]] = defaultdict(list)
        self._by_last: dict[str, list[Entity]] = defaultdict(list)

    def add(self, entity: Entity) -> None:
        """Takes one that is none of them."""
        self.entities.append(entity)
        self._by_letters[entity.type, _letters(entity)] = entity
        if entity.type == "organisation":
            words = key(entity.name).split()
            for length in range(1, len(words)):
                self._by_first[" ".join(words[:length])].append(entity)
            self._by_last[words[-1]].append(entity)

    def same(self, entity: Entity) -> Entity | None:
        """The one of which this is a short, inflected or damaged form."""
        letters = _letters(entity)
        exact = self._by_letters.get((entity.type, letters))
        if not exact and entity.type == "person" and letters.endswith("s"):
            exact = self._by_letters.get(("person", letters[:-1]))
        if exact:
            return exact
        return self._longer(entity) if entity.type == "organisation" else self._alike(entity)

    def _longer(self, entity: Entity) -> Entity | None:
        """Länsstyrelsen of "Länsstyrelsen i Dalarnas län", Arbetsutskottet of "Kommunstyrelsens arbetsutskott"."""
        name = key(entity.name)
        first, *more = name.split()
        longer = self._by_first[name] if not more or first.capitalize() in lists.words("heads") else []
        if not longer and not more and name.endswith(("en", "et")):
            longer = [*self._by_last[name], *self._by_last[name.removesuffix("et").removesuffix("en")]]
        longer = [other for other in longer if other.name != entity.name]
        return longer[0] if len(longer) == 1 else self._alike(entity)

    def _alike(self, entity: Entity) -> Entity | None:
        if len(entity.name) < _LONG or len(self.entities) > _MANY or _is_sure(entity):
            return None
        others = {
            at: other.name
            for at, other in enumerate(self.entities)
            if other.type == entity.type and len(other.name.split()) == len(entity.name.split())
        }
        best = process.extractOne(entity.name, others, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        return self.entities[best[2]] if best and _digits(best[0]) == _digits(entity.name) else None


def _letters(entity: Entity) -> str:
    """The name without case and marks; short names with their marks, as others differ by no more."""
    return fold(key(entity.name)) if len(entity.name) >= _LONG else key(entity.name)


def _is_sure(entity: Entity) -> bool:
    """Are all words of the name known, so that it is like another without being it?"""
    if entity.type == "organisation":
        return entity.name in lists.organisations()
    first, *rest = entity.name.split()
    return first in lists.given_names() and all(word in lists.surnames() for word in rest)


def _digits(name: str) -> str:
    return "".join(sign for sign in name if sign.isdigit())
