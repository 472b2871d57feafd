from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from rapidfuzz.distance import OSA

from avtalsarkiv.corpus.answers import AMOUNT_BANDS, AMOUNT_BOUNDS, FACETS, Answer, Change, Hit, Question
from avtalsarkiv.corpus.conditions import (
    Among,
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    OnPage,
    Questioned,
    Registered,
)
from avtalsarkiv.corpus.model import Document, Standing
from avtalsarkiv.corpus.ports import Fetch
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.index.cards import Card
from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.nodes import All, Any, Fuzzy, Node, Not, Phrase, Prefix, Where, Word
from avtalsarkiv.index.writing.units import Unit, units
from avtalsarkiv.swedish.dnr import normal_form
from avtalsarkiv.swedish.organisations import key

_TOLD = "no page has all the words"


@dataclass(frozen=True)
class Kept:
    """A unit with the words of its readings, and of its document's title."""

    card: Card
    unit: Unit
    readings: tuple[tuple[str, ...], ...]
    dnr: tuple[str, ...]

    def has(self, node: Node) -> bool:
        match node:
            case Word(text) | Phrase(text):
                wanted = _words(text)
                return any(wanted == row[at : at + len(wanted)] for row in self.readings for at in range(len(row)))
            case Prefix(_, beginning):
                return any(word.startswith(beginning) for row in self.readings for word in row)
            case Fuzzy(text, _, distance):
                typed = text.split("~")[0].lower()
                return any(OSA.distance(word, typed) <= distance for row in self.readings for word in row)
            case Where(_, condition):
                return self.meets(condition)
            case All(nodes):
                return all(map(self.has, nodes))
            case Any(nodes):
                return any(map(self.has, nodes))
            case Not(inner):
                return not self.has(inner)

    def meets(self, condition: Condition) -> bool:
        card = self.card
        match condition:
            case Dated(first, last):
                return card.date is not None and _begun(card.date, last) and card.date >= (first or "")
            case InForce(first, last):
                ends = "9999" if card.open_ended else card.valid_to
                return (
                    ends is not None
                    and _begun(card.valid_from or card.date or "", last)
                    and f"{ends}~" >= (first or "")
                )
            case OfType(doc_type):
                return card.doc_type == doc_type
            case Naming(party):
                return any(key(name).startswith(key(party)) for name in card.parties)
            case DecidedBy(body):
                return any(key(name).startswith(key(body)) for name in card.bodies)
            case Registered(dnr):
                return normal_form(dnr) in map(normal_form, self.dnr)
            case Costing(least, most):
                return any((least or 0) <= one <= (most or one) for one in card.amounts)
            case Questioned():
                return card.findings > 0
            case OnPage(first, last):
                return self.unit.last_page >= (first or 0) and self.unit.page.number <= (last or self.unit.page.number)
            case Among(documents):
                return card.id in documents


class WordIndex:
    """The least that keeps the contract: units in memory, words compared as they are."""

    def __init__(self) -> None:
        self.through = 0
        self._documents: dict[str, Document] = {}

    @property
    def fault(self) -> str | None:
        return None if self.through else "there is none"

    def update(self, changes: Iterable[Change], through: int) -> None:
        kept = dict(self._documents) if self.through else {}
        for name, document, _ in changes:
            kept.pop(name, None)
            if document:
                kept[name] = document
        self._documents, self.through = kept, through

    def rebuild(
        self,
        documents: Sequence[str],
        fetch: Fetch,
        through: int,
        *,
        jobs: int | None = None,
        progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        kept = {name: document for name, document, _ in fetch(documents) if document}
        self._documents, self.through = kept, through
        progress(len(kept))

    def search(self, question: Question) -> Answer:
        query = parse(question.text)
        conditions = [*question.conditions, *(where.condition for where in query.conditions)]
        among = () if question.documents is None else (Among(question.documents),)
        left = [kept for kept in self._kept() if all(map(kept.meets, (*among, *conditions)))]
        must = [kept for kept in left if all(map(kept.has, query.strict)) and _alike(kept, question.like)]
        if not (query.words or query.strict or conditions or question.like):
            must = []
        found, notes = _best(query.words, must)
        documents = len({kept.card.id for kept in left})
        told = Answer(notes=(*query.notes, *notes), searched=documents, unknown=self._unknown(conditions))
        return _answer(told, question, query.sought, found)

    def documents(self) -> frozenset[str]:
        return frozenset(self._documents)

    def pages(self) -> int:
        return sum(len(document.pages) for document in self._documents.values())

    def clear(self) -> None:
        self._documents, self.through = {}, 0

    def _kept(self) -> Iterator[Kept]:
        for name in sorted(self._documents):
            document = self._documents[name]
            card = Card.of(document)
            for unit in units(document):
                rows = tuple(_words(text) for text in (document.title or "", *_readings(unit)))
                yield Kept(card, unit, rows, (*document.dnr, *(unit.section.dnr if unit.section else ())))

    def _unknown(self, conditions: Iterable[Condition]) -> Mapping[str, int]:
        cards = [Card.of(document) for document in self._documents.values()]
        undated = sum(card.date is None for card in cards) if any(isinstance(one, Dated) for one in conditions) else 0
        return {"date": undated} if undated else {}


def _best(words: Sequence[Node], must: Sequence[Kept]) -> tuple[list[Kept], tuple[str, ...]]:
    """What has all words; else of the documents that have them all, what has some; else what has some."""
    if best := [kept for kept in must if all(map(kept.has, words))]:
        return best, ()
    some = [kept for kept in must if any(map(kept.has, words))]
    whole = {
        name
        for name, of_document in groupby(some, lambda kept: kept.card.id)
        for had in [{word for kept in of_document for word in words if kept.has(word)}]
        if len(had) == len(set(words))
    }
    return [kept for kept in some if not whole or kept.card.id in whole], (_TOLD,) if some else ()


def _answer(told: Answer, question: Question, sought: Sequence[Node], found: Sequence[Kept]) -> Answer:
    most = len(found) if question.all_pages else 3 if sought or question.like else 1
    ordered = sorted(found, key=lambda kept: _order(kept, question, sought))
    of_documents, taken = Counter(kept.card.id for kept in found), Counter[str]()
    shown = []
    for kept in ordered:
        taken[kept.card.id] += 1
        if taken[kept.card.id] <= most:
            shown.append(kept)
    start = (question.page - 1) * question.limit
    hits = (_hit(kept, sought, of_documents[kept.card.id]) for kept in shown[start : start + question.limit])
    facets = _counted({kept.card.id: kept.card for kept in found}.values()) if question.facets else {}
    return Answer(
        pages=len(found),
        documents=len(of_documents),
        hits=tuple(hits),
        listed=len(shown),
        notes=told.notes,
        facets=facets,
        searched=told.searched,
        unknown=told.unknown,
    )


def _order(kept: Kept, question: Question, sought: Sequence[Node]) -> tuple[object, ...]:
    date = tuple(map(ord, kept.card.date or ""))
    newest = (not date, (*(-one for one in date), 0))
    sort: tuple[object, ...] = ()
    if question.sort == "newest" or not (sought or question.like or question.sort != "relevance"):
        sort = newest
    elif question.sort == "oldest":
        sort = (not date, date)
    elif question.sort == "type":
        sort = (kept.card.doc_type is None, kept.card.doc_type)
    return (*sort, -sum(map(kept.has, sought)), kept.card.id, kept.unit.page.number)


def _hit(kept: Kept, sought: Sequence[Node], of_document: int) -> Hit:
    matched = [word.text for word in sought if not isinstance(word, (All, Any, Not)) and kept.has(word)]
    section = kept.unit.section
    return Hit(
        kept.card.id,
        kept.unit.page.number,
        float(len(matched)),
        tuple(matched),
        section.number if section else None,
        kept.unit.spans,
        of_document,
    )


def _counted(cards: Iterable[Card]) -> dict[str, dict[str, int]]:
    counts: dict[str, Counter[str]] = {name: Counter() for name in FACETS}
    for card in cards:
        unread = [] if card.extracted else ["unknown"]
        counts["type"][card.doc_type or "unknown"] += 1
        counts["year"][card.date[:4] if card.date else "unknown"] += 1
        counts["party"].update(unread or card.parties)
        counts["body"].update(unread or card.bodies)
        counts["amount"].update(unread or {AMOUNT_BANDS[bisect_right(AMOUNT_BOUNDS, one)] for one in card.amounts})
        counts["findings"].update(unread or ["yes" if card.findings else "no"])
    return {name: dict(count) for name, count in counts.items()}


def _alike(kept: Kept, document: Document | None) -> bool:
    """Has it half of the words of another document?"""
    if document is None:
        return True
    wanted = set(_words(document.text))
    return kept.card.id != document.id and 2 * len(wanted & set(kept.readings[-1])) >= len(wanted)


def _readings(unit: Unit) -> Iterator[str]:
    """Printed, with its suggestions, and as it reads."""
    yield unit.page.text
    yield from (repair.meant for repair in unit.page.repairs if repair.standing is Standing.SUGGESTED)
    yield repaired(unit.page).text


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+|§", text.lower()))


def _begun(date: str, last: str | None) -> bool:
    return not last or date <= f"{last}~"
