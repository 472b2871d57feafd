"""Where a text has what is wanted, as it is printed: in the text as it reads, as it was printed, as was suggested."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from ...corpus.model import Repair, Standing
from ...corpus.repaired import as_repaired
from ...swedish.reading import reading
from ..analysis.lexemes import forms
from .known import EMPTY, NOTHING, SIMPLE, Known, is_figure
from .wanted import LOOSELY, NO_TERM, Keys, Run, Wanted

MOST: Final = 500
"""In one text; more would only take time."""
_WORD: Final = re.compile(r"\S+")
_PHRASE: Final = 200
"""Code points on either side of a repair that are read as they were printed, for phrases with it."""
_EDGE: Final = 60
"""Code points more that are read, so that no word is cut off."""


class Match(NamedTuple):
    """A word, or words together, that answer one term of the question; in printed text."""

    start: int
    end: int
    term: int
    sure: bool = True
    """Is it the word itself, and not one that it is part of or resembles?"""


class _Cell(NamedTuple):
    """A word of the text that has a wanted key."""

    keys: Keys
    start: int
    end: int


_Row = dict[int, _Cell]
"""By their numbers in the text, counted in words."""
_Span = tuple[int, int]


class Matcher:
    """Looks for what is wanted, in one text after another; what a word form has is worked out once."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._known = Known(wanted)
        self._reach = _PHRASE if any(len(run.words) > 1 for run in wanted.runs) else 0
        figures = any(map(is_figure, wanted.keys))
        self._all = forms if figures else SIMPLE.finditer
        self._likely = forms if figures else self._known.likely

    def matches(self, text: str, repairs: Sequence[Repair] = ()) -> list[Match]:
        """Where a text answers, in order, each place once for each term of the question.

        A text is read as repaired, as printed, and with what is suggested. Where a phrase does not stand in it, its
        words count one by one.
        """
        if not self._wanted.runs:
            return []
        rows = list(self._rows(text, list(_word_by_word(repairs))))
        found = {match for row in rows for match in _runs(row, self._wanted.runs)}
        there = {match.term for match in found}
        instead = [run for run in self._wanted.instead if run.term not in there]
        found.update(match for row in rows for match in _runs(row, instead))
        return sorted(found)[:MOST]

    def _rows(self, text: str, repairs: Sequence[Repair]) -> Iterator[_Row]:
        own = self._row(text, repairs)
        yield own
        beside = {(cell.start, cell.end): cell.keys for cell in own.values()}
        for version, others in _other_versions(repairs):
            for start, end in _around(others, self._reach):
                first, after = max(0, start - _EDGE), end + _EDGE
                within = [_moved(repair, -first) for repair in version if first <= repair.start and repair.end <= after]
                row = self._row(text[first:after], within, first)
                if any(_touches(cell, others) for cell in row.values()):
                    row = self._row(text[first:after], within, first, beside) if beside and self._reach else row
                    yield {at: cell for at, cell in row.items() if start <= cell.start and cell.end <= end}

    def _row(self, text: str, repairs: Sequence[Repair], shift: int = 0, beside: Mapping[_Span, Keys] = {}) -> _Row:
        """The words that have wanted keys, or had them in the reading `beside`."""
        version = as_repaired(text, repairs)
        view = reading(version.text)
        row, at, before = {}, 0, 0
        for form in self._all(view.text) if beside else self._likely(view.text):
            keys = self._known[form[0]]
            at += SIMPLE.search(view.text, before, form.start()) is not None  # one that is not likely stands between
            if keys is not NOTHING or beside:
                start, end = version.seen_span(*view.seen_span(*form.span()))
                span = start + shift, end + shift
                for number, here in enumerate(keys, at):
                    if both := here | beside.get(span, EMPTY):
                        row[number] = _Cell(both, *span)
            at, before = at + len(keys), form.end()
        return row


def _runs(row: _Row, runs: Iterable[Run]) -> Iterator[Match]:
    by_first: defaultdict[str, list[Run]] = defaultdict(list)
    for run in runs:
        for key in run.words[0]:
            by_first[key].append(run)
    for at, cell in row.items():
        for run in {run for key in cell.keys for run in by_first.get(key, ())}:
            last = at + len(run.words) - 1
            if last in row and all(
                number in row and row[number].keys & word for number, word in enumerate(run.words, at)
            ):
                sure = any(not key.startswith(LOOSELY) for key in cell.keys & run.words[0])
                yield Match(cell.start, max(cell.end, row[last].end), run.term, sure and run.term != NO_TERM)


def _other_versions(repairs: Sequence[Repair]) -> Iterator[tuple[Sequence[Repair], Sequence[Repair]]]:
    """The text as printed, and with its suggestions taken up, where these are others; and what is other there."""
    if made := [repair for repair in repairs if repair.standing.in_force]:
        yield (), made
    if suggested := [repair for repair in repairs if repair.standing is Standing.SUGGESTED]:
        kept = (repair for repair in repairs if repair.standing is not Standing.REJECTED)
        yield [replace(repair, standing=Standing.MADE) for repair in kept], suggested


def _touches(cell: _Cell, repairs: Iterable[Repair]) -> bool:
    return any(repair.start < cell.end and cell.start < repair.end for repair in repairs)


def _around(repairs: Iterable[Repair], reach: int) -> list[_Span]:
    """The stretches of a text round repairs, those made one that touch."""
    stretches: list[_Span] = []
    for repair in repairs:
        start, end = max(0, repair.start - reach), repair.end + reach
        if stretches and start <= stretches[-1][1]:
            start, _ = stretches.pop()
        stretches.append((start, end))
    return stretches


def _moved(repair: Repair, by: int) -> Repair:
    return replace(repair, start=repair.start + by, end=repair.end + by)


def _word_by_word(repairs: Iterable[Repair]) -> Iterator[Repair]:
    """The repairs, those of several words for as many divided, so that each word is marked for itself."""
    for repair in repairs:
        seen, meant = list(_WORD.finditer(repair.seen)), _WORD.findall(repair.meant)
        if len(seen) == len(meant) > 1:
            for word, reads in zip(seen, meant, strict=True):
                start, end = repair.start + word.start(), repair.start + word.end()
                yield replace(repair, start=start, end=end, seen=word[0], meant=reads)
        else:
            yield repair
