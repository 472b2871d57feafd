"""What a question asks for, as a tree: words and conditions, and how they are joined."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from ...corpus.conditions import Condition
from ..analysis.lexemes import Lexeme

Part = Literal["title", "heading", "party", "decision", "file"]
"""Of what a document is, where a word shall stand: its title, the heading of a § of minutes, the names of its parties,
what it decides, or its path."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or an identifier."""

    text: str
    """As typed."""
    lexemes: tuple[Lexeme, ...]
    """More than one for a number printed in groups, which then may stand so or whole."""
    part: Part | None = None
    """None for anywhere."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that must follow each other."""

    text: str
    lexemes: tuple[Lexeme, ...]
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every word that begins so: avtal*."""

    text: str
    """As typed, with its asterisk."""
    beginning: str
    """Lower case, in NFC."""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every word that differs in so many letters at most: simhal~, simhal~2."""

    text: str
    """As typed."""
    lexeme: Lexeme
    distance: int
    """1 or 2."""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Where:
    """A condition on the document, or the page."""

    text: str
    """As typed: "belopp:>100000"."""
    condition: Condition


@dataclass(frozen=True, slots=True)
class All:
    """What has all of these; with none, everything."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """What has one or more of these."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """What has not this."""

    node: Node


Sought = Word | Phrase | Prefix | Fuzzy
"""What stands in text, and can be marked there."""
Node = Sought | Where | All | Any | Not


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is understood: everything in `words`, `strict` and `conditions`."""

    words: tuple[Sought, ...] = ()
    """What should all be there; where no page has all of it, some will do. Small words are left out of it, unless there
    is nothing else."""
    strict: tuple[Node, ...] = ()
    """What was said with OCH, ELLER, INTE or the name of a field, but conditions: this must hold, always."""
    conditions: tuple[Where, ...] = ()
    """What must hold of document or page. Needs no text to be found: alone they find all that meets them."""
    near: tuple[tuple[Lexeme, Lexeme], ...] = ()
    """Words that follow each other in the question: better where they do so on the page."""
    notes: tuple[str, ...] = ()
    """How it was understood where that may surprise, a sentence each."""

    @property
    def sought(self) -> tuple[Sought, ...]:
        """All that can be marked in a text, in the order of the question; what must not be there is left out."""
        return (*self.words, *(each for node in self.strict for each in _sought(node)))


def _sought(node: Node) -> Iterator[Sought]:
    match node:
        case Word() | Phrase() | Prefix() | Fuzzy():
            yield node
        case All(nodes) | Any(nodes):
            for each in nodes:
                yield from _sought(each)
