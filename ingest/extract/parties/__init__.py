"""Parties of a document: organisations and people, and what they are to it."""

from __future__ import annotations

from collections.abc import Sequence

from ....corpus.facts import Party
from ..mentions import Identifier, Mention
from ..structure import Structure
from . import aliases, rosters
from .cells import Grid
from .details import Reader
from .entities import gathered
from .numbers import org_numbers
from .organisations import organisations
from .people import people
from .roles import Roles
from .tokens import tokens

__all__ = ["parties"]


def parties(structure: Structure, identifiers: Sequence[Identifier]) -> list[Mention]:
    """Organisations and people, each where it is first named in full, in the order of the text."""
    words = tokens(structure)
    if not words:
        return []
    grid = Grid(structure, words)
    entries = rosters.entries(grid, words)
    bodies = organisations(words)
    found = sorted([*bodies, *people(words, bodies, entries)], key=lambda span: span.start)
    known = aliases.resolved(structure.text, words, found)
    entities = gathered(found, {})
    roles = Roles(structure, words, Reader(words, grid, found, known, entries), entities, known)
    numbers = org_numbers(structure, identifiers, entities)
    return [
        Mention(
            entity.spans[0].start,
            entity.spans[0].end,
            Party(entity.name, entity.type, role.role, role.title, numbers.get(entity.name), role.represents),
            entity.spans[0].rule,
            0.9 if entity.spans[0].known else 0.75,
        )
        for entity in entities
        if (role := roles.of(entity))
    ]
