"""What each party is to the document: put together from what its mentions tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ....corpus.facts import PartyRole
from ..layout.structure import Structure
from .body_roles import Bodies
from .details import Details, Reader
from .entities import Entity
from .people_roles import person_role
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Role:
    """What is said of a party."""

    role: PartyRole
    title: str | None = None
    represents: str | None = None


def roles(
    structure: Structure, tokens: Sequence[Token], reader: Reader, entities: Sequence[Entity], called: Collection[str]
) -> list[Role]:
    """The role of each entity; for people title and organisation."""
    names = {span.name: entity.name for entity in entities for span in entity.spans if entity.type == "organisation"}
    told = {id(entity): _told(reader, entity, names) for entity in entities if entity.type == "person"}
    people = {id(entity): person_role(structure, entity, told[id(entity)]) for entity in entities if id(entity) in told}
    bodies = Bodies(
        structure, tokens, reader, entities, called, [(people[at], details) for at, details in told.items()]
    )
    return [
        Role(
            people[id(entity)],
            _first(each.title for each in told[id(entity)]),
            _first(each.represents for each in told[id(entity)]),
        )
        if id(entity) in told
        else Role(bodies.role(entity))
        for entity in entities
    ]


def _told(reader: Reader, entity: Entity, names: Mapping[str, str]) -> list[Details]:
    """What the mentions of a person tell, organisations by their canonical names."""
    told = [reader.details(span) for span in entity.spans]
    for each in told:
        each.represents = names.get(each.represents or "", each.represents)
    return told


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value), None)
