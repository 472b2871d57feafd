"""Numbers said twice, in figures and in words: "7 000 000 (sju miljoner) kronor", "två (2) år"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ....corpus.facts import Finding
from ..layout.structure import Structure
from ..values.numerals import numbers
from ..values.units import mark_after
from .figures import shown

_COUNTED: Final = r"(?:kalender)?(?:år|månad|månader|dag|dagar|veckor|exemplar|st|stycken|procent|personer)"
_COUNTS: Final = re.compile(
    r"\s?(?:%|(?:kalender)?(?:år|månad|dag|veck|exemplar|st\b|styck|procent|person|kronor|kr\b|tkr|mnkr|mkr|miljo|euro))",
    re.IGNORECASE,
)
"""What follows "tre (2)" where it is a count, and not the number of a chapter."""
_NUMBERED: Final = re.compile(
    r"(?:punkt|bilaga|tabell|kapitel|kap\.?|paragraf|figur|avsnitt|nr\.?|§)\s*$", re.IGNORECASE
)
_IN_PARENTHESES: Final = re.compile(
    r"[ ]?\((?P<said>\d[\d .]{0,20}(?:,\d{1,4})?|[a-zåäö][a-zåäö -]{1,60})\)", re.IGNORECASE
)
_FIGURES: Final = re.compile(r"(?<![\w.,:/-])\d[\d .]{0,20}(?:,\d{1,4})?$")
_WORDS: Final = re.compile(r"(?<![\w-])[a-zåäö]{2,40}(?:[ ][a-zåäö]{2,40}){0,4}$", re.IGNORECASE)
_REACH: Final = 80
"""Code points before the parentheses in which the number stands that they repeat."""


def figures_and_words(structure: Structure) -> Iterator[Finding]:
    """Where the two differ."""
    text = structure.flow.text
    for match in _IN_PARENTHESES.finditer(text):
        before, said = text[max(0, match.start() - _REACH) : match.start()], match["said"]
        if said[0].isalpha():
            found = _after_figures(before, said)
        else:
            found = _after_words(before, said) if _COUNTS.match(text, match.end()) else None
        if found:
            begins, figures, in_words = found
            where = structure.clause(*structure.flow.span(match.start() - begins, match.end()))
            yield Finding("words_differ", f"the figures {figures} are {shown(in_words)} in words", where)


def _after_figures(before: str, words: str) -> tuple[int, str, Decimal] | None:
    """How far before the parentheses "7 000 000 (åtta miljoner)" begins, its figures, and what its words say."""
    figures = _FIGURES.search(before)
    in_figures, in_words = _value(figures.group()) if figures else None, _value(words)
    if not figures or in_figures is None or in_words is None or in_figures == in_words:
        return None
    if _NUMBERED.search(before, 0, figures.start()):
        return None
    return len(before) - figures.start(), figures.group().strip(), in_words


def _after_words(before: str, figures: str) -> tuple[int, str, Decimal] | None:
    """The same of "tre (2) år"."""
    words = _WORDS.search(before)
    skipped, in_words = _last_number(words.group()) if words else (0, None)
    in_figures = _value(figures)
    if not words or in_figures is None or in_words is None or in_figures == in_words:
        return None
    return len(before) - words.start() - skipped, figures.strip(), in_words


def _value(words: str) -> Decimal | None:
    """The number that a text consists of, with or without a unit; None where there is more to it."""
    number = next(numbers(words), None)
    if number is None or number.start or number.doubt:
        return None
    mark = mark_after(words, number.end)
    rest = words[mark.end if mark else number.end :].strip()
    if rest and not (number.words and re.fullmatch(_COUNTED, rest)):
        return None
    return number.value * (mark.factor if mark else 1)


def _last_number(words: str) -> tuple[int, Decimal | None]:
    """The number in words right before the figures, and where it begins: "under en tid av två (2) år"."""
    for number in numbers(words):
        if number.words and (value := _value(words[number.start :])) is not None:
            return number.start, value
    return 0, None
