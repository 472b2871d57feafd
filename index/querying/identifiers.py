"""What is one thing though it is written in several pieces: the number of a case, a §, a law, an estate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...swedish.dates import MONTHS
from ...swedish.dnr import normal_form, standing_spans
from ...swedish.reading import View
from ...swedish.stemming import stop_words
from ..analysis.lexemes import tokens
from .nodes import Word

_PARAGRAPH: Final = re.compile(
    r"(?:§{1,2}|(?<!\w)[Pp]aragraf(?:en)?)[ ]?(\d{1,4})(?!\w|,\d) | (?<![\w.,])(\d{1,4})[ ]?§(?!§|[ ]?\d{1,3}(?!\d))",
    re.VERBOSE,
)
_YEAR: Final = r"(?:19|20)\d\d"
_TYPED: Final = re.compile(
    rf"""(?<![\w/.-]) (?: (?P<register>[^\W\d_]{{2,4}}) [ /-]? )?
         (?P<number> (?!{_YEAR}[-/]{_YEAR}(?!\d)) (?: \d{{1,6}}/{_YEAR} | {_YEAR}/\d{{1,6}} | {_YEAR}-\d{{3,6}} ) )
         (?! [\w/] | -\d | [.:]\d )""",
    re.VERBOSE,
)
"""As people type what is printed as "RUN 319/2022": in lower case, or without the letters of the register."""
_LABEL: Final = re.compile(r"(?<!\w)(?i:d\.?nr|diarie(?:nr|nummer)|ärende(?:nr|nummer))[.:]?[ ]?(?=\w)")
_LABELLED: Final = re.compile(
    rf"{_LABEL.pattern}(?:[A-ZÅÄÖ][^\W\d_]{{0,7}}[ /-]?|[^\W\d_]{{1,8}}[/-]?)?\d+(?:[ ./:-]\d+)*(?!\w)"
)
_WITH_COLON: Final = re.compile(r"(?<![\w:.,/-])\d{1,4}:\d{1,4}(?![\w:]|[.,/-]\d)")
"""SFS 2017:725, Norrby 4:21."""


def spans(text: str) -> Iterator[tuple[int, int]]:
    """Where identifiers stand in a text: [start, end) in code points, in their order, none within another.

    What only calls a number a dnr ("Dnr KS 2024/117") belongs to its span.
    """
    patterns = (_PARAGRAPH, _WITH_COLON, _LABELLED)
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    found += [*map(_typed, _TYPED.finditer(text)), *standing_spans(text)]
    at = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= at:
            yield start, end
            at = end


def identifier(text: str) -> Word | None:
    """The word of a text that is an identifier from its beginning to its end; None where it is not."""
    if next(spans(text), None) != (0, len(text)):
        return None
    if paragraph := _PARAGRAPH.fullmatch(text):
        number = paragraph[1] or paragraph[2]
        return _word(text, f"§ {number}" if paragraph[1] else text, f"§{number}")
    label = _LABEL.match(text)
    number = text[label.end() :] if label else text
    return _word(number, number.upper(), normal_form(number))


def _word(text: str, read: str, whole: str) -> Word:
    """The word for what reads so as a whole, or as the analysis of pages knows it whole already."""
    first, *others = (lexeme for token in tokens(View(read)) for lexeme in token.lexemes)
    return Word(text, (first._replace(whole=whole), *others) if others else (first,))


def _typed(match: re.Match[str]) -> tuple[int, int]:
    """With the letters before the number, unless these are a word, a month or a label."""
    register = (match["register"] or "").lower()
    known = register not in stop_words() and register not in MONTHS and not _LABEL.match(match[0])
    with_register = known and any(True for _ in standing_spans(match[0].upper()))
    return match.span() if with_register else match.span("number")
