"""The term of an agreement, how it ends, and whether it was signed."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.facts import Agreement
from .mentions import Mention
from .structure import Structure


def agreement(structure: Structure, mentions: Sequence[Mention]) -> Agreement | None:
    """What is known of the agreement as a whole; None for documents that are none."""
    return None
