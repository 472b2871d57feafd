"""Parties of a document."""

from __future__ import annotations

from collections.abc import Sequence

from .mentions import Identifier, Mention
from .structure import Structure


def parties(structure: Structure, identifiers: Sequence[Identifier]) -> list[Mention]:
    """Parties, in the order of the text."""
    return []
