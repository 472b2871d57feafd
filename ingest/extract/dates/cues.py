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
        | (?<!var[ ])(?<!blev[ ])(?<!stod[ ])(?:klart?a?|färdigt?)
        | att[ ](?:fram[ ])?till
        | ska(?:ll)?[ ](?:[\w-]+[ ]){{0,4}}(?:klart?a?|färdig\w*|slutför\w*|avsluta\w*
            |inkommit|inkommen|redovisas|levereras|lämnas|inges)
        | sista[ ]\w{{0,12}}(?:dag|dagen|datum)(?:[ ]\w+){{0,5}} ) [ :\t]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LAST_TIME: Final = re.compile(
    r"\b(?:mötts|träffats|träffades|sammanträ\w+|reviderad\w*|ändrad\w*|uppdaterad\w*|justerad\w*)\b", re.IGNORECASE
)
"""What was done and not what is to be: "senast" is the last time."""
_TIMES: Final = re.compile(r"\b(?:första|sista)[ ]gången(?:[ ]sker[ ](?:det|detta))?[ ]$", re.IGNORECASE)
_PAID: Final = re.compile(r"faktur|betal|hyra|avgift", re.IGNORECASE)
"""What is paid again and again begins on a day; what is handed in is due on it."""
_TO_DO: Final = re.compile(r"\b(?:ska|skall|uppdrag|uppdra[rs]?|uppdrogs?)\b", re.IGNORECASE)


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
    if _TIMES.search(before):
        return not _PAID.search(sentence)
    return bool(_BY_WHEN.search(before)) and (not is_last_time(sentence) or bool(_TO_DO.search(sentence)))


def is_last_time(sentence: str) -> bool:
    """Does the sentence tell of what was done, so that "senast" is the last time?"""
    return bool(_LAST_TIME.search(sentence))


def _role(name: str | None) -> DateRole | None:
    return next((role for role in _ROLES if role == name), None)
