"""What Tesseract is known to misread in Swedish print, set right by rule: §, foreign letters, cut and spaced words.

Each rule looks at the words of one printed line. Digits are never changed into other digits; a digit becomes § only
where its shape says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import groupby, pairwise
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

from ...corpus.words import Box
from ...swedish.words import known
from .capitals import lowered
from .tesseract import Found

Line: TypeAlias = list[Found]

_LETTERS: Final = Path(__file__).parent / "data" / "foreign_letters.txt"
_KEPT: Final = ("à", "À")
"""As in "3 st à 500 kr"."""
_TALLER: Final = 1.08
"""Height of a § in heights of a digit, at least."""
_RULE: Final = 1.3
"""Height of the rule between two cells, at least, in heights of a digit; a lower | is the word I."""
_UNSURE: Final = 80
"""Confidence under which a lone 8 or S beside a number is taken for §."""
_SURE: Final = 90
"""Confidence from which a number is a number: those read right have 92 to 96."""
_LONE_SIGN: Final = re.compile(r"[$8SsB5]|[$8S§]{2}")
_DOLLAR: Final = re.compile(r"\$(?=\$?\d)")
_GLUED_SIGN: Final = re.compile(r"[8S$]-?(\d{1,3}[a-z]?[.:]?)")
_GLUED_PARAGRAPH: Final = re.compile(r"(§+)(\d.*)")
_PARAGRAPH_NUMBER: Final = re.compile(r"\d{1,3}\s?[a-z]?[.,:;)]?")
_NUMBER: Final = re.compile(r"\d+")
_CUT: Final = 0.6
"""Widest gap inside a number that was cut, in heights of its digits."""
_NARROW: Final = 0.45
"""Widest gap inside a word that was cut, in heights of its letters."""
_ENDS_OPEN: Final = re.compile(r".*\d[/:–-]")
_BEGINS_OPEN: Final = re.compile(r"[/:–-]\d.*")
_IN_ADDRESS: Final = "@._-"
"""Signs after or before which no space stands in an e-mail address."""
_LEAST_SPACED: Final = 4
"""Letters that a spaced heading has at least; fewer are initials."""
_WORD_SPACE: Final = 1.6
"""Gap between two words of a spaced heading, in gaps between its letters."""


def corrected(found: Sequence[Found]) -> Line:
    """The words of a page with the signs, letters and spaces that print has where Tesseract errs."""
    numbers = [word for word in found if _NUMBER.fullmatch(word.text)] or found
    digit = median(_height(word) for word in numbers) if numbers else 0.0
    lines = (list(line) for _, line in groupby(found, key=lambda word: word.line))
    return [word for line in lines for word in _correct(line, digit)]


def _correct(line: Line, digit: float) -> Line:
    line = [word._replace(text=fold(word.text)) for word in line]
    line = list(_with_signs(line, digit))
    return list(lowered(_joined(_unspaced(line))))


def fold(text: str) -> str:
    """The word with letters that Swedish does not use read as the ones they look like, unless it is a known word."""
    if text.isascii() or text in _KEPT or known(text):
        return text
    return text.translate(_foreign_letters())


@cache
def _foreign_letters() -> dict[int, str]:
    lines = _LETTERS.read_text(encoding="utf-8").splitlines()
    return {ord(foreign): swedish for swedish, letters in map(str.split, lines) for foreign in letters}


def _with_signs(line: Line, digit: float) -> Iterator[Found]:
    for i, word in enumerate(line):
        before = line[i - 1].text if i else ""
        after = line[i + 1].text if i + 1 < len(line) else ""
        yield word._replace(text=_sign(word, before, after, digit))


def _sign(word: Found, before: str, after: str, digit: float) -> str:
    """The word, or what it is when its 8, S or $ is a §."""
    text = _DOLLAR.sub("§", word.text)
    if glued := _GLUED_PARAGRAPH.fullmatch(text):
        return f"{glued[1]} {glued[2]}"
    if _ends_in_digit(before) or before.endswith("§"):
        return text
    if text == "|" and after[:1].islower() and _height(word) < _RULE * digit:
        return "I"
    tall = _height(word) > _TALLER * digit > 0
    unsure = word.confidence < _UNSURE
    if _LONE_SIGN.fullmatch(text) and _PARAGRAPH_NUMBER.fullmatch(after):
        return "§" * len(text) if tall or unsure or "$" in text else text
    glued = _GLUED_SIGN.fullmatch(text)
    if glued and word.confidence < _SURE and not _NUMBER.match(after) and (tall or (unsure and not before)):
        return f"§ {glued[1]}"
    return text


def _height(word: Found) -> float:
    return word.box.bottom - word.box.top


def _ends_in_digit(text: str) -> bool:
    return text[-1:].isdigit()


def _unspaced(line: Line) -> Line:
    """Headings with spaces between the letters, as words."""
    words: Line = []
    for single, group in groupby(line, key=lambda word: len(word.text) == 1 and word.text.isalpha()):
        letters = list(group)
        words += _headings(letters) if single and len(letters) >= _LEAST_SPACED else letters
    return words


def _headings(letters: Line) -> Iterator[Found]:
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(letters)]
    wide = _WORD_SPACE * median(gaps)
    word = letters[0]
    for gap, letter in zip(gaps, letters[1:], strict=True):
        if gap > wide:
            yield word
            word = letter
        else:
            word = joined(word, letter)
    yield word


def _joined(line: Line) -> Line:
    """Numbers and words that were cut in two, whole again."""
    words: Line = []
    for word in line:
        if words and _belong_together(words[-1], word):
            words[-1] = joined(words[-1], word)
        else:
            words.append(word)
    return words


def _belong_together(left: Found, right: Found) -> bool:
    gap = (right.box.x0 - left.box.x1) / max(right.box.bottom - right.box.top, 1)
    if gap < _CUT and left.text[-1].isalnum() and _BEGINS_OPEN.fullmatch(right.text):
        return True
    if gap < _CUT and _ENDS_OPEN.fullmatch(left.text) and right.text[0].isdigit():
        return True
    whole = left.text + right.text
    if gap < _CUT and "@" in whole and (left.text[-1] in _IN_ADDRESS or right.text[0] in _IN_ADDRESS):
        return True
    return gap < _NARROW and whole.isalpha() and known(whole) and not (known(left.text) and known(right.text))


def joined(left: Found, right: Found) -> Found:
    """Two words as one, as sure as the less sure of them."""
    text = left.text + right.text
    return Found(text, around((left.box, right.box)), min(left.confidence, right.confidence), left.line)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box around the boxes."""
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))
