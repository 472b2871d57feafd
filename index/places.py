"""The words of a page with all that they may be read as: as the page reads now, as it is printed, as was suggested.

A repair must not hide what is printed, and may be wrong: a page is found by every reading of its words, also within
phrases, and the reading in force counts as if it were the only one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from ..corpus.model import Page, Repair, Standing
from ..corpus.repaired import as_repaired
from ..swedish.reading import reading
from .analysis import Analysis, Lexeme, analyse, gathered, tokens

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


Row = list[Place]


class _Difference(NamedTuple):
    """Where two rows have not the same words for a stretch of print."""

    at: int
    ours: Row
    other_at: int
    theirs: Row

    @property
    def even(self) -> bool:
        """Does each word stand in the place of one?"""
        return len(self.ours) == len(self.theirs)


@dataclass(frozen=True, slots=True)
class Places:
    """All places of a page."""

    rows: tuple[Row, ...]
    """The page as it reads; after it, whole as well, those other readings that have more or fewer words somewhere."""
    differences: tuple[tuple[Row, Row], ...] = ()
    """What the page reads, and what another reading has instead."""


def places(text: str, repairs: Sequence[Repair] = ()) -> Places:
    """The words of a printed text, with other readings of them where the repairs are no more than that."""
    own, *others = (_row(text, version) for version in (repairs, *_other_versions(repairs)))
    differences = [list(_differences(own, other)) for other in others]
    for other, found in zip(others, differences, strict=True):
        for at, ours, other_at, theirs in (each for each in found if each.even):
            own[at : at + len(ours)] = map(_both, own[at : at + len(ours)], theirs)
            other[other_at : other_at + len(theirs)] = map(_both, theirs, ours)
    uneven = (other for other, found in zip(others, differences, strict=True) if not all(each.even for each in found))
    return Places((own, *uneven), tuple((each.ours, each.theirs) for found in differences for each in found))


def keys(page: Page) -> Analysis:
    """The keys that a page is found by."""
    if all(repair.standing is Standing.REJECTED for repair in page.repairs):
        return analyse(page.text)
    found = places(page.text, page.repairs)
    less, less_loose = _added(found.differences)
    return replace(gathered(_words(found.rows[0])), beside=_beside(found.rows), less=less, less_loose=less_loose)


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
    spans = ((token.lexemes, view.seen_span(token.start, token.end)) for token in tokens(view))
    if version.text is not text:
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


def _both(our: Place, their: Place) -> Place:
    words = tuple(dict.fromkeys((*our.words, *their.words[:1])))
    # A repair of several words is one span for each of them; the row as printed knows better.
    return Place(words, max(our.start, their.start), min(our.end, their.end))


def _words(row: Iterable[Place]) -> list[Lexeme]:
    return [place.words[0] for place in row]


def _beside(rows: Iterable[Row]) -> dict[str, list[int]]:
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


def _added(differences: Iterable[tuple[Row, Row]]) -> tuple[Counter[str], Counter[str]]:
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
