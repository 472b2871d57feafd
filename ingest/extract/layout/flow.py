r"""A text as it flows: without heads and feet of pages, its lines joined, with the way back to the print.

Sentences and names run over line breaks and pages; patterns match them here. A blank line is a "\n", a gap between
columns a "\t", any other white space one blank.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_RUN: Final = re.compile(r"\S+(?: \S+)*")
"""Words with one blank between them: what flows without change."""
_GAP: Final = 3
"""Blanks that part columns; fewer are sloppy typing."""
_BROKEN: Final = re.compile(r"[^\W\d_][-\u00ad]")
_CARRIED_OVER: Final = re.compile(r"(?!(?:och|eller|samt|respektive|resp)\b)[a-zåäö]")
"""How the rest of a broken word begins; in "vatten- och avlopp" the hyphen stands for a word, and none is broken."""

Piece = tuple[str, int]
"""A stretch of the flow, and where it begins in the print."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Text as it flows."""

    text: str
    _at: tuple[int, ...]
    """Offsets in `text` at which a stretch begins that stands unbroken in the print."""
    _printed: tuple[int, ...]
    """Offsets in the print at which the same stretches begin."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where [start, end) of this text, which must not be empty, stands in the print."""
        return self._place(start), self._place(end - 1) + 1

    def at(self, printed: int) -> int:
        """The offset here of what stands at an offset in the print, or of what comes next where that was left out."""
        stretch = bisect_right(self._printed, printed) - 1
        if stretch < 0:
            return 0
        ends = self._at[stretch + 1] if stretch + 1 < len(self._at) else len(self.text)
        return min(self._at[stretch] + printed - self._printed[stretch], ends)

    def _place(self, offset: int) -> int:
        stretch = bisect_right(self._at, offset) - 1
        return self._printed[stretch] + offset - self._at[stretch]


def flowing(text: str, lines: Iterable[tuple[int, int]]) -> Flow:
    """The lines of a text that belong to its flow, each [start, end) without its line break, joined."""
    pieces = [*_joined(text, lines)]
    at, length = [], 0
    for piece, _ in pieces:
        at.append(length)
        length += len(piece)
    return Flow("".join(piece for piece, _ in pieces), tuple(at) or (0,), tuple(place for _, place in pieces) or (0,))


def _joined(text: str, lines: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    """What the flow is made of; a break between lines stands where the upper one ends."""
    held: list[Piece] = []  # the line above
    between = " "
    for start, end in lines:
        below = list(_line(text[start:end], start))
        if not below:
            between = "\n"
            continue
        if held:
            yield from held[:-1]
            yield from _break(*held[-1], between, below[0][0])
        held, between = below, " "
    yield from held


def _line(line: str, start: int) -> Iterator[Piece]:
    above = 0
    for run in _RUN.finditer(line):
        if above:
            gap = line[above : run.start()]
            yield "\t" if len(gap) >= _GAP or "\t" in gap else " ", start + above
        yield run.group(), start + run.start()
        above = run.end()


def _break(piece: str, place: int, between: str, below: str) -> Iterator[Piece]:
    """The last piece of a line and what parts it from the next; a word broken in two is joined."""
    if between == " " and _BROKEN.fullmatch(piece[-2:]) and _CARRIED_OVER.match(below):
        yield piece[:-1], place
    else:
        yield piece, place
        yield between, place + len(piece)
