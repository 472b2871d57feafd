"""Amounts of a document."""

from __future__ import annotations

from collections.abc import Sequence

from ...corpus.facts import Amount, Clause
from .mentions import Identifier, Mention
from .structure import Structure
from .values.money import Sum, sums
from .values.shares import dividing


def amounts(structure: Structure, identifiers: Sequence[Identifier], dates: Sequence[Mention]) -> list[Mention]:
    """Amounts, in the order of the text."""
    text = structure.flow.text
    found = sums(text)
    kept = [one for one in found if one.unit not in (None, "%")] + dividing(text, found)
    return [_mention(structure, one) for one in sorted(kept, key=lambda one: one.start)]


def unexplained(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Clause]:
    """Money-like numbers that became no fact, each with the words around it, in the order of the text."""
    return []


def _mention(structure: Structure, one: Sum) -> Mention:
    assert one.unit is not None
    content = Amount(one.value, one.unit, one.value_max)
    return Mention(
        *structure.flow.span(one.start, one.end), content, "amount.text", 0.5 if one.doubt else 0.95, one.doubt
    )
