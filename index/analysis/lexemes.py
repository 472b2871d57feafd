"""From text to the keys that pages are found by: one pass, and each word form is worked out only once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from ...swedish.reading import View, reading
from .figures import FIGURES, figures
from .words import Lexeme as Lexeme
from .words import word as word

_FORM: Final = re.compile(rf"{FIGURES} | [^\W_]+ | [§%]", re.VERBOSE)
_SIGNS: Final = ("§", "%")
_LARGEST_MEMORY: Final = 250_000
"""Word forms kept worked out, some 70 MB; an archive of ten thousand pages has less than half as many."""


class Token(NamedTuple):
    """A word where it stands."""

    lexemes: tuple[Lexeme, ...]
    """More than one for a number printed in groups."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """The keys of one text, with what the index must know of each."""

    positions: dict[str, list[int]]
    """Where each stem and each whole number stands, counted in words."""
    loose: Counter[str]
    """How often it holds each of the keys that words are less surely found by."""
    beside: Mapping[str, list[int]] = field(default_factory=dict)
    """Where stems stand that only another reading of the text has; ascending."""
    less: Counter[str] = field(default_factory=Counter)
    """How often such a stem finds a word that has no other key to be found by; what it counts, it counts for less."""
    less_loose: Counter[str] = field(default_factory=Counter)
    """The same of the loose keys."""


def analyse(text: str) -> Analysis:
    """The keys of a text."""
    forms = _FORM.findall(reading(text).text)
    return gathered(chain.from_iterable(map(_LEXEMES.__getitem__, forms)))


def gathered(words: Iterable[Lexeme]) -> Analysis:
    """The keys of words in their order."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    loose: list[str] = []
    for at, (exact, _, others, whole, _) in enumerate(words):
        positions[exact].append(at)
        if others:
            loose += others
        if whole:
            positions[whole].append(at)
    return Analysis(positions, Counter(loose))


def tokens(view: View) -> Iterator[Token]:
    """The words of a view in their order, with their places in the view's text."""
    return (Token(_LEXEMES[found[0]], *found.span()) for found in _FORM.finditer(view.text))


def forms(text: str) -> Iterator[re.Match[str]]:
    """The words of a text that is read (`View.text`), each as it stands there."""
    return _FORM.finditer(text)


def lexemes(form: str) -> tuple[Lexeme, ...]:
    """What the index knows of a word as `forms` finds it."""
    return _LEXEMES[form]


class _Memory(dict[str, tuple[Lexeme, ...]]):
    """What was made of each word form so far."""

    def __missing__(self, form: str) -> tuple[Lexeme, ...]:
        if len(self) >= _LARGEST_MEMORY:
            self.clear()
        lexemes = self[form] = _lexemes(form)
        return lexemes


_LEXEMES: Final = _Memory()


def _lexemes(form: str) -> tuple[Lexeme, ...]:
    if not form.isalnum() or form[0].isdigit():
        return (word(form),) if form in _SIGNS else figures(form)
    lower = form.lower()
    return _LEXEMES[lower] if lower != form and lower.isalnum() else (word(form),)
