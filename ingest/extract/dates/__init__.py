"""Dates of a document: days, months, years and spans of them, with what they are to it; notice and extension."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ....corpus.facts import Clause, Timing
from ..layout.flow import Flow, flowing
from ..layout.structure import Structure, Zone
from ..mentions import Identifier, Mention
from ..passages import Passages
from .durations import Kind, lengths, months_in
from .joining import joined
from .purpose import Purposes
from .shapes import Found, forms
from .traps import stands_for_time
from .years import completed

__all__ = ["dates", "impossible", "months_in"]

_RULES: Final[dict[Kind, str]] = {"notice": "date.notice", "extension": "date.extension"}
_SURE: Final = 0.95
_BARE: Final = 0.8
"""A year on its own may still be a number or part of a name."""
_DOUBTFUL: Final = 0.5
_WORDED: Final = frozenset({"named", "month", "span"})
"""With a month's name: a date, whatever number it was taken for."""
_LABELLED: Final = re.compile(
    r"(?:datum(?:et)?|\bden|daterat|daterad|undertecknat|från|till|med)[:\s]{1,3}"
    r"(?P<day>(?:19|20)\d\d-(?:(?:1[3-9]|[2-9]\d|00)-\d\d|\d\d-(?:3[2-9]|[4-9]\d|00)))(?![\d-])",
    re.IGNORECASE,
)
"""A day that no calendar has, where a word says that it is one."""


def dates(structure: Structure, identifiers: Sequence[Identifier]) -> list[Mention]:
    """Dates, in the order of the text."""
    taken = _Taken(identifiers)
    passages = Passages(structure.flow.text)
    found = [*_points(structure, structure.flow, passages, taken), *_periods(structure, passages)]
    furniture = flowing(structure.text, ((line.start, line.end) for line in structure.of_zone(Zone.FURNITURE)))
    found.extend(_points(structure, furniture, Passages(furniture.text), taken, furniture=True))
    return sorted(found, key=lambda mention: mention.start)


def impossible(structure: Structure) -> list[Clause]:
    """Days that no calendar has, such as 31 februari, in the order of the text."""
    text = structure.flow.text
    found = (one for one in forms(text) if not (one.first.exists and one.last.exists))
    # Six figures without a sign between them are as often a count.
    spans = [(one.start, one.end) for one in found if _like_a_day(one) and not text[one.start : one.end].isdigit()]
    spans += [one.span("day") for one in _LABELLED.finditer(text)]
    return [structure.clause(*structure.flow.span(*span)) for span in sorted(set(spans))]


def _points(
    structure: Structure, flow: Flow, passages: Passages, taken: _Taken, *, furniture: bool = False
) -> Iterator[Mention]:
    text = flow.text
    found = joined(text, [one for one in forms(text) if stands_for_time(text, one)])
    known = [(one, doubt) for one, doubt in completed(structure, flow, found) if one.first.exists and one.last.exists]
    purposes = Purposes(structure, flow, passages, [one for one, _ in known], furniture=furniture)
    for index, (one, doubt) in enumerate(known):
        start, end = flow.span(one.start, one.end)
        if one.shape in _WORDED or not taken.overlap(start, end):
            timing = Timing(purposes.role(index), one.first.iso, one.last.iso)
            yield Mention(start, end, timing, f"date.{one.shape}", _confidence(one, doubt), doubt)


def _periods(structure: Structure, passages: Passages) -> Iterator[Mention]:
    for length in lengths(structure.flow.text, passages):
        span = structure.flow.span(length.start, length.end)
        yield Mention(*span, Timing("notice", duration=length.duration), _RULES[length.kind], _SURE)


def _confidence(one: Found, doubt: Iterable[str]) -> float:
    if doubt:
        return _DOUBTFUL
    return _BARE if one.shape == "year" else _SURE


def _like_a_day(one: Found) -> bool:
    """Misprinted, not merely another number: its figures are those of days and months."""
    return all((when.month or 1) <= 12 and (when.day or 1) <= 31 for when in (one.first, one.last))


class _Taken:
    """The stretches that identifiers stand on."""

    def __init__(self, identifiers: Sequence[Identifier]) -> None:
        self._spans = sorted((one.start, one.end) for one in identifiers)
        self._starts = [start for start, _ in self._spans]

    def overlap(self, start: int, end: int) -> bool:
        """Does an identifier stand on any of [start, end)?"""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._spans[at][1] > start
