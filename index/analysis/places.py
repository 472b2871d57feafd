"""The words of a page with all that they may be read as: as the page reads now, as it is printed, as was suggested.

A repair must not hide what is printed, and may be wrong: a page is found by every reading of its words, also within
phrases, and the reading in force counts as if it were the only one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from ...corpus.model import Repair, Standing
from ...corpus.repaired import as_repaired
from ...swedish.reading import reading
from .lexemes import Lexeme, tokens


class Place(NamedTuple):
    """Where a word stands."""

    words: tuple[Lexeme, ...]
    """The word as its row has it, then what other rows have in its place."""
    start: int
    """In the printed text."""
    end: int


Row = list[Place]


class _Difference(NamedTuple):
    """Where two rows have not the same words for a stretch of print."""

    at: int
    ours: Row
    other_at: int
    theirs: Row


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a page."""

    rows: tuple[Row, ...]
    """The page as it reads; after it, whole as well, those other readings that have more or fewer words somewhere."""
    differences: tuple[tuple[Row, Row], ...] = ()
    """What the page reads, and what another reading has instead."""


def places(text: str, repairs: Sequence[Repair] = ()) -> Places:
    """The words of a printed text, each with what else it may be read as where there are repairs or suggestions."""
    own, *others = (_row(text, version) for version in (repairs, *_other_versions(repairs)))
    found = [(other, list(_differences(own, other))) for other in others]
    for other, differences in found:
        _lay_beside(own, other, filter(_even, differences))
    uneven = (other for other, differences in found if not all(map(_even, differences)))
    return Places((own, *uneven), tuple((each.ours, each.theirs) for _, differences in found for each in differences))


def _other_versions(repairs: Sequence[Repair]) -> Iterator[Sequence[Repair]]:
    """The page as printed, and the page with its suggestions taken up, where these are others."""
    if any(repair.standing.in_force for repair in repairs):
        yield ()
    if any(repair.standing is Standing.SUGGESTED for repair in repairs):
        kept = (repair for repair in repairs if repair.standing is not Standing.REJECTED)
        yield [replace(repair, standing=Standing.MADE) for repair in kept]


def _row(text: str, repairs: Iterable[Repair]) -> Row:
    version = as_repaired(text, repairs)
    view = reading(version.text)
    spans = ((words, view.seen_span(start, end)) for words, start, end in tokens(view))
    if version.text is not text:  # without a repair there is no way back to go
        spans = ((words, version.seen_span(*span)) for words, span in spans)
    return [Place((word,), *span) for words, span in spans for word in words]


def _differences(ours: Row, theirs: Row) -> Iterator[_Difference]:
    at = other_at = 0
    while at < len(ours) or other_at < len(theirs):
        if at < len(ours) and other_at < len(theirs) and ours[at] == theirs[other_at]:
            at, other_at = at + 1, other_at + 1
        else:
            first, other_first = at, other_at
            at, other_at = _past(ours, at, theirs, other_at)
            yield _Difference(first, ours[first:at], other_first, theirs[other_first:other_at])


def _past(ours: Row, at: int, theirs: Row, other_at: int) -> tuple[int, int]:
    """From two places on, the next before which no word of either row goes on."""
    end = 1 + min(place.start for place in (*ours[at : at + 1], *theirs[other_at : other_at + 1]))
    while True:
        if at < len(ours) and ours[at].start < end:
            end, at = max(end, ours[at].end), at + 1
        elif other_at < len(theirs) and theirs[other_at].start < end:
            end, other_at = max(end, theirs[other_at].end), other_at + 1
        else:
            return at, other_at


def _even(difference: _Difference) -> bool:
    """Does each word stand in the place of one?"""
    return len(difference.ours) == len(difference.theirs)


def _lay_beside(own: Row, other: Row, differences: Iterable[_Difference]) -> None:
    """Put into each place, in both rows, what the other row has there."""
    for at, ours, other_at, theirs in differences:
        end, other_end = at + len(ours), other_at + len(theirs)
        own[at:end] = map(_both, own[at:end], theirs)
        other[other_at:other_end] = map(_both, theirs, ours)


def _both(our: Place, their: Place) -> Place:
    words = tuple(dict.fromkeys((*our.words, *their.words[:1])))
    # A repair of several words is one span for each of them; the row as printed knows better.
    return Place(words, max(our.start, their.start), min(our.end, their.end))
