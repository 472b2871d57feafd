"""What letters become when a page is read wrongly."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

ACCENTED: Final = frozenset("åäö")


@dataclass(frozen=True, slots=True)
class Edit:
    """Letters that may have been printed where others are seen."""

    meant: str
    """Lower-case letters."""
    length: int
    """How many letters are seen for them; 0 where they were lost."""
    cost: float
    """-log P(seen | meant), of an accented letter given that it was damaged."""
    accented: bool
    """Was the dot or the ring lost, which happens to all or none of a page, or the shape misread?"""


@dataclass(frozen=True, slots=True)
class Channel:
    """The edits by what is seen."""

    by_seen: dict[str, tuple[Edit, ...]]
    longest: int

    @classmethod
    def of(cls, table: Iterable[tuple[str, str, float]]) -> Channel:
        """The channel of a table of (meant, seen, log probability)."""
        edits: defaultdict[str, list[Edit]] = defaultdict(list)
        for meant, seen, probability in table:
            edits[seen].append(Edit(meant, len(seen), -probability, not ACCENTED.isdisjoint(meant)))
        return cls({seen: tuple(group) for seen, group in edits.items()}, max(map(len, edits), default=0))

    @classmethod
    def parse(cls, text: str) -> Channel:
        """The channel of a file with a line for each edit: meant, seen and log probability, divided by tabulators."""
        rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
        return cls.of((meant, seen, float(probability)) for meant, seen, probability in rows)

    def edits(self, core: str, *, dearest: float = math.inf, lost: bool = False) -> list[tuple[Edit, ...]]:
        """For each place of a lower-case word the edits that fit what is seen from there on.

        Args:
            core: What is seen.
            dearest: Edits that cost more are left out.
            lost: Also letters of which nothing is seen.
        """
        vanished = self._within("", dearest) if lost else ()
        return [vanished + self._at(core, start, dearest) for start in range(len(core))]

    def _at(self, core: str, start: int, dearest: float) -> tuple[Edit, ...]:
        lengths = range(1, min(self.longest, len(core) - start) + 1)
        return tuple(edit for length in lengths for edit in self._within(core[start : start + length], dearest))

    def _within(self, seen: str, dearest: float) -> tuple[Edit, ...]:
        return tuple(edit for edit in self.by_seen.get(seen, ()) if edit.cost <= dearest)
