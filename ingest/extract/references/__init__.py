"""Other agreements and decisions that a document names, each with the phrase that proves it.

`naming` knows the phrases for agreements, `earlier` those for decisions; here they get what the whole document knows,
and what it says of itself falls away: its own dnr, its own meeting, the headings of its own §§.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from ....corpus.facts import Party, Reference, Relation
from ....swedish.dnr import normal_form
from ..layout.structure import Structure, Zone
from ..mentions import Identifier, IdentifierKind, Mention
from ..sentences import sentences
from .earlier import Earlier, decisions_cited
from .ending import last_day
from .naming import Named, agreements_named

_NO_REFERENCES: Final = frozenset({Zone.FURNITURE, Zone.CONTENTS, Zone.ATTENDANCE, Zone.APPEAL})
_ENDING: Final[tuple[Relation, ...]] = ("extends", "terminates")
_LABEL: Final = re.compile(r"\s*(?:dnr|d\.nr|diarie\w*|ärende\w*)\b", re.IGNORECASE)
"""Begins a line with the number of the document itself."""
_DATED_BELOW: Final = re.compile(
    r"\s*(?:daterat|daterad|undertecknat|undertecknad|tecknat)\b[^\n.]{0,120}", re.IGNORECASE
)
"""A line of its own that goes on with the name above it: "Tillägg till avtal mellan A och B / daterat ..."."""
_TITLE_LINES: Final = 3
"""Lines with text at the top, where an agreement says its own name and only an amendment another's."""


def references(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Reference]:
    """References, in the order of the text, each said once."""
    found = sorted(_found(structure, identifiers, mentions), key=lambda one: one.evidence.start)
    once = {(one.relation, one.title, one.dnr, one.date, one.body, one.paragraph): one for one in reversed(found)}
    return sorted(once.values(), key=lambda one: one.evidence.start)


def _found(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> Iterator[Reference]:
    text = structure.flow.text
    registered = _Registered(structure, identifiers)
    names = [
        one.content.name for one in mentions if isinstance(one.content, Party) and one.content.type == "organisation"
    ]
    top, titles, done = _top(structure), list[Reference](), set[Relation]()
    for start, end in sentences(structure):
        goes_on = _DATED_BELOW.match(text, end)
        for named in agreements_named(text, start, goes_on.end() if goes_on else end, registered.first):
            if _is_own_agreement(structure, named, top):
                continue
            if _is_title(structure, named, top):
                titles += _of_title(structure, named, names)
                continue
            until = last_day(text, named.end, end) if named.relation in _ENDING else None
            done.add(named.relation)
            yield replace(_agreement(structure, named, names), until=until)
        for earlier in decisions_cited(text, start, end):
            if not _is_own_decision(structure, earlier):
                yield _decision(structure, earlier)
    # What the text says of the agreement the title says only in short.
    yield from (one for one in titles if one.relation not in done)


class _Registered:
    """The dnr of a document by their places in its flow."""

    def __init__(self, structure: Structure, identifiers: Sequence[Identifier]) -> None:
        numbers = [one for one in identifiers if one.kind is IdentifierKind.DNR]
        self._starts = [structure.flow.at(one.start) for one in numbers]
        self._printed = [structure.text[one.start : one.end] for one in numbers]

    def first(self, start: int, end: int) -> str | None:
        """The first that begins in [start, end) of the flow, as printed."""
        place = bisect_left(self._starts, start)
        return self._printed[place] if place < len(self._starts) and self._starts[place] < end else None


def _agreement(structure: Structure, named: Named, names: Sequence[str]) -> Reference:
    parties = tuple(name for name in names if _stands_in(name.casefold(), named.title.casefold()))
    evidence = structure.clause(*structure.flow.span(named.start, named.end))
    return Reference(named.relation, evidence, named.title, named.dnr, named.date, parties)


def _stands_in(name: str, title: str) -> bool:
    return name in title and re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", title) is not None


def _decision(structure: Structure, earlier: Earlier) -> Reference:
    evidence = structure.clause(*structure.flow.span(earlier.start, earlier.end))
    relation: Relation = "decided_by" if earlier.rests_on else "mentions"
    return Reference(relation, evidence, date=earlier.date, body=earlier.body, paragraph=earlier.paragraph)


def _is_own_agreement(structure: Structure, named: Named, top: int) -> bool:
    line = structure.line_at(structure.flow.span(named.start, named.end)[0])
    own = {normal_form(dnr) for dnr in structure.head.dnr}
    return line.zone in _NO_REFERENCES or (
        named.relation == "mentions"
        and (line.zone is Zone.TITLE or line.start < top or (named.dnr is not None and normal_form(named.dnr) in own))
    )


def _is_title(structure: Structure, named: Named, top: int) -> bool:
    """Is it the document's own heading that names it: "Förlängning av avtal om skog"?"""
    start, _ = structure.flow.span(named.start, named.end)
    line = structure.line_at(start)
    words = structure.words_of(line)
    is_heading = line.start < top or line.zone is Zone.TITLE
    return is_heading and not structure.text[line.start : start].strip() and not words.rstrip().endswith(".")


def _of_title(structure: Structure, named: Named, names: Sequence[str]) -> Iterator[Reference]:
    """What a title names; the dnr below it is the document's own."""
    start, end = structure.flow.span(named.start, named.end)
    line, last = structure.line_at(start), structure.line_at(end - 1)
    if named.dnr and last is not line and _LABEL.match(structure.words_of(last)):
        named = replace(named, dnr=None, end=structure.flow.at(line.end))
    if named.dnr or named.date or " " in named.title:
        yield _agreement(structure, named, names)


def _top(structure: Structure) -> int:
    """Where the lines end among which a document says its own name."""
    lines = (line for line in structure.lines if structure.words_of(line).strip())
    return max((line.end for line in islice(lines, _TITLE_LINES)), default=0)


def _is_own_decision(structure: Structure, earlier: Earlier) -> bool:
    start, _ = structure.flow.span(earlier.start, earlier.end)
    line, section = structure.line_at(start), structure.section_at(start)
    heads = section is not None and section.number == earlier.paragraph and line.start <= section.start <= line.end
    same_day = earlier.date is not None and earlier.date == structure.head.date
    return line.zone in _NO_REFERENCES or heads or same_day
