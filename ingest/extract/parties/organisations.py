"""Names of organisations in running text: the ones that are known, and the ones that have the shape of one.

Shapes: "Region X", "Stiftelsen X", "Hyresnämnden i X"; "X AB", "X kommun", "X hembygdsförening". A name needs a
capital; kinds of bodies (kinds.py) do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from ....swedish.words import count
from . import lists
from .kinds import is_kind, is_kind_word, kind_at
from .spans import Span, bare, joined, organisation, runs
from .tokens import Gap, Token

_NAME_LIMIT: Final = 6
"""Words of a name before its last; more are no name."""
_HEADING: Final = 9
"""Letters of a name in capitals that is no acronym."""
_USUAL: Final = 3
"""Times that a word stands in six million words of official text when it is no place."""
_SINGLE: Final = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé-]{2,}(?:verket|myndigheten|kassan|departementet|universitetet|inspektionen|ombudsmannen"
    r"|förbundet|ämbetet|sällskapet|ministeriet)s?"
)
_NO_NAME: Final = re.compile(
    r"\w*(?:nät|regel|ram|såg|kraft|hant|bak|konst|råd|trä|bygg|mål|lag|tänk|syn|till|ur|gruv|vatten|värme|elekt|el"
    r"|lång|korthets|läro|vård|upp)verkets?|(?:förvaltnings|tillsyns|bygg|plan|fakta)myndighetens?|(?:sam|väg)förbundets?",
    re.IGNORECASE,
)
"""Words that end like an authority's name."""
_PLURALS: Final = {"universiteten": "Universitetet", "högskolorna": "Högskolan", "länsstyrelserna": "Länsstyrelsen"}


def organisations(tokens: Sequence[Token]) -> list[Span]:
    """Each name of an organisation, in the order of the text; no two overlap."""
    found: list[Span] = []
    place = 0
    while place < len(tokens):
        spans = _at(tokens, place, found)
        while spans and found and found[-1].after > spans[0].first:
            found.pop()
        found.extend(spans)
        place = max(place + 1, spans[-1].after if spans else 0)
    return found


def _at(tokens: Sequence[Token], place: int, before: Sequence[Span]) -> list[Span]:
    """The organisations whose names begin or close with this word."""
    word = tokens[place].text
    if not _tells(word):
        return []
    free = before[-1].after if before else 0
    if word in ("kommuner", "kommuners"):
        return list(_municipalities(tokens, place, free))
    if word in _PLURALS:
        return list(_plural(tokens, place))
    if tokens[place].capital:
        span = _listed(tokens, place, word) or _headed(tokens, place, _head(word)) or _formed(tokens, place, free)
        span = span or _single(tokens, place)
    else:
        span = _formed(tokens, place, free) or _small(tokens, place)
    span = span or kind_at(tokens, place, free)
    return [span] if span else []


@lru_cache(maxsize=50_000)
def _tells(word: str) -> bool:
    """Can the name of an organisation begin or close with the word? Most words cannot."""
    if not word[0].isalpha():
        return False
    if (
        is_kind_word(word)
        or bare(word) in lists.words("forms")
        or bare(word.casefold()).endswith(lists.endings("form_endings"))
    ):
        return True
    if not word[0].isupper():
        return word in _PLURALS or word in ("kommuner", "kommuners", "region", "länsstyrelsen", "länsstyrelsens")
    firsts = lists.by_first_word()
    return word in firsts or bare(word) in firsts or word.isascii() or bool(_head(word) or _SINGLE.fullmatch(word))


def _listed(tokens: Sequence[Token], place: int, first: str) -> Span | None:
    for words, name in lists.by_first_word().get(first) or lists.by_first_word().get(bare(first)) or ():
        after = place + len(words)
        seen = [first, *(token.text for token in tokens[place + 1 : after])]
        if not runs(tokens, place, after) or not _same(seen, words):
            continue
        if name in lists.words("heads") or is_kind(name):
            continue  # Handelskammaren Mitt; kinds of bodies are read by kinds.py
        return _extended(tokens, place, after, name)
    return None


def _extended(tokens: Sequence[Token], place: int, after: int, name: str) -> Span:
    """A listed name with what may follow it: Torsta AB, IF Metall Värmland."""
    if (
        after < len(tokens)
        and tokens[after].gap == Gap.WORD
        and tokens[after].capital
        and tokens[after - 1].text == name.split()[-1]
    ):
        following = tokens[after].text
        form = next((word for word in (following, following.removesuffix("s")) if word in lists.words("forms")), None)
        if form:
            return organisation(tokens, place, after + 1, "party.listed", f"{name} {form}", known=True)
        if following in lists.places() and not name.endswith((" kommun", " stad")) and not name.startswith("Region "):
            end = _capitals(tokens, after)
            return organisation(tokens, place, end, "party.listed", f"{name} {joined(tokens[after:end])}", known=True)
    return organisation(tokens, place, after, "party.listed", name, known=True)


def _same(words: Sequence[str], name: Sequence[str]) -> bool:
    *before, last = words
    return before == list(name[:-1]) and name[-1] in (last, bare(last))


def _head(word: str) -> str | None:
    """The first word of names of organisations that this is, also in the genitive or without its dots."""
    heads = lists.words("heads")
    if word in heads:
        return word
    if bare(word) in heads:
        return bare(word)
    if word.endswith(lists.endings("head_endings")):
        return word
    return lists.unmarked("heads").get(word) if word.isascii() and len(word) > len("Stift") else None


def _headed(tokens: Sequence[Token], place: int, head: str | None) -> Span | None:
    """An organisation that begins with its kind; some kinds are names by themselves."""
    if not head:
        return None
    after = place + 1
    if after < len(tokens) and tokens[after].text in ("i", "för", "över", "vid") and tokens[after].gap == Gap.WORD:
        after += 1
    named = _capitals(tokens, after, place_names=head in _OF_PLACES)
    if named == after or (tokens[place].text != head and tokens[place].text == f"{head}s"):
        return organisation(tokens, place, place + 1, "party.kind", head) if head in lists.alone() else None
    for words in (("län", "läns"), lists.words("forms")):
        if named < len(tokens) and tokens[named].text in words and tokens[named].gap == Gap.WORD:
            named += 1
    rest = _nominative(tokens[place + 1 : named])
    return organisation(tokens, place, named, "party.shape", f"{head} {rest}")


_OF_PLACES: Final = frozenset(("Region", "Länsstyrelsen", "Landstinget", "Polismyndigheten"))
"""What is named for its county or region alone: nothing of the name follows a place in the genitive."""


def _capitals(tokens: Sequence[Token], first: int, *, place_names: bool = True) -> int:
    """Index after the last of the words with capitals that begin here and may belong to one name."""
    after = first
    while after < len(tokens) and after - first < _NAME_LIMIT and tokens[after].gap == Gap.WORD:
        token = tokens[after]
        if not (token.capital or (token.text == "&" and after > first)) or token.text in lists.words("forms"):
            break
        after += 1
        genitive = token.text not in lists.places() and token.text.removesuffix("s") in lists.places()
        if place_names and genitive:
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


def _formed(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """An organisation that ends with its kind: the words with capitals before it."""
    last = _form(tokens[place])
    if not last or tokens[place].gap > Gap.WORD:
        return None
    first = _beginning(tokens, place, free)
    if last in ("kommun", "stad") and first < place:
        first = _municipality(tokens, first, place)
    if first == place:
        return None
    end = place + 1
    if end < len(tokens) and tokens[end].text.casefold() in ("r.f", "rf") and tokens[end].gap == Gap.WORD:
        last, end = f"{last} r.f.", end + 1 + (end + 1 < len(tokens) and tokens[end + 1].text == ".")
    return organisation(tokens, first, end, "party.shape", _spelled(f"{joined(tokens[first:place])} {last}"))


def _spelled(name: str) -> str:
    """The name with small letters, where it is printed in capitals."""
    if not name.removesuffix("r.f.").isupper() or len(name) < _HEADING:
        return name
    return " ".join(word if word in lists.words("forms") else word.capitalize() for word in name.split()).replace(
        "R.f.", "r.f."
    )


def _form(token: Token) -> str | None:
    """The last word of an organisation's name that this is, without the s of a genitive."""
    forms = lists.words("forms")
    if token.text in forms:
        return token.text
    short = bare(token.text)
    if short in forms or short.casefold().endswith(lists.endings("form_endings")):
        return short
    return None


def _beginning(tokens: Sequence[Token], place: int, free: int) -> int:
    """Where the name begins that closes at `place`."""
    first = place
    while first > free and place - first < _NAME_LIMIT and tokens[first].gap <= Gap.WORD:
        before = tokens[first - 1]
        if (before.capital and before.text[0].isalpha()) or before.text in _INSIDE:
            first -= 1
        elif first - 2 >= free and _joins(tokens, first - 1):
            first -= 2
        else:
            break
    while first < place and (not tokens[first].capital or _leads(tokens, first)):
        first += 1
    if tokens[place].text.isupper() and len(tokens[place].text) > _NAME_LIMIT:  # a heading, in which all words are
        first = max([first, *(at + 1 for at in range(first, place) if _leads(tokens, at))])
    return first


_INSIDE: Final = frozenset(("&", "ekonomisk", "ideell", "ek.", "läns", "tekniska", "allmänna", "fria", "kyrkliga"))


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Is this word inside a name: Länstrafiken i Ådalen AB, Bergs bygde- och kulturförening?"""
    word, before = tokens[place].text, tokens[place - 1]
    if word in ("i", "för", "på"):
        return before.capital and tokens[place].gap == Gap.WORD and before.text[0].isalpha()
    return word == "och" and (before.text.endswith("-") or before.text == "-")


def _leads(tokens: Sequence[Token], place: int) -> bool:
    """Is this word no part of the name that follows, but what the sentence begins with?"""
    low = tokens[place].text.casefold()
    return low in lists.words("leads") or low.endswith(("aren", "ören", "enten", "ärden"))


def _municipality(tokens: Sequence[Token], first: int, place: int) -> int:
    """Where the name of a municipality begins: the longest known one, else the word before that is no common word."""
    for start in range(first, place):
        if joined(tokens[start:place]) in lists.municipalities():
            return start
    word = tokens[place - 1].text
    known = word in lists.places() or word.removesuffix("s") in lists.places()
    return place - 1 if tokens[place - 1].capital and (known or count(word) < _USUAL) else place


def _municipalities(tokens: Sequence[Token], place: int, free: int) -> Iterator[Span]:
    """The municipalities of "Åre, Bergs och Bräcke kommuner"."""
    first = place
    while first > free and (tokens[first - 1].capital or tokens[first - 1].text in (",", "och", "samt")):
        first -= 1
    while first < place:
        after = next(
            (end for end in range(place, first, -1) if joined(tokens[first:end]) in lists.municipalities()), first
        )
        if after > first:
            yield Span(
                first, after, tokens[first].start, tokens[after - 1].end,
                f"{joined(tokens[first:after])} kommun", "organisation", "party.listed", known=True,
            )  # fmt: skip
        first = max(after, first + 1)


def _plural(tokens: Sequence[Token], place: int) -> Iterator[Span]:
    """The organisations of "universiteten i Uppsala och Lund"; the first begins with the plural."""
    head = _PLURALS[tokens[place].text]
    first = place + 1
    if first < len(tokens) and tokens[first].text == "i":
        first += 1
    begins = place
    while first < len(tokens) and tokens[first].capital and tokens[first].gap == Gap.WORD:
        after = _capitals(tokens, first)
        name = f"{head} i {joined(tokens[first:after])}"
        yield Span(begins, after, tokens[begins].start, tokens[after - 1].end, name, "organisation", "party.shape")
        if after >= len(tokens) or tokens[after].text not in (",", "och", "samt"):
            return
        first = begins = after + 1


def _single(tokens: Sequence[Token], place: int) -> Span | None:
    """One word that names an authority by its ending, or one that has lost its dots."""
    word = tokens[place].text
    listed = lists.unmarked("organisations").get(word) if word.isascii() and len(word) > _NAME_LIMIT else None
    if listed:
        return organisation(tokens, place, place + 1, "party.listed", listed)
    if not _SINGLE.fullmatch(word) or _NO_NAME.fullmatch(word):
        return None
    return organisation(tokens, place, place + 1, "party.shape", word.removesuffix("s"))


def _small(tokens: Sequence[Token], place: int) -> Span | None:
    """Names of which the first word is written small now and then: region Gävleborg, länsstyrelsen."""
    word = tokens[place].text
    if word in ("länsstyrelsen", "länsstyrelsens"):
        return _headed(tokens, place, "Länsstyrelsen")
    return _listed(tokens, place, "Region") if word == "region" else None
