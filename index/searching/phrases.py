"""Words that follow each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ..analysis.keys import OTHER_ROWS
from .postings import POSITION_BITS, Mask, Numbers, Places

_NEAR: Final = (1, 2)
"""Words on, for words that follow each other in the question."""
_POSITION: Final = (1 << POSITION_BITS) - 1


def in_a_row(places: Sequence[Places]) -> Places:
    """Where words stand so that each next one stands right after; the places of the first."""
    rarest = min(range(len(places)), key=lambda at: len(places[at]))
    firsts = places[rarest] - rarest
    for at, others in enumerate(places):
        firsts = firsts[_among(firsts + at, others)]
    return firsts


def nearby(first: Places, then: Places, among: Mask) -> Numbers:
    """Of each record whether a word is soon followed by another, in the text as it reads; only in some of them."""
    inside = among[first >> POSITION_BITS] & ((first & _POSITION) < OTHER_ROWS)
    near = first[inside]
    found = near[np.logical_or.reduce([_among(near + step, then) for step in _NEAR])]
    records = np.zeros(len(among), np.float32)
    records[found >> POSITION_BITS] = 1
    return records


def _among(wanted: Places, places: Places) -> Mask:
    if not len(places):
        return np.zeros(len(wanted), np.bool_)
    at = np.searchsorted(places, wanted)
    found: Mask = places[np.minimum(at, len(places) - 1)] == wanted
    return found
