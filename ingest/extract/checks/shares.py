"""Shares that a sentence divides a cost into: do they make 100 %?

"Regionen bär 50 procent, Ås kommun 25 procent samt Näs kommun och Viks kommun 12,5 procent vardera": a share that
each of several has counts once for each. Only sentences that clearly divide something whole are checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from ....corpus.facts import Amount, Finding
from ..layout.structure import Structure
from ..mentions import Mention
from ..sentences import sentences
from .figures import shown
from .placed import Placed

_DIVIDES: Final = re.compile(
    r"\b(?:bär|bekosta\w*|betalar|svarar för|står för|fördela[sr]?|fördelning\w*|delas|täcks|finansieras|finansierar"
    r"|ersätts|resterande|återstående)\b",
    re.IGNORECASE,
)
_UNSURE: Final = re.compile(
    r"\b(?:\A\s*om|varav|därav|dock|högst|lägst|minst|max\w*|upp till|till exempel|moms\w*|ränta\w*|index\w*|höjs"
    r"|höjdes|sänks|ökar|minskar|hälften|tredjedel\w*|fjärdedel\w*|femtedel\w*|per år|tidigare|jämfört|respektive|eller"
    r"|ytterligare)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\s*(?:vardera|var för sig|var och en|var)\b", re.IGNORECASE)
_AND: Final = re.compile(r",\s|\s(?:och|samt)\s", re.IGNORECASE)
_ENDS: Final = re.compile(r"^[\s,;]*(?:(?:och|samt|medan)\s)?|[\s,]+(?:med|till)?\s*$", re.IGNORECASE)
_FEWEST: Final = 3
"""Shares; of two, one may stand for something else."""
_WHOLE: Final = Decimal(100)
_NEAR: Final = Decimal(15)
"""What is farther from 100 % is not meant to be it."""
_THIRDS: Final = Decimal("0.2")
"""33,3 % three times, or 16,7 % six times."""


def shares(structure: Structure, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Sentences whose shares come close to 100 % and are not."""
    found = [mention for mention in mentions if isinstance(mention.content, Amount) and mention.content.unit == "%"]
    if len(found) < 2:
        return
    placed = Placed(structure, found)
    for start, end in sentences(structure):
        inside = placed.within(start, end)
        if len(inside) > 1 and (come_to := _come_to(structure.flow.text[start:end], start, inside)) is not None:
            where = structure.clause(*structure.flow.span(start, end))
            yield Finding("shares_differ", f"the shares come to {shown(come_to)} %, not to 100 %", where)


def _come_to(sentence: str, start: int, found: Sequence[tuple[int, int, Mention]]) -> Decimal | None:
    """What the shares make where that is close to 100 % and not it; None also where it cannot be told."""
    if not _DIVIDES.search(sentence) or _UNSURE.search(sentence):
        return None
    total, counted, before = Decimal(0), 0, 0
    for first, last, mention in found:
        times = _times(sentence[before : first - start], sentence[last - start :])
        if times is None or not isinstance(mention.content, Amount) or mention.content.value_max is not None:
            return None
        total, counted, before = total + mention.content.value * times, counted + times, last - start
    off = abs(total - _WHOLE)
    return total if counted >= _FEWEST and _THIRDS < off <= _NEAR else None


def _times(named: str, behind: str) -> int | None:
    """How many have the share: one, or with "vardera" as many as are named since the share before; None if unclear."""
    each = _EACH.match(behind)
    if not each:
        return 1
    names = [name for name in _AND.split(_ENDS.sub("", named)) if name.strip()]
    return len(names) if len(names) > 1 and all(name.strip()[:1].isupper() for name in names) else None
