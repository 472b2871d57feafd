"""Organisations that no list and no shape gives away, known by where they stand.

After somebody's name ("Maja Lind, Fjällens Hus, föredrar"), and among others in an enumeration or a list of
organisations ("Trafikverket, Naturkraft, LRF och Torsta AB").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ....swedish.words import count
from . import lists
from .people import party_after
from .spans import Span, joined, organisation
from .titles import title_at
from .tokens import Gap, Token

_WORDS: Final = 5
"""Of an organisation's name at most."""
_USUAL: Final = 40
"""Times that a word stands in six million words of official text when it is no name by itself."""
_BETWEEN: Final = frozenset([",", "och", "samt", ";", "/"])
_LEAST: Final = 2
"""Organisations of an enumeration from which the rest of it are organisations too."""


def affiliations(
    tokens: Sequence[Token], organisations: Sequence[Span], people: Sequence[Span], entries: Mapping[int, str]
) -> list[Span]:
    """Names of organisations that are none of those found already."""
    held = {place for span in [*organisations, *people] for place in range(span.first, span.after)}
    found = [
        *_listed(tokens, entries, held),
        *_after_people(tokens, people, held),
        *_enumerated(tokens, organisations, held),
    ]
    kept: list[Span] = []
    for span in sorted(found, key=lambda span: span.first):
        if not kept or span.first >= kept[-1].after:
            kept.append(span)
    return kept


def _after_people(tokens: Sequence[Token], people: Sequence[Span], held: set[int]) -> Iterator[Span]:
    for person in people:
        place = party_after(tokens, person.after)
        while place + 1 < len(tokens) and tokens[place].text == ",":
            place += 1
            after = title_at(tokens, place)
            if after == place:
                break
            place = after
            if place < len(tokens) and tokens[place].text in ("vid", "på", "hos", "från"):
                place += 1
                break
        if (
            place == person.after
            or place >= len(tokens)
            or tokens[place - 1].text not in (",", "vid", "på", "hos", "från")
        ):
            continue
        after = _name(tokens, place, held)
        if after > place and _closed(tokens, after) and _is_name(tokens, place, after):
            yield organisation(tokens, place, after, "party.affiliation", joined(tokens[place:after]))


def _closed(tokens: Sequence[Token], place: int) -> bool:
    """Does the name end here, and the sentence pause?"""
    return place == len(tokens) or tokens[place].gap > Gap.WORD or tokens[place].text in (",", ".", ")", ";")


def _name(tokens: Sequence[Token], place: int, held: set[int]) -> int:
    """Index after the words with capitals that begin here."""
    after = place
    while after < len(tokens) and after - place < _WORDS and after not in held:
        token = tokens[after]
        if (after > place and token.gap > Gap.WORD) or not (token.capital or (token.text == "&" and after > place)):
            break
        after += 1
    return after


def _is_name(tokens: Sequence[Token], first: int, after: int) -> bool:
    words = [token.text for token in tokens[first:after]]
    if any(word.casefold().endswith(lists.endings("units")) for word in words):
        return False
    if len(words) == 1:
        return words[0] not in lists.places() and count(words[0]) < _USUAL and len(words[0]) > 1
    return joined(tokens[first:after]) not in lists.places() and any(len(word) > 1 for word in words)


def _listed(tokens: Sequence[Token], entries: Mapping[int, str], held: set[int]) -> Iterator[Span]:
    """Entries of a list of organisations."""
    for place, role in entries.items():
        if role == "organisation" and place not in held:
            after = _name(tokens, place, held)
            if after > place and _closed(tokens, after) and _is_name(tokens, place, after):
                yield organisation(tokens, place, after, "party.list", joined(tokens[place:after]))


def _enumerated(tokens: Sequence[Token], organisations: Sequence[Span], held: set[int]) -> Iterator[Span]:
    """What stands between and after organisations in an enumeration."""
    last = -1
    at = {one.first: one for one in organisations}
    for span in organisations:
        if span.first < last:
            continue
        items = _enumeration(tokens, span, at, held)
        last = items[-1][1] if items else last
        if sum(known for _, _, known in items) >= _LEAST:
            for first, after, known in items:
                if not known:
                    yield organisation(tokens, first, after, "party.enumeration", joined(tokens[first:after]))


def _enumeration(
    tokens: Sequence[Token], span: Span, at: Mapping[int, Span], held: set[int]
) -> list[tuple[int, int, bool]]:
    """First, after and whether it is known, of each item from this one on."""
    items = [(span.first, span.after, True)]
    while True:
        place = items[-1][1]
        if place >= len(tokens) - 1 or tokens[place].text not in _BETWEEN:
            return items
        place += 1
        if tokens[place].gap > Gap.WORD:
            return items
        if place in at:
            items.append((place, at[place].after, True))
            continue
        after = _item(tokens, place, held)
        if after == place:
            return items
        items.append((place, after, False))


def _item(tokens: Sequence[Token], place: int, held: set[int]) -> int:
    """Index after an unknown name in an enumeration; the last one need not be followed by a sign."""
    after = _name(tokens, place, held)
    closed = _closed(tokens, after) or tokens[after].text in (*_BETWEEN, "(", "etc")
    last = tokens[place - 1].text in ("och", "samt") and after - place > 1
    named = after > place and _is_name(tokens, place, after) and tokens[place].text not in lists.places()
    return after if named and (closed or last) else place
