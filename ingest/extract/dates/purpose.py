"""What a date is to its document: signed, valid, decided, meeting, deadline, document or other.

Decided by the line that it stands on, by what is printed right before it, by the words of its sentence, nearest first,
and by the heading of its column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import DateRole
from ..flow import Flow
from ..passages import Passages
from ..structure import Structure
from ..wording import one_of
from .places import Place, column_heading, placed, role_by_line
from .shapes import Found

_ROLES: Final[tuple[DateRole, ...]] = ("deadline", "signed", "decided", "meeting", "valid", "other")
_CUE: Final = re.compile(
    "|".join(rf"(?P<{role}>(?<!\w)(?:{one_of(f'dates/data/role_{role}.txt')})(?!\w))" for role in _ROLES), re.IGNORECASE
)
_DEADLINE: Final = re.compile(
    rf"""(?<!\w) (?: (?:{one_of("dates/data/role_deadline.txt")}) (?:[ ,:]+(?:är|vid|i|under|till|hos|nämnden|betalas))?
        | (?:kom(?:mer|ma|mit)|inkom(?:mer|ma|mit|men|na)?|lämnas)[ ](?:in[ ])?efter ) [ :\t]*$""",
    re.IGNORECASE | re.VERBOSE,
)
_LATEST: Final = re.compile(
    r"\b(?:mötts|träffats|träffades|sammanträ\w+|reviderad\w*|ändrad\w*|uppdaterad\w*|justerad\w*|användes)\b",
    re.IGNORECASE,
)
"""What was done and not what is to be: "senast" is the last time."""
_UNTIL: Final = re.compile(r"\b(?:före|innan)(?:[ ]utgången[ ]av)?[ ]$", re.IGNORECASE)
_SAME: Final = re.compile(r"[ ]?(?:,|och|samt|eller|respektive|resp\.?|&)[ ]?(?:den[ ])?", re.IGNORECASE)
_PARAGRAF: Final = re.compile(r",?[ ]?\(?(?:\w{2,5}[ ])?§{1,2}[ ]?\d")
_HANDLED: Final = re.compile(r"\b(?:behandla\w+|beredde\w*|föresl\w+|föredrog\w*)\b", re.IGNORECASE)
_EXPECTED: Final = re.compile(r"\b(?:väntas|förväntas|planeras|beräknas|kommer[ ]att|bedöms|tidigast)\b", re.IGNORECASE)
_FROM_OR_TO: Final = re.compile(
    r"(?:\b(?:fr[åa]n(?:[ ]och[ ]med)?|(?<!förslag[ ])till(?:[ ]och[ ]med)?|fom|tom|from|per)|\b(?:fr?|t)\.?[ ]?o\.?[ ]?m\.?)[ ]$",
    re.IGNORECASE,
)
_PLAIN_FROM: Final = re.compile(r"(?:fr[åa]n|till|per)[ ]", re.IGNORECASE)
_AT_MOST: Final = re.compile(r"\b(?:längst|högst|maximalt|dock)[ ](?:intill|till)(?:[ ]och[ ]med)?[ ]$", re.IGNORECASE)
_TERM_LEAD: Final = re.compile(r"\b(?:under|hela|kraft|gälla|upphöra?|upphörde|den)[ ]$", re.IGNORECASE)
_IN_FORCE: Final = re.compile(
    r"""\b(?: gäll\w+ | giltig\w* | i[ ]kraft | upphör\w* | löp(?:er|a|te|tid\w*) | pågå\w* | pågick | bedriv\w+
        | \w*(?:avtals|hyres|projekt|kontrakts|arrende|uppdrags|upplåtelse)(?:tid|period)\w* | \w*(?:avtal|överenskommelse) )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PRICE: Final = re.compile(
    r"\b(?:\w*pris(?:er|et|erna)?|\w*avgift(?:en|er|erna)?|hyran|\w*taxan?|rabatten|räntan|ersättningen|anbudet|offerten)\b",
    re.IGNORECASE,
)
_EARLIER: Final = re.compile(
    r"""(?:\d{1,2}\.?[ ]+|\b)(?:tidigare|äldre|föregående|nuvarande|gamla|förra|dåvarande)[ ](?:\w+[ ])?
        \w*(?:avtal|överenskommelse|kontrakt|projekt|arrende)\w*""",
    re.IGNORECASE | re.VERBOSE,
)
_DATED: Final = re.compile(
    r"""\b\w*(?:avtal|avtalet|överenskommelsen?|kontrakt|kontraktet)[ ,]+(?:\w+[ ]){0,3}?
        (?:av|daterat|daterad|tecknat|tecknad|undertecknat|träffat|ingånget|slutet|upprättat|från)[ ](?:den[ ])?$""",
    re.IGNORECASE | re.VERBOSE,
)
_WINDOW: Final = 200
"""Code points around a date in which its cue stands."""
_NEXT_TO: Final = 12
"""Of a bare year a decision is named next to it, or it is about something else."""


class Purposes:
    """What the dates of one flow are to their document."""

    def __init__(
        self, structure: Structure, flow: Flow, passages: Passages, found: Sequence[Found], *, furniture: bool
    ) -> None:
        self._structure, self._flow, self._found, self._furniture = structure, flow, found, furniture
        self._passages = passages
        self._roles: list[DateRole] = []
        self._terms: set[tuple[str, str]] = set()

    def role(self, index: int) -> DateRole:
        """Of the date at an index; they are asked in order, as one of a list has the role of those before."""
        one = self._found[index]
        role = self._roles[-1] if self._listed(index) else self._role(one, index)
        self._roles.append(role)
        if role == "valid" and not one.point:
            self._terms.add((one.first.iso, one.last.iso))
        return role

    def _listed(self, index: int) -> bool:
        """Is it the next of a list of days, all of the one role?"""
        if not index:
            return False
        one, other = self._found[index - 1], self._found[index]
        return one.first.day is not None and bool(_SAME.fullmatch(self._flow.text[one.end : other.start]))

    def _role(self, one: Found, index: int) -> DateRole:
        place = placed(self._structure, *self._flow.span(one.start, one.end), furniture=self._furniture)
        sentence, before, after = self._around(index)
        if place.row:
            before, after = place.before, ""
        if _DEADLINE.search(before) and not _LATEST.search(sentence):
            return "deadline"
        by_line = role_by_line(self._structure, place, one)
        if by_line:
            return by_line
        if not place.row and (one.first.iso, one.last.iso) in self._terms and not one.point:
            return "valid"
        if _EARLIER.match(place.line.heading):
            sentence = f"{place.line.heading} {sentence}"
        by_words = _by_words(one, sentence, before, after)
        return (
            by_words or (_of(one, _last(column_heading(self._structure, place)), "") if place.row else None) or "other"
        )

    def _around(self, index: int) -> tuple[str, str, str]:
        """Its sentence up to it; of that what follows the date before; and what comes after it, up to the next."""
        one, text = self._found[index], self._flow.text
        start, end = self._passages.at(one.start)
        start = max(start, one.start - 2 * _WINDOW)
        after = min(end, one.end + _WINDOW)
        if index + 1 < len(self._found):
            after = min(after, self._found[index + 1].start)
        previous = self._found[index - 1].end if index else 0
        return text[start : one.start], text[max(start, previous) : one.start], text[one.end : after]


def _by_words(one: Found, sentence: str, before: str, after: str) -> DateRole | None:
    if not one.point:
        return _of_span(sentence, before)
    if _DATED.search(before) and one.first.day:
        return "signed"
    if term := _FROM_OR_TO.search(before):
        role = _of_term(sentence, before)
        if role == "valid" or not _PLAIN_FROM.fullmatch(term[0]):
            return role
    if one.first.day and _UNTIL.search(before):
        return "deadline"
    if one.first.day and _PARAGRAF.match(after):
        return "meeting" if _HANDLED.search(before + after) else "decided"
    if _TERM_LEAD.search(before) and _IN_FORCE.search(before) and _of_term(sentence, before) == "valid":
        return "valid"
    return _of(one, _last(before), before) or _of(one, _first(after), before)


def _of_span(sentence: str, before: str) -> DateRole:
    return "valid" if _last(before) == "valid" and not _EARLIER.search(sentence) else "other"


def _of_term(sentence: str, before: str) -> DateRole:
    """One end of a term: of what is in force, or of something else, or of what it may be extended to."""
    if _AT_MOST.search(before):
        return "other"
    force = _IN_FORCE.search(sentence)
    of_price = _PRICE.search(sentence) and not re.search(r"avtal|överenskommelse|kontrakt", sentence)
    return "valid" if force and not of_price and not _EARLIER.search(sentence) else "other"


def _of(one: Found, cue: DateRole | None, before: str) -> DateRole | None:
    """The role that a cue stands for, where a date of this precision can have it."""
    if cue in {"valid", "deadline"} or (cue == "meeting" and one.first.day is None):
        return "deadline" if cue == "deadline" and not before else None
    if cue == "decided" and (_EXPECTED.search(before) or (one.first.month is None and not _last(before[-_NEXT_TO:]))):
        return None
    return cue


def _last(words: str) -> DateRole | None:
    """The role of the last cue."""
    cues = [match.lastgroup for match in _CUE.finditer(words)]
    return _role(cues[-1]) if cues else None


def _first(words: str) -> DateRole | None:
    cue = _CUE.search(words)
    return _role(cue.lastgroup) if cue else None


def _role(name: str | None) -> DateRole | None:
    return next((role for role in _ROLES if role == name), None)
