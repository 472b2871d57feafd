"""Titles of people: regional utvecklingsdirektör, tf. förvaltningschef."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from . import lists
from .spans import joined
from .tokens import Gap, Token

_WORDS: Final = 5
"""Of a title at most, its points counted."""
_SHORT: Final = {
    "vd": "Verkställande direktör",
    "ordf": "Ordförande",
    "ordf.": "Ordförande",
    "sekr": "Sekreterare",
    "sekr.": "Sekreterare",
    "v ordf": "Vice ordförande",
    "v. ordf": "Vice ordförande",
    "v. ordf.": "Vice ordförande",
    "vice ordf": "Vice ordförande",
    "vice ordf.": "Vice ordförande",
    "1:e vice ordf": "1:e vice ordförande",
    "2:e vice ordf": "2:e vice ordförande",
}
_POINTED: Final = frozenset(["ordf", "sekr", "v", "tf", "vik", "bitr", "t", "f"])
"""Words that are written with a point."""
_NO_TITLES: Final = ("område", "samråd", "förråd", "underråd", "hemråd")


@lru_cache(maxsize=1 << 13)
def is_title(word: str) -> bool:
    """Is the word what somebody is?"""
    low = word.casefold()
    if low in lists.words("titles"):
        return True
    return len(low) > len("råd") and low.endswith(lists.endings("title_endings")) and not low.endswith(_NO_TITLES)


def title_at(tokens: Sequence[Token], place: int) -> int:
    """Index after the title that begins with this word; `place` itself where none does."""
    best = place
    for after in range(place + 1, min(place + _WORDS, len(tokens)) + 1):
        token = tokens[after - 1]
        if after - 1 > place and token.gap > Gap.WORD:
            break
        if (
            token.text in ("-", "och")
            and after - 1 > place
            and (token.gap == Gap.NONE or tokens[after - 2].text == "-")
        ):
            continue
        if token.text == "." and after - 1 > place and tokens[after - 2].text.casefold() in _POINTED:
            best = after if best == after - 1 else best
        elif is_title(token.text) or joined(tokens[place:after]).casefold() in lists.words("titles"):
            best = after
        elif not _opens(token.text) and not (
            after < len(tokens) and tokens[after].text == "-" and not tokens[after].gap
        ):
            break
    return best


def _opens(word: str) -> bool:
    low = word.casefold()
    return low in lists.words("title_beginnings") or low.endswith(
        ("nämndens", "styrelsens", "fullmäktiges", "utskottets")
    )


def title_before(tokens: Sequence[Token], place: int) -> int:
    """Index of the first word of the title that stands right before this word; `place` where none does."""
    last = place - 1
    if last >= 0 and tokens[place].gap == Gap.WORD and tokens[last].text[-1].isalpha() and is_title(tokens[last].text):
        for first in range(max(0, place - _WORDS), place):
            if all(token.gap <= Gap.WORD for token in tokens[first + 1 : place]) and title_at(tokens, first) == place:
                return first
    return place


def indefinite(word: str) -> str | None:
    """The title of which this is the definite form: "ordförande" of Ordföranden; None where it is none."""
    low = word.casefold()
    forms = (low[: -len(ending)] for ending in ("en", "n") if low.endswith(ending))
    return next((form for form in forms if is_title(form)), None)


def written(title: str) -> str:
    """As titles are given: in full, with a capital."""
    known = _SHORT.get(title.casefold().strip())
    return known or title[:1].upper() + title[1:]
