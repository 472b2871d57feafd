"""The §§ of minutes: where each begins, its number, title and dnr. References to laws and to other §§ are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ...swedish.dnr import labelled, standing
from .headings import is_heading, lead_in
from .printed import Printed, rows_of

_NUMBER: Final = r"(?: \d{4}/\d{1,3} | \d{1,4} (?: [/:] \d{4} )? ) (?: [ ]? [a-eA-E] (?![\w.)]) )?"
_BODY: Final = r"[A-ZÅÄÖa-zåäö][A-Za-zÅÄÖåäö]{1,22}"
_BEGIN: Final = re.compile(
    rf"""(?: (?: Ärende [ ] \d+ [.]? [ ] / [ ] )? (?: (?P<body> {_BODY} ) \.? [ ]? )?
             (?: § | Paragraf (?=[ ]\d) ) [ ]? (?P<number> {_NUMBER} )
             (?: [ ,/]+ {_BODY} [ ]? § [ ]? {_NUMBER} )*           # Ks § 16 Au § 7
           | (?: Ärende [ ] \d+ [.]? [ ] / [ ] )? (?P<before> {_NUMBER} ) [ ]? § (?! [ ]? \d )
         ) (?P<mark> [.:,]? ) (?= \s | $ | [A-ZÅÄÖ] ) (?P<rest> .* )""",
    re.VERBOSE,
)
_DNR: Final = re.compile(
    r"[\s,(]*\(?(?i:\bd\.?\s?nr\b|\bdnr\b|\bdiarie(?:nr|nummer)\b|\bärende(?:nr|nummer|beteckning)\b)[.:]?.*$"
)
_IN_BRACKETS: Final = re.compile(r"\s*\((?P<dnr>[A-ZÅÄÖ]{2,6}[ /-]?[\d/-]*\d)\)\s*$")
_LEADERS: Final = re.compile(r"(?:\.[ ]?){4,}\s*\d*\s*$|\s{3,}\d{1,3}\s*$")
_TEXT_WIDTH: Final = 60
"""Code points; a shorter line above was not broken by the margin, so that what follows begins something."""
_LOOK_DOWN: Final = 4
"""Lines with text below the number among which title and dnr stand."""
_GOES_ON: Final = re.compile(r"[a-zåäö(\d]")
_LEFT_OPEN: Final = re.compile(r"(?:\b(?:och|eller|samt|för|av|om|i|på|till|med|mellan|vid|inom|från|enligt|avseende|gällande)|[,–-])$")
_LONGEST_TITLE: Final = 160
_SENTENCE: Final = re.compile(r"[.!?]$")


@dataclass(frozen=True, slots=True)
class Begin:
    """Where a § begins."""

    at: int
    """Index of the first of its lines: that of the number, or of the title above it."""
    number: str
    title: str | None
    dnr: tuple[str, ...]
    body: str | None
    """Who decides under it, where the number says so."""
    until: int
    """Index of the first line that is no longer part of its heading."""


def begins_paragraf(words: str) -> bool:
    """Could the line be the heading of a §?"""
    return _begin(words) is not None


def paragrafs(lines: Sequence[Printed], left_out: frozenset[int]) -> tuple[list[Begin], frozenset[int]]:
    """The §§ in the order of the text, and the lines of the list of contents that names them beforehand."""
    kept = [at for at, line in enumerate(lines) if line.words and at not in left_out]
    reader = _Reader(lines, kept)
    found = [place for place in range(len(kept)) if reader.begins(place)]
    listed = reader.listed(found)
    titles = {reader.key(place): reader.title_listed(place) for place in listed}
    begins, last = [], None
    for place in found:
        if place in listed or (last and reader.key(place) == last):
            continue  # the number again, on the next page
        last = reader.key(place)
        begins.append(reader.read(place, titles.get(last)))
    return begins, frozenset(kept[place] for place in listed)


class _Reader:
    """The lines with text, as what they say about §§."""

    def __init__(self, lines: Sequence[Printed], kept: Sequence[int]) -> None:
        self._lines = lines
        self._kept = kept

    def begins(self, place: int) -> bool:
        """Does a § begin on the line, and not the rest of a sentence?"""
        words = self._words(place)
        found = _begin(words)
        if not found:
            return False
        rest = found["rest"].strip()
        if rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "\"”(-–" or _DNR.match(found["rest"])):
            return False
        if rest and found["mark"] == ",":
            return bool(_DNR.search(words) or list(standing([rest])))
        return not self._continues(place) or bool(_DNR.search(words))

    def listed(self, found: Sequence[int]) -> frozenset[int]:
        """Those that only name a § that comes later, in a list of contents."""
        counts = Counter(map(self.key, found))
        listed = set()
        for place in found:
            counts[self.key(place)] -= 1
            again = counts[self.key(place)] > 0
            below = place + 1 in set(found[:0]) or (place + 1 < len(self._kept) and _begin(self._words(place + 1)))
            if _LEADERS.search(self._words(place)) and (again or below) or (again and (below or place - 1 in listed)):
                listed.add(place)
        return frozenset(listed)

    def key(self, place: int) -> tuple[str | None, str]:
        """What tells one § from another."""
        found = _begin(self._words(place))
        assert found is not None
        return _body(found), _number(found)

    def title_listed(self, place: int) -> str | None:
        """The title in the list of contents, which is not broken over lines."""
        found = _begin(self._words(place))
        return _title(_LEADERS.sub("", found["rest"])) if found else None

    def read(self, place: int, listed: str | None) -> Begin:
        """The § that begins on the line."""
        found = _begin(self._words(place))
        assert found is not None
        title, until = self._titled(place, found["rest"])
        above = None
        if not title and place and self._is_title_above(place, until):
            title, above = self._words(place - 1), place - 1
        heading = "\n".join(self._words(one) for one in range(place, min(until + 1, len(self._kept))) if one < until or self._is_dnr(one))
        dnr = tuple(labelled(heading)) or tuple(standing(heading.split("\n"))) or _bracketed(title)
        while until < len(self._kept) and self._is_dnr(until):
            until += 1
        full = listed if listed and title and listed.casefold().startswith(title.casefold()) else title
        last = self._kept[until] if until < len(self._kept) else len(self._lines)
        return Begin(self._kept[place if above is None else above], _number(found), full, dnr, _body(found), last)

    def _titled(self, place: int, rest: str) -> tuple[str | None, int]:
        """The title, on the line or below, and the place after it."""
        title, below = _title(rest), place + 1
        if title and _SENTENCE.search(rest.strip()) and not _DNR.search(rest):
            return None, place if False else below
        while below < len(self._kept) and below <= place + _LOOK_DOWN:
            words = self._words(below)
            if self._is_dnr(below) and not title:
                below += 1
                continue
            if title and not self._wraps(title, below):
                break
            if is_heading(words) or lead_in(words) or _begin(words) or _SENTENCE.search(words) or len(words) > _LONGEST_TITLE:
                break
            title = f"{title} {_title(words) or ''}".strip() if title else _title(words)
            below += 1
        return title, below

    def _wraps(self, title: str, below: int) -> bool:
        """Does the line go on with the title above it?"""
        follows = self._kept[below] == self._kept[below - 1] + 1
        words = self._words(below)
        return follows and not self._is_dnr(below) and bool(_GOES_ON.match(words) or _LEFT_OPEN.search(title))

    def _is_title_above(self, place: int, below: int) -> bool:
        """Is the line above a title, with nothing of another matter between?"""
        words = self._words(place - 1)
        alone = self._kept[place] > 0 and (place < 2 or self._kept[place - 1] > self._kept[place - 2] + 1)
        return alone and words[:1].isupper() and len(words) < _TEXT_WIDTH and not _SENTENCE.search(words) and not is_heading(words) and not _begin(words)

    def _is_dnr(self, place: int) -> bool:
        words = self._words(place)
        return bool(_DNR.match(words) or list(standing([words])) == [words])

    def _continues(self, place: int) -> bool:
        """Does the line go on with a sentence of the line above?"""
        if not place or self._kept[place] != self._kept[place - 1] + 1:
            return False
        above = self._words(place - 1)
        return len(above) > _TEXT_WIDTH and not _SENTENCE.search(above) and not above.endswith(":")

    def _words(self, place: int) -> str:
        return self._lines[self._kept[place]].words


def _begin(words: str) -> re.Match[str] | None:
    found = _BEGIN.fullmatch(words) if len(words) < 2 * _LONGEST_TITLE else _BEGIN.match(words[: 2 * _LONGEST_TITLE])
    return found if found and _is_body(found["body"]) else None


def _is_body(word: str | None) -> bool:
    return not word or word.casefold() in _short_bodies() or word.isupper() or word[1:2].islower() and len(word) <= 4 and word[0].isupper()


def _body(found: re.Match[str]) -> str | None:
    return _short_bodies().get(found["body"].casefold()) if found["body"] else None


def _number(found: re.Match[str]) -> str:
    return " ".join((found["number"] or found["before"]).split())


def _title(rest: str) -> str | None:
    bare = _IN_BRACKETS.sub("", _DNR.sub("", rest)).strip(" \t.:-–")
    cells = re.split(r"\s{3,}|\t", bare)
    return " ".join(cells[0].split()) or None


def _bracketed(title: str | None) -> Iterator[str] | tuple[str, ...]:
    return ()


@cache
def _short_bodies() -> dict[str, str]:
    return dict(row.split("\t") for row in rows_of("short_bodies.txt"))
