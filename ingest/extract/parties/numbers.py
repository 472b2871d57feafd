"""Which organisation a number of an organisation belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ..mentions import Identifier, IdentifierKind
from ..structure import Structure
from .entities import Entity

_REACH: Final = 160
"""Signs between a name and its number at most."""


def org_numbers(structure: Structure, identifiers: Sequence[Identifier], entities: Sequence[Entity]) -> dict[str, str]:
    """Number by name: the first that stands behind the name, or names and numbers in the same order."""
    spans = sorted(
        (span.end, span.start, entity.name)
        for entity in entities
        if entity.type == "organisation"
        for span in entity.spans
    )
    found: dict[str, str] = {}
    waiting: list[str] = []
    place = 0
    last = 0
    for identifier in identifiers:
        if identifier.kind is not IdentifierKind.ORGNR:
            continue
        while place < len(spans) and spans[place][0] <= identifier.start:
            end, _, name = spans[place]
            waiting = [*(one for one in waiting if one != name), name] if place and end - last < _REACH else [name]
            last = end
            place += 1
        if waiting and identifier.start - last < _REACH and waiting[-1] not in found:
            found[waiting[-1]] = identifier.normal
    return found
