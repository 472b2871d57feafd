"""From a query to hits that a person can use: the index finds pages, the store says what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, NamedTuple, Protocol

from .corpus.answers import Answer, Question
from .corpus.model import Document
from .corpus.store import Store
from .hits import Hit, Teller
from .index.querying.parsing import parse
from .index.showing.matches import Matcher
from .index.showing.wanted import wanted
from .selection import Options, conditions, counted, strangers

__all__ = ["Finder", "Found", "Hit"]

_MOST_ALIKE: Final = 50
"""Pages of a document that others shall resemble: what it is about has been said by then."""
_UNKNOWN: Final = {
    "date": "without a known date, and so left out: {} of {}",
    "type": "without a known type, and so left out: {} of {}",
    "term": "agreements that may run then, but nobody can tell, and so left out: {} of {}",
    "facts": "without facts yet, and so left out: {} of {}; `retry --facts` extracts them",
}


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the hits asked for, and what there is beside them."""

    hits: tuple[Hit, ...]
    pages: int
    """All that match."""
    documents: int
    notes: tuple[str, ...]
    """What whoever reads the hits must know, a sentence each; the doubts among them."""
    searched: int
    """Documents that could be found."""
    waiting: int
    """Documents with pages that nobody can find yet."""
    facets: Mapping[str, Mapping[str, int]]
    """Documents that have a matching page, counted by type and by year; empty unless asked for."""
    listed: int | None = None
    """Hits of all parts of the answer together; fewer than `pages` unless `all_pages` is asked for."""
    did_you_mean: str | None = None
    """The query with words of the archive in place of what may be slips of the finger."""
    rejected: int = 0
    """Inputs that could not be read, so that what they say is in no answer."""
    unknown: Mapping[str, int] = field(default_factory=dict)
    """How many documents were left out because it is not known of them: by "date", "type", "term" or "facts"."""
    doubts: tuple[str, ...] = ()
    """Those of the notes that hold of every answer of the archive as it is."""


class _State(NamedTuple):
    """What holds for every answer until something in the archive changes."""

    stamp: tuple[int, int]
    revision: int
    waiting: int
    rejected: int


class Answering(Protocol):
    """What a finder needs of an `Indexer`."""

    @property
    def through(self) -> int:
        """The store's revision up to which the index is whole."""
        ...

    def search(self, question: Question) -> Answer:
        """The pages that fit the question."""
        ...


class Finder:
    """Answers queries over one archive: the index finds pages, the store says what they are."""

    def __init__(self, store: Store, index: Answering) -> None:
        self._store = store
        self._index = index
        self._known: _State | None = None

    def find(self, query: str, options: Options) -> Found:
        """Ask the index, and tell of each hit what the store knows.

        Raises:
            UsageError: An amount or a time to choose by is none.
            ArchiveDamaged: The index cannot be read.
        """
        answer = self._index.search(self._question(query, options))
        state = self._state()
        doubts = tuple(self._doubts(state))
        strange = strangers(self._store, options) if not answer.searched else ()
        teller = Teller(self._store, Matcher(wanted(parse(query), answer.similar)), options.get("unmask", False))
        shown = teller.shown
        return Found(
            hits=tuple(teller.hits(answer.hits)),
            pages=answer.pages,
            listed=answer.listed,
            documents=answer.documents,
            notes=tuple(map(shown, (*answer.notes, *doubts, *self._left_out(answer), *strange))),
            searched=answer.searched,
            waiting=state.waiting,
            facets={name: _counted(counts, shown) for name, counts in answer.facets.items()},
            did_you_mean=answer.suggestion and shown(answer.suggestion),
            rejected=state.rejected,
            unknown=answer.unknown,
            doubts=doubts,
        )

    def _question(self, query: str, options: Options) -> Question:
        like = options.get("like")
        return Question(
            text=query,
            limit=options.get("limit", 10),
            page=options.get("page", 1),
            all_pages=options.get("all_pages", False),
            conditions=conditions(options),
            sort=options.get("sort", "relevance"),
            facets=options.get("facets", False),
            like=self._beginning(like) if like else None,
        )

    def _beginning(self, reference: str) -> Document:
        """A document with its first pages."""
        outline = self._store.outline(self._store.find(reference))
        numbers = islice(range(1, self._store.page_count(outline.id).pages + 1), _MOST_ALIKE)
        return replace(outline, pages=tuple(self._store.page(outline.id, number) for number in numbers))

    def _state(self) -> _State:
        """Counted anew only after a change: a file of queries asks thousands of times."""
        stamp = self._store.stamp
        if self._known is None or self._known.stamp != stamp:
            waiting, rejected = len(self._store.waiting()), self._store.rejected()
            self._known = _State(stamp, self._store.revision, waiting, rejected)
        return self._known

    def _doubts(self, state: _State) -> Iterator[str]:
        if self._index.through != state.revision:
            yield "the index is behind the archive; the next `ingest`, or `reindex`, brings it up to date"
        if state.waiting:
            waiting = counted(state.waiting, "document")
            yield f"not found yet, since pages of theirs wait to be read: {waiting}; `retry` reads them"
        if state.rejected:
            yield f"in no answer, since they could not be read: {counted(state.rejected, 'input')}; `status` lists them"

    def _left_out(self, answer: Answer) -> Iterator[str]:
        """What conditions left out for want of knowledge, a sentence each, so that "no hit" means something."""
        unknown = {what: count for what, count in answer.unknown.items() if count}
        documents = counted(len(self._store.ids()) if unknown else 0, "document")
        return (_UNKNOWN[what].format(count, documents) for what, count in unknown.items())


def _counted(counts: Mapping[str, int], shown: Callable[[str], str]) -> dict[str, int]:
    """The counts of a facet by names that people may read."""
    readable = Counter[str]()
    for name, count in counts.items():
        readable[shown(name)] += count
    return dict(readable)
