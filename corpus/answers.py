"""What passes between the archive and an index: a question one way, an answer the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from .conditions import Condition
from .model import Document

Sort = Literal["relevance", "newest", "oldest", "type"]
"""Relevance: best first. By date and by type, those of which it is not known come last."""
FACETS: Final = ("type", "year", "party", "body", "amount", "findings")
"""What the documents of an answer can be counted by."""
AMOUNT_BOUNDS: Final = (10_000, 100_000, 1_000_000, 10_000_000)
"""Kronor: what a clerk, a manager, a committee, a council may decide."""
AMOUNT_BANDS: Final = (
    f"<{AMOUNT_BOUNDS[0]}",
    *(f"{low}-{high}" for low, high in pairwise(AMOUNT_BOUNDS)),
    f">={AMOUNT_BOUNDS[-1]}",
)
"""In which documents are counted by their amounts; the lower bound belongs to a band, the upper one to the next."""
Span = tuple[int, int]
"""[start, end) in code points."""


class Change(NamedTuple):
    """What an index must know about one document."""

    id: str
    document: Document | None
    """As it now is, with its extraction, in which only facts in force stand; None when it is no longer to be found."""
    paths: tuple[str, ...] = ()
    """Those it stands under, as shown."""


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
    conditions: tuple[Condition, ...] = ()
    """All of them must be met."""
    sort: Sort = "relevance"
    facets: bool = False
    """Shall the documents of the answer be counted?"""
    like: Document | None = None
    """With its pages: documents that resemble it, and not itself; `text` may then be empty."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, or a § of minutes, that answers the question."""

    document: str
    page: int
    """1-based; of a § the page on which it begins."""
    score: float
    """Comparable within one answer only."""
    matched: tuple[str, ...] = ()
    """The words and phrases of the question that it has, in the order of the question."""
    paragraph: str | None = None
    """The number of the §, where it is one."""
    spans: tuple[Span, ...] = ()
    """Where it stands in the document's text as seen; empty for a page with all its text."""
    of_document: int = 1
    """How many pages of its document match, itself and those that are not shown among them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The hits asked for, and what there is beside them."""

    pages: int = 0
    """All that match; each § of minutes, and what stands beside the §§ of a page, counts as one."""
    documents: int = 0
    """All that have such a page."""
    hits: tuple[Hit, ...] = ()
    """In the order asked for; equally good ones by document, page and place."""
    listed: int | None = None
    """Hits of all parts of the answer together, however many were asked for: fewer than `pages` where a document has
    more than may be shown of it. None where nobody counted."""
    similar: tuple[str, ...] = ()
    """Keys that were looked for beside those of the question's own words: what a prefix or a fuzzy word stands for, and
    what was put in place of words that stand on no page."""
    notes: tuple[str, ...] = ()
    """What whoever reads the hits must know, a sentence each."""
    suggestion: str | None = None
    """The question with words of the archive in place of what may be slips of the finger."""
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For each of `FACETS` how many documents of the answer have which value, the most frequent first; "unknown" for
    those of which nobody knows. Empty unless asked for."""
    searched: int = 0
    """Documents that meet the conditions, and were therefore searched."""
    unknown: Mapping[str, int] = field(default_factory=dict)
    """How many documents were left out because it is not known of them: by "date", "type", "term" or "facts"."""


NO_ANSWER = Answer()
