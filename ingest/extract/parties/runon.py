"""Lists whose entries have run together into one line, as in Word and web documents, get a line for each again.

"Beslutande: Erik Ek (S), ordförande Lena Bo (M), vice ordförande" is two entries; "Maja Lind Ordförande Byalaget Fors"
is a name with what stood below it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from . import lists
from .people import given, surname
from .rosters import BULLETS, labels
from .shapes import is_form
from .spans import joined
from .titles import is_title, title_at, title_before
from .tokens import Gap, Token

_NAMES: Final = 0.4
"""Share of capitals among the words of a line that is made of names."""
_LONGEST: Final = 600
"""Words of a line that may be a list; what is longer is no attendance of any meeting."""
_SEVERAL: Final = 2
_GIVEN: Final = 2
"""Given names of one person at most."""
_LABEL: Final = 4
"""Words of a label before its colon at most."""


def divided(tokens: Sequence[Token]) -> list[Token]:
    """The words, with a line's end before each entry that ran on from the one before it."""
    found: list[Token] = []
    for _, group in groupby(tokens, key=lambda token: token.line):
        line = list(group)
        begins = set(_Line(line).begins()) if len(line) <= _LONGEST else set()
        found += [
            token._replace(gap=Gap.LINE) if at in begins and token.gap == Gap.WORD else token
            for at, token in enumerate(line)
        ]
    return found


class _Line:
    """The words of one line, and where people are named in it."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._people = list(_named(tokens))

    def begins(self) -> Iterator[int]:
        """Where an entry begins that ran on."""
        bullets = [place for place in range(1, len(self._tokens)) if self._is_bullet(place)]
        if max(len(bullets), len(self._people)) >= _SEVERAL and self._is_list():
            yield from bullets
            yield from self._entries()
            yield from self._titles(self._people)
        elif self._people and self._people[0][0] == 0:
            yield from self._titles(self._people[:1])

    def _is_list(self) -> bool:
        words = [token for token in self._tokens if token.text[0].isalpha()]
        return sum(token.capital for token in words) >= _NAMES * len(words)

    def _titles(self, people: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Titles with a capital, which stood below a name, and what stood below the title."""
        below = (place for _, place in people if place < len(self._tokens) and self._tokens[place].capital)
        for place in below:
            after = title_at(self._tokens, place)
            if after > place:
                yield from (place, after)

    def _entries(self) -> Iterator[int]:
        """Labels, and names that stand right behind another entry."""
        yield from filter(self._is_label, range(1, len(self._tokens)))
        firsts = [first for first, _ in self._people]
        titled = bool(firsts) and title_before(self._tokens, firsts[0]) < firsts[0]
        yield from (first for first in firsts if first and self._ran_on(first, titled=titled))

    def _is_bullet(self, place: int) -> bool:
        follows = place + 1 < len(self._tokens) and self._tokens[place + 1].gap == Gap.WORD
        return self._tokens[place].text in BULLETS and follows and self._tokens[place + 1].capital

    def _is_label(self, place: int) -> bool:
        """Does a label of a few words and a colon begin here: Övriga närvarande: Kim Berg?"""
        before = self._tokens[place - 1]
        if not self._tokens[place].capital or before.text in (",", ":", "och", "-", "–"):
            return False
        for after in range(place + 1, min(place + _LABEL, len(self._tokens))):
            sign = self._tokens[after].text
            if sign in (":", "-", "–"):
                label = joined(self._tokens[place:after]).casefold()
                known = title_at(self._tokens, place) == after or label in labels()
                return known or (sign == ":" and not before.capital)
            if self._tokens[after].capital or not self._tokens[after].text[0].isalpha():
                return False
        return False

    def _ran_on(self, first: int, *, titled: bool) -> bool:
        """Does the name stand right behind another entry, rather than behind a comma, a title or a verb?"""
        before = self._tokens[first - 1]
        title = title_before(self._tokens, first)
        if title < first:
            return not titled and title > 0 and self._tokens[title - 1].text == ","
        if first <= _LABEL and joined(self._tokens[:first]).casefold() in labels():
            return True
        return before.text == ")" or before.text[0].isdigit() or before.capital or is_form(before.text)


def _named(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where somebody is named by names that are known, first and after."""
    place = 0
    while place + 1 < len(tokens):
        after = _name(tokens, place)
        if after:
            yield place, after
        place = after or place + 1


def _name(tokens: Sequence[Token], place: int) -> int:
    """Index after the name that begins here; 0 where none does."""
    if not tokens[place].capital or not _given(tokens[place].text):
        return 0
    after = place + 1
    while after + 1 < len(tokens) and after - place < _GIVEN and _is_part(tokens[after]) and _given(tokens[after].text):
        after += 1
    if after == len(tokens) or not _is_part(tokens[after]) or not surname(tokens[after].text):
        return 0
    return after + 1


def _given(word: str) -> bool:
    return given(word) or (word.isascii() and word in lists.unmarked("given"))


def _is_part(token: Token) -> bool:
    return token.capital and token.gap == Gap.WORD and token.text[1:2].islower() and not is_title(token.text)
