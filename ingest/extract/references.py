"""Other agreements and decisions that a document names."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.facts import Reference
from .mentions import Identifier, Mention
from .structure import Structure


def references(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Reference]:
    """References, in the order of the text."""
    return []
