"""The answer to a question: all of its words, or else similar ones, or else some of them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from whoosh.filedb.filestore import FileStorage
from whoosh.query import Every
from whoosh.query import Query as Matching
from whoosh.searching import SearchContext, Searcher

from ..corpus.answers import Answer, Hit, Question
from ..corpus.errors import ArchiveDamaged
from .matching import Stead, all_of, any_of, in_place_of_absent, term_query
from .query import Query, Term, parse
from .schema import DOCUMENT, PAGE

_DEADLINE: Final = 5.0
"""Seconds: what was found until then is the answer."""
_PAGES_OF_A_DOCUMENT: Final = 3

_SOME: Final = "no page has all the words; these have some of them"
_INSTEAD: Final = "no page has {absent}: words like it were searched for in its place"
_SHORTENED: Final = "the question is too long: only its beginning was searched for"
_LATE: Final = "the search took too long: this is what was found so far"


class _Found(NamedTuple):
    """A page that matches. Sorts best first, equally good ones by document and page."""

    minus_score: float
    document: str
    page: int
    leaf: int
    """The part of the index it stands in, and its number there."""
    number: int


class _Collected(NamedTuple):
    """All that one way to understand the question has found."""

    pages: list[_Found]
    late: bool


def search(folder: Path, question: Question) -> Answer:
    """The answer to a question, from the index in a folder."""
    with _searcher(folder) as searcher:
        return _answer(searcher, question, parse(question.text))


def documents(folder: Path) -> frozenset[str]:
    """The ids of all documents that the index in a folder has."""
    with _searcher(folder) as searcher:
        return frozenset(found.document for found in _matches(searcher, Every()))


def pages(folder: Path) -> int:
    """How many pages the index in a folder has."""
    with _searcher(folder) as searcher:
        return int(searcher.doc_count())


def _searcher(folder: Path) -> Searcher:
    # Always a new one: refresh() would find deleted pages again, and a shared one is not safe among threads.
    try:
        return FileStorage(str(folder)).open_index().searcher()
    except Exception as error:  # what pickle and struct raise over a damaged file is anyone's guess
        raise ArchiveDamaged("the search index cannot be read: `avtalsarkiv reindex` builds it again") from error


def _answer(searcher: Searcher, question: Question, query: Query) -> Answer:
    until, reader = time.monotonic() + _DEADLINE, searcher.reader()
    stead = in_place_of_absent(query, reader)
    collected = _collect(searcher, all_of(query, reader, stead), question.documents, until)
    if some := not collected.pages:
        collected = _collect(searcher, any_of(query, reader, stead), question.documents, until)
    chosen = _chosen(collected.pages, question)
    return Answer(
        pages=len(collected.pages),
        documents=len({found.document for found in collected.pages}),
        hits=tuple(_hits(searcher, query, chosen)),
        similar=tuple(key for instead in stead.values() for key in instead.keys),
        note="; ".join(_notes(query, stead, collected, some=some)) or None,
    )


def _notes(query: Query, stead: Stead, collected: _Collected, *, some: bool) -> Iterator[str]:
    if stead and collected.pages:
        yield _INSTEAD.format(absent=", ".join(f'"{term.text}"' for term in stead))
    if some and collected.pages:
        yield _SOME
    if query.shortened:
        yield _SHORTENED
    if collected.late:
        yield _LATE


def _collect(searcher: Searcher, matching: Matching, documents: frozenset[str] | None, until: float) -> _Collected:
    pages = []
    for found in _matches(searcher, matching):
        if documents is None or found.document in documents:
            pages.append(found)
        if time.monotonic() > until:
            return _Collected(sorted(pages), late=True)
    return _Collected(sorted(pages), late=False)


def _matches(searcher: Searcher, matching: Matching) -> Iterator[_Found]:
    for number, (leaf, _) in enumerate(searcher.leaf_searchers()):
        documents, pages = (leaf.reader().column_reader(field) for field in (DOCUMENT, PAGE))
        matcher = matching.matcher(leaf, _context(leaf))
        while matcher.is_active():
            at = matcher.id()
            yield _Found(-matcher.score(), documents[at], pages[at], number, at)
            matcher.next()


def _chosen(pages: list[_Found], question: Question) -> Sequence[_Found]:
    start = (max(question.page, 1) - 1) * question.limit
    kept = pages if question.all_pages else _best_of_each_document(pages)
    return list(islice(kept, start, start + question.limit))


def _best_of_each_document(pages: Iterable[_Found]) -> Iterator[_Found]:
    taken: Counter[str] = Counter()
    for found in pages:
        taken[found.document] += 1
        if taken[found.document] <= _PAGES_OF_A_DOCUMENT:
            yield found


def _hits(searcher: Searcher, query: Query, chosen: Sequence[_Found]) -> Iterator[Hit]:
    having = [(term.text, _pages_having(searcher, term, chosen)) for term in query.terms]
    for found in chosen:
        matched = tuple(text for text, pages in having if (found.leaf, found.number) in pages)
        yield Hit(found.document, found.page, -found.minus_score, matched)


def _pages_having(searcher: Searcher, term: Term, chosen: Iterable[_Found]) -> frozenset[tuple[int, int]]:
    """Those of the pages, by leaf and number, that have a word or phrase of the question."""
    matchers: dict[int, Any] = {}
    pages = set()
    for leaf, number in sorted((found.leaf, found.number) for found in chosen):
        if leaf not in matchers:
            part, _ = searcher.leaf_searchers()[leaf]
            matchers[leaf] = term_query(term, part.reader()).matcher(part, _context(part))
        matcher = matchers[leaf]
        if matcher.is_active() and matcher.id() < number:
            matcher.skip_to(number)
        if matcher.is_active() and matcher.id() == number:
            pages.add((leaf, number))
    return frozenset(pages)


def _context(searcher: Searcher) -> SearchContext:
    return SearchContext(weighting=searcher.weighting)
