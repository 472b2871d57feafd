"""What documents state: the facts in force, of the documents that a person chose, those that he asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from ..corpus.answers import Question
from ..corpus.corrected_terms import corrected
from ..corpus.facts import Amount, Content, Extraction, FactKind, Party, Ruling
from ..corpus.kept import Kept
from ..corpus.model import PAGE_BREAK, Document
from ..corpus.ports import Indexer
from ..corpus.repaired import repaired
from ..corpus.store import Store
from ..corpus.words import Box, bounding_box
from ..masking import masked, masked_extraction, masked_fact, masked_reference
from ..selection import Filters, chosen, kronor, left_out, names
from ..swedish.personnummer import mask

if TYPE_CHECKING:
    from .relating import Relations, Tie

_MOST_DOCUMENTS: Final = 1_000_000
"""Pages that may answer `query`: all of them."""


class Choice(Filters, total=False):
    """Which documents, and which of their facts."""

    kind: FactKind | None
    """None for all kinds."""
    query: str | None
    """Documents with a page that answers it."""
    role: str | Sequence[str] | None
    """Of several, facts in any of them."""
    name: str | None
    """The party of this name, and amounts that it pays or gets, and what it decided."""
    unit: str | None
    min_amount: str | None
    """In full units; a range counts by its upper end."""
    max_amount: str | None
    everything: bool
    """Also what somebody rejected."""
    unmask: bool
    """Personal identity numbers as printed."""


@dataclass(frozen=True, slots=True)
class TitlePlace:
    """Where a document's title stands."""

    page: int
    start: int
    """First code point in the document's text as seen."""
    end: int
    seen: str | None
    """As printed, where it was repaired."""
    box: Box | None


@dataclass(frozen=True, slots=True)
class Stated:
    """A document and what it states."""

    document: Document
    """Without its pages."""
    paths: tuple[str, ...]
    extraction: Extraction
    """What else was extracted; its facts are those below."""
    facts: tuple[Kept, ...]
    """Those asked for, in the order of the text."""
    title_place: TitlePlace | None
    """None where the title does not stand in the text, or where one kind of facts is asked for."""
    ties: tuple[Tie, ...] = ()
    """What it is to other agreements and decisions; none where one kind of facts is asked for."""


class Statements:
    """Answers what the documents of one archive state."""

    def __init__(self, store: Store, index: Indexer) -> None:
        self._store = store
        self._index = index
        self._related: tuple[tuple[int, int], Relations] | None = None

    def of(self, choice: Choice) -> Iterator[Stated]:
        """The documents chosen, one at a time in the order in which they came, with their facts asked for."""
        for outline in self.documents(choice):
            yield self.of_document(outline, choice)

    def documents(self, choice: Choice) -> list[Document]:
        """The documents chosen, without their pages, in the order in which they came."""
        outlines = self._store.outlines()
        # The amounts of a choice of facts choose facts, not documents.
        passing = chosen(self._store, outlines, _of_documents(choice))
        query = choice.get("query")
        if query:
            question = Question(query, limit=_MOST_DOCUMENTS, documents=passing)
            passing &= {hit.document for hit in self._index.search(question).hits}
        return [outline for outline in outlines if outline.id in passing]

    def relations(self) -> Relations:
        """What all documents of the archive are to each other; worked out anew after every change."""
        from .relating import Record, related  # only here: what it reckons with takes a while to load

        stamp = self._store.stamp
        if self._related is None or self._related[0] != stamp:
            records = (
                Record(one.id, one.title, one.doc_type, one.date, one.dnr, self._all_of(one.id))
                for one in self._store.outlines()
            )
            self._related = stamp, related(records)
        return self._related[1]

    def _all_of(self, document_id: str) -> Extraction:
        """All that was extracted from a document, with the facts in force."""
        all_ = self._store.facts(document_id)
        extraction = _as_corrected(self._store.extraction(document_id), all_)
        return replace(extraction, facts=tuple(kept.fact for kept in all_ if kept.in_force))

    def left_out(self, choice: Choice) -> list[str]:
        """What the filters left out for want of knowledge, a sentence each."""
        return list(left_out(self._store, self._store.outlines(), _of_documents(choice)))

    def of_document(self, outline: Document, choice: Choice) -> Stated:
        """One document with its facts asked for."""
        wanted = _wanted(choice)
        all_ = self._store.facts(outline.id, choice.get("kind"))
        facts = [kept for kept in all_ if wanted(kept)]
        # Pages are read for it, and the facts of one kind are told without their document.
        place = None if choice.get("kind") else self._title_place(outline)
        extraction = _as_corrected(self._store.extraction(outline.id), all_)
        ties = () if choice.get("kind") else tuple(self.relations().ties(outline.id, extraction.references))
        if not choice.get("unmask"):
            outline = masked(replace(outline, pages=()))
            facts, extraction = list(map(masked_fact, facts)), masked_extraction(extraction)
            place = place and replace(place, seen=place.seen and mask(place.seen))
            ties = tuple(replace(one, reference=masked_reference(one.reference)) for one in ties)
        return Stated(outline, self._store.paths(outline.id), extraction, tuple(facts), place, ties)

    def _title_place(self, outline: Document) -> TitlePlace | None:
        """Read page by page, for nearly every title stands on the first."""
        title, begins = outline.title or "", 0
        for number in range(1, self._store.page_count(outline.id).pages + 1 if title else 0):
            page = self._store.page(outline.id, number)
            view = repaired(page)
            at = view.text.find(title)
            if at >= 0:
                start, end = view.seen_span(at, at + len(title))
                seen = page.text[start:end]
                box = bounding_box(page.words.within(start, end))
                return TitlePlace(number, begins + start, begins + end, None if seen == title else seen, box)
            begins += len(page.text) + len(PAGE_BREAK)
        return None


def _as_corrected(extraction: Extraction, facts: Iterable[Kept]) -> Extraction:
    agreement = extraction.agreement
    return replace(extraction, agreement=corrected(agreement, facts)) if agreement else extraction


def narrows(choice: Choice) -> bool:
    """Does it choose among the facts, so that documents of which none is left are of no interest?"""
    given = (choice.get(name) for name in ("kind", "role", "name", "unit", "min_amount", "max_amount"))
    return any(value not in (None, ()) for value in given)


def _of_documents(choice: Choice) -> Filters:
    return Filters(
        date_from=choice.get("date_from"),
        date_to=choice.get("date_to"),
        doc_type=choice.get("doc_type"),
        dnr=choice.get("dnr"),
        party=choice.get("party"),
    )


def _wanted(choice: Choice) -> Callable[[Kept], bool]:
    everything, unit, name = (choice.get(key) for key in ("everything", "unit", "name"))
    given = choice.get("role")
    roles = (given,) if isinstance(given, str) else given
    least, most = kronor(choice.get("min_amount")), kronor(choice.get("max_amount"))

    def wanted(kept: Kept) -> bool:
        content = kept.fact.content
        return (
            (bool(everything) or kept.in_force)
            and (not roles or getattr(content, "role", None) in roles)
            and (not unit or getattr(content, "unit", None) == unit)
            and (not name or any(names(str(name), one) for one in _named(content)))
            and (least is None or (isinstance(content, Amount) and (content.value_max or content.value) >= least))
            and (most is None or (isinstance(content, Amount) and content.value <= most))
        )

    return wanted


def _named(content: Content) -> Iterator[str]:
    """The parties that a fact is about."""
    match content:
        case Party(name=name, represents=represents):
            yield from filter(None, (name, represents))
        case Amount(payer=payer, payee=payee):
            yield from filter(None, (payer, payee))
        case Ruling(decider=decider):
            yield from filter(None, (decider,))
