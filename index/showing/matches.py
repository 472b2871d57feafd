"""Where a text has what is wanted, as it is printed; of most words one look at their form tells that they are not."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final, NamedTuple

from ...corpus.model import Repair, Standing
from ...corpus.repaired import as_repaired
from ...swedish.dates import MONTHS
from ...swedish.folding import fold
from ...swedish.reading import reading
from ...swedish.stemming import irregular_forms
from ..analysis.lexemes import forms, lexemes
from ..analysis.words import Lexeme
from .wanted import ANY_ENDING, LOOSELY, NO_TERM, Keys, Run, Wanted

MOST: Final = 500
"""In one text; more would only take time."""
_WORD: Final = re.compile(r"\S+")
_SIMPLE: Final = re.compile(r"[^\W_]+|[§%]")
"""Words where none with figures is wanted, which take most of the time to tell apart. It divides what has figures into
as many words as it has groups."""
_ENOUGH: Final = 4
"""Letters of a key that tell that most words do not have it."""
_PHRASE: Final = 200
"""Code points on either side of a repair that are read as they were printed, for phrases with it."""
_EDGE: Final = 60
"""Code points more that are read, so that no word is cut off."""

_LETTERS: Final = 0x530
"""Code points with the letters that Europe writes with marks."""
_TWO: Final = "two"

_EMPTY: Final[Keys] = frozenset()
_NOTHING: Final = (_EMPTY,)
"""Of a word that is not wanted, as nearly all are."""


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
        self._known = _Known(wanted)
        self._reach = _PHRASE if any(len(run.words) > 1 for run in wanted.runs) else 0
        figures = any(map(_is_figure, wanted.keys))
        self._all = forms if figures else _SIMPLE.finditer
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
            at += _SIMPLE.search(view.text, before, form.start()) is not None  # one that is not likely stands between
            if keys is not _NOTHING or beside:
                start, end = version.seen_span(*view.seen_span(*form.span()))
                span = start + shift, end + shift
                for number, here in enumerate(keys, at):
                    if both := here | beside.get(span, _EMPTY):
                        row[number] = _Cell(both, *span)
            at, before = at + len(keys), form.end()
        return row


def _is_figure(key: str) -> bool:
    """Is it of a number, or of a month, by which dates in figures are found?"""
    return any(map(str.isdigit, key)) or key.strip(LOOSELY) in _months()


@cache
def _months() -> Keys:
    return frozenset(lexeme.exact for name in MONTHS for lexeme in lexemes(name))


class _Known(dict[str, tuple[Keys, ...]]):
    """What each word form has of the wanted keys, for each of its words."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._keys = wanted.keys
        self._beginnings = wanted.beginnings
        self._excluded = wanted.excluded
        self._hint = _pattern(_hints(wanted.keys))

    def likely(self, text: str) -> Iterator[re.Match[str]]:
        """The words of a text that may have a wanted key."""
        end = 0
        for hint in self._hint.finditer(text):
            start = hint.start()
            if start >= end:
                while start > end and text[start - 1].isalnum() and text[start].isalnum():
                    start -= 1
                if word := _SIMPLE.match(text, start):
                    end = word.end()
                    yield word

    def __missing__(self, form: str) -> tuple[Keys, ...]:
        keys = self[form] = self._look(form)
        return keys

    def _look(self, form: str) -> tuple[Keys, ...]:
        if form.isalpha() and not self._hint.search(form):
            return _NOTHING
        keys = tuple(self._of(form, each) for each in lexemes(form))
        return keys if len(keys) > 1 or keys[0] else _NOTHING

    def _of(self, form: str, word: Lexeme) -> Keys:
        if word.exact in self._excluded:
            return _EMPTY
        begun = (each + ANY_ENDING for each in self._beginnings if form.lower().startswith(each))
        return self._keys & {word.exact, word.whole, *(LOOSELY + key for key in word.loose), *begun}


def _hints(keys: Keys) -> set[str]:
    """Letters without marks; a word that has none of them has none of the keys."""
    roots = {key.strip(LOOSELY + ANY_ENDING) for key in keys}
    return {fold(form)[:_ENOUGH] for root in roots for form in (root, *irregular_forms(root))}


def _pattern(hints: Iterable[str]) -> re.Pattern[str]:
    """Of all of these in upper and lower case, with and without marks; and of signs that are read as more letters."""
    each = ["".join(map(_any_marks, hint)) for hint in hints]
    return re.compile("|".join([*each, f"[%{_marked()[_TWO]}]"]))


def _any_marks(letter: str) -> str:
    """A pattern of a letter in upper and lower case, with and without marks."""
    return f"[{_marked().get(letter) or re.escape(letter) + re.escape(letter.upper())}]"


@cache
def _marked() -> dict[str, str]:
    """Each letter without marks, and all letters that are it with them."""
    marked: defaultdict[str, str] = defaultdict(str)
    for letter in filter(str.isalpha, map(chr, range(_LETTERS))):
        bare = fold(letter.lower())
        marked[bare if len(bare) == 1 else _TWO] += letter
    return dict(marked)


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
