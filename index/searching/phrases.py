"""Words that follow each other, or stand near each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np

from ..analysis.keys import OTHER_ROWS
from .postings import POSITION_BITS, Mask, Places

_POSITION: Final = (1 << POSITION_BITS) - 1


def in_a_row(places: Sequence[Places]) -> Places:
    """Where words stand so that each next one stands right after; the places of the first."""
    rarest = min(range(len(places)), key=lambda at: len(places[at]))
    firsts = places[rarest] - rarest
    for at, others in enumerate(places):
        firsts = firsts[_among(firsts + at, others)]
    return firsts


def near(first: Places, then: Places, steps: Iterable[int]) -> Places:
    """Where a word stands so many words before another, or after it where that is less than 0."""
    found: Mask = np.logical_or.reduce([_among(first + step, then) for step in steps])
    return first[found]


def as_it_reads(places: Places, among: Mask) -> Places:
    """Those in some of the records, and there in the text as it reads, not in its other readings."""
    wanted: Mask = among[places >> POSITION_BITS] & ((places & _POSITION) < OTHER_ROWS)
    return places[wanted]


def _among(wanted: Places, places: Places) -> Mask:
    if not len(places):
        return np.zeros(len(wanted), np.bool_)
    at = np.searchsorted(places, wanted)
    found: Mask = places[np.minimum(at, len(places) - 1)] == wanted
    return found
