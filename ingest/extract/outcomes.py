"""What a decision does with its matter, by its verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from ...corpus.facts import Outcome
from .alternatives import factored, initials
from .printed import rows_of


def outcome_of(clause: str) -> Outcome:
    """What the first verb of decision in the clause does; other where there is none."""
    found = _verbs()[0].search(clause)
    return _verbs()[1][" ".join(found[0].casefold().split())] if found else "other"


def decides(clause: str) -> bool:
    """Does the clause have a verb of decision?"""
    return bool(_verbs()[0].search(clause))


@cache
def _verbs() -> tuple[re.Pattern[str], dict[str, Outcome]]:
    outcomes: dict[str, Outcome] = {}
    for row in rows_of("outcomes.txt"):
        outcome, phrases = row.split("\t")
        outcomes |= dict.fromkeys(phrases.split(", "), cast(Outcome, outcome))
    pattern = factored([r"\s+" if sign == " " else re.escape(sign) for sign in phrase] for phrase in outcomes)
    return re.compile(rf"\b(?={initials(outcomes)})(?:{pattern})\b", re.IGNORECASE), outcomes
