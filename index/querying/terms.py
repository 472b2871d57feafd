"""From a piece of a question to what it asks for: a word, a phrase, a prefix, a condition."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from difflib import get_close_matches
from typing import Final, NamedTuple

from ...swedish.reading import View
from ...swedish.stemming import stop_words
from ..analysis.lexemes import tokens, word
from .fields import field_names, is_part
from .identifiers import identifier
from .lexing import Said
from .nodes import Fuzzy, Node, Part, Phrase, Prefix, Sought, Word
from .ranges import Unreadable
from .values import EXAMPLES, chosen

Tell = Callable[[str], object]
"""Takes a sentence about how the question was understood."""

MAX_TERMS: Final = 32
"""Of a question, and words of a phrase: more than anyone types; what lies beyond only costs time."""
SHORTENED: Final = "the question is too long: only its beginning was searched for"
_PREFIX: Final = re.compile(r"([^\W_]+)\*+\W*")
_FUZZY: Final = re.compile(r"([^\W_]+)~(\d*)\W*")
_MISPLACED: Final = re.compile(r"\*\w")
_NO_FIELD: Final = re.compile(r"([a-zåäö]{3,}):(?=[<>=]*[^\W_])")
_ENDING: Final = re.compile(r"(?<=\w)\.\w{1,5}$")
"""Of a file's name; the index leaves it out as well."""
_SHORTEST_PREFIX: Final = 2
"""Letters; fewer begin half of all words."""
_SHORTEST_FUZZY: Final = 3
_LONG: Final = 9
"""Letters of a word that may differ in two of them."""
_MOST_DISTANT: Final = 2
_CLOSE: Final = 0.75
"""Share of the letters of a name that must be in another for it to be meant."""
_SHOWN: Final = 40
"""Characters of what was typed that a sentence repeats."""


class Read(NamedTuple):
    """What a piece asks for, in the two ways in which it can be asked."""

    node: Node
    """What must be there."""
    words: tuple[Sought, ...] = ()
    """What should be, and some of which will do; empty where that was not meant."""


def read(said: Said, tell: Tell) -> Read | None:
    """What a piece asks for; None where there is no word in it."""
    if said.field is None:
        return _together(_sought(said, tell), said.text, tell)
    if is_part(said.field):
        text = _ENDING.sub("", said.text) if said.field == "file" else said.text
        found = _together(_sought(replace(said, text=text), tell), text, tell)
        return Read(_within(found.node, said.field)) if found else None
    typed = f"{said.name}:{said.text}"
    try:
        return Read(chosen(said.field, said.text, typed))
    except Unreadable:
        tell(f"{shown(typed)}: is not {EXAMPLES[said.field]}; it was searched for as words")
        return _together(_sought(replace(said, quoted=False), tell), said.text, tell)


def is_small(node: Node) -> bool:
    """Is it a word that a question may contain without its having to stand in the answer?"""
    return isinstance(node, Word) and is_small_word(node.text)


def is_small_word(text: str) -> bool:
    """Likewise of what was typed."""
    return text.lower() in stop_words()


def shown(text: str) -> str:
    """What was typed, as a sentence can repeat it."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _together(found: tuple[Sought, ...], text: str, tell: Tell) -> Read | None:
    """Words written as one, "e-post": each should be there, or, where they must, they follow each other."""
    if len(found) < 2:
        return Read(found[0], found) if found else None
    return Read(_phrase(text, tell), found)


def _sought(said: Said, tell: Tell) -> tuple[Sought, ...]:
    text = said.text.strip()
    if known := identifier(text):
        return (known,)
    if said.quoted:
        words = _words(text)
        return (_phrase(text, tell),) if len(words) > 1 else words
    if prefix := _PREFIX.fullmatch(text):
        return (_prefix(prefix, tell),)
    if fuzzy := _FUZZY.fullmatch(text):
        return (_fuzzy(fuzzy, tell),)
    _doubt(text, tell)
    return _words(text)


def _words(text: str) -> tuple[Sought, ...]:
    return tuple(Word(text[token.start : token.end], token.lexemes) for token in tokens(View(text)))


def _phrase(text: str, tell: Tell) -> Phrase:
    lexemes = tuple(lexeme for token in tokens(View(text)) for lexeme in token.lexemes)
    if len(lexemes) > MAX_TERMS:
        tell(SHORTENED)
    return Phrase(text, lexemes[:MAX_TERMS])


def _prefix(found: re.Match[str], tell: Tell) -> Sought:
    letters = found[1]
    if len(letters) >= _SHORTEST_PREFIX:
        return Prefix(f"{letters}*", letters.lower())
    tell(f"{letters}*: too much begins so; it was searched for as a word")
    return Word(letters, (word(letters),))


def _fuzzy(found: re.Match[str], tell: Tell) -> Sought:
    letters, said = found[1], found[2]
    distance = int(said[:2]) if said else 1 + (len(letters) >= _LONG)
    if len(letters) < _SHORTEST_FUZZY:
        tell(f"{letters}~: too much is like it; it was searched for as a word")
        distance = 0
    if distance > _MOST_DISTANT:
        tell(f"{letters}~{said[:2]}: words that differ in more than two letters are not looked for; ~2 was")
    known = word(letters)
    return Fuzzy(f"{letters}~{said[:2]}", known, min(distance, _MOST_DISTANT)) if distance else Word(letters, (known,))


def _doubt(text: str, tell: Tell) -> None:
    """Say so where a sign is read as none though it looks as if it were meant as one."""
    if _MISPLACED.search(text):
        tell(f"{shown(text)}: an asterisk stands for letters only at the end of a word; it was left out")
    if (name := _NO_FIELD.match(text)) and name[1] not in field_names():
        meant = "".join(f" ({close}: is)" for close in get_close_matches(name[1], field_names(), n=1, cutoff=_CLOSE))
        tell(f"{shown(name[1])}: is not the name of a field{meant}; it was searched for as a word")


def _within(node: Node, part: Part) -> Node:
    return replace(node, part=part) if isinstance(node, Sought) else node
