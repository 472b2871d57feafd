"""What letters become when a page is read wrongly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

ACCENTED: Final = frozenset("åäö")


class Edit(NamedTuple):
    """Letters that may have been printed where others are seen."""

    length: int
    """How many letters are seen; 0 where they were lost."""
    meant: str
    cost: float
    """-log P(seen | meant), of an accented letter given that it was damaged."""
    accented: bool
    """Was a dot or a ring lost, which happens to all or none of a page, or was a shape misread?"""


Edits = list[tuple[Edit, ...]]
"""For each letter of a word the edits that fit what is seen from there on."""


@dataclass(frozen=True, slots=True)
class Channel:
    """The edits by what is seen."""

    by_seen: dict[str, tuple[Edit, ...]]
    longest: int

    @classmethod
    def of(cls, edits: Iterable[tuple[str, Edit]]) -> Channel:
        """A channel of edits, each with what is seen, in lower case."""
        by_seen: defaultdict[str, list[Edit]] = defaultdict(list)
        for seen, edit in edits:
            by_seen[seen].append(edit)
        return cls({seen: tuple(group) for seen, group in by_seen.items()}, max(map(len, by_seen), default=0))

    @classmethod
    def parse(cls, text: str) -> Channel:
        """The channel of a file with a line for each edit: meant, seen and log probability, divided by tabulators."""
        rows = (line.split("\t") for line in text.splitlines())
        return cls.of(
            (seen, Edit(len(seen), meant, -float(likely), not ACCENTED.isdisjoint(meant)))
            for meant, seen, likely in rows
        )

    def only(self, wanted: Callable[[str, Edit], bool]) -> Channel:
        """The channel of those edits that are wanted, by what is seen and what may be meant."""
        pairs = ((seen, edit) for seen, group in self.by_seen.items() for edit in group)
        return Channel.of(pair for pair in pairs if wanted(*pair))

    def edits(self, core: str) -> Edits:
        """The edits that fit a lower-case word."""
        return [self._at(core, start) for start in range(len(core))]

    def _at(self, core: str, start: int) -> tuple[Edit, ...]:
        found = self.by_seen.get("", ())
        for end in range(start + 1, min(start + self.longest, len(core)) + 1):
            found += self.by_seen.get(core[start:end], ())
        return found
