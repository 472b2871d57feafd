"""From a question to what it asks for. Every text is a question: nothing that is typed is an error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from typing import Final

from ..analysis.lexemes import Lexeme
from .chunks import cleaned
from .grammar import clauses
from .lexing import OPERATORS, Piece, Said, pieces, plain
from .mending import mended
from .nodes import All, Node, Query, Sought, Where, Word
from .terms import MAX_TERMS, SHORTENED, Read, Tell, is_small, is_small_word

MAX_CHARACTERS: Final = 1_000
"""Read of a question: more than anyone types, and little enough to be read at once."""
_NO_WORD: Final = "there is no word in the question to search for"
_CAPITALS: Final = "all of the question is in capitals: OCH, ELLER and INTE were read as words"
_OPERATOR: Final = re.compile(rf"(?<!\w)(?:{'|'.join(OPERATORS)})(?!\w)")
_NO_ABBREVIATION: Final = re.compile(r"[^\W\d_]{7}")


def parse(question: str) -> Query:
    """What a question asks for.

    Words are soft: where nothing has them all, some will do. What is joined or excluded by operators, or stands after
    the name of a field, must be as it says. Signs in which there is no sense are read as if they were not there, and a
    note says so.
    """
    notes: dict[str, None] = {}
    tell = notes.setdefault
    text = cleaned(question[:MAX_CHARACTERS])
    asked = list(pieces(_with_operators(text, tell)))
    first = _first(asked)
    if len(question) > MAX_CHARACTERS or len(first) < len(asked):
        tell(SHORTENED)
    found = clauses(mended(first, tell), tell) or clauses(list(plain(text)), tell)
    query = _bounded(_query(found), tell)
    if question.strip() and not (query.words or query.strict or query.conditions):
        tell(_NO_WORD)
    return replace(query, notes=tuple(notes))


def _with_operators(text: str, tell: Tell) -> str:
    """The text with operators in small letters if it is a heading in capitals, in which nobody meant them."""
    if text == text.upper() and _OPERATOR.search(text) and _NO_ABBREVIATION.search(text):
        tell(_CAPITALS)
        return _OPERATOR.sub(lambda operator: operator[0].lower(), text)
    return text


def _first(asked: Sequence[Piece]) -> list[Piece]:
    """The pieces up to the last word that is looked for."""
    kept: list[Piece] = []
    terms = 0
    for piece in asked:
        terms += isinstance(piece, Said) and not is_small_word(piece.text)
        if terms > MAX_TERMS:
            break
        kept.append(piece)
    return kept


def _bounded(query: Query, tell: Tell) -> Query:
    """The query without the last of very many words."""
    if len(query.words) > MAX_TERMS:
        tell(SHORTENED)
    return replace(query, words=query.words[:MAX_TERMS])


def _query(found: Sequence[Read]) -> Query:
    """The clauses by what they are for."""
    words = dict.fromkeys(word for clause in found for word in clause.words)
    parts = dict.fromkeys(part for clause in found if not clause.words for part in _flat(clause.node))
    content = tuple(word for word in words if not is_small(word))
    meant = tuple(part for part in parts if not is_small(part)) or (() if content else tuple(parts))
    return Query(
        words=content if content or meant else tuple(words),
        strict=tuple(part for part in meant if not isinstance(part, Where)),
        conditions=tuple(part for part in meant if isinstance(part, Where)),
        near=_near(content[:MAX_TERMS]),
    )


def _flat(node: Node) -> Iterator[Node]:
    if isinstance(node, All):
        for each in node.nodes:
            yield from _flat(each)
    else:
        yield node


def _near(words: Iterable[Sought]) -> tuple[tuple[Lexeme, Lexeme], ...]:
    lexemes = chain.from_iterable(word.lexemes for word in words if isinstance(word, Word))
    return tuple(dict.fromkeys(pairwise(lexemes)))
