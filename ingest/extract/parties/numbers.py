"""Which organisation a number of an organisation belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from ..mentions import Identifier, IdentifierKind
from ..structure import Structure, Zone
from .aliases import meant
from .cells import Cell, Grid
from .entities import Entity
from .issuing import issuer
from .kinds import is_kind
from .spans import Span
from .tokens import Token

_REACH: Final = 160
"""Signs between a name and its number at most."""
_NEAR: Final = 6
"""Words between "Föreningen" and its number at most."""
_LABELS: Final = frozenset(["org", "org.nr", "organisationsnummer", "organisationsnr", "orgnr"])
_FOOT: Final = re.compile(r"\b(?:postadress|besöksadress|telefon|växel|e-post|webb|hemsida)\b", re.IGNORECASE)
_ROWS: Final = 4
"""Printed lines between a name and the number below it in the same column at most."""


def org_numbers(
    structure: Structure,
    tokens: Sequence[Token],
    grid: Grid,
    identifiers: Sequence[Identifier],
    entities: Sequence[Entity],
    aliases: Mapping[str, str],
) -> dict[str, str]:
    """Number by name: in the foot the writer's own, else that of who stands before it, or above it in its column."""
    numbers = [identifier for identifier in identifiers if identifier.kind is IdentifierKind.ORGNR]
    if not numbers:
        return {}
    owners = sorted(
        (
            (span, entity.name)
            for entity in entities
            if entity.type == "organisation" and not is_kind(entity.name)
            for span in entity.spans
        ),
        key=lambda pair: pair[0].start,
    )
    starts = [token.start for token in tokens]
    own = issuer(structure, entities)
    found: dict[str, str] = {}
    for number in numbers:
        place = bisect_right(starts, number.start) - 1
        if _in_foot(structure, number.start):
            name = own.name if own else None
        else:
            name = _above(grid, place, owners) if place >= 0 else None
            name = name or _called(tokens, place, aliases) or _before(number.start, owners)
        if name and name not in found:
            found[name] = number.normal
    return found


def _in_foot(structure: Structure, start: int) -> bool:
    line = structure.line_at(start)
    return line.zone is Zone.FURNITURE or bool(_FOOT.search(structure.words_of(line)))


def _called(tokens: Sequence[Token], place: int, aliases: Mapping[str, str]) -> str | None:
    """The organisation of "Föreningen, org.nr"."""
    near = range(place - 1, max(-1, place - _NEAR), -1)
    words = (tokens[at].text for at in near if tokens[at].capital and tokens[at].text.casefold() not in _LABELS)
    word = next(words, None)
    return meant(word, aliases) if word else None


def _above(grid: Grid, place: int, owners: Sequence[tuple[Span, str]]) -> str | None:
    """The organisation in the number's cell, or in the cells above it where its line has several."""
    cell: Cell | None = grid.of(place)
    firsts = [span.first for span, _ in owners]
    rows = _ROWS if cell and len(grid.rows[cell.row]) > 1 else 0
    for _ in range(rows + 1):
        at = bisect_right(firsts, min(cell.after - 1, place)) - 1 if cell else -1
        if cell and at >= 0 and owners[at][0].first >= cell.first:
            return owners[at][1]
        cell = grid.under(cell, -1) if cell else None
    return None


def _before(start: int, owners: Sequence[tuple[Span, str]]) -> str | None:
    """The last organisation that is named before the number, near it."""
    at = bisect_right([span.end for span, _ in owners], start) - 1
    return owners[at][1] if at >= 0 and start - owners[at][0].end < _REACH else None
