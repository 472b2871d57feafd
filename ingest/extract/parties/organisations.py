"""Names of organisations in running text: the ones that are known, and the ones that have the shape of one.

A name needs a capital (shapes.py); kinds of bodies, kommunstyrelsen, do not (kinds.py).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from . import lists
from .kinds import is_kind, is_kind_word, kind_at
from .shapes import capitals, formed, head, headed, is_form, is_plural, several
from .spans import Span, bare, joined, organisation, runs
from .tokens import Gap, Token

_LONG: Final = 7
"""Letters of a word that is known without its dots."""
_SINGLE: Final = re.compile(
    r"""[A-ZÅÄÖ][a-zåäöé-]{2,} (?: verket | myndigheten | kassan | departementet | universitetet | inspektionen
    | ombudsmannen | institutet | förbundet | ämbetet | sällskapet | ministeriet ) s?""",
    re.VERBOSE,
)
"""One word that names an authority by its ending."""
_NO_NAME: Final = re.compile(
    r"""\w* (?: nät | regel | ram | såg | kraft | hant | bak | konst | råd | trä | bygg | mål | lag | tänk | syn | till
      | ur | gruv | vatten | värme | elekt | el | lång | lär | läro | vård | upp ) verkets?
    | (?: förvaltnings | tillsyns | bygg | plan | fakta ) myndighetens? | (?: sam | väg ) förbundets?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words that end like it and name none."""


def organisations(tokens: Sequence[Token]) -> list[Span]:
    """Each name of an organisation, in the order of the text; no two overlap."""
    found: list[Span] = []
    place = 0
    while place < len(tokens):
        spans = _at(tokens, place, found[-1].after if found else 0) if _tells(tokens[place].text) else ()
        found.extend(spans)
        place = max(place + 1, spans[-1].after if spans else 0)
    return found


@lru_cache(maxsize=1 << 13)
def _tells(word: str) -> bool:
    """Can the name of an organisation begin or close with the word? Most words cannot."""
    if not word[0].isalpha():
        return False
    if is_kind_word(word) or is_form(word) or is_plural(word):
        return True
    if not word[0].isupper():
        return word in ("region", "länsstyrelsen", "länsstyrelsens")
    firsts = lists.by_first_word()
    return word in firsts or bare(word) in firsts or word.isascii() or bool(head(word) or _SINGLE.fullmatch(word))


def _at(tokens: Sequence[Token], place: int, free: int) -> Sequence[Span]:
    """The organisations whose names begin or close with this word; words before `free` belong to another name."""
    word = tokens[place].text
    if is_plural(word):
        return several(tokens, place, free)
    if tokens[place].capital:
        span = _listed(tokens, place, word) or headed(tokens, place, head(word)) or formed(tokens, place, free)
        span = span or _single(tokens, place)
    else:
        span = formed(tokens, place, free) or _small(tokens, place)
    span = span or kind_at(tokens, place, free)
    return (span,) if span else ()


def _listed(tokens: Sequence[Token], place: int, first: str) -> Span | None:
    firsts = lists.by_first_word()
    for words, name in firsts.get(first) or firsts.get(bare(first)) or ():
        after = place + len(words)
        seen = [first, *(token.text for token in tokens[place + 1 : after])]
        if not runs(tokens, place, after) or not _same(seen, words):
            continue
        if name not in lists.words("heads") and not is_kind(name):  # Handelskammaren Mitt; kommunstyrelsens ordförande
            return _extended(tokens, place, after, name)
    return None


def _same(words: Sequence[str], name: Sequence[str]) -> bool:
    *before, last = words
    return before == list(name[:-1]) and name[-1] in (last, bare(last))


def _extended(tokens: Sequence[Token], place: int, after: int, name: str) -> Span:
    """A listed name with what may follow it: Torsta AB, IF Metall Värmland."""
    end = after
    if name.endswith(tokens[after - 1].text) and after < len(tokens) and tokens[after].gap == Gap.WORD:
        following = tokens[after].text
        public = name.endswith((" kommun", " stad")) or name.startswith("Region ")
        if following in lists.words("forms") and tokens[after].capital:
            end = after + 1
        elif following in lists.places() and not public:
            end = capitals(tokens, after)
    full = f"{name} {joined(tokens[after:end])}" if end > after else name
    if name.isupper() and place and tokens[place - 1].text == "Svenska" and tokens[place].gap == Gap.WORD:
        place, full = place - 1, f"Svenska {full}"  # of the Swedish branch of something international
    return organisation(tokens, place, end, "party.listed", full, known=True)


def _single(tokens: Sequence[Token], place: int) -> Span | None:
    """One word that names an authority by its ending, or one that has lost its dots."""
    word = tokens[place].text
    listed = lists.unmarked("organisations").get(word) if word.isascii() and len(word) >= _LONG else None
    if listed:
        return organisation(tokens, place, place + 1, "party.listed", listed)
    if not _SINGLE.fullmatch(word) or _NO_NAME.fullmatch(word):
        return None
    return organisation(tokens, place, place + 1, "party.shape", word.removesuffix("s"))


def _small(tokens: Sequence[Token], place: int) -> Span | None:
    """Names of which the first word is written small now and then: region Gävleborg, länsstyrelsen."""
    word = tokens[place].text
    if word in ("länsstyrelsen", "länsstyrelsens"):
        return headed(tokens, place, "Länsstyrelsen")
    return _listed(tokens, place, "Region") if word == "region" else None
