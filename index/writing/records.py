"""What is written of a document: a record of its own, and after it one of each of its units."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from ...corpus.answers import Change, Span
from ...corpus.facts import Fact, Outcome, Ruling
from ...corpus.model import Document
from ...swedish.organisations import other_names
from ..analysis.keys import keys
from ..analysis.lexemes import Analysis
from ..cards import Card
from ..fields import (
    ABOUT,
    CARD,
    DECISION,
    DOCUMENT,
    FILE,
    HEADING,
    ID,
    KNOWN,
    LAST_PAGE,
    LENGTH,
    LOOSE,
    PAGE,
    PARAGRAPH,
    PARTY,
    SPANS,
    TEXT,
    TITLE,
)
from .units import Unit, units
from .weighing import Weights, loosely, registered, weighed

_TYPES: Final = {
    "avtal": "avtal",
    "protokoll": "protokoll",
    "tjansteskrivelse": "tjänsteskrivelse",
    "rapport": "rapport",
    "ansokan": "ansökan",
}
"""The types in a word that people use; that a document is none of these says nothing of it."""
_OUTCOMES: Final[dict[Outcome, str]] = {
    "approve": "bifall",
    "reject": "avslag",
    "refer": "återremiss",
    "note": "anteckning",
    "adjourn": "bordläggning",
    "elect": "val",
}
_FOLDERS: Final = 2
"""How many of the folders that a file stands in may say what it is about: those above are the same for all."""
_YEAR: Final = 4
_ENDING: Final = re.compile(r"\.\w{1,5}$")
_PARTS_OF_A_PATH: Final = re.compile(r"/+")


@dataclass(frozen=True, slots=True)
class Record:
    """What is written of a document, or of a unit."""

    words: Mapping[str, Analysis | Weights]
    """By field."""
    columns: Mapping[str, Any]
    """By field. Every record has every column: Whoosh loses its way in one of bytes that ends before the records do."""


def records(change: Change) -> Iterator[Record]:
    """The records of a document that is to be found, in the order in which they must stand."""
    if change.document:
        card = Card.of(change.document)
        yield _of_document(change, change.document, card)
        for unit in units(change.document):
            yield _of_unit(change.document, unit)


def _of_document(change: Change, document: Document, card: Card) -> Record:
    words: dict[str, Analysis | Weights] = {
        DOCUMENT: {document.id: 1.0},
        TITLE: _title(document),
        PARTY: weighed(_names(card)),
        FILE: weighed(_path_words(change.paths)),
        ABOUT: registered(card.dnr) | weighed(_about(card)),
    }
    return Record(words, _columns(id=card.id, card=card.to_json(), known=card.known))


def _of_unit(document: Document, unit: Unit) -> Record:
    text = keys(unit.page)
    section = unit.section
    columns = _columns(
        page=unit.page.number,
        last_page=unit.last_page,
        length=sum(map(len, text.positions.values())),
        paragraph=section.number if section else "",
        spans=",".join(f"{start}-{end}" for start, end in unit.spans),
    )
    words: dict[str, Analysis | Weights] = {
        DOCUMENT: {document.id: 1.0},
        TEXT: text,
        LOOSE: loosely(text),
        HEADING: _heading(unit),
        DECISION: weighed(_decided(_rulings(document, unit))),
    }
    return Record(words, columns)


def _columns(**given: str | int) -> Mapping[str, Any]:
    """A value for each column: what is not given is nothing."""
    texts = {name: str(given.get(name, "")).encode() for name in (ID, CARD, PARAGRAPH, SPANS)}
    return texts | {name: given.get(name, 0) for name in (PAGE, LAST_PAGE, LENGTH, KNOWN)}


def _title(document: Document) -> Weights:
    """The title reads as repaired; what is printed in place of its words is found as well."""
    title = document.title or ""
    words = set(title.split())
    made = (repair for page in document.pages[:1] for repair in page.repairs if repair.standing.in_force)
    return weighed([title], [repair.seen for repair in made if repair.meant in words])


def _names(card: Card) -> Iterator[str]:
    for name in dict.fromkeys((*card.parties, *card.bodies)):
        yield name
        yield from other_names(name)


def _path_words(paths: Iterable[str]) -> Iterator[str]:
    for path in paths:
        *folders, file = _PARTS_OF_A_PATH.split(path)
        yield from (" ".join(part.split("_")) for part in (*folders[-_FOLDERS:], _ENDING.sub("", file)))


def _about(card: Card) -> Iterator[str]:
    if card.doc_type in _TYPES:
        yield _TYPES[card.doc_type]
    yield from dict.fromkeys(date[:_YEAR] for date in (card.date, card.valid_from, card.valid_to) if date)


def _heading(unit: Unit) -> Weights:
    section = unit.section
    if section is None:
        return {}
    return weighed([section.heading or ""]) | registered(section.dnr) | {f"§{section.number}": 1.0}


def _rulings(document: Document, unit: Unit) -> Iterator[Fact]:
    """The decisions that stand in a unit."""
    facts = document.extraction.facts if document.extraction else ()
    for fact in facts:
        if isinstance(fact.content, Ruling) and _inside(fact, unit):
            yield fact


def _inside(fact: Fact, unit: Unit) -> bool:
    spans: tuple[Span, ...] = unit.spans
    return any(start <= fact.start < end for start, end in spans) if spans else fact.page == unit.page.number


def _decided(facts: Iterable[Fact]) -> Iterator[str]:
    for fact in facts:
        yield fact.text
        if isinstance(fact.content, Ruling):
            yield fact.content.decider or ""
            yield _OUTCOMES.get(fact.content.outcome, "")
