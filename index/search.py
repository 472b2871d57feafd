"""The answer to a question: all of its words, or else similar ones, or else some of them."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from whoosh.columns import EmptyColumnReader, TranslatingColumnReader
from whoosh.filedb.filestore import FileStorage
from whoosh.index import EmptyIndexError
from whoosh.query import Every
from whoosh.query import Query as Matching
from whoosh.searching import Searcher

from ..corpus.answers import Answer, Hit, Question
from .matching import Stead, all_of, any_of, in_place_of_absent, term_query
from .nearness import context, nearness, standing
from .query import Query, Term, parse
from .schema import DOCUMENT, PAGE
from .stamp import unreadable

_DEADLINE: Final = 3.0
"""Seconds: what was found until then is the answer."""
_PAGES_OF_A_DOCUMENT: Final = 3
_WEIGHED_AGAIN: Final = 200
"""Pages, the best by their words alone, of which is looked at how near to each other the words stand."""
_ATTEMPTS: Final = 20
_PAUSE: Final = 0.05
"""Seconds before the next attempt: a commit needs less between naming its files and removing those before them."""

_SOME: Final = "no page has all the words; these have some of them"
_INSTEAD: Final = "no page has {absent}: words like it were searched for in its place"
_SHORTENED: Final = "the question is too long: only its beginning was searched for"
_LATE: Final = "the search took too long: this is what was found so far"


_Asked = TypeVar("_Asked")


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
    query = parse(question.text)
    return _asked(folder, lambda searcher: _answer(searcher, question, query))


def documents(folder: Path) -> frozenset[str]:
    """The ids of all documents that the index in a folder has."""
    return _asked(folder, lambda searcher: frozenset(found.document for found in _matches(searcher, Every())))


def pages(folder: Path) -> int:
    """How many pages the index in a folder has."""
    return _asked(folder, lambda searcher: int(searcher.doc_count()))


def _asked(folder: Path, ask: Callable[[Searcher], _Asked]) -> _Asked:
    """What the index says; asked anew where a commit took files away while they were being opened."""
    for left in reversed(range(_ATTEMPTS)):
        try:
            # Always a new one: refresh() would find deleted pages again, and a shared one is not safe among threads.
            with FileStorage(str(folder)).open_index().searcher() as searcher:
                return ask(searcher)
        except (FileNotFoundError, EmptyIndexError) as error:
            if not left:
                raise unreadable(error) from error
        except Exception as error:  # what Whoosh, pickle and struct raise over damaged files is anyone's guess
            raise unreadable(error) from error
        time.sleep(_PAUSE)
    raise AssertionError("the last attempt returns or raises")


def _answer(searcher: Searcher, question: Question, query: Query) -> Answer:
    until, reader = time.monotonic() + _DEADLINE, searcher.reader()
    stead = in_place_of_absent(query, reader)
    collected = _collect(searcher, all_of(query, reader, stead), question.documents, until)
    if some := not collected.pages:
        collected = _collect(searcher, any_of(query, reader, stead), question.documents, until)
    chosen = _chosen(_nearer_first(searcher, query, collected.pages), question)
    return Answer(
        pages=len(collected.pages),
        documents=len({found.document for found in collected.pages}),
        hits=tuple(_hits(searcher, query, chosen)),
        similar=tuple(key for instead in stead.values() for key in instead.keys),
        notes=tuple(_notes(query, stead, collected, some=some)),
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
        documents, pages = (_column(leaf, field) for field in (DOCUMENT, PAGE))
        matcher = matching.matcher(leaf, context(leaf))
        while matcher.is_active():
            at = matcher.id()
            yield _Found(-matcher.score(), documents[at], pages[at], number, at)
            matcher.next()


def _column(leaf: Searcher, field: str) -> Any:
    """What the index keeps of each page; Whoosh opens it late, and would give blanks where a commit was quicker."""
    kept = leaf.reader().column_reader(field, translate=False)
    if isinstance(kept, EmptyColumnReader):
        raise FileNotFoundError(field)
    return TranslatingColumnReader(kept, leaf.schema[field].from_column_value)


def _nearer_first(searcher: Searcher, query: Query, pages: list[_Found]) -> list[_Found]:
    """The same pages, the best of them in a new order: up, where words that follow each other stand together."""
    if not query.near:
        return pages
    best, others = pages[:_WEIGHED_AGAIN], pages[_WEIGHED_AGAIN:]
    more = {number: nearness(leaf, query, inside) for number, leaf, inside in _by_leaf(searcher, best)}
    again = (found._replace(minus_score=found.minus_score - more[found.leaf][found.number]) for found in best)
    return sorted(again) + others


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
    having: set[tuple[int, int]] = set()
    for number, leaf, pages in _by_leaf(searcher, chosen):
        matcher = term_query(term, leaf.reader()).matcher(leaf, context(leaf))
        having.update((number, page) for page in standing(matcher, pages))
    return frozenset(having)


def _by_leaf(searcher: Searcher, chosen: Iterable[_Found]) -> Iterator[tuple[int, Searcher, list[int]]]:
    """The pages of each part of the index, in the order in which it holds them."""
    pages: defaultdict[int, list[int]] = defaultdict(list)
    for found in chosen:
        pages[found.leaf].append(found.number)
    leaves = searcher.leaf_searchers()
    return ((number, leaves[number][0], sorted(pages[number])) for number in sorted(pages))
