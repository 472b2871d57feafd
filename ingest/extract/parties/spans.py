"""What was found of a name: which words, and what it is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....corpus.facts import PartyType
from .tokens import Gap, Token


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


def organisation(tokens: Sequence[Token], first: int, after: int, rule: str, name: str, *, known: bool = False) -> Span:
    """An organisation of that name; its print ends where the nominative ends."""
    last = tokens[after - 1]
    nominative = name.rsplit(" ", 1)[-1]
    inflected = last.text.casefold().startswith(nominative.casefold())
    end = last.start + len(nominative) if inflected else last.end
    return Span(first, after, tokens[first].start, end, name, "organisation", rule, known)


def bare(word: str) -> str:
    """The word without what may be the s of a genitive."""
    return word[:-2] if word.endswith((":s", "’s", "'s")) else word.removesuffix("s")


def joined(tokens: Sequence[Token]) -> str:
    """Words as they stand, parted as in print but with one blank for any white space."""
    return "".join(f" {token.text}" if number and token.gap else token.text for number, token in enumerate(tokens))


def runs(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Can a name run over these words?"""
    return after <= len(tokens) and all(token.gap <= Gap.WORD for token in tokens[first + 1 : after])
