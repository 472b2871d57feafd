"""Decisions of a document."""

from __future__ import annotations

from collections.abc import Sequence

from .mentions import Mention
from .structure import Structure


def decisions(structure: Structure, parties: Sequence[Mention]) -> list[Mention]:
    """Decisions, in the order of the text."""
    return []
