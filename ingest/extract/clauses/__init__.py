"""What a sentence is to the matter: decided here, proposed, a report of what was done before, or background."""

from .component import ClauseKinds
from .kinds import Clause, ClauseKind, clause_at

__all__ = ["Clause", "ClauseKind", "ClauseKinds", "clause_at"]
