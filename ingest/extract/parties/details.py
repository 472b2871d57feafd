"""What stands around somebody's name: title, organisation, and what they do in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from . import lists
from .aliases import meant
from .cells import Cell, Grid
from .people import PRESENTS, party_after
from .spans import Span, joined
from .titles import indefinite, title_at, title_before, written
from .tokens import Gap, Token

Evidence = Literal[
    "listed as member", "listed as official", "elected", "contact", "presents", "titled", "labelled", "signs", "dated",
    "adjusts", "bound",
]  # fmt: skip
"""What a mention shows of somebody; "elected" is a political party behind the name."""

_PARTS: Final = 4
"""Titles and organisations after a name at most."""
_LABEL: Final = 6
"""Words of a label before a colon at most."""
_AT: Final = frozenset(["vid", "på", "för", "hos", "inom", "från", "i"])
_SEPARATORS: Final = frozenset([",", "(", "-", "–"])
_AMONG: Final = 30
"""Words from a name to the verb of the sentence, over the names of others who do the same."""
_DATE: Final = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}|(?:19|20)\d{6}")
_ROWS: Final = 3
"""Printed lines of a block of signatures below a name, and above it."""
_SIGNS_ABOVE: Final = {
    "vid protokollet": "Sekreterare",
    "vid anteckningarna": "Sekreterare",
    "vid pennan": "Sekreterare",
    "vid tangenterna": "Sekreterare",
    "antecknat": "Sekreterare",
    "antecknat av": "Sekreterare",
    "antecknare": "Sekreterare",
    "anteckningar förda av": "Sekreterare",
    "protokollfört av": "Sekreterare",
    "sekreterare": "Sekreterare",
    "protokollförare": "Protokollförare",
    "ordförande": "Ordförande",
    "mötesordförande": "Mötesordförande",
    "justerare": "Justerare",
    "justerande": "Justerare",
    "justeras": "Justerare",
    "protokolljusterare": "Protokolljusterare",
}
"""What is printed above the place for a name in minutes, and what it makes of who signs there."""


@dataclass(slots=True)
class Details:
    """What one mention of a person tells."""

    title: str | None = None
    represents: str | None = None
    evidence: set[Evidence] = field(default_factory=set)

    def add_title(self, titles: Sequence[str]) -> None:
        """Takes a title, unless there is one."""
        if titles and not self.title:
            self.title = written(", ".join(titles))


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
        self.entries = entries
        self._aliases = dict(aliases)
        self._organisations = {span.first: span for span in spans if span.type == "organisation"}
        self._people = {span.first: span for span in spans if span.type == "person"}

    def details(self, span: Span) -> Details:
        """What stands after, before, below and above a name."""
        found = Details()
        match self.entries.get(span.first):
            case "member":
                found.evidence.add("listed as member")
            case "official":
                found.evidence.add("listed as official")
        self._read_entry(span, found)
        self._read_after(span, found)
        self._read_before(span, found)
        if self._presents(span):
            found.evidence.add("presents")
        cell = self.grid.of(span.first)
        if (cell.first, cell.after) == (span.first, party_after(self.tokens, span.after)):
            self._read_below(cell, found)
            self._read_above(cell, found)
        return found

    def _read_entry(self, span: Span, found: Details) -> None:
        """Reads an entry of a list that names the organisation first: Åre kommun: Maja Lind, Kim Berg."""
        first = self.grid.of(span.first).first
        owner = self._organisations.get(first)
        if (
            first in self.entries
            and owner
            and owner.after < span.first
            and self.tokens[owner.after].text in (":", "-", "–")
        ):
            found.represents = owner.name
            found.evidence.add("listed as member")

    def _read_after(self, span: Span, found: Details) -> None:
        place = party_after(self.tokens, span.after)
        if place > span.after:
            found.evidence.add("elected")
        titles: list[str] = []
        for _ in range(_PARTS):
            start = place + (place < len(self.tokens) and self.tokens[place].text in _SEPARATORS)
            after = self._part(start, titles, found)
            if after == start:
                break
            place = after + (after < len(self.tokens) and self.tokens[after].text == ")")
        found.add_title(titles)

    def _part(self, place: int, titles: list[str], found: Details, *, begins: bool = False) -> int:
        """Reads a title or an organisation; index after it, `place` where none begins there."""
        tokens = self.tokens
        if place >= len(tokens) or place in self._people or (tokens[place].gap > Gap.WORD and not begins):
            return place
        after = title_at(tokens, place)
        if after > place:
            if after in self._people and tokens[after].gap == Gap.WORD:
                return place  # the next one's: Maja Lind, ekonom Kim Berg
            titles.append(joined(tokens[place:after]))
            return after
        name = self._organisation(place + (tokens[place].text in _AT))
        if name:
            found.represents = found.represents or name[0]
            return name[1]
        return place

    def _organisation(self, place: int) -> tuple[str, int] | None:
        """The organisation that is named here, also by what it is called in the document, and the index after it."""
        span = self._organisations.get(place)
        if span:
            return span.name, span.after
        name = meant(self.tokens[place].text, self._aliases) if place < len(self.tokens) else None
        return (name, place + 1) if name and self.tokens[place].capital else None

    def _read_before(self, span: Span, found: Details) -> None:
        tokens, cell = self.tokens, self.grid.of(span.first)
        first = title_before(tokens, span.first)
        if first < span.first:
            found.add_title([joined(tokens[first : span.first])])
            found.evidence.add("titled")
        before = span.first - 1
        if span.first > cell.first and tokens[before].text in (":", "-", "–"):
            self._read_label(cell.first, before, found)
        elif before == cell.first and _DATE.fullmatch(tokens[before].text):
            found.evidence.add("dated")
        elif span.first > cell.first and tokens[before].text == "," and (title := indefinite(tokens[before - 1].text)):
            found.add_title([title])  # Ordföranden, Maja Lind, hälsar välkommen
        left = self.grid.left(cell)
        if left and span.first == cell.first:
            self._read_left(left, found)

    def _read_left(self, left: Cell, found: Details) -> None:
        """Reads the cell before a name: a label, a title, a date of signing."""
        tokens = self.tokens
        after = left.after - (tokens[left.after - 1].text == ":")
        words = joined(tokens[left.first : after])
        if after < left.after or words.casefold() in lists.words("contacts"):
            self._read_label(left.first, after, found)
        elif words.casefold().endswith(("att justera", "justerare", "justerande")):
            found.evidence.add("adjusts")
        elif words.casefold() in lists.words("party_labels"):
            found.evidence.add("bound")
        elif title_at(tokens, left.first) == after:
            found.add_title([words])
        elif _DATE.fullmatch(words):
            found.evidence.add("dated")

    def _read_label(self, first: int, after: int, found: Details) -> None:
        """Reads what stands before a colon and a name."""
        tokens = self.tokens
        start = after
        while start > first and tokens[start - 1].text[0].isalnum() and after - start < _LABEL:
            start -= 1
        label, last = joined(tokens[start:after]).casefold(), tokens[after - 1].text.casefold()
        if label in _SIGNS_ABOVE:
            found.add_title([_SIGNS_ABOVE[label]])
        if label.endswith(lists.endings("contacts")):
            found.evidence |= {"contact", "labelled"}
        elif last in lists.words("party_labels"):
            found.evidence.add("bound")
        elif last.startswith("juster") or label.endswith("att justera"):
            found.evidence.add("adjusts")
        for place in range(start, after):
            if title_at(tokens, place) == after:
                found.add_title([joined(tokens[place:after])])
                found.evidence |= {"contact", "labelled"}
                break
        behalf = start < after and tokens[start].text.casefold() == "för"
        name = self._organisation(start + behalf) if start + behalf < after else None
        if name:
            found.represents = found.represents or name[0]
            found.evidence |= {"contact", "labelled"} if behalf or name[1] >= after else set()

    def _presents(self, span: Span) -> bool:
        """Does the sentence go on with a verb of telling the meeting something, over others who do the same?"""
        place = party_after(self.tokens, span.after)
        limit = min(len(self.tokens), place + _AMONG)
        while place < limit and self.tokens[place].gap <= Gap.WORD:
            word = self.tokens[place].text
            if PRESENTS.fullmatch(word):
                return True
            place = self._past(place)
            if place < 0:
                return False
        return False

    def _past(self, place: int) -> int:
        """Index after a name, a title or a word that joins such; -1 where none stands here."""
        if self.tokens[place].text in (",", "och", "samt", *_AT):
            return place + 1
        person = self._people.get(place)
        if person:
            return party_after(self.tokens, person.after)
        after = self._part(place, [], Details())
        return after if after > place else -1

    def _read_below(self, cell: Cell, found: Details) -> None:
        """Reads title and organisation under a name, as in a block of signatures."""
        for rows in range(1, _ROWS + 1):
            under = self.grid.under(cell, rows)
            if not under or under.apart or not self._read_line(under, found):
                return
            found.evidence.add("signs")

    def _read_line(self, cell: Cell, found: Details) -> bool:
        """Reads a line under a name; is it one that tells what somebody is?"""
        titles: list[str] = []
        place, before = cell.first, found.represents
        while place < cell.after:
            after = self._part(place, titles, found, begins=place == cell.first)
            if after == place:
                break
            place = after + (after < cell.after and self.tokens[after].text == ",")
        if titles and place < cell.after:
            titles[-1] += self._rest(place, cell, found)
        found.add_title(titles)
        return bool(titles) or found.represents != before

    def _rest(self, place: int, cell: Cell, found: Details) -> str:
        """What belongs to the title still, as in "Förvaltningschef Regional utveckling"; reads the organisation."""
        name = next(self._named(place, cell.after), None)
        found.represents = found.represents or name
        comma = next((at for at in range(place, cell.after) if self.tokens[at].text == ","), cell.after)
        words = self.tokens[place:comma]
        own = self.tokens[place - 1].text != "," and not any(at in self._organisations for at in range(place, comma))
        return f" {joined(words)}" if own and words else ""

    def _named(self, first: int, after: int) -> Iterator[str]:
        return (self._organisations[place].name for place in range(first, after) if place in self._organisations)

    def _read_above(self, cell: Cell, found: Details) -> None:
        """Reads what is printed over the place for a signature: För Region X; Justerare."""
        for rows in range(-1, -_ROWS - 1, -1):
            over = self.grid.under(cell, rows)
            if not over:
                return
            if not any(token.text[0].isalpha() for token in self.tokens[over.first : over.after]):
                over = self.grid.left(over) or over  # dots to sign on, and beside them as what
            label = joined(self.tokens[over.first : over.after]).casefold().rstrip(" :._")
            if label in _SIGNS_ABOVE:
                found.add_title([_SIGNS_ABOVE[label]])
                found.evidence.add("signs")
                return
            if len(self.grid.rows[over.row]) != len(self.grid.rows[cell.row]):
                continue  # a row of a table
            name = self._organisation(over.first + (self.tokens[over.first].text.casefold() == "för"))
            if name and name[1] >= over.after - 1:
                found.represents = found.represents or name[0]
                found.evidence.add("signs")
                return
