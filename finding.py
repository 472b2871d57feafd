"""From a query to hits that a person can use: the index finds pages, the store says what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from .corpus.answers import Answer, Question
from .corpus.answers import Hit as Match
from .corpus.facts import Agreement, Ends, FactKind, Party
from .corpus.model import Document, Page
from .corpus.ports import Indexer
from .corpus.repaired import beginning
from .corpus.store import Store
from .corpus.words import Box, bounding_box
from .index.highlight import FARTHEST, snippet
from .masking import masked, masked_page
from .selection import Options, chosen, left_out
from .swedish.personnummer import mask

_BOUND: Final = ("party", "decision_maker")
"""The roles of the parties that a hit names: whose matter it is."""
_MOST_SORTED: Final = 10_000
"""Hits that are put in the order of their dates; beyond, the order is of no use to anybody."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers a query."""

    document: str
    page: int
    score: float
    matched: tuple[str, ...]
    paths: tuple[str, ...]
    title: str | None
    doc_type: str | None
    date: str | None
    dnr: tuple[str, ...]
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """[start, end) in the snippet of what made the page a hit."""
    box: Box | None
    """Around the first of it on the page."""
    paragraph: str | None = None
    """The number of the § of minutes in which the first of it stands."""
    parties: tuple[str, ...] = ()
    """Those bound by the document, and the body that decides, by their canonical names."""
    valid_from: str | None = None
    """Of agreements; ISO 8601 to the precision given, as below."""
    valid_to: str | None = None
    ends: Ends | None = None
    """How the agreement ends; None where the document is none."""
    heading: str | None = None
    """Of the §, where the hit is one."""
    last_page: int | None = None
    """On which the § ends, where the hit is one."""
    boxes: tuple[Box, ...] = ()
    """Around each stretch of what made it a hit, in the order of the page."""
    pages_of_document: int = 1
    """How many pages of the document answer, this one and those not shown among them."""
    title_marks: tuple[tuple[int, int], ...] = ()
    """[start, end) in the title, of words of the query."""


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the hits asked for, and what there is beside them."""

    hits: tuple[Hit, ...]
    pages: int
    """All that match."""
    documents: int
    notes: tuple[str, ...]
    """What whoever reads the hits must know, a sentence each."""
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


class Finder:
    """Answers queries over one archive: the index finds pages, the store says what they are."""

    def __init__(self, store: Store, index: Indexer) -> None:
        self._store = store
        self._index = index
        self._known: tuple[int, dict[str, Document]] = (-1, {})

    def find(self, query: str, options: Options) -> Found:
        """Ask the index, and tell of each hit what the store knows."""
        outlines = self._outlines()
        # The index may for a moment know documents that the store has put aside: only these are asked for.
        passing = chosen(self._store, outlines.values(), options)
        answer = _ask(self._index, query, options, passing, outlines)
        waiting = len(self._store.waiting())
        return Found(
            hits=tuple(self._hits(query, answer, outlines, unmask=options.get("unmask", False))),
            pages=answer.pages,
            listed=answer.listed,
            documents=answer.documents,
            notes=tuple(filter(None, (*answer.notes, *self._doubts(waiting), *self._left_out(outlines, options)))),
            searched=len(passing),
            waiting=waiting,
            facets=self._facets(query, passing, outlines) if options.get("facets") else {},
        )

    def _left_out(self, outlines: Mapping[str, Document], options: Options) -> Iterator[str]:
        return left_out(self._store, outlines.values(), options)

    def _facets(self, query: str, chosen: frozenset[str], outlines: dict[str, Document]) -> dict[str, Counter[str]]:
        everything = Question(query, limit=_MOST_SORTED, documents=chosen)
        found = [outlines[name] for name in {hit.document for hit in self._index.search(everything).hits}]
        return {
            "type": Counter(document.doc_type or "unknown" for document in found),
            "year": Counter(document.date[:4] if document.date else "unknown" for document in found),
        }

    def _outlines(self) -> dict[str, Document]:
        """Current documents by id, read anew only after a change: a file of queries asks thousands of times."""
        revision = self._store.revision
        if self._known[0] != revision:
            self._known = revision, {outline.id: outline for outline in self._store.outlines()}
        return self._known[1]

    def _hits(self, query: str, answer: Answer, outlines: dict[str, Document], *, unmask: bool) -> Iterator[Hit]:
        for match in answer.hits:
            try:
                page = self._store.page(match.document, match.page)
            except KeyError:  # read again meanwhile, with fewer pages
                continue
            outline = outlines[match.document]
            page = beginning(page, FARTHEST)  # more is not looked at, and masking it would take long
            if not unmask:
                page, outline = masked_page(page), masked(outline)
            hit, place = _hit(query, match, page, outline, self._store.paths(match.document), answer.similar)
            yield self._with_facts(hit, place, unmask=unmask)

    def _with_facts(self, hit: Hit, place: int, *, unmask: bool) -> Hit:
        """The hit with what is known of its document by its facts."""
        parties = [kept.fact.content for kept in self._store.facts(hit.document, FactKind.PARTY) if kept.in_force]
        names = dict.fromkeys(one.name for one in parties if isinstance(one, Party) and one.role in _BOUND)
        extraction = self._store.extraction(hit.document)
        agreement = extraction.agreement or Agreement()
        place += self._store.page_starts(hit.document).get(hit.page, 0) if extraction.sections else 0
        return replace(
            hit,
            paragraph=next((one.number for one in extraction.sections if one.start <= place < one.end), None),
            parties=tuple(names if unmask else map(mask, names)),
            valid_from=agreement.valid_from,
            valid_to=agreement.valid_to,
            ends=agreement.ends if agreement != Agreement() else None,
        )

    def _doubts(self, waiting: int) -> Iterator[str]:
        if self._index.through != self._store.revision:
            yield "the index is behind the archive; the next `ingest`, or `reindex`, brings it up to date"
        if waiting:
            yield f"{waiting} documents have pages that wait to be read and cannot be found yet; `retry` reads them"


def _hit(
    query: str, match: Match, page: Page, outline: Document, paths: tuple[str, ...], similar: tuple[str, ...]
) -> tuple[Hit, int]:
    """The hit, and where on its page the first of what made it one stands."""
    fragment = snippet(page.text, query, similar, page.repairs)
    hit = Hit(
        document=match.document,
        page=match.page,
        score=match.score,
        matched=match.matched,
        paths=paths,
        title=outline.title,
        doc_type=outline.doc_type,
        date=outline.date,
        dnr=outline.dnr,
        snippet=fragment.text,
        marks=fragment.marks,
        box=bounding_box(page.words.within(*fragment.spans[0])) if fragment.spans else None,
    )
    return hit, fragment.spans[0][0] if fragment.spans else 0


def _ask(
    index: Indexer, query: str, options: Options, documents: frozenset[str], outlines: dict[str, Document]
) -> Answer:
    limit, page, sort = options.get("limit", 10), options.get("page", 1), options.get("sort", "relevance")
    question = Question(query, limit, page, options.get("all_pages", False), documents)
    if sort == "relevance":
        return index.search(question)
    answer = index.search(replace(question, limit=max(_MOST_SORTED, page * limit), page=1))

    def dated(hit: Match) -> str:
        return outlines[hit.document].date or ""

    known = sorted((hit for hit in answer.hits if dated(hit)), key=dated, reverse=sort == "newest")
    unknown = [hit for hit in answer.hits if not dated(hit)]
    return replace(answer, hits=tuple([*known, *unknown][(page - 1) * limit : page * limit]))
