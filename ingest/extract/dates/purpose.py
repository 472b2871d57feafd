"""What a date is to its document: signed, valid, decided, meeting, deadline, document or other.

Decided by the line that it stands on, by what is printed right before it, by the words of its sentence, nearest first,
and by the heading of its column.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import DateRole
from ..layout.flow import Flow
from ..layout.structure import Line, Structure
from ..passages import Passages
from .cues import is_deadline, last_cue
from .phrases import Phrase, is_about_earlier, of_cue, role_by_words
from .places import Place, column_heading, placed, role_by_line
from .shapes import Found

_SAME: Final = re.compile(r"[ ]?(?:,|och|samt|eller|respektive|resp\.?|&)[ ]?(?:den[ ])?", re.IGNORECASE)
_NEXT_MEETING: Final = re.compile(r"\b(?:nästa|kommande|följande)\s\w*(?:möte|sammanträde)", re.IGNORECASE)
_DONE_BY: Final = re.compile(r"\s*(?:klart?a?|färdigt?|(?:klar|slut)datum|senast|deadline)\s*", re.IGNORECASE)
"""Above a column of days and months by when something is done."""
_WINDOW: Final = 200
"""Code points around a date in which its cue stands."""


class Purposes:
    """What the dates of one flow are to their document."""

    def __init__(
        self, structure: Structure, flow: Flow, passages: Passages, found: Sequence[Found], *, furniture: bool
    ) -> None:
        self._structure, self._flow, self._passages = structure, flow, passages
        self._found, self._furniture = found, furniture
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
        both = one.first.day is not None and other.first.day is not None
        return both and bool(_SAME.fullmatch(self._flow.text[one.end : other.start]))

    def _role(self, one: Found, index: int) -> DateRole:
        place = placed(self._structure, *self._flow.span(one.start, one.end), furniture=self._furniture)
        said = self._phrase(one, index, place)
        if is_deadline(said.before, said.sentence):
            return "deadline"
        by_line = role_by_line(self._structure, place, one)
        if by_line:
            return by_line
        if not place.row and (one.first.iso, one.last.iso) in self._terms and not one.point:
            return "valid"
        return role_by_words(said) or self._by_column(one, place) or self._by_head(one, place.line)

    def _by_head(self, one: Found, line: Line) -> DateRole:
        """The day of the minutes is the meeting's, wherever they name it, and those under "Nästa möte"."""
        head = self._structure.head
        if one.point and one.first.day is not None and _NEXT_MEETING.search(line.heading):
            return "meeting"
        return "meeting" if head.doc_type == "protokoll" and one.point and one.first.iso == head.date else "other"

    def _by_column(self, one: Found, place: Place) -> DateRole | None:
        """What heads the column, for a day in a row of a table."""
        if not place.row or one.first.month is None:
            return None
        heading = column_heading(self._structure, place)
        if _DONE_BY.fullmatch(heading):
            return "deadline"
        cue = last_cue(heading) if one.first.day else None
        return cue if cue == "deadline" else of_cue(one, cue, "")

    def _phrase(self, one: Found, index: int, place: Place) -> Phrase:
        agreement = self._structure.head.doc_type == "avtal"
        sentence, before, after = self._around(index)
        if is_about_earlier(place.line.heading):
            sentence = f"{place.line.heading} {sentence}"
        if place.row:
            before, after = place.before, ""
        return Phrase(one, sentence, before, after, agreement)

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
