"""Lines that were run on into one: a heading with its text, a label with what stood above it, an item with the next.

Word and web documents have a paragraph on one line, and with it what only line breaks parted. A heading is known by its
words and by the sentence of its own that follows: "Beslut Ansökan avslås." is one with its text, "Beslut om medel
fattas av nämnden." and "Beslut Norrby" are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from ..bodies import is_body
from ..outcomes import decides
from ..printed import Printed, printed
from .headings import Heading, heading_of, may_open_heading
from .paragrafs import begins_paragraf
from .structure import Zone

_SHORTEST: Final = 10
"""Code points of a line that could be two."""
_LONGEST_HEADING: Final = 100
_MOST_WORDS: Final = 9
_LOOK_AHEAD: Final = 300
"""Code points after a heading that tell whether they are its text."""
_FIRST_LINES: Final = 4
"""Lines with text that are the document's own head, where "Protokollsutdrag Norrby" says what it is."""
_ENDED: Final = (".", ":", "!", "?")
_TOKEN: Final = re.compile(r"\S+")
_COLUMN: Final = re.compile(r"\s{3}|\t")
_SENTENCE_BEGIN: Final = re.compile(
    r"(?<=[a-zåäö0-9)%”\"][.!?]) {0,2}(?=[A-ZÅÄÖ])(?<!^\d\. )(?<!^\d\d\. )(?<!\s\d\. )(?<!\s\d\d\. )"
)
"""Behind a full stop, which one after the number of a heading is not."""
_CAPITAL: Final = re.compile(r"(?<=\S[ ])(?=[A-ZÅÄÖ])")
_TEXT: Final = re.compile(r"[A-ZÅÄÖ]\w|[1aA][.)]$|1$|[-–•·*]$")
"""How a word looks with which the text under a heading begins."""
_SENTENCE: Final = re.compile(r"\w\w[\"”)]?[.:!?](?:\s|$)|\d[.](?:\s+[A-ZÅÄÖ]|$)")
_LEFT_OPEN: Final = re.compile(r"\b(?:till|av|på|om|för|från|i|under|enligt|med|över|och)$", re.IGNORECASE)
_OF_MATTER: Final = re.compile(r"(?:beslut|beslutet|ärendet)$", re.IGNORECASE)
"""How headings end of which only the first words are known: "Motivering till beslutet"."""
_OF_DECISION: Final = re.compile(r"\b(?:fatta[st]|fattades|togs?|tas|innebär|medför|överklaga[st]?|vann|vinner)\b")
"""Verbs of which "beslut att ..." is the object or the subject."""
_LABEL: Final = re.compile(r"(?<=\S[ ])(?P<label>[A-ZÅÄÖ][a-zåäö]+(?:[ ][a-zåäö]+){0,3})[ ]?:[ ]")
_LISTS_OF_NAMES: Final = frozenset({Zone.ATTENDANCE, Zone.DISTRIBUTION, Zone.SIGNATURES})
"""What labels stand for that need no full stop before them: lists have none."""
_LIST: Final = re.compile(r"(?P<mark>[-–•·*])[ ](?=\w)")
_LISTED: Final = re.compile(r"(?::|\b(?:att|besluta|beslutar|följande))[ ]?(?P<mark>[-–•·*])[ ](?=\w)")
"""A dash elsewhere in a sentence parts no items."""
_NAMES: Final = frozenset({Zone.DISTRIBUTION, Zone.SIGNATURES, Zone.ATTACHMENTS})
"""Zones that hold names and titles, and no sentences."""


def parted(text: str) -> Iterator[Printed]:
    """The lines of a text, each of those that were run on as the lines that it was."""
    above, passed = "", 0
    for line in printed(text):
        cuts = _cuts(line.words, opens=not above or above.endswith(_ENDED), first=passed < _FIRST_LINES)
        yield from _pieces(line, text.index(line.words, line.start), cuts) if cuts else (line,)
        above = line.words
        passed += bool(above)


def _pieces(line: Printed, first: int, cuts: list[int]) -> Iterator[Printed]:
    """The line in pieces; `first` is where its words begin, the cuts are offsets from there."""
    for begin, end in zip([0, *cuts], [*cuts, len(line.words)], strict=True):
        words = line.words[begin:end].rstrip()
        start = first + begin
        yield Printed(
            start if begin else line.start,
            start + len(words) if end < len(line.words) else line.end,
            line.page,
            words,
        )


def _cuts(words: str, *, opens: bool, first: bool) -> list[int]:
    """Offsets in a line at which another line began."""
    if len(words) < _SHORTEST:
        return []
    cuts = {0, *_labels(words)}
    for start in _openings(words, opens=opens):
        text = _text_after(words, start, first=first)
        if text:
            cuts |= {start, text}
    return sorted((cuts | set(_items(words, cuts))) - {0})


def _openings(words: str, *, opens: bool) -> Iterator[int]:
    """Where a heading may stand: at the beginning, behind a sentence, and anywhere on the line of a §."""
    if opens:
        yield 0
    begin = _CAPITAL if begins_paragraf(words[:_LOOK_AHEAD]) else _SENTENCE_BEGIN
    yield from (found.end() for found in begin.finditer(words))


def _text_after(words: str, start: int, *, first: bool) -> int | None:
    """Where the text under a heading begins that stands at an offset, there with a colon; None where none stands."""
    window = words[start : start + _LONGEST_HEADING]
    if not may_open_heading(window):
        return None
    above = ""
    for token in islice(_TOKEN.finditer(window), _MOST_WORDS + 1):
        title, text = window[: token.start()].rstrip(), start + token.start()
        if _COLUMN.search(window, len(title), token.start()):
            return None
        heading = heading_of(title) if title and _may_begin_text(above, token[0]) else None
        if heading and _reads_on(heading, title, words[text : text + _LOOK_AHEAD], first=first):
            return start if title.endswith(":") else text
        above = token[0]
    return None


def _may_begin_text(above: str, word: str) -> bool:
    """Not within words in capitals, nor after a number: those are of the heading itself."""
    within = above.isupper() and len(above) > 1 and word.isupper() and len(word) > 1
    return not within and (word == "att" or bool(_TEXT.match(word)))


def _reads_on(heading: Heading, title: str, rest: str, *, first: bool) -> bool:
    """Does what follows the words of a heading stand under it, as a text of its own?"""
    if heading.rest < len(title) or not (heading.whole or _is_closed(heading.words)):
        return False
    if heading.zone is not Zone.DISTRIBUTION and _LEFT_OPEN.search(title):
        return False
    if title.endswith(":"):
        return True
    if rest[0] == "1" and rest[1] == " ":
        return rest[2:3].isupper()
    if rest.startswith("att "):
        return heading.zone is Zone.DECISION and not _OF_DECISION.search(rest)
    if heading.zone in _NAMES:
        return not first
    if heading.zone is Zone.ATTENDANCE:
        return not rest.endswith(".") and ("," in rest or "(" in rest)
    if heading.zone in (Zone.CONTENTS, Zone.PARTIES):
        return rest[0] == "1" or not title.endswith("na")
    return bool(_SENTENCE.search(rest)) or decides(rest)


def _is_closed(title: str) -> bool:
    """Can it be all of a heading whose last words are not known? "Beskrivning av projektet" goes on with a name."""
    return bool(_OF_MATTER.search(title)) or is_body(title.rsplit(None, 1)[-1])


def _labels(words: str) -> Iterator[int]:
    """Where labels of lists stand: "(S), ordförande Övriga närvarande: Bo Ek"."""
    for found in _LABEL.finditer(words) if ": " in words else ():
        heading = heading_of(found["label"])
        if heading and heading.zone in _LISTS_OF_NAMES:
            yield found.start()


def _items(words: str, cuts: set[int]) -> Iterator[int]:
    """Where the items of a list begin whose marks, dashes or dots, stand in the line."""
    opened = next(filter(None, (_LIST.match(words, cut) for cut in sorted(cuts))), None) or _LISTED.search(words)
    if opened:
        mark = re.compile(rf"(?<!\S){re.escape(opened['mark'])} (?=[^\W\d])")
        yield from (found.start() for found in mark.finditer(words, opened.start("mark")))
