"""Amounts of a document."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.facts import Clause
from .mentions import Identifier, Mention
from .structure import Structure


def amounts(structure: Structure, identifiers: Sequence[Identifier], dates: Sequence[Mention]) -> list[Mention]:
    """Amounts, in the order of the text."""
    return []


def unexplained(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Clause]:
    """Money-like numbers that became no fact, each with the words around it, in the order of the text."""
    return []
