"""The words of a page with all that they may be read as: as the page reads now, as it is printed, as was suggested.

A repair must not hide what is printed, and may be wrong: a page is found by every reading of its words, also within
phrases, and the reading in force counts as if it were the only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, NamedTuple

from ..corpus.model import Page, Repair, Standing
from ..corpus.repaired import as_repaired, repaired
from ..swedish.reading import reading
from .analysis import Analysis, Lexeme, analyse, tokens

OTHER_ROWS: Final = 1 << 30
"""The position at which rows begin that are there for the sake of phrases only; no page has so many words."""
_APART: Final = 2
"""Positions left free between two such rows, so that no phrase reaches from one into the next."""


class Place(NamedTuple):
    """Where a word stands."""

    words: tuple[Lexeme, ...]
    """The word as its row has it, then what other rows have in its place."""
    start: int
    """In the printed text."""
    end: int


Row = Sequence[Place]
_Group = tuple[Row, Row]
"""The places of two rows that stand for the same stretch of print."""


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a page."""

    rows: tuple[Row, ...]
    """The page as it reads; after it, whole as well, those other readings that have more or fewer words somewhere."""
    differences: tuple[_Group, ...] = ()
    """What the page reads, and what another reading has instead."""


def places(text: str, repairs: Sequence[Repair] = ()) -> Places:
    """The words of a printed text, with other readings of them where the repairs are no more than that."""
    own = _row(text, repairs)
    more: list[Row] = []
    differences: list[_Group] = []
    for other in (_row(text, version) for version in _other_versions(repairs)):
        groups = list(_aligned(own, other))
        own = list(_merged(groups))
        if any(len(ours) != len(theirs) for ours, theirs in groups):
            more.append(list(_merged((theirs, ours) for ours, theirs in groups)))
        differences += (group for group in groups if _words(group[0]) != _words(group[1]))
    return Places((own, *more), tuple(differences))


def keys(page: Page) -> Analysis:
    """The keys that a page is found by."""
    own = analyse(repaired(page).text)
    if all(repair.standing is Standing.REJECTED for repair in page.repairs):
        return own
    found = places(page.text, page.repairs)
    less, less_loose = _added(found.differences)
    return replace(own, beside=_beside(found.rows), less=less, less_loose=less_loose)


def _other_versions(repairs: Sequence[Repair]) -> Iterator[Sequence[Repair]]:
    """The page as printed, and the page with its suggestions taken up, where these are others."""
    if any(repair.standing.in_force for repair in repairs):
        yield ()
    if any(repair.standing is Standing.SUGGESTED for repair in repairs):
        yield [
            replace(repair, standing=Standing.MADE) for repair in repairs if repair.standing is not Standing.REJECTED
        ]


def _row(text: str, repairs: Iterable[Repair]) -> Row:
    version = as_repaired(text, repairs)
    view = reading(version.text)
    spans = ((token, version.seen_span(*view.seen_span(token.start, token.end))) for token in tokens(view))
    return [Place((lexeme,), *span) for token, span in spans for lexeme in token.lexemes]


def _aligned(ours: Row, theirs: Row) -> Iterator[_Group]:
    """Both rows, cut wherever no word of either goes on."""
    group: tuple[list[Place], list[Place]] = [], []
    end = 0
    both = chain(((place, 0) for place in ours), ((place, 1) for place in theirs))
    for place, side in sorted(both, key=lambda item: item[0].start):
        if place.start >= end and any(group):
            yield group
            group = [], []
        group[side].append(place)
        end = max(end, place.end)
    yield group


def _merged(groups: Iterable[_Group]) -> Iterator[Place]:
    """The first row; each place with the other's word too, where both have as many words."""
    for ours, theirs in groups:
        yield from map(_both, ours, theirs) if len(ours) == len(theirs) else ours


def _both(our: Place, their: Place) -> Place:
    words = tuple(dict.fromkeys((*our.words, their.words[0])))
    # A repair of several words is one span for each of them; the row as printed knows better.
    return Place(words, max(our.start, their.start), min(our.end, their.end))


def _words(row: Row) -> list[Lexeme]:
    return [place.words[0] for place in row]


def _beside(rows: Sequence[Row]) -> dict[str, list[int]]:
    """Where the stems of other readings stand: in the place of a word, or in a row after the page's own."""
    own, *others = rows
    beside = defaultdict(set)
    placed = [(at, word) for at, place in enumerate(own) for word in place.words[1:]]
    start = OTHER_ROWS
    for row in others:
        placed += ((at, word) for at, place in enumerate(row, start) for word in place.words)
        start += len(row) + _APART
    for at, word in placed:
        for stem in _stems(word):
            beside[stem].add(at)
    return {stem: sorted(at) for stem, at in beside.items()}


def _added(differences: Iterable[_Group]) -> tuple[Counter[str], Counter[str]]:
    """How often other readings have a stem, and a loose key, by which the word was not found already."""
    stems: Counter[str] = Counter()
    loose: Counter[str] = Counter()
    for ours, theirs in differences:
        had = {key for word in _words(ours) for key in (*_stems(word), *word.loose)}
        stems.update(key for word in _words(theirs) for key in _stems(word) if key not in had)
        loose.update(key for word in _words(theirs) for key in word.loose if key not in had)
    return stems, loose


def _stems(word: Lexeme) -> tuple[str, ...]:
    return (word.exact, word.whole) if word.whole else (word.exact,)
