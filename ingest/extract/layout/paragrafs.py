"""The §§ of minutes: where each begins, its number, title and dnr. References to laws and to other §§ are none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ....swedish.dnr import labelled_spans, normal_form, standing_spans
from ..outcomes import decides
from ..printed import Printed, rows_of
from .headings import is_heading
from .lead_ins import announces

_NUMBER: Final = r"(?: \d{4}/\d{1,3} | \d{1,4} (?: [/:] \d{4} )? ) (?: [ ]? [a-eA-E] (?![\w.)]) )?"
_BODY: Final = r"[A-ZÅÄÖa-zåäö][A-Za-zÅÄÖåäö]{1,22}"
_BEGIN: Final = re.compile(
    rf"""(?: [•·*–-] \s+ )? (?: Ärende [ ] \d+ [.]? [ ] / [ ] )?
         (?: (?: (?P<body> {_BODY} ) \.? [ ]? )? (?: § | Paragraf (?=[ ]\d) ) [ ]? (?P<number> {_NUMBER} )
             (?: [ ,/]+ {_BODY} [ ]? § [ ]? {_NUMBER} )*                       # Ks § 16 Au § 7
           | (?P<before> {_NUMBER} ) [ ]? § (?! [ ]? \d )                      # 56 §
         ) (?P<mark> [.:,]? ) (?= \s | $ | [A-ZÅÄÖ] ) (?P<rest> .* )""",
    re.VERBOSE,
)
_DNR: Final = re.compile(r"[\s,(]*\(?\b(?i:d\.?\s?nr|diarie(?:nr|nummer)|ärende(?:nr|nummer|beteckning))\b[.:]?.*$")
_DNR_IN_BRACKETS: Final = re.compile(r"\s*\([A-ZÅÄÖ]{2,6}[ /-]?[\d/-]*\d\)\s*$")
_OF_LETTER: Final = re.compile(r"[a-zåäö], (?:med )?(?i:d\.?nr|diarienr|diarienummer)[.:]? *$")
"""Before the number: "Remiss från länsstyrelsen, dnr"."""
_REACH: Final = 30
"""Code points before a number in which that stands."""
_LEADERS: Final = re.compile(r"(?<!\.)(?<!\. )(?:\.[ ]?){4,}\s*\d*\s*$|(?<!\s)\s{3,}\d{1,3}\s*$")
_COLUMNS: Final = re.compile(r"\s{3,}|\t")
_TEXT_WIDTH: Final = 60
"""Code points; a shorter line was not broken by the margin, so that what follows it begins something."""
_LONGEST: Final = 300
_LOOK_DOWN: Final = 4
"""Lines with text below the number among which title and dnr stand."""
_GOES_ON: Final = re.compile(r"[a-zåäö(\d]")
_LEFT_OPEN: Final = re.compile(
    r"(?:\b(?:och|eller|samt|för|av|om|i|på|till|med|mellan|vid|inom|från|enligt|avseende|gällande)|[,–-])$"
)
_SENTENCE: Final = re.compile(r"[.!?]$")
_TEXT: Final = re.compile(r"[.!?]$|\w{3}[.!?] [A-ZÅÄÖ]")


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
    """Index of the first line that is no longer part of its heading; that of the number where text stands beside it."""


def begins_paragraf(words: str) -> bool:
    """Could the line be the heading of a §?"""
    return _begin(words) is not None


def text_beside(words: str) -> int:
    """Where on the line of a § the text after its number begins; 0 on other lines."""
    found = _begin(words)
    return len(words) - len(found["rest"].lstrip()) if found else 0


def paragrafs(lines: Sequence[Printed], left_out: frozenset[int]) -> tuple[list[Begin], frozenset[int]]:
    """The §§ in the order of the text, and the lines of the list of contents that names them beforehand."""
    reader = _Reader(lines, left_out)
    found = [place for place in range(len(reader.kept)) if reader.begins(place)]
    listed = reader.listed(found)
    titles = {reader.key(place): reader.listed_title(place) for place in listed}
    begins: list[Begin] = []
    last = None
    for place in found:
        if place in listed or reader.key(place) == last:
            continue  # the last one again, on the next page
        last = reader.key(place)
        begins.append(reader.read(place, titles.get(last)))
    return begins, frozenset(reader.kept[place] for place in listed)


class _Reader:
    """The lines with text; a place is an index into them."""

    def __init__(self, lines: Sequence[Printed], left_out: frozenset[int]) -> None:
        self._lines = lines
        self.kept = [at for at, line in enumerate(lines) if line.words and at not in left_out]

    def begins(self, place: int) -> bool:
        """Does a § begin there, and not the rest of a sentence?"""
        words = self._words(place)
        found = _begin(words)
        if not found:
            return False
        rest = found["rest"].strip()
        has_dnr = bool(_DNR.search(words)) or _is_number(rest)
        if found["mark"] == ",":
            return has_dnr
        opens = not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in '"”(-–'
        return has_dnr or (opens and not self._continues(place))

    def listed(self, found: Sequence[int]) -> frozenset[int]:
        """Those that only name a § that comes later, in a list of contents."""
        left = Counter(map(self.key, found))
        listed: set[int] = set()
        for place in found:
            left[self.key(place)] -= 1
            in_row = place - 1 in listed or (place + 1 < len(self.kept) and begins_paragraf(self._words(place + 1)))
            if in_row and (left[self.key(place)] > 0 or _LEADERS.search(self._words(place))):
                listed.add(place)
        return frozenset(listed)

    def key(self, place: int) -> tuple[str | None, str]:
        """What tells one § from another."""
        found = self._found(place)
        return _body(found), _number(found)

    def listed_title(self, place: int) -> str | None:
        """The title in the list of contents, which is not broken over lines."""
        return _title(_LEADERS.sub("", self._found(place)["rest"]))

    def read(self, place: int, listed: str | None) -> Begin:
        """The § that begins there."""
        found = self._found(place)
        title, below = self._title(place, found["rest"])
        first = place
        if not title and not found["rest"].strip() and self._is_title_above(place):
            title, first = self._words(place - 1), place - 1
        while below < len(self.kept) and self._is_dnr(below):
            below += 1
        dnr = _numbers(self._words(one) if one == place else self._beside(one) for one in range(place, below))
        if listed and title and listed.casefold().startswith(title.casefold()):
            title = listed
        until = self.kept[below - 1] + 1 if title or not _TEXT.search(found["rest"]) else self.kept[place]
        return Begin(self.kept[first], _number(found), title, dnr, _body(found), until)

    def _title(self, place: int, rest: str) -> tuple[str | None, int]:
        """The title, on the line or below it, and the place after its last line."""
        title, below = _title(rest), place + 1
        if title and _TEXT.search(rest):
            return None, below
        while below < min(len(self.kept), place + _LOOK_DOWN + 1):
            if self._is_dnr(below) and not title:
                below += 1
                continue
            more = self._title_part(below, title)
            if not more:
                break
            title, below = f"{title} {more}" if title else more, below + 1
        return title, below

    def _title_part(self, place: int, title: str | None) -> str | None:
        """What the line adds to a title."""
        words = self._words(place)
        if is_heading(words) or announces(words) or begins_paragraf(words) or _SENTENCE.search(words):
            return None
        wraps = self._follows(place) and (_GOES_ON.match(words) or (title and _LEFT_OPEN.search(title)))
        return _title(words) if (wraps if title else not decides(words)) and not self._is_dnr(place) else None

    def _is_title_above(self, place: int) -> bool:
        """Is the line above a title, with nothing of another matter between?"""
        words = self._words(place - 1) if place else ""
        short = words[:1].isupper() and len(words) < _TEXT_WIDTH and not _SENTENCE.search(words)
        return short and not self._follows(place - 1) and not is_heading(words) and not begins_paragraf(words)

    def _is_dnr(self, place: int) -> bool:
        words = self._words(place)
        return len(words) < _TEXT_WIDTH and (bool(_DNR.match(words)) or _is_number(words))

    def _beside(self, place: int) -> str:
        """What stands beside the title, on a line of it: all of the line where no title stands."""
        columns = _COLUMNS.split(self._words(place), maxsplit=1)
        return self._words(place) if self._is_dnr(place) else "".join(columns[1:])

    def _continues(self, place: int) -> bool:
        """Does the line go on with a sentence of the line above?"""
        above = self._words(place - 1) if place else ""
        return self._follows(place) and len(above) > _TEXT_WIDTH and not above.endswith((".", "!", "?", ":"))

    def _follows(self, place: int) -> bool:
        """Is there no blank line, and no page's end, above?"""
        return place > 0 and self.kept[place] == self.kept[place - 1] + 1

    def _found(self, place: int) -> re.Match[str]:
        found = _begin(self._words(place))
        if not found:
            raise ValueError(f"no § begins on {self._words(place)!r}")
        return found

    def _words(self, place: int) -> str:
        return self._lines[self.kept[place]].words


def _begin(words: str) -> re.Match[str] | None:
    if len(words) > _LONGEST or ("§" not in words[:40] and not words.startswith("Paragraf")):
        return None
    found = _BEGIN.fullmatch(words)
    return found if found and _may_be_body(found["body"]) else None


def _may_be_body(word: str | None) -> bool:
    """Is it known, or letters such as Kf, KSAU? "Se § 4" is no § of a body called Se."""
    if not word:
        return True
    return word.casefold() in _short_bodies() or (word.isupper() and len(word) <= 6)


def _body(found: re.Match[str]) -> str | None:
    return _short_bodies().get(found["body"].casefold()) if found["body"] else None


def _number(found: re.Match[str]) -> str:
    return " ".join((found["number"] or found["before"]).split())


def _title(rest: str) -> str | None:
    bare = _DNR_IN_BRACKETS.sub("", _DNR.sub("", rest)).strip(" \t.:-–")
    titles = (" ".join(cell.split()) for cell in _COLUMNS.split(bare) if not _is_number(cell.strip()))
    return next(filter(None, titles), None)


def _is_number(words: str) -> bool:
    return (0, len(words)) in standing_spans(words)


def _numbers(lines: Iterator[str]) -> tuple[str, ...]:
    """The numbers on the lines of a heading, each once; that of a letter which the title names comes last."""
    found: dict[str, str] = {}
    theirs: dict[str, str] = {}
    for words in lines:
        named = list(labelled_spans(words))
        bare = (
            one for one in standing_spans(words) if not any(one[0] < end and start < one[1] for start, end in named)
        )
        for start, end in sorted([*named, *bare]):
            of_letter = _OF_LETTER.search(words, max(0, start - _REACH), start)
            (theirs if of_letter else found).setdefault(normal_form(words[start:end]), words[start:end])
    return tuple((found | theirs).values())


@cache
def _short_bodies() -> dict[str, str]:
    return dict(row.split("\t", 1) for row in rows_of("short_bodies.txt"))
