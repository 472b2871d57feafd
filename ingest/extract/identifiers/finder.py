"""All identifiers of a document: each kind by its own patterns, none over another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from ..layout.structure import Structure
from ..mentions import Identifier
from . import accounts, cases, contacts, laws, numbers, pages, titled

Finder = Callable[[str, int, int], Iterator[Identifier]]
"""Of a text, and of the stretch of it that is to be looked through."""

_OF_WHOLE: Final = (numbers.personal, cases.labelled)
_FINDERS: Final[tuple[tuple[Finder, Sequence[str]], ...]] = (
    (accounts.labelled, accounts.LABELS),
    (contacts.addresses, contacts.SIGNS),
    (contacts.postcodes, ()),
    (laws.statutes, laws.SIGNS),
    (numbers.organisations, ()),
    (cases.standing, ("19", "20")),
    (accounts.shaped, ("se", "73", "00")),
    (contacts.telephones, ("0", *contacts.LABELS)),
    (laws.sections, laws.SECTIONS),
    (titled.labelled, titled.LABELS),
    (titled.estates, (":", "kv")),
    (titled.shaped, ()),
)
"""The surest first: what one has found no later one may take. With what must stand in a stretch, in lower case."""
_SIGN: Final = re.compile(r"[\d@]+|://|www\.")
"""Without one of them there is no identifier."""
_BEFORE: Final = 48
"""Characters before a number in which is said what it is: a long label, a street, a register."""
_AFTER: Final = 32
_BLANK: Final = re.compile(r"\s")


def identifiers(structure: Structure) -> list[Identifier]:
    """Identifiers, in the order of the text; no two overlap."""
    text = structure.text
    found = [*pages.marks(structure)]
    for find_all in _OF_WHOLE:
        found = [*_merged(found, find_all(text))]
    stretches = [(start, end, text[start:end].lower()) for start, end in _stretches(text)]
    for find, signs in _FINDERS:
        promising = [(start, end) for start, end, low in stretches if not signs or any(map(low.__contains__, signs))]
        found = [*_merged(found, (one for start, end in promising for one in find(text, start, end)))]
    return found


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where something may stand: most prose has no number for lines on end."""
    start, end = 0, 0
    for sign in _SIGN.finditer(text):
        if sign.start() - _BEFORE > end:
            if end:
                yield start, end
            start = sign.start() - _BEFORE
        if sign.end() + _AFTER > end:
            end = _word_end(text, sign.end() + _AFTER)
    if end:
        yield start, end


def _word_end(text: str, at: int) -> int:
    blank = _BLANK.search(text, at)
    return blank.start() if blank else len(text)


def _merged(sure: list[Identifier], more: Iterable[Identifier]) -> Iterator[Identifier]:
    """Both in the order of the text, without those of the second that touch one of the first."""
    at, free = 0, 0
    for one in more:
        while at < len(sure) and sure[at].start < one.end:
            yield sure[at]
            free = sure[at].end
            at += 1
        if one.start >= free:
            yield one
            free = one.end
    yield from sure[at:]
