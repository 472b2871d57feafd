"""What a word is worth, by where it stands: all that decides which page comes first, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Weights:
    """Applied when a question is asked, so that none of it needs the index to be built again."""

    text: float = 1.0
    loose: float = 0.75
    """A word without its marks, or part of a compound, is less surely the word that was meant: mal, mål."""
    heading: float = 2.0
    decision: float = 1.0
    title: float = 2.0
    party: float = 1.0
    file: float = 0.5
    about: float = 1.0
    bare: float = 0.5
    """What it is worth that a word is found without the marks that it was typed with; of the weight of the field."""
    root: float = 0.3
    """What it is worth that a noun is found by the verb it comes from: ersättning by ersätts; of the field's weight."""
    k1: float = 1.2
    """How soon more of the same word adds nothing; of BM25."""
    b: float = 0.75
    """How far a long page must have more of a word than a short one, 0 not at all, 1 in proportion; of BM25."""
    apart: float = 0.5
    """A compound of which the parts stand apart, near each other: byte av fönster for fönsterbyte."""
    joined: float = 1.0
    """Two words of the question that are printed as one: energikontor for energi kontor."""
    near: float = 0.5
    """Added where words follow each other as in the question, of what the two are worth by themselves."""
    phrase: float = 1.5
    """A phrase, against a word that stands on as many pages."""
    similar: float = 0.6
    """A word in place of one that stands nowhere, that a prefix stands for, or that differs from what was typed."""
    coverage: float = 1.0
    """Where some of the words must do: by which power of the share of them, weighed by rarity, a page is worth less."""
    record: float = 1.0
    """Added for a document of a kind, with two parties or more and a number or a day, of what its pages are worth; less
    for one of which less is known: who asks an archive means its agreements and minutes, not the laws among them."""


WEIGHTS: Final = Weights()
