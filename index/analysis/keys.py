"""The keys that a page is found by: those of the page as it reads, and beside them those of its other readings.

What is there for other readings never changes what the page's own words are worth.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ...corpus.model import Page, Standing
from .lexemes import Analysis, Lexeme, analyse, gathered
from .places import Place, Row, places

OTHER_ROWS: Final = 1 << 30
"""The position at which rows begin that are there for the sake of phrases only; no page has so many words."""
_APART: Final = 2
"""Positions left free between two such rows, so that no phrase reaches from one into the next."""


def keys(page: Page) -> Analysis:
    """The keys that a page is found by."""
    if all(repair.standing is Standing.REJECTED for repair in page.repairs):
        return analyse(page.text)
    found = places(page.text, page.repairs)
    less, less_loose = _added(found.differences)
    return replace(gathered(_words(found.rows[0])), beside=_beside(found.rows), less=less, less_loose=less_loose)


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


def _words(row: Iterable[Place]) -> list[Lexeme]:
    return [place.words[0] for place in row]


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
