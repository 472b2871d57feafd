"""Which percentages divide money or work, and which only describe: decided by the words around."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .cues import Cues
from .lists import any_stem
from .money import Sum
from .sentences import REACH, Sentences, stretches

_OF: Final = re.compile(r" (?:av|utav|på|i|for) [^,.;:()\n\t%\d]{2,90}")
_FOLLOWER: Final = re.compile(rf" (?:{any_stem('share_followers')})(?!\w)", re.IGNORECASE)
_GROWN: Final = re.compile(
    r"(?<!\w)(?:[^\W\d_]{0,20}(?:ökn|ökat|ökad|minska|minskn|höjn|sänkn|höj|sänk)\w*"
    r"|öka\w*|(?:väx|växt|stig|steg|sjunk|sjönk|tappa|förbättra|försämra|uppräkn|justera)\w*|räkna(?:s|des|ts)? upp"
    r"|ner|ned|upp|gått|gick)(?: \w+){0,5} (?:med|till|från|på|om|av)(?: \w+){0,2} $",
    re.IGNORECASE,
)
_GROWN_REACH: Final = 70
_OF_WHICH: Final = re.compile(r"\b(?:varav|därav|av vilka|av detta|av dessa)\b", re.IGNORECASE)
_WHOLE: Final = 100
_LOOK_AROUND: Final = 2 * REACH + 60
"""A sentence, and what leads up to it."""
_EQUAL: Final = re.compile(
    r"""
    (?:[ ](?:ur|av|från|i)[ ][^\W\d_]{3,30})? [ ,(/]*
    (?: eller | motsvarande | (?:(?:vilket|som)[ ])?motsvarar | dvs\.? | d[ ]v[ ]s | det[ ]vill[ ]säga | utgör | är )?
    [ ,(]*
    """,
    re.VERBOSE | re.IGNORECASE,
)


def dividing(text: str, found: Sequence[Sum]) -> list[Sum]:
    """Of the sums and shares of a text, the shares that divide money or work."""
    return list(_Shares(text, found).dividing()) if any(one.unit == "%" for one in found) else []


class _Shares:
    """A text with its sums and shares, its sentences, and the words that say what percentages do."""

    def __init__(self, text: str, found: Sequence[Sum]) -> None:
        self._text, self._found = text, found
        shares = ((one.start, one.after) for one in found if one.unit == "%")
        self._cues, self._sentences = Cues(text, stretches(shares, _LOOK_AROUND)), Sentences(text)

    def dividing(self) -> list[Sum]:
        """The shares that divide money or work."""
        chosen: list[Sum] = []
        last, verdict = -1, False
        for at, one in enumerate(self._found):
            if one.unit == "%":
                start, end = self._sentences.around(one.start, one.end)
                verdict = self._divides(at, start, end, beside=verdict if last >= start else None)
                verdict = verdict or (not self._describes(one, start, end) and self._makes_whole(at, start, end))
                last = one.start
                if verdict:
                    chosen.append(one)
        return chosen

    def _makes_whole(self, at: int, start: int, end: int) -> bool:
        """Do the shares of a sentence that speaks of money make 100 %: "70 % efter index och 30 % efter KPI"?"""
        first = last = at
        while first and self._found[first - 1].start >= start:
            first -= 1
        while last + 1 < len(self._found) and self._found[last + 1].start < end:
            last += 1
        shares = [one.value for one in self._found[first : last + 1] if one.unit == "%"]
        return len(shares) > 1 and sum(shares) == _WHOLE and self._cues.any_divides(start, end)

    def _divides(self, at: int, start: int, end: int, *, beside: bool | None) -> bool:
        """Does a share divide, with one `beside` it in its sentence that does or not? The nearest word decides."""
        one = self._found[at]
        own = self._around(at, start, end)
        if own is not None:
            return own
        floor = max(start, self._found[at - 1].after) if at else start
        nearest = self._cues.last(floor, one.start)
        for said in (nearest, beside, self._cues.first(one.after, end), self._introduced(start)):
            if said is not None and not (said is False and beside):
                return said
        return False

    def _around(self, at: int, start: int, end: int) -> bool | None:
        """What the words right around a share say of it; None where they say nothing."""
        one = self._found[at]
        whole = _OF.match(self._text, one.after, end)
        named = self._cues.first(whole.start(), whole.end()) if whole else None
        if named is not None:
            return named
        if self._describes(one, start, end):
            return False
        if self._beside_money(at):
            return not self._grown(start, self._found[max(0, at - 1)].start)  # "ökade med 4 mnkr eller 3 procent"
        return True if self._of_sum(at, start) else None

    def _describes(self, one: Sum, start: int, end: int) -> bool:
        """Do the words right beside a share say that it grew, or of whom it is?"""
        return self._grown(start, one.start) or _FOLLOWER.match(self._text, one.after, end) is not None

    def _grown(self, start: int, end: int) -> bool:
        """Do the words before a number say by how much something grew, or sank?"""
        return _GROWN.search(self._text, max(start, end - _GROWN_REACH), end) is not None

    def _introduced(self, start: int) -> bool | None:
        """What the words say that lead up to a sentence or a row: a heading, or what ends in a colon."""
        before = self._text[max(0, start - 3) : start].rstrip()
        return None if before.endswith((".", "!", "?")) else self._cues.last(max(0, start - REACH), start)

    def _of_sum(self, at: int, start: int) -> bool:
        """Is it part of a sum that its sentence names: "36 miljarder kronor, varav länet får 2,1 %"?"""
        before = self._money_at(at - 1)
        if before is None or before.start < start:
            return False
        return _OF_WHICH.search(self._text, before.after, self._found[at].start) is not None

    def _beside_money(self, at: int) -> bool:
        """Is it said in kronor as well: "3,2 mnkr, vilket motsvarar 50 %"?"""
        one, before, after = self._found[at], self._money_at(at - 1), self._money_at(at + 1)
        return bool(
            (before and _EQUAL.fullmatch(self._text, before.after, one.start))
            or (after and _EQUAL.fullmatch(self._text, one.after, after.start))
        )

    def _money_at(self, at: int) -> Sum | None:
        one = self._found[at] if 0 <= at < len(self._found) else None
        return one if one and one.unit not in ("%", None) else None
