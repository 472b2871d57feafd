"""Names of organisations in running text: the ones that are known, and the ones that have the shape of one.

Shapes: "Region X", "Stiftelsen X", "Hyresnämnden i X"; "X AB", "X kommun", "X-ortens hembygdsförening"; bodies by
their kind, "barn- och utbildningsnämnden"; a small-letter word for a kind of body counts, a name needs its capital.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from . import lists
from .spans import Span, joined
from .tokens import Gap, Token

_BODY: Final = re.compile(
    r"(?:[a-zåäö]{2,}-?)*(?:nämnd(?:en)?|(?<!läns)styrelsen|fullmäktige|utskott(?:et)?|direktionen|samverkansråd(?:et)?"
    r"|(?:pensionärs|funktionshinder|funktionsrätts|ungdoms|äldre|folkhälso|ägar|partnerskaps|landsbygds)råd(?:et)?)s?",
    re.IGNORECASE,
)
_ALIAS: Final = frozenset(
    ["nämnd", "nämnden", "nämndens", "fullmäktige", "fullmäktiges", "utskott", "utskottet", "utskottets", "styrelsens", "förtroendenämnd"]
)
"""Kinds of bodies that say nothing by themselves."""
_ADJECTIVES: Final = frozenset(
    ["regionala", "tekniska", "sociala", "gemensamma", "gemensam", "lokala", "centrala", "kommunala", "allmänna", "länsövergripande"]
)
_LINKS: Final = frozenset(["i", "för", "av", "på", "of", "the", "and", "för", "vid"])
_NAME_LIMIT: Final = 6
"""Words of a name before its last; more are no name."""
_SINGLE: Final = re.compile(
    r"[A-ZÅÄÖ][a-zåäöé-]{2,}(?:verket|myndigheten|kassan|departementet|universitetet|inspektionen|ombudsmannen|stiftelsen"
    r"|förbundet|kommissionen|ämbetet|skyddsnämnden|museet|sällskapet|företagarna|organisationen)s?"
)
_COMMON_SINGLE: Final = re.compile(
    r"(?:\w*(?:nät|regel|ram|såg|kraft|hant|bak|konst|råd|trä|bygg|mål|lag|tänk|syn|till|ur|gruv|vatten|värme|elekt|el)"
    r"verket|förvaltningsmyndigheten|\w*(?:sam|väg|kol)förbundet|tillsynsmyndigheten|\w*verks?samheten|kommunförbundet"
    r"|arbetsorganisationen|myndigheten|museet|stiftelsen|förbundet|organisationen|kommissionen|universitetet)s?",
    re.IGNORECASE,
)


def organisations(tokens: Sequence[Token]) -> list[Span]:
    """Each name of an organisation, in the order of the text; no two overlap."""
    found: list[Span] = []
    place = 0
    while place < len(tokens):
        span = _at(tokens, place, found[-1].after if found else 0)
        if span:
            while found and found[-1].after > span.first:
                found.pop()
            found.append(span)
            place = max(place + 1, span.after)
        else:
            place += 1
    return found


def _at(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """The organisation whose name begins or closes with this word; words before `free` belong to another name."""
    token = tokens[place]
    if not token.text[0].isalpha():
        return None
    if token.capital:
        return (
            _listed(tokens, place, tokens[place].text)
            or _headed(tokens, place, _head(tokens[place].text))
            or _formed(tokens, place, free)
            or _single(tokens, place)
        ) or _body(tokens, place, free)
    return _formed(tokens, place, free) or _body(tokens, place, free) or _small(tokens, place)


def _span(tokens: Sequence[Token], first: int, after: int, rule: str, name: str, known: bool = False) -> Span:
    """A span whose print ends where the nominative ends."""
    cut = 0
    last = tokens[after - 1].text
    bare = name.rsplit(" ", 1)[-1]
    if last.casefold().startswith(bare.casefold()):
        cut = len(last) - len(bare)
    return Span(first, after, tokens[first].start, tokens[after - 1].end - cut, name, "organisation", rule, known)


def _listed(tokens: Sequence[Token], place: int, first: str) -> Span | None:
    names = lists.by_first_word().get(first) or lists.by_first_word().get(_bare(first), ())
    for name in names:
        after = place + len(name)
        if (
            after <= len(tokens)
            and _runs(tokens, place, after)
            and _same([first, *(token.text for token in tokens[place + 1 : after])], name)
        ):
            if len(name) == 1 and name[0] in lists.words("heads"):
                continue  # Handelskammaren Mitt, LRF Jämtland
            form = _form_after(tokens, after)
            if form:
                return _span(tokens, place, after + 1, "party.listed", " ".join([*name, form]), known=True)
            return _span(tokens, place, after, "party.listed", " ".join(name), known=True)
    return None


def _form_after(tokens: Sequence[Token], place: int) -> str | None:
    """The legal form that stands here: AB."""
    if place >= len(tokens) or tokens[place].gap != Gap.WORD or not tokens[place].capital:
        return None
    return next(
        (word for word in (tokens[place].text, tokens[place].text.removesuffix("s")) if word in lists.words("forms")),
        None,
    )


def _bare(word: str) -> str:
    return word[:-2] if word.endswith((":s", "’s", "'s")) else word.removesuffix("s")


def _runs(tokens: Sequence[Token], first: int, after: int) -> bool:
    """Can a name run over these words?"""
    return all(token.gap <= Gap.WORD for token in tokens[first + 1 : after])


def _same(words: Sequence[str], name: Sequence[str]) -> bool:
    *before, last = words
    return before == list(name[:-1]) and (last == name[-1] or (_bare(last) == name[-1] and last != name[-1]))


def _headed(tokens: Sequence[Token], place: int, head: str | None) -> Span | None:
    """ "Stiftelsen X", "Hyresnämnden i X", "Region X"; and what is a name by its first word alone."""
    if not head:
        return None
    after = place + 1
    if after < len(tokens) and tokens[after].text in ("i", "för", "över") and tokens[after].gap == Gap.WORD:
        after += 1
    named = _capitals(tokens, after)
    if named == after:
        return _span(tokens, place, place + 1, "party.kind", head) if head in lists.alone() else None
    if named < len(tokens) and tokens[named].text in ("län", "läns", "län:s") and tokens[named].gap == Gap.WORD:
        named += 1
    if named < len(tokens) and tokens[named].text in lists.words("forms") and tokens[named].gap == Gap.WORD:
        named += 1
    return _span(tokens, place, named, "party.shape", _nominative(tokens[place:named]))


def _head(word: str) -> str | None:
    heads = lists.words("heads")
    return word if word in heads else _bare(word) if _bare(word) in heads else None


def _capitals(tokens: Sequence[Token], first: int) -> int:
    """Index after the last of the words with capitals that begin here and may belong to one name."""
    after = first
    while after < len(tokens) and after - first < _NAME_LIMIT and tokens[after].gap <= Gap.WORD:
        if tokens[after].text == "&" and after > first:
            after += 1
        elif tokens[after].capital and tokens[after].text not in lists.words("forms"):
            after += 1
            if tokens[after - 1].text.endswith(("s", ":s")) and tokens[after - 1].text not in lists.places():
                genitive = tokens[after - 1].text.removesuffix("s")
                if genitive in lists.places():
                    break
        else:
            break
    return after


def _nominative(tokens: Sequence[Token]) -> str:
    """The name without the s of a genitive, where its last word is known without."""
    name = joined(tokens)
    last = tokens[-1].text
    if last.endswith((":s", "’s", "'s")):
        return name[:-2]
    bare = last.removesuffix("s")
    if bare != last and last not in lists.places() and (bare in lists.places() or bare == "län"):
        return name[:-1]
    return name


def _formed(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """ "X AB", "X kommun", "X hembygdsförening": the words with capitals before a last word that tells."""
    word = tokens[place].text
    forms = lists.words("forms")
    if word == "kommuner":
        return None
    if word in forms:
        last = word
    elif word.endswith("s") and word[:-1].removesuffix(":") in forms:
        last = word[:-1].removesuffix(":")
    elif not tokens[place].capital and word.removesuffix("s").endswith(lists.endings("form_endings")):
        last = word.removesuffix("s")
    else:
        return None
    first = _beginning(tokens, place, free)
    if first == place or tokens[place].gap > Gap.WORD:
        return None
    if last in ("kommun", "stad"):
        first = _municipality(tokens, first, place)
        if first == place:
            return None
    name = f"{joined(tokens[first:place])} {last}"
    return _span(tokens, first, place + 1, "party.shape", name)


def _municipality(tokens: Sequence[Token], first: int, place: int) -> int:
    """Where the name of a municipality begins: the longest known one, else the word before."""
    for start in range(first, place):
        if joined(tokens[start:place]) in lists.municipalities():
            return start
    return place - 1 if tokens[place - 1].capital else place


def _beginning(tokens: Sequence[Token], place: int, free: int) -> int:
    """Where the name begins that closes at `place`."""
    first = place
    while first > free and place - first < _NAME_LIMIT and tokens[first].gap <= Gap.WORD:
        before = tokens[first - 1]
        if (before.capital and before.text[0].isalpha()) or before.text == "&" or before.text.isdigit():
            first -= 1
        elif before.text in ("i", "för", "på") and first - 1 > free and _is_head(tokens, first - 2):
            first -= 2
        elif before.text in ("ekonomisk", "ideell", "ek.", "läns", "tekniska", "allmänna"):
            first -= 1
        elif before.text == "och" and tokens[first - 2].text.endswith("-") and first - 2 >= free:
            first -= 2
        else:
            break
    while first < place and (not tokens[first].capital or _leads(tokens[first].text)):
        first += 1
    return first


def _is_head(tokens: Sequence[Token], place: int) -> bool:
    return tokens[place].capital and tokens[place + 1].gap == Gap.WORD


def _leads(word: str) -> bool:
    """Is this word no part of the name that follows, but what the sentence begins with?"""
    low = word.casefold()
    return low in lists.words("leads") or low.removesuffix("s").endswith(("aren", "ören", "enten", "ärden"))


def _single(tokens: Sequence[Token], place: int) -> Span | None:
    """One word that names an authority by its ending."""
    word = tokens[place].text
    if not _SINGLE.fullmatch(word) or _COMMON_SINGLE.fullmatch(word):
        return None
    return _span(tokens, place, place + 1, "party.shape", word.removesuffix("s"))


def _body(tokens: Sequence[Token], place: int, free: int) -> Span | None:
    """A body by its kind: regionala utvecklingsnämnden, kommunstyrelsens arbetsutskott."""
    word = tokens[place].text
    low = word.casefold()
    if not _BODY.fullmatch(word) or low in _ALIAS:
        return None
    first = place
    while first > free and tokens[first].gap <= Gap.WORD and place - first < _NAME_LIMIT:
        before = tokens[first - 1].text.casefold()
        if before in _ADJECTIVES or (before == "och" and tokens[first - 2].text.endswith("-")) or before.endswith("-") or (before == "," and tokens[first - 2].text == "-") or (before.endswith("s") and (_BODY.fullmatch(before) or before in ("regionens", "kommunens"))):
            first -= 1
        else:
            break
    name = joined(tokens[first : place + 1])
    if low.endswith(("ens", "ets")):
        name = name[:-1]
    return _span(tokens, first, place + 1, "party.body", name[0].upper() + name[1:])


def _small(tokens: Sequence[Token], place: int) -> Span | None:
    """Names of which the first word is written small now and then: region Gävleborg, länsstyrelsen."""
    word = tokens[place].text.capitalize()
    if word.startswith("Länsstyrelsen"):
        return _headed(tokens, place, "Länsstyrelsen")
    return _listed(tokens, place, word) if word == "Region" else None
