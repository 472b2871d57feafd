"""Which organisation a number of an organisation belongs to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from ..layout.structure import Structure, Zone
from ..mentions import Identifier, IdentifierKind
from .aliases import meant
from .cells import Cell, Grid
from .entities import Entity
from .issuing import issuer
from .kinds import is_kind
from .tokens import Token

_REACH: Final = 160
"""Signs between a name and its number at most."""
_NEAR: Final = 6
"""Words between "Föreningen" and its number at most."""
_LABELS: Final = frozenset(["org", "org.nr", "organisationsnummer", "organisationsnr", "orgnr"])
_FOOT: Final = re.compile(r"\b(?:postadress|besöksadress|telefon|växel|e-post|webb|hemsida)\b", re.IGNORECASE)
_ROWS: Final = 4
"""Printed lines between a name and the number below it in the same column at most."""


class Owners:
    """The organisations of a document, by where they are named."""

    def __init__(
        self,
        structure: Structure,
        tokens: Sequence[Token],
        grid: Grid,
        entities: Sequence[Entity],
        aliases: Mapping[str, str],
    ) -> None:
        """Reads where they are named; `aliases` are what else they are called."""
        self._structure = structure
        self._tokens = tokens
        self._grid = grid
        self._aliases = aliases
        self._issuer = issuer(structure, entities)
        own = (entity for entity in entities if entity.type == "organisation" and not is_kind(entity.name))
        pairs = sorted(((span, entity.name) for entity in own for span in entity.spans), key=lambda pair: pair[0].start)
        self._names = [name for _, name in pairs]
        self._firsts = [span.first for span, _ in pairs]
        self._ends = [span.end for span, _ in pairs]
        self._starts = [token.start for token in tokens]

    def numbers(self, identifiers: Sequence[Identifier]) -> dict[str, str]:
        """Numbers of organisations by name, the first of each."""
        found: dict[str, str] = {}
        for number in identifiers:
            owner = self._of(number.start) if number.kind is IdentifierKind.ORGNR else None
            if owner:
                found.setdefault(owner, number.normal)
        return found

    def _of(self, start: int) -> str | None:
        """In the foot the writer's own, else that of who stands before it, or above it in its column."""
        if _in_foot(self._structure, start):
            return self._issuer.name if self._issuer else None
        place = bisect_right(self._starts, start) - 1
        above = self._above(place) if place >= 0 else None
        return above or _called(self._tokens, place, self._aliases) or self._before(start)

    def _above(self, place: int) -> str | None:
        """The organisation in the number's cell, or in the cells above it where its line has several."""
        cell: Cell | None = self._grid.of(place)
        rows = _ROWS if cell and len(self._grid.rows[cell.row]) > 1 else 0
        for _ in range(rows + 1):
            at = bisect_right(self._firsts, min(cell.after - 1, place)) - 1 if cell else -1
            if cell and at >= 0 and self._firsts[at] >= cell.first:
                return self._names[at]
            cell = self._grid.under(cell, -1) if cell else None
        return None

    def _before(self, start: int) -> str | None:
        """The last organisation that is named before the number, near it."""
        at = bisect_right(self._ends, start) - 1
        return self._names[at] if at >= 0 and start - self._ends[at] < _REACH else None


def _in_foot(structure: Structure, start: int) -> bool:
    line = structure.line_at(start)
    return line.zone is Zone.FURNITURE or bool(_FOOT.search(structure.words_of(line)))


def _called(tokens: Sequence[Token], place: int, aliases: Mapping[str, str]) -> str | None:
    """The organisation of "Föreningen, org.nr"."""
    near = range(place - 1, max(-1, place - _NEAR), -1)
    words = (tokens[at].text for at in near if tokens[at].capital and tokens[at].text.casefold() not in _LABELS)
    word = next(words, None)
    return meant(word, aliases) if word else None
