"""What passes between the archive and an index: a question one way, an answer the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .model import Document


class Change(NamedTuple):
    """What an index must know about one document."""

    id: str
    document: Document | None
    """As it now is; None when it is no longer to be found."""


@dataclass(frozen=True, slots=True)
class Question:
    """What someone wants to find, and how much of the answer."""

    text: str
    """As typed."""
    limit: int = 10
    """Hits, that is pages, in one answer."""
    page: int = 1
    """Which `limit` hits: 1 for the best ones, 2 for the next."""
    all_pages: bool = False
    """Every matching page of a document; else its three best."""
    documents: frozenset[str] | None = None
    """Only these; None for all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers the question."""

    document: str
    page: int
    """1-based."""
    score: float
    """Comparable within one answer only."""
    matched: tuple[str, ...] = ()
    """The words and phrases of the question that the page has, in the order of the question."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits asked for, and what there is beside them."""

    pages: int = 0
    """All that match."""
    documents: int = 0
    """All that have such a page."""
    hits: tuple[Hit, ...] = ()
    """Best first; equally good ones by document and page."""
    similar: tuple[str, ...] = ()
    """Stems of the words that were looked for in place of words that stand on no page."""
    note: str | None = None
    """What whoever reads the hits must know, in a sentence."""


NO_ANSWER = Answer()
