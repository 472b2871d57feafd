"""Why a page was found: the place on it that says most, with the words of the question marked as they are printed."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from ..corpus.model import Repair
from .analysis.lexemes import Lexeme
from .analysis.places import Place, places
from .query import Term, parse

WIDTH: Final = 240
"""Code points of a snippet, about: two to three lines of a screen."""
_MOST_MATCHES: Final = 500
"""On one page; more would only take time."""
FARTHEST: Final = 300_000
"""Code points of a page that are looked through: two hundred printed pages. A text file without page breaks is one
page, however long, and must not hold up the answer."""
_NEAR: Final = 40
"""Matches that can stand in one snippet."""
_NO_TERM: Final = -1
"""Of a word that only resembles one of the question's."""
_LOOSELY: Final = "~"
"""Set before a key by which a word is only loosely found, so that it is not mistaken for another word's stem."""
_NOWHERE: Final = Place((), 0, 0)
"""Between two rows of places, so that no phrase goes on from one into the next."""
_SPACE: Final = re.compile(r"\s+")

Span = tuple[int, int]
Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a page, and what on the page answers the question."""

    text: str
    """On one line, whitespace folded."""
    marks: tuple[Span, ...]
    """The words that answer, as offsets into `text`, in order and apart."""
    spans: tuple[Span, ...]
    """All words of the page that answer, as offsets into the page's printed text."""


_Sequence = tuple[int, tuple[Keys, ...]]
"""The number of a term, and for each of its words in order the keys one of which must stand there."""


class _Match(NamedTuple):
    """A word, or words together, that answer one term of the question; in printed text."""

    start: int
    end: int
    term: int


def snippet(text: str, question: str, similar: Iterable[str] = (), repairs: Sequence[Repair] = ()) -> Snippet:
    """The best place of a page for a question.

    Args:
        text: The page's printed text.
        question: As typed.
        similar: Stems that were looked for beside the question's own (`Answer.similar`).
        repairs: The page's; what is found by the word that was meant is marked as it is printed.
    """
    beginning = text[:FARTHEST]
    within = [repair for repair in repairs if repair.end <= len(beginning)]
    matches = _find(beginning, question, frozenset(similar), within)[:_MOST_MATCHES]
    start, end = _window(text, matches)
    inside = _apart((match.start, match.end) for match in matches if start <= match.start and match.end <= end)
    marks = tuple((_folded_length(text[start:first]), _folded_length(text[start:after])) for first, after in inside)
    spans = _apart((match.start, match.end) for match in matches)
    return Snippet(_SPACE.sub(" ", text[start:end].rstrip()), marks, spans)


def _find(text: str, question: str, similar: Keys, repairs: Sequence[Repair]) -> list[_Match]:
    """All matches in order, once each. Where a phrase does not stand on the page, its words count one by one."""
    everywhere = [place for row in places(text, repairs).rows for place in (*row, _NOWHERE)]
    page = [_keys_at(place.words) for place in everywhere]
    found = list(_runs(page, _sequences(question)))
    there = {number for number, _, _ in found}
    found += _runs(page, [word for word in _words_of_phrases(question) if word[0] not in there])
    found += _runs(page, [(_NO_TERM, (frozenset({key}),)) for key in similar])
    return sorted({_Match(everywhere[first].start, everywhere[last].end, number) for number, first, last in found})


@lru_cache(maxsize=20_000)
def _keys_at(words: tuple[Lexeme, ...]) -> Keys:
    keys = ((word.exact, word.whole, *(_LOOSELY + key for key in word.loose)) for word in words)
    return frozenset(chain.from_iterable(keys))


def _sought(word: Lexeme) -> Keys:
    return frozenset({word.exact, word.folded or word.exact, _LOOSELY + word.exact})


@lru_cache(maxsize=16)
def _sequences(question: str) -> tuple[_Sequence, ...]:
    return tuple(sequence for number, term in enumerate(parse(question).terms) for sequence in _of_term(number, term))


def _of_term(number: int, term: Term) -> Iterator[_Sequence]:
    yield number, tuple(_sought(word) for word in term.lexemes)
    if term.lexemes[0].whole and not term.phrase:
        yield number, (frozenset({term.lexemes[0].whole}),)


@lru_cache(maxsize=16)
def _words_of_phrases(question: str) -> tuple[_Sequence, ...]:
    phrases = ((number, term) for number, term in enumerate(parse(question).terms) if term.phrase)
    return tuple((number, (_sought(word),)) for number, term in phrases for word in term.lexemes)


def _runs(page: Sequence[Keys], sequences: Iterable[_Sequence]) -> Iterator[tuple[int, int, int]]:
    """Where the sequences stand on a page: the term's number, the first word and the last."""
    by_first: defaultdict[str, list[_Sequence]] = defaultdict(list)
    for sequence in sequences:
        for key in sequence[1][0]:
            by_first[key].append(sequence)
    for at, here in enumerate(page):
        for key in here & by_first.keys():
            for number, words in by_first[key]:
                if _stand(words, page[at : at + len(words)]):
                    yield number, at, at + len(words) - 1


def _stand(words: Sequence[Keys], place: Sequence[Keys]) -> bool:
    return len(words) == len(place) and all(word & here for word, here in zip(words, place, strict=True))


def _window(text: str, matches: Sequence[_Match]) -> Span:
    """Where the snippet begins and ends: about the first place with the most and the rarest terms, at word bounds."""
    first, after = _densest(matches)
    start = max(0, min(first - (WIDTH - (after - first)) // 2, len(text) - WIDTH))
    end = max(start + WIDTH, after)
    end = min(len(text), end + WIDTH - _folded_length(text[start:end]))
    if 0 < start < first:
        start = _after_space(text, start, first)
    if after < end < len(text):
        end = _before_space(text, after, end)
    return end - len(text[start:end].lstrip()), end


def _densest(matches: Sequence[_Match]) -> Span:
    """The stretch, no wider than a snippet, that says most."""
    often = Counter(match.term for match in matches)
    best, worth = (0, 0), 0.0
    for number, match in enumerate(matches):
        near = [other for other in matches[number : number + _NEAR] if other.end <= match.start + WIDTH] or [match]
        said = sum(1 + 1 / often[term] for term in {other.term for other in near})
        if said > worth:
            best, worth = (match.start, near[-1].end), said
    return best


def _after_space(text: str, start: int, limit: int) -> int:
    space = _SPACE.search(text, start - 1, limit)
    return space.end() if space else start


def _before_space(text: str, limit: int, end: int) -> int:
    spaces = [space.start() for space in _SPACE.finditer(text, limit, end + 1)]
    return spaces[-1] if spaces else end


def _folded_length(text: str) -> int:
    return len(_SPACE.sub(" ", text))


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that overlap made one."""
    apart: list[Span] = []
    for start, end in sorted(spans):
        if apart and start < apart[-1][1]:
            start, end = apart[-1][0], max(end, apart.pop()[1])
        apart.append((start, end))
    return tuple(apart)
