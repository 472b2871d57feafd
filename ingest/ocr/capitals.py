"""Small letters that Tesseract takes for capitals because both have one shape: "RegionenS", "utvecklingSnämnden"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ...swedish.words import function_words, known
from .tesseract import Found

_INSIDE: Final = re.compile(r"(\W*[A-ZÅÄÖ]?[a-zåäö]{3,})([CSUVXZ])([a-zåäö]*\W*)")
"""One such letter after small ones; names such as LinkedIn and PowerPoint have others."""
_FIRST: Final = re.compile(r"[CSUV][a-zåäö]{2,}[.,;:]?")
"""Two letters and fewer are too often a name: tidningen Vi."""
_MID_SENTENCE: Final = re.compile(r"[a-zåäö]+,?")
_DAY: Final = re.compile(r"\d{1,2}")
_MONTH: Final = "september"
"""The one whose capital has the shape of its small letter, o apart."""


def lowered(line: Iterable[Found]) -> Iterator[Found]:
    """The words of a line with small letters where Swedish has them for certain."""
    before = ""
    for word in line:
        text = _lower_inside(word.text)
        if _FIRST.fullmatch(text) and _is_small(text.rstrip(".,;:").lower(), before):
            text = text.lower()
        before = text
        yield word._replace(text=text)


def _is_small(word: str, before: str) -> bool:
    """Whether no sentence and no name begins with the word here."""
    if _DAY.fullmatch(before):
        return word == _MONTH
    return _MID_SENTENCE.fullmatch(before) is not None and (word == _MONTH or word in function_words()["sv"])


def _lower_inside(text: str) -> str:
    match = _INSIDE.fullmatch(text)
    if not match:
        return text
    left, capital, right = match.groups()
    compound = capital == "S" and known(_letters(left)) and known(_letters(right))
    return f"{left}{capital.lower()}{right}" if compound or known(_letters(text)) else text


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
