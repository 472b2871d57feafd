"""What a sentence is to the matter."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class ClauseKind(StrEnum):
    """The kinds that the model tells apart."""

    DECISION = "decision"
    """Decides something, here and now."""
    PROPOSAL = "proposal"
    """Wants something decided: föreslår, yrkar, hemställer, ansöker."""
    REPORT = "report"
    """Tells of what was decided or done before."""
    BACKGROUND = "background"
    """All else: terms, circumstances, duties."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence, and what the model takes it for."""

    start: int
    """First code point in the document's text."""
    end: int
    kind: ClauseKind
    probability: float
    """0 to 1, of this kind."""


def clause_at(clauses: Sequence[Clause], offset: int) -> Clause | None:
    """The sentence that holds an offset into the document's text; they come in its order."""
    place = bisect_right(clauses, offset, key=lambda clause: clause.start) - 1
    return clauses[place] if place >= 0 and offset < clauses[place].end else None
