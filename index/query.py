"""What a question asks for. Every text is a question: nothing that is typed is an error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ..swedish.reading import View, reading
from ..swedish.stemming import stop_words
from .analysis.lexemes import Lexeme, tokens

MAX_CHARACTERS: Final = 1_000
MAX_TERMS: Final = 32
"""More than anyone types; what lies beyond only costs time."""
_QUOTED: Final = re.compile(r'"([^"]*)"')


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the question, or several that must stand together as they do there."""

    text: str
    """As typed."""
    lexemes: tuple[Lexeme, ...]
    phrase: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question as it is understood."""

    terms: tuple[Term, ...]
    """All of these should stand on a page; stop words are left out, unless there is nothing else."""
    near: tuple[tuple[Lexeme, Lexeme], ...] = ()
    """Words that follow each other in the question: better where they do so on the page."""
    shortened: bool = False
    """The question was longer than what is looked for."""


def parse(question: str) -> Query:
    """Words, and "words in quotation marks" as phrases; all else is read as plain words."""
    asked = tuple(_terms(reading(unicodedata.normalize("NFC", question[:MAX_CHARACTERS])).text))
    content = tuple(term for term in asked if term.phrase or term.text.lower() not in stop_words())
    terms = tuple(dict.fromkeys(content or asked))
    shortened = len(question) > MAX_CHARACTERS or len(terms) > MAX_TERMS
    return Query(terms[:MAX_TERMS], _near(content[:MAX_TERMS]), shortened)


def _near(terms: Iterable[Term]) -> tuple[tuple[Lexeme, Lexeme], ...]:
    words = (lexeme for term in terms if not term.phrase for lexeme in term.lexemes)
    return tuple(dict.fromkeys(pairwise(words)))


def _terms(text: str) -> Iterator[Term]:
    for number, part in enumerate(_QUOTED.split(text)):
        found = list(tokens(View(part)))
        if number % 2 and len(found) > 1:
            yield Term(part, tuple(lexeme for token in found for lexeme in token.lexemes), phrase=True)
        else:
            yield from (Term(part[token.start : token.end], token.lexemes) for token in found)
