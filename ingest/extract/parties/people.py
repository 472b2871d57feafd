"""Names of people: those of which the lists know the given name, and unknown ones where only people can stand."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from ....swedish.words import count
from . import lists
from .spans import Span, joined
from .titles import title_at, title_before
from .tokens import Gap, Token

_PARTICLES: Final = frozenset(["von", "af", "de", "van", "der", "den", "la", "el", "al", "bin", "ben", "da", "di", "dos", "du"])
_WORDS: Final = 5
"""Of a name at most, particles counted."""
_PARTY: Final = re.compile(r"[A-ZÅÄÖ]{1,4}|[a-zåäö]{1,2}|kd|mp|sd|fp|-|[A-ZÅÄÖ][a-zåäö]{1,4}[A-ZÅÄÖ]?[a-z]*")
_STREET: Final = re.compile(
    r"(?:gata|gatan|väg|vägen|plan|plats|torg|torget|gränd|skola|gymnasium|park|stipendium|fond)"
)
_USUAL: Final = 150
"""Times that a word stands in six million words of official text when it is no surname."""


def people(tokens: Sequence[Token], taken: Sequence[Span], expected: Container[int]) -> list[Span]:
    """Each name of a person, in the order of the text; `taken` are names of organisations.

    At the words of `expected` somebody's name is likely, as in a list of those present.
    """
    held = {place for span in taken for place in range(span.first, span.after)}
    found: list[Span] = []
    place = 0
    while place < len(tokens):
        after = _name(tokens, place, held) if tokens[place].capital and place not in held else place
        if after > place and (rule := _rule(tokens, place, after, expected)):
            found.append(_span(tokens, place, after, rule))
        place = max(after if after > place and found and found[-1].first == place else place + 1, place + 1)
    return found


def _span(tokens: Sequence[Token], first: int, after: int, rule: str) -> Span:
    name = joined(tokens[first:after])
    end = tokens[after - 1].end
    last = tokens[after - 1].text
    if last.endswith("s") and last not in lists.surnames() and last[:-1] in lists.surnames():
        name, end = name[:-1], end - 1
    return Span(first, after, tokens[first].start, end, name, "person", rule, rule == "party.name")


def _name(tokens: Sequence[Token], place: int, held: set[int]) -> int:
    """Index after the last of two to five words that may be somebody's name; `place` where there are not two."""
    after = place
    while after < len(tokens) and after - place < _WORDS and after not in held:
        token = tokens[after]
        if after > place and token.gap > Gap.WORD:
            break
        if token.capital and (token.text.replace("-", "").isalpha() or _initial(token.text)):
            if after > place and token.text.isupper() and len(token.text) > 1 and not tokens[place].text.isupper():
                break
            after += 1
        elif after > place and token.text in _PARTICLES and after + 1 < len(tokens) and tokens[after + 1].capital:
            after += 1
        else:
            break
    return after if after - place > 1 and not _initial(tokens[after - 1].text) else place


def _initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _rule(tokens: Sequence[Token], first: int, after: int, expected: Container[int]) -> str | None:
    """Why this is somebody's name, if it is."""
    if after < len(tokens) and _STREET.match(tokens[after].text) and tokens[after - 1].text.endswith("s"):
        return None
    if title_at(tokens, first) > first:
        return None
    if given(tokens[first].text) and _surname(tokens[after - 1].text):
        return "party.name"
    if _framed(tokens, first, after, expected):
        return "party.frame"
    return None


def given(word: str) -> bool:
    """Is it a given name, or two joined?"""
    names = lists.given_names()
    return word in names or ("-" in word and all(part in names for part in word.split("-")))


def _surname(word: str) -> bool:
    bare = word.removesuffix("s")
    known = lists.surnames()
    if word in known or bare in known or "-" in word:
        return True
    return count(word) < _USUAL


def _framed(tokens: Sequence[Token], first: int, after: int, expected: Container[int]) -> bool:
    """Does it stand where only people stand: before a party, between commas before a title, after a title?"""
    words = [token.text for token in tokens[first:after]]
    if any(count(word) > _USUAL for word in words) and not given(words[0]):
        return False
    if first in expected or party_after(tokens, after) > after:
        return True
    if after < len(tokens) and tokens[after].text == "," and title_at(tokens, after + 1) > after + 1:
        return True
    return title_before(tokens, first) < first and not tokens[first - 1].capital


def party_after(tokens: Sequence[Token], place: int) -> int:
    """Index after "(S)", "(M+KD)" or ", c," at this place; `place` where none stands."""
    if place + 2 < len(tokens) and tokens[place].text == "(" and tokens[place].gap <= Gap.COLUMN:
        if tokens[place + 2].text == ")" and _PARTY.fullmatch(tokens[place + 1].text):
            return place + 3
    return place


def lines(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """First and after of the words of each printed line."""
    first = 0
    for place in range(1, len(tokens) + 1):
        if place == len(tokens) or tokens[place].line != tokens[first].line:
            yield first, place
            first = place
