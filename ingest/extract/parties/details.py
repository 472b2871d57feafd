"""What stands around somebody's name: title, organisation, and what they do in the document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from . import lists
from .aliases import meant
from .cells import Cell, Grid
from .people import party_after
from .spans import Span, joined
from .titles import title_at, title_before, written
from .tokens import Gap, Token

_PARTS: Final = 4
"""Titles and organisations after a name at most."""
_AT: Final = frozenset(["vid", "på", "för", "hos", "inom", "från", "i"])
_PRESENTS: Final = re.compile(
    r"(?:föredrar|föredrog|redovisar|redovisade|redogör|redogjorde|presenterar|presenterade|informerar|informerade|visar"
    r"|visade|berättar|berättade|inleder|inledde|medverkar|medverkade)",
)


@dataclass(slots=True)
class Details:
    """What one mention of a person tells."""

    title: str | None = None
    represents: str | None = None
    evidence: set[str] = field(default_factory=set)


class Reader:
    """Reads what stands around names."""

    def __init__(
        self,
        tokens: Sequence[Token],
        grid: Grid,
        spans: Sequence[Span],
        aliases: Mapping[str, str],
        entries: Mapping[int, str],
    ) -> None:
        self.tokens = tokens
        self.grid = grid
        self.aliases = dict(aliases)
        self.entries = entries
        self.at = {span.first: span for span in spans if span.type == "organisation"}
        self.people = {span.first: span for span in spans if span.type == "person"}

    def details(self, span: Span) -> Details:
        """What stands after, before, above and below a name."""
        found = Details()
        self._after(span, found)
        self._before(span, found)
        self._around(span, found)
        if span.first in self.entries:
            found.evidence.add(f"list:{self.entries[span.first]}")
        return found

    def _after(self, span: Span, found: Details) -> None:
        place = party_after(self.tokens, span.after)
        if place > span.after:
            found.evidence.add("elected")
        titles: list[str] = []
        for _ in range(_PARTS):
            if place < len(self.tokens) and self.tokens[place].text in (",", "(", "-", "–"):
                place += 1
            after = self._part(place, titles, found)
            if after == place:
                break
            place = after
        if titles and not found.title:
            found.title = written(", ".join(titles))
        if place < len(self.tokens) and _PRESENTS.fullmatch(
            self.tokens[min(place + (self.tokens[place].text == ","), len(self.tokens) - 1)].text
        ):
            found.evidence.add("presents")

    def _part(self, place: int, titles: list[str], found: Details, *, begins: bool = False) -> int:
        """Reads a title or an organisation; index after it."""
        tokens = self.tokens
        if place >= len(tokens) or (tokens[place].gap > Gap.WORD and not begins) or place in self.people:
            return place
        after = title_at(tokens, place)
        if after > place:
            titles.append(joined(tokens[place:after]))
            return after
        start = place + (tokens[place].text in _AT)
        name = self._organisation(start)
        if name:
            found.represents = found.represents or name[0]
            return name[1]
        return place

    def _organisation(self, place: int) -> tuple[str, int] | None:
        span = self.at.get(place)
        if span:
            return span.name, span.after
        if place < len(self.tokens) and self.tokens[place].capital:
            name = meant(self.tokens[place].text, self.aliases)
            if name:
                return name, place + 1
        return None

    def _before(self, span: Span, found: Details) -> None:
        tokens = self.tokens
        first = title_before(tokens, span.first)
        if first < span.first:
            found.title = found.title or written(joined(tokens[first : span.first]))
            found.evidence.add("titled")
        cell = self.grid.of(span.first)
        if span.first > cell.first and tokens[span.first - 1].text in (":", "-", "–"):
            self._label(cell.first, span.first - 1, found)
        left = self.grid.left(cell)
        if left and span.first == cell.first:
            after = left.after - (tokens[left.after - 1].text == ":")
            if title_at(tokens, left.first) == after or tokens[after - 1].text.casefold() in lists.words("contacts"):
                self._label(left.first, after, found)

    def _label(self, first: int, after: int, found: Details) -> None:
        """Reads what stands before a colon and a name."""
        tokens = self.tokens
        start = after
        while start > first and tokens[start - 1].text[0].isalnum() and after - start < 6:
            start -= 1
        words = tokens[start:after]
        if not words:
            return
        label = joined(words).casefold()
        last = words[-1].text.casefold()
        if label in lists.words("contacts") or last in lists.words("contacts"):
            found.evidence.add("contact")
        if title_at(tokens, start) == after and last not in ("kontaktperson", "kontaktpersoner"):
            found.title = found.title or written(joined(words))
            found.evidence.add("contact")
        if words[0].text in ("För", "för") and len(words) > 1:
            found.evidence.add("contact")
            words = words[1:]
            start += 1
        name = self._organisation(start) if words else None
        if name:
            found.represents = found.represents or name[0]

    def _around(self, span: Span, found: Details) -> None:
        """Reads the lines below the name's, and above, as in a block of signatures."""
        cell = self.grid.of(span.first)
        alone = cell.first == span.first and cell.after == party_after(self.tokens, span.after)
        if not alone:
            return
        found.evidence.add("alone")
        for rows in (1, 2, 3):
            under = self.grid.under(cell, rows)
            if not under or under.apart or not self._below(under, found):
                break
        for rows in (-1, -2, -3):
            over = self.grid.under(cell, rows)
            name = over and self._for(over)
            if name:
                found.represents = found.represents or name
                found.evidence.add("signs")
                break

    def _below(self, cell: Cell, found: Details) -> bool:
        titles: list[str] = []
        place = cell.first
        before = found.represents
        while place < cell.after:
            place += self.tokens[place].text in (",", "(", ")")
            after = self._part(place, titles, found, begins=place == cell.first)
            if after == place:
                break
            place = after
        if titles:
            found.title = found.title or written(", ".join(titles))
        read = bool(titles) or found.represents != before
        if read:
            found.evidence.add("signs")
        return read

    def _for(self, cell: Cell) -> str | None:
        """The organisation that a cell of a block of signatures names: För Region X."""
        place = cell.first + (self.tokens[cell.first].text.casefold() == "för")
        name = self._organisation(place)
        return name[0] if name and name[1] >= cell.after - 1 else None
