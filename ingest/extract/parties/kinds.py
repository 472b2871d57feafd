"""Bodies that are called by their kind: regionala utvecklingsnämnden, kommunstyrelsens arbetsutskott."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from . import lists
from .spans import Span, joined, organisation
from .titles import title_at
from .tokens import Gap, Token

_BODY: Final = re.compile(
    r"[a-zåäö-]*(?:nämnd(?:en)?|(?<!läns)styrelsen|fullmäktige|utskott(?:et)?|direktionen|beredningen"
    r"|(?:samverkans|samråds|pensionärs|funktionshinder|funktionsrätts|ungdoms|äldre|folkhälso|ägar|partnerskaps"
    r"|landsbygds)råd(?:et)?)s?",
    re.IGNORECASE,
)
_WORDS: Final = 8
"""Of a body's name at most."""
_OWNERS: Final = frozenset(["regionens", "kommunens", "landstingets", "förbundets", "stadens"])


@lru_cache(maxsize=1 << 13)
def is_kind_word(word: str) -> bool:
    """Can the name of a body close with the word?"""
    return bool(_BODY.fullmatch(word))


def kind_at(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """The body whose name closes with this word; words before `free` belong to another name."""
    word = tokens[place].text
    low = word.casefold()
    if not is_kind_word(word):
        return None
    owner = low.endswith("s") and place + 1 < len(tokens) and tokens[place + 1].gap == Gap.WORD
    if whose(tokens, place + 1) or (owner and is_kind_word(tokens[place + 1].text)):
        return None
    if low in ("nämnden", "nämndens") and place + 2 < len(tokens) and tokens[place + 1].text == "för":
        return _for(tokens, place)
    if low.removesuffix("s").endswith(("nämnd", "utskott", "råd")) and not tokens[place].capital:
        return _indefinite(tokens, place, free)
    first = _beginning(tokens, place, free)
    name = joined(tokens[first : place + 1])
    name = name[:-1] if low.endswith(("ens", "ets", "iges")) else name
    if first == place and name.casefold() in lists.words("bare_bodies"):
        return None
    return organisation(tokens, first, place + 1, "party.body", name[0].upper() + name[1:])


def whose(tokens: Sequence[Token], place: int) -> bool:
    """Does somebody's title stand here, who is the body's: kommunstyrelsens ordförande?"""
    follows = place < len(tokens) and tokens[place].gap == Gap.WORD
    return follows and tokens[place - 1].text.endswith("s") and title_at(tokens, place) > place


def _for(tokens: Sequence[Token], place: int) -> Span | None:
    """A body named for its field: Nämnden för kultur, fritid och idrott."""
    after = place + 3
    while after + 1 < len(tokens) and tokens[after].text in (",", "och") and tokens[after + 1].text[0].islower():
        last = tokens[after].text == "och"
        if not last and (after + 3 >= len(tokens) or tokens[after + 2].text not in (",", "och")):
            break
        after += 2
        if last:
            break
    if not all(token.text[0].islower() or token.text == "," for token in tokens[place + 1 : after]):
        return None
    name = f"Nämnden {joined(tokens[place + 1 : after])}"
    return organisation(tokens, place, after, "party.body", name)


def is_kind(name: str) -> bool:
    """Is it a body of a municipality, a region or an association, rather than an organisation of its own?"""
    *_, last = name.casefold().partition(" för ")[0].split()
    authority = name in lists.organisations() and " " not in name and name.endswith("styrelsen")
    if name in lists.words("national_boards"):
        return False
    if name.casefold() in lists.words("bare_bodies"):
        return True
    return is_kind_word(last) and not (authority and name not in lists.words("own_boards"))


def _indefinite(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """A body named by whose it is, Kommunstyrelsens arbetsutskott: a body's or an owner's, else no name."""
    first = _beginning(tokens, place, free)
    if first == place or not tokens[first].text.endswith("s"):
        return None
    name = joined(tokens[first : place + 1])
    return organisation(tokens, first, place + 1, "party.body", name[0].upper() + name[1:])


def _beginning(tokens: Sequence[Token], place: int, free: int) -> int:
    first = place
    while first > free and tokens[first].gap <= Gap.WORD and place - first < _WORDS:
        before = tokens[first - 1].text.casefold()
        if before in lists.words("body_adjectives") or _of_body(before):
            first -= 1
        elif (before in ("och", ",") and first - 2 >= free and tokens[first - 2].text[-1] == "-") or (
            before == "-" and first - 2 >= free and tokens[first - 1].gap == Gap.NONE
        ):
            first -= 2
        elif tokens[first].text == "-" and tokens[first].gap == Gap.NONE:
            first -= 1
        else:
            break
    return first


def _of_body(word: str) -> bool:
    return word.endswith("s") and (word in _OWNERS or is_kind_word(word))
