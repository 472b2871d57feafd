"""Amounts in their sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import Amount, Timing
from ..dates.columns import cells
from ..layout.structure import Line, Structure
from ..mentions import Mention
from ..passages import Passages

_AGAIN: Final = re.compile(
    r"""[^.;]{0,40}[ ,(](?:det[ ]vill[ ]säga|dvs\.?|d\.v\.s\.|eller|vilket[ ]motsvarar|motsvarande)[ ]
        (?:cirka[ ]|ca[ ]|totalt[ ])?""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_ENDS: Final = re.compile(r"[a-zåäö]\.(?:\s|$)")
_WINDOW: Final = 300
"""Code points before an amount in which its verb stands."""


@dataclass(frozen=True, slots=True)
class Sum:
    """An amount in its sentence; offsets into the flow."""

    amount: Amount
    start: int
    end: int
    sentence: tuple[int, int]
    previous: int | None
    """End of the amount before it in the same sentence."""
    next: int
    """Where the next amount of the sentence begins, or else its end."""
    line: Line
    table: bool
    again: bool
    """Is it the amount before in other figures: "50 %, det vill säga 660 tkr"?"""


class Sums:
    """The amounts of a document."""

    def __init__(self, structure: Structure, mentions: Sequence[Mention]) -> None:
        self.structure = structure
        self.text = structure.flow.text
        self._passages = Passages(self.text)
        at = structure.flow.at
        amounts = [one for one in mentions if isinstance(one.content, Amount)]
        self._bounds = [(at(one.start), at(one.end - 1) + 1) for one in amounts]
        self._starts = [start for start, _ in self._bounds]
        self.dates = [
            (at(one.start), at(one.end - 1) + 1, one.content)
            for one in mentions
            if isinstance(one.content, Timing) and one.content.from_
        ]
        """Start, end and meaning of each date, in order."""
        self._dated = [start for start, _, _ in self.dates]

    def of(self, mention: Mention) -> Sum:
        """An amount with its sentence and its neighbours."""
        assert isinstance(mention.content, Amount)
        flow = self.structure.flow
        start, end = flow.at(mention.start), flow.at(mention.end - 1) + 1
        sentence = self._passages.at(start)
        at = bisect_left(self._starts, start)
        previous = self._bounds[at - 1][1] if at and self._bounds[at - 1][1] > sentence[0] else None
        after = self._starts[at + 1] if at + 1 < len(self._starts) else len(self.text)
        line = self.structure.line_at(mention.start)
        table = mention.rule.startswith("amount.table")
        again = previous is not None and bool(_AGAIN.fullmatch(self.text[previous:start]))
        return Sum(mention.content, start, end, sentence, previous, min(after, sentence[1]), line, table, again)

    def before(self, one: Sum) -> str:
        """What of its sentence stands before it, after the amount before."""
        return self.text[max(one.previous or one.sentence[0], one.start - _WINDOW) : one.start]

    def after(self, one: Sum) -> str:
        """What of its sentence stands behind it, before the next amount."""
        return self.text[one.end : one.next]

    def whole(self, one: Sum) -> str:
        """Its sentence."""
        return self.text[slice(*one.sentence)]

    def dates_within(self, start: int, end: int) -> list[tuple[int, int, Timing]]:
        """The dates that begin in a stretch of the flow."""
        return self.dates[bisect_left(self._dated, start) : bisect_left(self._dated, end)]

    def led_in(self, one: Sum) -> str:
        """The words before the colon that its row stands under, where no sentence comes between."""
        above, colon, below = self.text[max(0, one.start - _WINDOW * 2) : one.start].rpartition(":\n")
        return "" if not colon or _SENTENCE_ENDS.search(below) else above[-_WINDOW:].rpartition("\n")[2]

    def row_label(self, one: Sum) -> str:
        """The first column of the line that it stands on."""
        words = self.structure.words_of(one.line)
        columns = cells(words)
        return words[slice(*columns[0])].strip() if len(columns) > 1 else ""
