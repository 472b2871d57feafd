"""Amounts by the sentences they stand in."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ..layout.structure import Structure
from ..mentions import Mention


class Placed:
    """Mentions by their places in the flow of a text."""

    def __init__(self, structure: Structure, mentions: Iterable[Mention]) -> None:
        """The mentions come in the order of the text."""
        self._all = [(structure.flow.at(one.start), structure.flow.at(one.end), one) for one in mentions]
        self._starts = [start for start, _, _ in self._all]

    def within(self, start: int, end: int) -> Sequence[tuple[int, int, Mention]]:
        """Those that begin in [start, end) of the flow, each with its place there."""
        return self._all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
