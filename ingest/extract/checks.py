"""What does not add up in a document."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.facts import Finding
from .mentions import Mention
from .structure import Structure


def findings(structure: Structure, mentions: Sequence[Mention]) -> list[Finding]:
    """Findings, in the order of the text."""
    return []
