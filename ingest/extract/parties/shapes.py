"""Names of organisations that have the shape of one: "Stiftelsen X", "Hyresnämnden i X", "X AB", "X kommun"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....swedish.words import count
from . import lists
from .spans import Span, bare, joined, organisation
from .titles import is_title
from .tokens import Gap, Token

_NAME_LIMIT: Final = 6
"""Words of a name before its last, or after its first; more are no name."""
_HEADING: Final = 9
"""Letters of a name in capitals that is no acronym."""
_USUAL: Final = 3
"""Times that a word stands in six million words of official text when it is no place."""
_ENUMERATED: Final = 60
"""Words back to the first of the municipalities of an enumeration."""
_PLURALS: Final = {"universiteten": "Universitetet", "högskolorna": "Högskolan", "länsstyrelserna": "Länsstyrelsen"}
_SHORT: Final = ("ek", ".", "för", ".")
_COMPANY: Final = frozenset(["AB", "HB", "KB", "Aktiebolag"])
_TRADES: Final = frozenset(
    ["Fastighets", "Bostads", "Byggnads", "Förvaltnings", "Handels", "Industri", "Skogs", "Tomt", "Trafik", "Kraft"]
)
"""What a company is called before its form, the name after it: Fastighets AB Bergs Torg."""
_PLACEHOLDERS: Final = frozenset(["NN", "XX", "XXX", "YY", "XY", "ABC"])
_COUNTY: Final = frozenset(["län", "läns"])
_OF_PLACES: Final = frozenset(["Region", "Länsstyrelsen", "Landstinget", "Polismyndigheten"])
"""What is named for its county or region alone: nothing of the name follows a place in the genitive."""
_INSIDE: Final = frozenset(
    ["&", "ekonomisk", "ideell", "ek.", "läns", "tekniska", "allmänna", "fria", "kyrkliga", "sockens", "bys", "byars"]
)
"""Words inside names that have no capital."""


def head(word: str) -> str | None:
    """The first word of names of organisations that this is, also in the genitive or without its dots."""
    heads = lists.words("heads")
    for form in (word, bare(word)):
        if form in heads:
            return form
    if word.endswith(lists.endings("head_endings")):
        return word
    return lists.unmarked("heads").get(word) if word.isascii() and len(word) > _NAME_LIMIT else None


def headed(tokens: Sequence[Token], place: int, kind: str | None) -> Span | None:
    """An organisation that begins with its kind, as `head` gives it; some kinds are names by themselves."""
    if not kind:
        return None
    after = place + 1
    if after < len(tokens) and tokens[after].text in ("i", "för", "över", "vid") and tokens[after].gap == Gap.WORD:
        after += 1
    named = capitals(tokens, after, of_place=kind in _OF_PLACES)
    if named == after or tokens[place].text == f"{kind}s":
        return organisation(tokens, place, place + 1, "party.kind", kind) if kind in lists.alone() else None
    if kind not in _OF_PLACES:
        named = _onward(tokens, named)
    for words in (_COUNTY, lists.words("forms")):
        named += named < len(tokens) and tokens[named].text in words and tokens[named].gap == Gap.WORD
    return organisation(tokens, place, named, "party.shape", f"{kind} {_nominative(tokens[place + 1 : named])}")


def _onward(tokens: Sequence[Token], place: int) -> int:
    """Index after "i" and a word that is no place: Stiftelsen Hopp i Norr, but Föreningen Hopp, i Mora."""
    follows = place + 1 < len(tokens) and tokens[place].text == "i" and tokens[place].gap == Gap.WORD
    if not follows or not lists.places().isdisjoint({tokens[place + 1].text, bare(tokens[place + 1].text)}):
        return place
    after = capitals(tokens, place + 1)
    return after if after > place + 1 else place


def capitals(tokens: Sequence[Token], first: int, *, of_place: bool = True) -> int:
    """Index after the last of the words with capitals that begin here and may belong to one name.

    With `of_place` the name ends at a place in the genitive: Region Dalarnas Utvecklingsenhet.
    """
    after = first
    while after < len(tokens) and after - first < _NAME_LIMIT and tokens[after].gap == Gap.WORD:
        token = tokens[after]
        if not (token.capital or (token.text == "&" and after > first)) or token.text in lists.words("forms"):
            break
        after += 1
        if of_place and token.text not in lists.places() and token.text.removesuffix("s") in lists.places():
            break
    return after


def _nominative(tokens: Sequence[Token]) -> str:
    """The name without the s of a genitive, where its last word is known without."""
    name, last = joined(tokens), tokens[-1].text
    if last.endswith((":s", "’s", "'s")):
        return name[:-2]
    short = last.removesuffix("s")
    known = short in lists.places() or short == "län" or short in lists.words("forms")
    return name[:-1] if short != last and known and last not in lists.places() else name


def is_form(word: str) -> bool:
    """Can the name of an organisation close with the word?"""
    short = bare(word)
    return word in lists.words("forms") or short in lists.words("forms") or _ends_name(short)


def _ends_name(word: str) -> bool:
    return word.casefold().endswith(lists.endings("form_endings"))


def formed(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """An organisation that ends with its kind: the words with capitals before it; those before `free` are taken."""
    word = tokens[place].text
    if tokens[place].gap > Gap.WORD or not is_form(word) or _goes_on(tokens, place):
        return None
    last = word if word in lists.words("forms") else bare(word)
    first = _beginning(tokens, _apposed(tokens, place), free)
    if last in ("kommun", "stad") and first < place:
        first = _municipality(tokens, first, place)
    if first == place or tokens[first].text in _PLACEHOLDERS:
        return None
    after = place + 1
    if word == _SHORT[0]:
        after, last = place + len(_SHORT), "ek. för."
    elif first == place - 1 and tokens[first].text in _TRADES and word.isupper():
        after = capitals(tokens, after, of_place=False)
        last = joined(tokens[place:after])
    elif after < len(tokens) and tokens[after].text.casefold() in ("r.f", "rf") and tokens[after].gap == Gap.WORD:
        after += 1 + (after + 1 < len(tokens) and tokens[after + 1].text == ".")
        last = f"{last} r.f."
    return organisation(tokens, first, after, "party.shape", _spelled(f"{joined(tokens[first:place])} {last}"))


def _goes_on(tokens: Sequence[Token], place: int) -> bool:
    """Is what the name goes on with its true end: Bergs Lokaltrafik AB, Bergs Sparbanks Kulturstiftelse?"""
    word, after = tokens[place].text, place + 1
    if word == _SHORT[0]:
        return tuple(token.text for token in tokens[place : place + len(_SHORT)]) != _SHORT
    if after == len(tokens) or tokens[after].gap != Gap.WORD or not tokens[after].capital or word[0].islower():
        return False
    return tokens[after].text in _COMPANY or (word != bare(word) and is_form(tokens[after].text))


def _apposed(tokens: Sequence[Token], place: int) -> int:
    """The word behind which the name stands to which a form is set: Museet i Berg, ideell förening."""
    before = [token.text for token in tokens[max(0, place - 2) : place]]
    return place - 2 if before in ([",", "ideell"], [",", "ekonomisk"]) else place


def _spelled(name: str) -> str:
    """The name with small letters, where it is printed in capitals."""
    if not name.removesuffix("r.f.").isupper() or len(name) < _HEADING:
        return name
    forms = lists.words("forms") | {"r.f."}
    return " ".join(word if word in forms else word.capitalize() for word in name.split())


def _beginning(tokens: Sequence[Token], place: int, free: int) -> int:
    """Where the name begins that closes at `place`."""
    first = place
    while first > free and place - first < _NAME_LIMIT and tokens[first].gap <= Gap.WORD:
        before = tokens[first - 1]
        if first < place and first > free + 1 and tokens[first - 2].capital and is_title(before.text):
            break  # Maja Lind Ordförande Byalaget Fors ekonomisk förening
        if (before.capital and before.text[0].isalpha()) or before.text in _INSIDE:
            first -= 1
        elif first - 2 >= free and _joins(tokens, first - 1):
            first -= 2
        elif tokens[first].text == "-" and tokens[first].gap == Gap.NONE:
            first -= 1
        else:
            break
    while first < place and (not tokens[first].capital or _leads(tokens[first].text)):
        first += 1
    if tokens[place].text.isupper() and len(tokens[place].text) > _NAME_LIMIT:  # a heading, in which all words are
        first = max([first, *(at + 1 for at in range(first, place) if _leads(tokens[at].text))])
    return first


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Is this word inside a name: Länstrafiken i Ådalen AB, Bergs bygde- och kulturförening?"""
    word, before = tokens[place].text, tokens[place - 1]
    if word == "i" or word.isdigit():
        return before.capital and tokens[place].gap == Gap.WORD and before.text[0].isalpha()
    return word == "och" and before.text[-1] == "-"


def _leads(word: str) -> bool:
    """Is this word no part of the name that follows, but what the sentence begins with?"""
    low = word.casefold()
    return low in lists.words("leads") or low.endswith(("aren", "ören", "enten", "ärden"))


def _municipality(tokens: Sequence[Token], first: int, place: int) -> int:
    """Where the name of a municipality begins: the longest known one, else the word before that is no common word."""
    for start in range(first, place):
        if joined(tokens[start:place]) in lists.municipalities():
            return start
    word = tokens[place - 1].text
    known = word in lists.places() or word.removesuffix("s") in lists.places()
    return place - 1 if tokens[place - 1].capital and (known or count(word) < _USUAL) else place


def is_plural(word: str) -> bool:
    """Does the word name several organisations at once?"""
    return word in _PLURALS or word in ("kommuner", "kommuners")


def several(tokens: Sequence[Token], place: int, free: int) -> list[Span]:
    """The organisations of "Åre, Bergs och Bräcke kommuner", of "universiteten i Uppsala och Lund"."""
    kind = _PLURALS.get(tokens[place].text)
    return [*_universities(tokens, place, kind)] if kind else [*_municipalities(tokens, place, free)]


def _municipalities(tokens: Sequence[Token], place: int, free: int) -> Iterator[Span]:
    first = place
    while first > max(free, place - _ENUMERATED) and (
        tokens[first - 1].capital or tokens[first - 1].text in (",", "och", "samt")
    ):
        first -= 1
    while first < place:
        ends = range(min(place, first + 3), first, -1)
        after = next((end for end in ends if joined(tokens[first:end]) in lists.municipalities()), first)
        if after > first:
            name = f"{joined(tokens[first:after])} kommun"
            start, end = tokens[first].start, tokens[after - 1].end
            yield Span(first, after, start, end, name, "organisation", "party.listed", known=True)
        first = max(after, first + 1)


def _universities(tokens: Sequence[Token], place: int, kind: str) -> Iterator[Span]:
    """The first begins with the plural."""
    first = place + 1 + (place + 1 < len(tokens) and tokens[place + 1].text == "i")
    begins = place
    while first < len(tokens) and tokens[first].capital and tokens[first].gap == Gap.WORD:
        after = capitals(tokens, first)
        name = f"{kind} i {joined(tokens[first:after])}"
        yield Span(begins, after, tokens[begins].start, tokens[after - 1].end, name, "organisation", "party.shape")
        if after >= len(tokens) or tokens[after].text not in (",", "och", "samt"):
            return
        first = begins = after + 1
