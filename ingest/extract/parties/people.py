"""Names of people: those of which the lists know the given name, and unknown ones where only people can stand."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Final

from ....swedish.words import count
from . import lists
from .cells import Grid
from .spans import Span, joined, runs
from .titles import is_title, title_at, title_before
from .tokens import Gap, Token

_PARTICLES: Final = frozenset(
    ["von", "af", "de", "van", "der", "den", "la", "el", "al", "bin", "ben", "da", "di", "dos", "du"]
)
_WORDS: Final = 5
"""Of a name at most, particles counted."""
_PARTIES: Final = frozenset(["s", "m", "c", "l", "v", "kd", "mp", "sd", "fp", "nyd", "sfp", "sdp", "saml", "gröna"])
_LOCAL_PARTY: Final = re.compile(r"[A-ZÅÄÖ]{2,5}|[A-ZÅÄÖ][a-zåäö]{1,3}[A-ZÅÄÖ]|-|–|[A-ZÅÄÖ]")
_NAMED_AFTER: Final = re.compile(
    r"(?:gata|gatan|väg|vägen|plan|plats|torg|torget|gränd|skola|gymnasium|park|stipendium)"
)
"""What is named after somebody, the name in the genitive: Sven Perssons väg."""
PRESENTS: Final = re.compile(
    r"(?:föredr(?:ar|og)|redovisar|redovisade|redogör|redogjorde|presentera[rd]e?|informera[rd]e?|visa[rd]e?|berätta[rd]e?"
    r"|inled(?:er|de)|medverka[rd]e?|rapportera[rd]e?|förklara[rd]e?|svara[rd]e?)"
)
"""What people do who tell a meeting something."""
_COMMON: Final = 1_000
"""Times that a word stands in the same text when it is no surname behind a given name either."""
_USUAL: Final = 150
"""Times that a word stands in six million words of official text when it is no surname."""


def people(tokens: Sequence[Token], grid: Grid, taken: Sequence[Span], expected: Mapping[int, str]) -> list[Span]:
    """Each name of a person, in the order of the text; `taken` are names of organisations.

    At the words of `expected` somebody's name is likely, as in a list of those present.
    """
    held = {place for span in taken for place in range(span.first, span.after)}
    found: list[Span] = []
    turned = _are_turned(tokens, expected)
    place = 0
    while place < len(tokens):
        span = (
            _at(tokens, grid, place, held, expected, turned=turned)
            if tokens[place].capital and place not in held
            else None
        )
        if span:
            found.append(span)
        place = span.after if span else place + 1
    return sorted([*found, *_again(tokens, found, held)], key=lambda span: span.first)


def _again(tokens: Sequence[Token], found: Sequence[Span], held: set[int]) -> Iterator[Span]:
    """Where those are named who were known by where they stood, where nothing else gives them away."""
    names = {
        tokens[span.first].text: [token.text for token in tokens[span.first : span.after]]
        for span in found
        if span.rule == "party.frame"
    }
    taken = held | {place for span in found for place in range(span.first, span.after)}
    for place, token in enumerate(tokens if names else ()):
        words = names.get(token.text, ())
        after = place + len(words)
        same = words and place not in taken and [token.text for token in tokens[place:after]] == words
        if same and runs(tokens, place, after):
            yield _span(tokens, place, after, "party.frame")


def _at(
    tokens: Sequence[Token], grid: Grid, place: int, held: set[int], expected: Mapping[int, str], *, turned: bool
) -> Span | None:
    listed = expected.get(place) in ("member", "official")
    comma = listed and place + 1 < len(tokens) and tokens[place + 1].text == ","
    after_other = place > 0 and tokens[place - 1].text == "ställe"
    if (comma or (turned and (listed or after_other))) and (span := _turned(tokens, place)):
        return span
    after = _name(tokens, place, held, expected)
    rule = _rule(tokens, grid, place, after, listed=listed) if after > place else None
    return _span(tokens, place, after, rule) if rule else None


def _span(tokens: Sequence[Token], first: int, after: int, rule: str) -> Span:
    last = tokens[after - 1].text
    genitive = last.endswith("s") and last not in lists.surnames() and last[:-1] in lists.surnames()
    words = [token.text for token in tokens[first:after]]
    words[-1] = last[:-1] if genitive else last
    if (marked := _marked(words[0], "given")) != words[0]:
        words = [marked, *(_marked(word, "surnames") for word in words[1:])]
    return Span(
        first, after, tokens[first].start, tokens[after - 1].end - genitive, " ".join(words), "person", rule,
        rule == "party.name",
    )  # fmt: skip


def _marked(word: str, name: str) -> str:
    """A name with the dots that it has lost, where one name of the list has its letters."""
    known = word in lists.given_names() or word in lists.surnames()
    return word if known or not word.isascii() else lists.unmarked(name).get(word, word)


def _are_turned(tokens: Sequence[Token], entries: Mapping[int, str]) -> bool:
    """Do most entries of the document's lists give the surname first?"""
    pairs = [(given(tokens[place].text), given(tokens[place + 1].text)) for place in entries if place + 1 < len(tokens)]
    return pairs.count((False, True)) > pairs.count((True, False)) + pairs.count((True, True))


def _turned(tokens: Sequence[Token], place: int) -> Span | None:
    """A name with the surname first: "Lindgren, Maja", and "Lindgren Maja" where the words leave no doubt."""
    comma = place + 1 < len(tokens) and tokens[place + 1].text == ","
    second = place + 1 + comma
    if second >= len(tokens) or tokens[second].gap > Gap.WORD or not given(tokens[second].text):
        return None
    after = second + 1
    closed = after == len(tokens) or tokens[after].gap > Gap.WORD or not tokens[after].capital
    family = tokens[place].text
    if not closed or given(family) or is_title(family):
        return None
    name = f"{tokens[second].text} {family}"
    return Span(place, after, tokens[place].start, tokens[second].end, name, "person", "party.list", known=True)


def _name(tokens: Sequence[Token], place: int, held: set[int], starts: Container[int]) -> int:
    """Index after the last of two to five words that may be somebody's name; `place` where there are not two."""
    after = place
    while after < len(tokens) and after - place < _WORDS and after not in held:
        token = tokens[after]
        if after > place and (token.gap > Gap.WORD or after in starts or _closes(tokens, after)):
            break
        particle = after > place and token.text in _PARTICLES and after + 1 < len(tokens) and tokens[after + 1].capital
        if not particle and not _may_name(token, tokens[place]):
            break
        after += 1
    return after if after - place > 1 and len(tokens[after - 1].text.strip(".")) > 1 else place


def _closes(tokens: Sequence[Token], place: int) -> bool:
    """Is this word no longer the name but a title or a department behind it: Maja Lind Ekonomienheten?"""
    word = tokens[place].text
    return is_title(word) or word.endswith(lists.endings("units")) or title_at(tokens, place) > place


def _may_name(token: Token, first: Token) -> bool:
    """Has the word the shape of a name's? In capitals only where the whole name is."""
    text = token.text
    if not token.capital or not (text.replace("-", "").replace("'", "").replace("’", "").isalpha() or _initial(text)):
        return False
    return len(text) == 1 or not text.isupper() or first.text.isupper()


def _initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "." and word[0].isupper()


def _rule(tokens: Sequence[Token], grid: Grid, first: int, after: int, *, listed: bool) -> str | None:
    """Why this is somebody's name, if it is."""
    if after < len(tokens) and _NAMED_AFTER.match(tokens[after].text) and tokens[after].gap == Gap.WORD:
        return None
    if is_title(tokens[first].text):
        return None
    words = [token.text for token in tokens[first:after]]
    if (given(words[0]) or _marked(words[0], "given") != words[0]) and surname(words[-1]):
        return "party.name"
    if len(words) > 2 and "-" in words[0] and given(words[1]) and surname(words[-1]):
        return "party.name"  # of a farm, or two joined that no list has: Ol-Jons Hans Persson
    unusual = not any(count(word) > _USUAL for word in words)
    if (unusual or given(words[0])) and (listed or _framed(tokens, grid, first, after)):
        return "party.frame"
    return None


def given(word: str) -> bool:
    """Is it a given name, or two joined?"""
    names = lists.given_names()
    return (
        word in names or ("-" in word and any(part in names for part in word.split("-"))) or word.capitalize() in names
    )


def surname(word: str) -> bool:
    """May it be a surname, known or not?"""
    known = lists.surnames()
    if word.isupper():
        return word.capitalize() in known or "-" in word or count(word.casefold()) < _USUAL
    return word in known or word.removesuffix("s") in known or "-" in word or count(word) < _COMMON


def _framed(tokens: Sequence[Token], grid: Grid, first: int, after: int) -> bool:
    """Does it stand where only people stand: before a party or a title, after a title, over a title?"""
    before = tokens[first - 1].text
    if (
        first
        and tokens[first].gap == Gap.WORD
        and before[0].isupper()
        and not (is_title(before) or _is_contact(before))
    ):
        return False  # the middle of a longer name
    party = party_after(tokens, after)
    if party > after and tokens[after + 1].text.casefold() in _PARTIES:
        return True
    if after < len(tokens) and tokens[after].text == "," and title_at(tokens, after + 1) > after + 1:
        return True
    if tokens[first - 1].text != "," and _tells_something(tokens, after):
        return True
    cell = grid.of(first)
    title = title_before(tokens, first)
    if title < first and (not tokens[title].capital or title == cell.first):
        return True
    if tokens[first - 1].text == ":" and first > cell.first + 1 and _of_person(tokens, cell.first, first - 1):
        return True
    under = grid.under(cell) if (cell.first, cell.after) == (first, after) else None
    return bool(under) and title_at(tokens, under.first) > under.first if under else False


def _tells_something(tokens: Sequence[Token], place: int) -> bool:
    """Does a verb of telling the meeting something stand here, or behind an organisation between commas?"""
    if place < len(tokens) and tokens[place].text == ",":
        place += 1
        while place < len(tokens) and tokens[place].capital and tokens[place].gap <= Gap.WORD:
            place += 1
        place += place < len(tokens) and tokens[place].text == ","
    return place < len(tokens) and bool(PRESENTS.fullmatch(tokens[place].text))


def _is_contact(word: str) -> bool:
    return word.casefold() in lists.words("contacts")


def _of_person(tokens: Sequence[Token], first: int, colon: int) -> bool:
    """Does the label before a colon announce somebody: Kontaktperson, Regionens ombud?"""
    last = tokens[colon - 1].text.casefold()
    return _is_contact(last) or is_title(last) or joined(tokens[first:colon]).casefold() in lists.words("contacts")


def party_after(tokens: Sequence[Token], place: int) -> int:
    """Index after the party "(S)" or ", S" at this place; `place` where none stands."""
    if place + 1 >= len(tokens) or tokens[place].gap > Gap.COLUMN:
        return place
    sign, word = tokens[place].text, tokens[place + 1].text
    closed = place + 2 < len(tokens) and tokens[place + 2].text == ")"
    if sign == "(" and closed and (word.casefold() in _PARTIES or _LOCAL_PARTY.fullmatch(word)):
        return place + 3
    ends = place + 2 == len(tokens) or tokens[place + 2].text == "," or tokens[place + 2].gap > Gap.WORD
    return (
        place + 2
        if sign == "," and ends and word.casefold() in _PARTIES and tokens[place + 1].gap == Gap.WORD
        else place
    )
