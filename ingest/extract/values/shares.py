"""Which percentages divide money or work, and which only describe: decided by the words around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .lists import any_stem
from .money import Sum
from .sentences import REACH, sentence

_MONEY: Final = f"{any_stem('share_of_money')}|{any_stem('share_of_money_verbs')}"
_CUE: Final = re.compile(
    rf"(?<!\w)(?:(?P<divides>{_MONEY})|(?P<describes>{any_stem('share_of_others')}))(?!\w)", re.IGNORECASE
)
_OF: Final = re.compile(r" (?:av|utav|på|i|for) (?P<whole>[^,.;:()\n\t%\d]{2,90})")
_FOLLOWER: Final = re.compile(rf" (?:{any_stem('share_followers')})(?!\w)", re.IGNORECASE)
_GROWN: Final = re.compile(
    r"(?<!\w)\w*(?:ök|minsk|väx|stig|steg|sjunk|sjönk|höj|sänk|tappa|räkna|uppräkn|justera|ner|ned|upp|gått|förbättra|försämra)\w*"
    r"(?: \w+){0,5} (?:med|till|från|på|om)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_EQUAL: Final = re.compile(
    r"[ ,(]*(?:eller|motsvarande|(?:vilket|som) motsvarar|motsvarar|dvs\.?|d v s|det vill säga|utgör|är)?[ ,(]*",
    re.IGNORECASE,
)


def dividing(text: str, found: Sequence[Sum]) -> list[Sum]:
    """Of the sums and shares of a text, the shares that divide money or work."""
    chosen: list[Sum] = []
    verdict: bool | None = None
    last = -1
    for at, one in enumerate(found):
        if one.unit != "%":
            continue
        start, end = sentence(text, one.start, one.end)
        own = _own(text, found, at, start, end)
        if own is None and last >= start:
            own = verdict
        if own is None:
            own = _ahead(text, found, at, end)
        if own is None:
            own = _introduced(text, start)
        verdict, last = own, one.start
        if own:
            chosen.append(one)
    return chosen


def _own(text: str, found: Sequence[Sum], at: int, start: int, end: int) -> bool | None:
    """What the words right around a percentage say of it; None where they say nothing."""
    one = found[at]
    whole = _OF.match(text, one.after, end)
    named = whole and _CUE.search(whole["whole"])
    if named:
        return bool(named["divides"])
    if _GROWN.search(text, max(start, one.start - 70), one.start) or _FOLLOWER.match(text, one.after, end):
        return False
    if _beside_money(text, found, at):
        return True
    start = max(start, found[at - 1].after) if at else start
    *_, nearest = None, *_CUE.finditer(text, start, one.start)
    return nearest and bool(nearest["divides"])


def _beside_money(text: str, found: Sequence[Sum], at: int) -> bool:
    """Is it said in kronor as well: "3,2 mnkr, vilket motsvarar 50 %"?"""
    before, after = found[at - 1] if at else None, found[at + 1] if at + 1 < len(found) else None
    return bool(
        (before and before.unit not in ("%", None) and _EQUAL.fullmatch(text, before.after, found[at].start))
        or (after and after.unit not in ("%", None) and _EQUAL.fullmatch(text, found[at].after, after.start))
    )


def _ahead(text: str, found: Sequence[Sum], at: int, end: int) -> bool | None:
    """What the rest of the sentence says."""
    first = _CUE.search(text, found[at].after, end)
    return first and bool(first["divides"])


def _introduced(text: str, start: int) -> bool | None:
    """What the sentence or heading before says that ends in a colon or without a stop."""
    floor = max(0, start - REACH)
    *_, nearest = None, *_CUE.finditer(text, floor, max(floor, start - 1))
    return nearest and bool(nearest["divides"])
