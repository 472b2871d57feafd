"""Titles of people: regional utvecklingsdirektör, tf. förvaltningschef Regional utveckling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from . import lists
from .spans import joined
from .tokens import Gap, Token

_WORDS: Final = 5
"""Of a title at most."""
_SHORT: Final = {
    "vd": "Verkställande direktör",
    "ordf": "Ordförande",
    "ordf.": "Ordförande",
    "sekr": "Sekreterare",
    "v ordf": "Vice ordförande",
    "v. ordf.": "Vice ordförande",
    "v.ordf": "Vice ordförande",
}


def title_at(tokens: Sequence[Token], place: int) -> int:
    """Index after the title that begins with this word; `place` itself where none does."""
    best = place
    for after in range(place + 1, min(place + _WORDS, len(tokens)) + 1):
        token = tokens[after - 1]
        if after - 1 > place and token.gap > Gap.WORD:
            break
        if not (token.text[0].isalnum()):
            if token.text == "." and tokens[after - 2].text.casefold() in ("ordf", "v", "tf", "vik", "bitr"):
                best = after if best == after - 1 else best
                continue
            break
        if _closes(tokens, place, after):
            best = after
        elif not _opens(token.text):
            break
    return best


def _closes(tokens: Sequence[Token], place: int, after: int) -> bool:
    low = joined(tokens[place:after]).casefold()
    last = tokens[after - 1].text.casefold()
    return (
        low in lists.words("titles") or last in lists.words("titles") or last.endswith(lists.endings("title_endings"))
    )


def _opens(word: str) -> bool:
    low = word.casefold()
    return low in lists.words("title_beginnings") or low.endswith("-") or low == "och"


def title_before(tokens: Sequence[Token], place: int) -> int:
    """Index of the first word of the title that stands right before this word; `place` where none does."""
    for first in range(max(0, place - _WORDS), place):
        if all(token.gap <= Gap.WORD for token in tokens[first + 1 : place + 1]) and title_at(tokens, first) == place:
            return first
    return place


def written(title: str) -> str:
    """As titles are given: in full, with a capital."""
    known = _SHORT.get(title.casefold().strip())
    return known or title[:1].upper() + title[1:]
