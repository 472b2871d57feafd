"""What was found of a name: which words, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....corpus.facts import PartyType
from .tokens import Token


@dataclass(frozen=True, slots=True)
class Span:
    """A name as it stands in one place."""

    first: int
    """Index of its first word."""
    after: int
    """Index of the word after its last."""
    start: int
    """First code point in the document's text as repaired."""
    end: int
    """One past the last, without a genitive s."""
    name: str
    """In the nominative, white space as one blank."""
    type: PartyType
    rule: str
    known: bool = False
    """Is it in a list, rather than only shaped like a name?"""


def genitive(word: str, *, known: bool = False) -> str:
    """The word without the s of a genitive."""
    for ending in (":s", "’s", "'s"):
        if word.endswith(ending):
            return word.removesuffix(ending)
    return word[:-1] if known and word.endswith("s") else word


def joined(tokens: Sequence[Token]) -> str:
    """Words as they stand, parted as in print but with one blank for any white space."""
    return "".join(f" {token.text}" if number and token.gap else token.text for number, token in enumerate(tokens))
