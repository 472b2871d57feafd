"""What a date is to its document: signed, valid, decided, meeting, deadline, document or other.

Decided by what is printed right before it, by the line it stands on, by the words of its sentence, nearest first, and by
the heading of its column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import DateRole
from ..flow import Flow
from ..passages import Passages
from ..structure import Line, Structure, Zone
from ..wording import one_of
from .columns import heading_of
from .lines import is_dateline, is_late
from .shapes import Found

_ROLES: Final[tuple[DateRole, ...]] = ("deadline", "signed", "decided", "meeting", "valid", "other")
_CUE: Final = re.compile(
    "|".join(rf"(?P<{role}>(?<!\w)(?:{one_of(f'dates/data/role_{role}.txt')})(?!\w))" for role in _ROLES), re.IGNORECASE
)
_DEADLINE: Final = re.compile(
    rf"(?<!\w)(?:{one_of('dates/data/role_deadline.txt')})(?:[ ,:]+(?:är|vid|i|under|till|hos|nämnden|regionen|kommunen|betalas))?[ :\t]*$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"\b(?:före|innan|till och med|t\.?o\.?m\.?)(?: utgången av)?[ ]$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\b(?:före|innan)(?: utgången av)?[ ]$", re.IGNORECASE)
_SAME: Final = re.compile(r"[ ]?(?:,|och|samt|eller|respektive|resp\.?|&)[ ]?(?:den[ ])?", re.IGNORECASE)
_DECIDED_PARAGRAF: Final = re.compile(r",?[ ]?\(?(?:KF|KS|RF|RS|AU|KSAU)?[ ]?§{1,2}[ ]?\d", re.IGNORECASE)
_HANDLED: Final = re.compile(r"\b(?:behandla\w+|beredde\w*|föresl\w+|föredrog\w*)\b", re.IGNORECASE)
_EXPECTED: Final = re.compile(r"\b(?:väntas|förväntas|planeras|beräknas|kommer att|bedöms|tidigast)\b", re.IGNORECASE)
_TERM_LEAD: Final = re.compile(
    r"\b(?:fr[åa]n(?: och med)?|till(?: och med)?|fr\.?o\.?m\.?|t\.?o\.?m\.?|fr o m|t o m|fom|tom|from|under|hela|kraft|gälla|upphöra?|per|till den)[ ]$",
    re.IGNORECASE,
)
_STRONG_TERM: Final = re.compile(
    r"\b(?:gäll\w+|giltig\w*|\w*(?:avtals|hyres|projekt|kontrakts|arrende|lop|löp)(?:tid|period)\w*|löp\w+|pågå\w*|bedriv\w+|i kraft|upphör\w*"
    r"|\w*(?:avtal|överenskommelse))\b",
    re.IGNORECASE,
)
_PLAN: Final = re.compile(
    r"\b\w*(?:plan|planen|program|programmet|strategi|strategin|budget|budgeten|infrastruktur)[ ]$", re.IGNORECASE
)
_WINDOW: Final = 200
"""Code points around a date in which its cue stands."""
_FAR_FOR_YEAR: Final = 45
"""Of a bare year a decision is named close by, or it is about something else."""
_TITLED: Final = frozenset({Zone.TITLE, Zone.HEADING})
_LABEL: Final = re.compile(r"(?:^|[\s(])(?:\w*datum|dag|daterad|upprättad)[\s:.]*$", re.IGNORECASE)


class Purposes:
    """What the dates of one flow are to their document."""

    def __init__(self, structure: Structure, flow: Flow, found: Sequence[Found], *, furniture: bool) -> None:
        self._structure, self._flow, self._found, self._furniture = structure, flow, found, furniture
        self._passages = Passages(flow.text)
        self._roles: list[DateRole] = []

    def role(self, index: int) -> DateRole:
        """Of the date at an index; they are asked in order, as one of a list has the role of those before."""
        self._roles.append(self._role(index))
        return self._roles[-1]

    def _role(self, index: int) -> DateRole:
        one = self._found[index]
        before, after = self._around(index)
        if self._listed(index):
            return self._roles[-1]
        if _DEADLINE.search(before) or (one.first.day and _UNTIL.search(before)):
            return "deadline"
        return self._by_line(one, before) or self._by_words(one, before, after) or self._by_column(one)

    def _around(self, index: int) -> tuple[str, str]:
        """The words of its sentence before it, as far back as the date before, and after it, as far as the next."""
        one, text = self._found[index], self._flow.text
        start, end = self._passages.at(one.start)
        if index:
            start = max(start, self._found[index - 1].end)
        if index + 1 < len(self._found):
            end = min(end, self._found[index + 1].start)
        return text[max(start, one.start - _WINDOW) : one.start], text[one.end : min(end, one.end + _WINDOW)]

    def _listed(self, index: int) -> bool:
        """Is it the next of a list of days, all of the one role?"""
        if not index or not self._roles:
            return False
        one, other = self._found[index - 1], self._found[index]
        return one.first.day is not None and bool(_SAME.fullmatch(self._flow.text[one.end : other.start]))

    def _by_line(self, one: Found, before: str) -> DateRole | None:
        """What a line of its own, a label or the head of a page says."""
        start, end = self._flow.span(one.start, one.end)
        line = self._structure.line_at(start)
        if one.first.day is None or not one.point:
            return self._of_title(one, line)
        own = self._structure.head.date == one.first.iso
        if self._furniture:
            return self._own() if own or _LABEL.search(before) else None
        alone = is_dateline(self._structure, line, start, end)
        if line.zone is Zone.SIGNATURES and (alone or line.start == start):
            return self._where_signed()
        if alone or (own and _LABEL.search(before)):
            return self._of_dateline(start, own, before)
        return None

    def _of_title(self, one: Found, line: Line) -> DateRole | None:
        if line.zone in _TITLED and not one.point and not self._furniture:
            return "other" if _PLAN.search(self._flow.text[max(0, one.start - _WINDOW) : one.start]) else "valid"
        return None

    def _of_dateline(self, start: int, own: bool, before: str) -> DateRole | None:
        cue = _last(before)
        if cue and cue not in {"valid", "decided"}:
            return cue
        if is_late(self._structure, start):
            return self._where_signed()
        return self._own() if own or _LABEL.search(before) else None

    def _own(self) -> DateRole:
        """What the date of the document is, at its head."""
        return "meeting" if self._structure.head.doc_type == "protokoll" else "document"

    def _where_signed(self) -> DateRole:
        return "document" if self._structure.head.doc_type in {"rapport", "tjansteskrivelse"} else "signed"

    def _by_words(self, one: Found, before: str, after: str) -> DateRole | None:
        if one.first.day and _DECIDED_PARAGRAF.match(after):
            return "meeting" if _HANDLED.search(before + after) else "decided"
        cue = _fitting(one, _last(before), before) or _fitting(one, _first(after), before)
        return cue

    def _by_column(self, one: Found) -> DateRole:
        """What its column is headed by, for a day."""
        if one.first.day is None:
            return "other"
        start, _ = self._flow.span(one.start, one.end)
        return _last(heading_of(self._structure, self._structure.line_at(start), start)) or "other"


def _fitting(one: Found, cue: DateRole | None, before: str) -> DateRole | None:
    """The role that a cue stands for, where a date of this kind can have it."""
    if cue == "valid":
        return "valid" if _is_term(one, before) else None
    if not one.point:
        return "other" if cue == "other" else None
    if cue in {"meeting", "deadline"} and one.first.day is None:
        return None
    if cue == "decided" and (_EXPECTED.search(before) or (one.first.month is None and len(before) > _FAR_FOR_YEAR)):
        return None
    return cue


def _is_term(one: Found, before: str) -> bool:
    """A span is the term of what is named before it; a point begins or ends what is said to be in force."""
    if not one.point:
        return True
    return bool(_TERM_LEAD.search(before) and _STRONG_TERM.search(before))


def _last(words: str) -> DateRole | None:
    """The role of the last cue."""
    cues = [match.lastgroup for match in _CUE.finditer(words)]
    return _role(cues[-1]) if cues else None


def _first(words: str) -> DateRole | None:
    cue = _CUE.search(words)
    return _role(cue.lastgroup) if cue else None


def _role(name: str | None) -> DateRole | None:
    return next((role for role in _ROLES if role == name), None)
