"""Which word forms have a wanted key: of most their letters tell that they have none, and they are not analysed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from ...swedish.dates import MONTHS
from ...swedish.folding import fold
from ...swedish.stemming import irregular_forms
from ..analysis.lexemes import lexemes
from ..analysis.words import Lexeme
from .wanted import ANY_ENDING, LOOSELY, Keys, Wanted

SIMPLE: Final = re.compile(r"[^\W_]+|[§%]")
"""Words where none with figures is wanted, which take most of the time to tell apart. It divides what has figures into
as many words as it has groups."""
_ENOUGH: Final = 4
"""Letters of a key that tell that most words do not have it."""
_LETTERS: Final = 0x530
"""Code points with the letters that Europe writes with marks."""
_TWO: Final = "two"

EMPTY: Final[Keys] = frozenset()
NOTHING: Final = (EMPTY,)
"""Of a word that is not wanted, as nearly all are."""


def is_figure(key: str) -> bool:
    """Is it of a number, or of a month, by which dates in figures are found?"""
    return any(map(str.isdigit, key)) or key.strip(LOOSELY) in _months()


@cache
def _months() -> Keys:
    return frozenset(lexeme.exact for name in MONTHS for lexeme in lexemes(name))


class Known(dict[str, tuple[Keys, ...]]):
    """What each word form has of the wanted keys, for each of its words."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._keys = wanted.keys
        self._beginnings = wanted.beginnings
        self._excluded = wanted.excluded
        self._hint = _pattern(_hints(wanted.keys))

    def likely(self, text: str) -> Iterator[re.Match[str]]:
        """The words of a text that may have a wanted key."""
        end = 0
        for hint in self._hint.finditer(text):
            start = hint.start()
            if start >= end:
                while start > end and text[start - 1].isalnum() and text[start].isalnum():
                    start -= 1
                if word := SIMPLE.match(text, start):
                    end = word.end()
                    yield word

    def __missing__(self, form: str) -> tuple[Keys, ...]:
        keys = self[form] = self._look(form)
        return keys

    def _look(self, form: str) -> tuple[Keys, ...]:
        if form.isalpha() and not self._hint.search(form):
            return NOTHING
        keys = tuple(self._of(form, each) for each in lexemes(form))
        return keys if len(keys) > 1 or keys[0] else NOTHING

    def _of(self, form: str, word: Lexeme) -> Keys:
        if word.exact in self._excluded:
            return EMPTY
        begun = (each + ANY_ENDING for each in self._beginnings if form.lower().startswith(each))
        return self._keys & {word.exact, word.whole, *(LOOSELY + key for key in word.loose), *begun}


def _hints(keys: Keys) -> set[str]:
    """Letters without marks; a word that has none of them has none of the keys."""
    roots = {key.strip(LOOSELY + ANY_ENDING) for key in keys}
    return {fold(form)[:_ENOUGH] for root in roots for form in (root, *irregular_forms(root))}


def _pattern(hints: Iterable[str]) -> re.Pattern[str]:
    """Of all of these in upper and lower case, with and without marks; and of signs that are read as more letters."""
    each = ["".join(map(_any_marks, hint)) for hint in hints]
    return re.compile("|".join([*each, f"[%{_marked()[_TWO]}]"]))


def _any_marks(letter: str) -> str:
    """A pattern of a letter in upper and lower case, with and without marks."""
    return f"[{_marked().get(letter) or re.escape(letter) + re.escape(letter.upper())}]"


@cache
def _marked() -> dict[str, str]:
    """Each letter without marks, and all letters that are it with them."""
    marked: defaultdict[str, str] = defaultdict(str)
    for letter in filter(str.isalpha, map(chr, range(_LETTERS))):
        bare = fold(letter.lower())
        marked[bare if len(bare) == 1 else _TWO] += letter
    return dict(marked)
