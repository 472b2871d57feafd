"""Numbers said twice, in figures and in words: "7 000 000 (sju miljoner) kronor", "två (2) år"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ....corpus.facts import Finding
from ..structure import Structure
from ..values.numerals import numbers
from ..values.units import mark_after
from .figures import shown

_COUNTED: Final = r"(?:kalender)?(?:år|månad|månader|dag|dagar|veckor|exemplar|st|stycken|procent|personer)"
_TWICE: Final = re.compile(
    r"""(?P<figures>(?<![\w.,:/-])\d[\d .]{0,20}(?:,\d{1,4})?)[ ]?\((?P<words>[a-zåäö][a-zåäö -]{1,60})\)
      | (?P<words_b>(?<![\w-])[a-zåäö]{2,40}(?:[ ][a-zåäö]{2,40}){0,4})[ ]
        \((?P<figures_b>\d[\d .]{0,20}(?:,\d{1,4})?)\)""",
    re.VERBOSE | re.IGNORECASE,
)


def figures_and_words(structure: Structure) -> Iterator[Finding]:
    """Where the two differ."""
    text = structure.flow.text
    for match in _TWICE.finditer(text):
        figures, start = match["figures"] or match["figures_b"], match.start()
        in_words = _value(match["words"]) if match["words"] else None
        if match["words_b"]:
            skipped, in_words = _last_number(match["words_b"])
            start += skipped
        in_figures = _value(figures)
        if in_figures is not None and in_words is not None and in_figures != in_words:
            where = structure.clause(*structure.flow.span(start, match.end()))
            yield Finding("words_differ", f"the figures {figures.strip()} are {shown(in_words)} in words", where)


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
