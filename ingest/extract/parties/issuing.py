"""Whose document it is, by its head: the organisation that writes, and its body that meets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..bodies import body_of
from ..layout.structure import Structure
from . import lists
from .entities import Entity, key
from .kinds import is_kind
from .spans import Span
from .tokens import Token

_HEAD: Final = 10
"""Printed lines in which a document says whose it is."""


def issuer(structure: Structure, entities: Sequence[Entity]) -> Entity | None:
    """The organisation that the head of the document names first."""
    lines = [line for line in structure.lines[: 3 * _HEAD] if structure.words_of(line).strip()][:_HEAD]
    end = lines[-1].end if lines else 0
    own = (entity for entity in entities if entity.type == "organisation" and not is_kind(entity.name))
    return next((entity for entity in own if entity.spans[0].start < end), None)


def meeting(structure: Structure) -> str | None:
    """The name of the body whose minutes these are."""
    if structure.head.doc_type != "protokoll":
        return None
    words = [structure.words_of(line) for line in structure.lines[: 3 * _HEAD]]
    return body_of([line for line in words if line.strip()][:_HEAD])


def bare_meeting(structure: Structure, tokens: Sequence[Token], found: Sequence[Span]) -> list[Span]:
    """The body that meets where it is called no more than its kind, Styrelsen, and nothing else is found of it."""
    name = meeting(structure)
    if (
        not name
        or name.casefold() not in lists.words("bare_bodies")
        or any(key(span.name) == key(name) for span in found)
    ):
        return []
    place = next((at for at, token in enumerate(tokens) if token.text.casefold() == name.casefold()), None)
    if place is None:
        return []
    token = tokens[place]
    return [Span(place, place + 1, token.start, token.end, name.capitalize(), "organisation", "party.body")]
