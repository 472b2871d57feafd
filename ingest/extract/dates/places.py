"""What the line says that a date stands on: the head of a page, a label, a place of signing, a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import DateRole
from ....swedish.places import may_be_place
from ..layout.structure import Line, Structure, Zone
from ..wording import one_of
from .columns import cell, cells, heading_of, is_row
from .cues import last_cue
from .shapes import Found

_PLACE: Final = re.compile(
    r"""\W* (?:(?:ort(?:/|,[ ]|[ ]och[ ])?)?(?:datum|dag)[\s.:_]*)?
        (?:(?P<place>[^\W\d_][\w-]*(?:[ ][\w-]+){0,3}?)[ ,:_]*)?
        (?:den[ ])? (?:dag[ ])?""",
    re.IGNORECASE | re.VERBOSE,
)
_NAME: Final = re.compile(r"\s*(?:[A-ZÅÄÖÉ][\w-]+ ){1,3}[A-ZÅÄÖÉ][\w-]+(?:,|\s*$|\s{2})")
_BELOW: Final = 5
"""Lines below a date within which the name stands of who signed."""
_NOT_SIGNED: Final = frozenset({Zone.DISTRIBUTION, Zone.ATTACHMENTS, Zone.APPEAL, Zone.CONTENTS})
_NOTHING: Final = re.compile(r"[\s.,:;_)]*")
_SIGNER: Final = re.compile(r"\s{2,}[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ]")
_LABELS: Final[tuple[tuple[DateRole, re.Pattern[str]], ...]] = (
    ("signed", re.compile(rf"(?:{one_of('dates/data/labels_signed.txt')})\b[^.]{{0,60}}", re.IGNORECASE)),
    (
        "meeting",
        re.compile(rf"(?:{one_of('dates/data/labels_meeting.txt')})\b[\s:.]*(?:[^.\d]{{1,60}},[ ])?", re.IGNORECASE),
    ),
)
_OWN_LABEL: Final = re.compile(
    r"(?:(?:^|[\s(])(?:datum|dag|beslutsdatum|sammanträdesdatum|mötesdatum)|^\W*(?:daterad|daterat|upprättad))[\s:.]*$",
    re.IGNORECASE,
)
_OF_MEETING: Final = re.compile(r"\b(?:sammanträdes|mötes)datum[\s:.]*$", re.IGNORECASE)
_TERM_LABEL: Final = re.compile(
    r"\W*(?:start(?:datum)?(?:[ ]och[ ]|[ ]?[-–/][ ]?)slut(?:datum)?"
    r"|(?:projekt|avtals|kontrakts|genomförande)?period(?:en)?|(?:projekt|avtals|löp|kontrakts|hyres|arrende)tid(?:en)?)\W*",
    re.IGNORECASE,
)
"""A line's label before the term of what the document is about."""
_STAMP: Final = re.compile(r",?[ ](?:kl\.?[ ])?\d\d[:.]\d\d(?:[:.]\d\d)?\b")
_SIGNED_BY_MACHINE: Final = re.compile(
    r"\b(?:signera\w*|e-legitimation|e-signatur|bankid|freja|undertecknat[ ](?:digitalt|elektroniskt))", re.IGNORECASE
)
_PLAN: Final = re.compile(r"\b\w*(?:plan|planen|program|programmet|strategin?|budget|budgeten)\b", re.IGNORECASE)
_HEAD_LINES: Final = 15
"""Printed lines at the top of a document among which its own date stands."""
_PAGE_HEAD_LINES: Final = 4
_TITLE: Final = re.compile(r"\s*[A-ZÅÄÖ§\d][^.;]{5,150}")
_PROSE: Final = 55
"""Code points of a line after which the next one goes on with its sentence."""
_REACH: Final = 400
"""Code points of its line around a date that are looked at: a longer line is no line."""
_LATE: Final = 0.6
"""Share of the document's text after which a line of place and date is where it is signed."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date is printed; offsets into the document's text."""

    start: int
    end: int
    line: Line
    number: int
    """Of the line, from 0."""
    lead: str
    """The words of its line before it."""
    before: str
    """The words of its column before it."""
    after: str
    """The words of its column behind it."""
    row: bool
    """Is it a cell of a table?"""
    furniture: bool


def placed(structure: Structure, start: int, end: int, *, furniture: bool) -> Place:
    """Where the date [start, end) is printed."""
    line = structure.line_at(start)
    first, last = max(line.start, start - _REACH), min(line.end, max(end, start + _REACH))
    words = structure.text[first:last]
    left, right = cell(words, start - first)
    number = bisect_left(structure.lines, line.start, key=lambda one: one.start)
    before, after = words[left : start - first], words[end - first : max(right, end - first)]
    return Place(
        start, end, line, number, words[: start - first], before, after, is_row(words, start - first), furniture
    )


def column_heading(structure: Structure, place: Place) -> str:
    """What stands above a cell of a table."""
    left = place.start - place.line.start - len(place.before)
    return heading_of(
        structure, place.number, left, left + len(place.before) + place.end - place.start + len(place.after)
    )


def role_by_line(structure: Structure, place: Place, one: Found) -> DateRole | None:
    """What its line says of a date; None where that is for the sentence to say."""
    if not one.point and _TERM_LABEL.fullmatch(place.lead):
        return "valid"
    if not one.point:
        return _of_title(structure, place) if (one.first.year or 0) < (one.last.year or 0) else None
    if one.first.day is None:
        return None
    own = structure.head.date == one.first.iso
    if own and (place.furniture or _heads_page(structure, place)):
        return _own(structure)
    label = _label(structure, place) or _stamped(structure, place)
    if label or place.row:
        return label
    if _is_headed(structure, place, own=own):
        return "meeting" if _OF_MEETING.search(place.before) else _own(structure)
    return _where_signed(structure, place) if _is_signed(structure, place) else None


def _label(structure: Structure, place: Place) -> DateRole | None:
    """By the label that begins its line or its column."""
    befores = [place.before.strip(), " ".join(place.lead.split())]
    of_minutes = structure.head.doc_type == "protokoll"
    for role, pattern in _LABELS:
        if any(map(pattern.fullmatch, befores)) and (
            of_minutes or (role == "signed" and "just" not in place.lead.lower())
        ):
            return role
    return None


def _stamped(structure: Structure, place: Place) -> DateRole | None:
    """Is it set with its time of day by what the document was signed with?"""
    above = structure.text[max(0, place.start - _REACH) : place.start]
    return "signed" if _STAMP.match(place.after) and _SIGNED_BY_MACHINE.search(above) else None


def _heads_page(structure: Structure, place: Place) -> bool:
    """Is it among the first lines of a page, in a column of its own or behind a label?"""
    first = bisect_left(structure.lines, place.line.page, key=lambda line: line.page)
    alone = _NOTHING.fullmatch(place.before) or _OWN_LABEL.search(place.before)
    return place.number - first < _PAGE_HEAD_LINES and bool(alone)


def _is_headed(structure: Structure, place: Place, *, own: bool) -> bool:
    """Is it the document's own date at its head, on a line or in a column of its own, or below or behind its label?"""
    if place.number > _HEAD_LINES or place.furniture:
        return False
    alone = _NOTHING.fullmatch(place.before) and _NOTHING.fullmatch(place.after)
    above = structure.words_of(structure.lines[place.number - 1]).strip() if place.number else ""
    headed = alone and (_OWN_LABEL.search(column_heading(structure, place)) or _OWN_LABEL.fullmatch(above))
    labelled = _OWN_LABEL.search(place.before) or headed
    return bool(labelled or (own and (alone or _is_dateline(structure, place))))


def _is_signed(structure: Structure, place: Place) -> bool:
    """Does it stand late in the document beside nothing but a place, or before the name of who signed?"""
    if place.line.zone in _NOT_SIGNED or _is_told_otherwise(structure, place):
        return False
    late = place.start > _LATE * len(structure.text) or place.line.zone is Zone.SIGNATURES
    behind = structure.text[place.end : min(place.line.end, place.end + _REACH)]
    return late and (_is_dateline(structure, place) or (not place.before.strip() and bool(_SIGNER.match(behind))))


def _is_told_otherwise(structure: Structure, place: Place) -> bool:
    """Does a label beside or above it say that it is no signature: the day of a notice, of a meeting?"""
    above = structure.lines[place.number - 1] if place.number and not place.lead.strip() else None
    label = structure.words_of(above) if above and above.end - above.start < _PROSE else place.lead
    return last_cue(label) in {"other", "deadline", "meeting"}


def _is_dateline(structure: Structure, place: Place) -> bool:
    """Is there a place or a label beside it, or nothing, and is it no end of a sentence?"""
    if _goes_on(structure, place) or not _NOTHING.fullmatch(place.after):
        return False
    before = _PLACE.fullmatch(place.before)
    return before is not None and (not before["place"] or may_be_place(before["place"]))


def _goes_on(structure: Structure, place: Place) -> bool:
    """Does the line above run over into this one?"""
    above = structure.words_of(structure.lines[place.number - 1]).rstrip() if place.number else ""
    return len(above) > _PROSE and above[-1] not in ".:_" and len(cells(above)) == 1


def _of_title(structure: Structure, place: Place) -> DateRole | None:
    """A span in a title is the term of what has the title, but for plans."""
    words = structure.text[place.line.start : min(place.line.end, place.line.start + _REACH)]
    titled = place.line.zone in {Zone.TITLE, Zone.HEADING} or (
        place.number <= _HEAD_LINES and _stands_alone(structure, place)
    )
    if place.furniture or not titled or not _TITLE.fullmatch(words.strip()) or place.after.strip():
        return None
    return "other" if _PLAN.search(words) else "valid"


def _stands_alone(structure: Structure, place: Place) -> bool:
    around = [place.number - 1, place.number + 1]
    return all(not structure.words_of(structure.lines[at]).strip() for at in around if 0 <= at < len(structure.lines))


def _own(structure: Structure) -> DateRole:
    """What the date of the document is."""
    return "meeting" if structure.head.doc_type == "protokoll" else "document"


def _where_signed(structure: Structure, place: Place) -> DateRole:
    """What a date is that stands where documents are signed: letters, and reports nobody signs, are dated there."""
    doc_type = structure.head.doc_type
    below = (structure.words_of(line) for line in structure.lines[place.number + 1 : place.number + _BELOW])
    named = doc_type == "rapport" and any(map(_NAME.match, below))
    return "document" if doc_type == "tjansteskrivelse" or (doc_type == "rapport" and not named) else "signed"
