"""Parties of a document: organisations and people, and what they are to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ....corpus.facts import Party
from ..layout.structure import Structure
from ..mentions import Identifier, Mention
from . import aliases, rosters
from .affiliations import affiliations
from .cells import Grid
from .details import Reader
from .entities import Entity, gathered
from .issuing import bare_meeting
from .numbers import Owners
from .organisations import organisations
from .people import people
from .roles import Role, roles
from .runon import divided
from .tokens import tokens

__all__ = ["parties"]

_CONFIDENCE: Final = {"party.listed": 0.98, "party.name": 0.95, "party.frame": 0.85} | dict.fromkeys(
    ("party.affiliation", "party.enumeration", "party.list"), 0.7
)
"""Of what is found by a list of names, by the place of a name, and by the company it is in."""
_SHAPED: Final = 0.9
_DOUBT: Final = dict.fromkeys(
    ("party.affiliation", "party.enumeration"), ("Taken for an organisation only because of where it stands.",)
)


def parties(structure: Structure, identifiers: Sequence[Identifier]) -> list[Mention]:
    """Organisations and people, each where it is first named in full, in the order of the text."""
    words = divided(tokens(structure))
    grid = Grid(structure, words)
    entries = rosters.entries(grid, words)
    bodies = organisations(words)
    bodies += bare_meeting(structure, words, bodies)
    persons = people(words, grid, bodies, entries)
    bodies = sorted([*bodies, *affiliations(words, bodies, persons, entries)], key=lambda span: span.start)
    found = sorted([*bodies, *persons], key=lambda span: span.start)
    entries = rosters.spread(entries, words, found)
    given = aliases.given(structure.text, words, bodies)
    entities = gathered(found, given)
    called = aliases.usual(bodies) | given
    numbers = Owners(structure, words, grid, entities, called).numbers(identifiers)
    reader = Reader(words, grid, found, called, entries)
    told = roles(structure, words, reader, entities, set(given.values()))
    return [_mention(entity, role, numbers.get(entity.name)) for entity, role in zip(entities, told, strict=True)]


def _mention(entity: Entity, role: Role, org_nr: str | None) -> Mention:
    first = entity.spans[0]
    content = Party(entity.name, entity.type, role.role, role.title, org_nr, role.represents)
    doubt = _DOUBT.get(first.rule, ())
    return Mention(first.start, first.end, content, first.rule, _CONFIDENCE.get(first.rule, _SHAPED), doubt)
