"""Words that say what a date is of: lists of them, a role each, found nearest first."""

from __future__ import annotations

import re
from typing import Final

from ....corpus.facts import DateRole
from ..wording import each_of, one_of

_ROLES: Final[tuple[DateRole, ...]] = ("deadline", "signed", "decided", "meeting", "valid", "other")
_CUE: Final = re.compile(each_of(_ROLES, "dates/data/role_"), re.IGNORECASE)
_BY_WHEN: Final = re.compile(
    rf"""(?<!\w) (?: (?:{one_of("dates/data/role_deadline.txt")}) (?:[ ,:]+(?:är|vid|i|under|till|hos|nämnden|betalas))?
        | (?:kom(?:mer|ma|mit)|inkom(?:mer|ma|mit|men|na)?|lämnas)[ ](?:in[ ])?efter
        | ska(?:ll)?[ ](?:[\w-]+[ ]){{0,4}}(?:klart?a?|färdig\w*|slutför\w*|avsluta\w*|levereras|lämnas|inges)
        | sista[ ]\w{{0,12}}(?:dag|dagen|datum)(?:[ ]\w+){{0,5}} ) [ :\t]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST_TIME: Final = re.compile(
    r"\b(?:mötts|träffats|träffades|sammanträ\w+|reviderad\w*|ändrad\w*|uppdaterad\w*|justerad\w*)\b", re.IGNORECASE
)
"""What was done and not what is to be: "senast" is the last time."""


def last_cue(words: str) -> DateRole | None:
    """The role of the last cue."""
    found = [match.lastgroup for match in _CUE.finditer(words)]
    return _role(found[-1]) if found else None


def first_cue(words: str) -> DateRole | None:
    """The role of the first cue."""
    found = _CUE.search(words)
    return _role(found.lastgroup) if found else None


def is_deadline(before: str, sentence: str) -> bool:
    """Do the words right before a date say that something is due by then?"""
    return bool(_BY_WHEN.search(before)) and not _LAST_TIME.search(sentence)


def _role(name: str | None) -> DateRole | None:
    return next((role for role in _ROLES if role == name), None)
