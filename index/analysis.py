"""From text to the keys that pages are found by: one pass, and each word form is worked out only once."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from ..swedish.folding import fold
from ..swedish.reading import View, reading
from ..swedish.stemming import stem

_TOKEN: Final = re.compile(
    r"""(?<![\d.,]) \d{1,3} (?:[ .]\d{3})+ (?!\d)   # 1 350 000, 100.000
      | (?<!\d) (?:\d\d)?\d{6}-\d{4} (?!\d)         # organisationsnummer
      | [^\W_]+
      | [§%]""",
    re.VERBOSE,
)
_ORGNR_DIGITS: Final = 10
_SAID: Final = {"%": "procent"}
_LARGEST_MEMORY: Final = 200_000
"""Word forms kept worked out, some 60 MB; an archive of ten thousand pages has about half as many."""
_LONGEST_KEY: Final = 64
"""Code points: what is longer is no word but a run of signs that lost its spaces."""


class Lexeme(NamedTuple):
    """One word of a text, as the index knows it."""

    exact: str
    """The stem."""
    folded: str
    """The stem of the word without marks; empty where the word has none."""
    whole: str = ""
    """On the first part of a number printed in groups: all its digits."""


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
    folded: Counter[str]
    """How often each word that has marks stands there, without them."""


def analyse(text: str) -> Analysis:
    """The keys of a printed text."""
    positions: defaultdict[str, list[int]] = defaultdict(list)
    folded: Counter[str] = Counter()
    at = 0
    for form in _TOKEN.findall(reading(text).text):
        for exact, bare, whole in _LEXEMES[form]:
            positions[exact].append(at)
            if bare:
                folded[bare] += 1
            if whole:
                positions[whole].append(at)
            at += 1
    return Analysis(positions, folded)


def tokens(view: View) -> Iterator[Token]:
    """The words of a view in their order, with their places in the view's text."""
    return (Token(_LEXEMES[found[0]], *found.span()) for found in _TOKEN.finditer(view.text))


class _Memory(dict[str, tuple[Lexeme, ...]]):
    """What was made of each word form so far."""

    def __missing__(self, form: str) -> tuple[Lexeme, ...]:
        if len(self) >= _LARGEST_MEMORY:
            self.clear()
        lexemes = self[form] = tuple(_lexemes(form))
        return lexemes


_LEXEMES: Final = _Memory()


def _lexemes(form: str) -> Iterator[Lexeme]:
    first, *others = [form] if form.isalnum() or form in _SAID else re.findall(r"\d+|§", form)
    whole = _whole(form)
    yield _lexeme(first.lower())._replace(whole="" if whole == first else whole)
    yield from (_lexeme(other) for other in others)


def _lexeme(word: str) -> Lexeme:
    word = _SAID.get(word, word)[:_LONGEST_KEY]
    bare = fold(word)
    return Lexeme(stem(word), stem(bare) if bare != word else "")


def _whole(form: str) -> str:
    """All digits of a number, without the century that some write before an organisationsnummer."""
    digits = re.sub(r"[ .-]", "", form)
    if not digits.isdigit():
        return ""
    return digits[-_ORGNR_DIGITS:] if len(digits) == _ORGNR_DIGITS + 2 else digits
