"""What Tesseract makes of handwriting, stamps, drawings and dirt: letters that are no words, to be left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from statistics import fmean, median
from typing import Final, NamedTuple

from ...corpus.words import Box
from ...swedish.words import known, share_usual_pairs
from .tesseract import Found

_SURE: Final = 70
"""Confidence from which a word stands even when no lexicon knows it, as names do."""
_CREDIBLE: Final = 0.34
"""Share of a line's characters that are credible, at least."""
_HOPELESS: Final = 60
"""Mean confidence, at most, of a line that is left out."""
_LEAST_LETTERS: Final = 3
"""Shorter words are known by chance."""
_LEAST_UNKNOWN: Final = 6
_USUAL: Final = 0.6
"""Share of neighbouring letters that are usual neighbours, at least, in a longer word that no lexicon knows."""
_FIGURES: Final = re.compile(r"[§(\[]?\d[\d\s.,:;/()%§–-]*")
_TOO_HIGH: Final = 2.5
"""Height of an unsure word that is a signature or a drawing, in the median height of the page's words."""
_WRITING: Final = 4
"""Letters in a line that is left out from which it was writing, not dirt."""


_UPRIGHT: Final = 2.5
"""Height of a word of two letters and more, at most, in its width; "il" has 2."""


class Sifted(NamedTuple):
    """A page's words without what is none."""

    words: list[Found]
    writing: bool
    """Whether something was left out that seems to be writing or a drawing."""


def sift(found: Sequence[Found]) -> Sifted:
    """Leave out what is no print: lines in which hardly a word is credible, and marks as high as several lines.

    Figures stay, marked by their confidence.
    """
    height = median(_height(word) for word in found) if found else 0.0
    printed: list[Found] = []
    marks: list[Found] = []
    for word in found:
        (marks if _is_mark(word, height) else printed).append(word)
    lines = [list(line) for _, line in groupby(printed, key=attrgetter("line"))]
    noise = [line for line in lines if _is_noise(line)]
    writing = bool(marks) or any(_letters(line) >= _WRITING for line in noise)
    return Sifted([word for line in lines if line not in noise for word in line], writing)


def without_stacks(found: Sequence[Found]) -> list[Found]:
    """The words without lines that seem to run up the page: mostly the numbers of a table, read as letters.

    Real lines that run up have a word that is known. What is left out is read again, sign by sign.
    """
    lines = [list(line) for _, line in groupby(found, key=attrgetter("line"))]
    return [word for line in lines if not _is_stack(line) for word in line]


def _is_stack(line: Sequence[Found]) -> bool:
    if any(len(word.text) > _LEAST_LETTERS and known(word.text) for word in line):
        return False
    if len(line) == 1:
        x0, top, x1, bottom = line[0].box
        return len(line[0].text) > 1 and bottom - top > _UPRIGHT * (x1 - x0)
    return all(_is_under(one.box, other.box) for one, other in pairwise(line))


def _is_under(one: Box, other: Box) -> bool:
    """Whether one stands above the other, as words of a level line never do."""
    in_common = min(one.x1, other.x1) - max(one.x0, other.x0)
    return in_common > min(one.x1 - one.x0, other.x1 - other.x0) / 2


def _height(word: Found) -> float:
    return word.box.bottom - word.box.top


def _is_mark(word: Found, height: float) -> bool:
    return word.confidence < _HOPELESS and _height(word) > _TOO_HIGH * height and not _is_credible(word)


def _is_noise(line: Sequence[Found]) -> bool:
    if fmean(word.confidence for word in line) > _HOPELESS:
        return False
    credible = sum(len(word.text) for word in line if _is_credible(word))
    return credible < _CREDIBLE * sum(len(word.text) for word in line)


def _letters(line: Sequence[Found]) -> int:
    return sum(character.isalpha() for word in line for character in word.text)


def _is_credible(word: Found) -> bool:
    letters = word.text.strip(".,:;()!?\"'”’-")
    return (
        word.confidence >= _SURE
        or _FIGURES.fullmatch(word.text) is not None
        or (len(letters) >= _LEAST_LETTERS and known(letters))
        or (len(letters) >= _LEAST_UNKNOWN and share_usual_pairs([letters]) >= _USUAL)
    )
