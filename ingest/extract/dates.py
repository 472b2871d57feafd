"""Dates of a document."""

from __future__ import annotations

from collections.abc import Sequence

from .mentions import Identifier, Mention
from .structure import Structure


def dates(structure: Structure, identifiers: Sequence[Identifier]) -> list[Mention]:
    """Dates, in the order of the text."""
    return []
