"""Lines and columns that hold a place and a date and nothing else: Norrby den 3 mars 2021."""

from __future__ import annotations

import re
from typing import Final

from ....swedish.places import may_be_place
from ..structure import Line, Structure
from .columns import cell, is_row

_BEFORE: Final = re.compile(
    r"""\W* (?:(?:ort(?:/|,[ ]|[ ]och[ ])?)?(?:datum|dag)[\s.:_]*)? (?:(?P<place>[A-ZÅÄÖ][\w-]*(?:[ ][\w-]+){0,3}?)[ ,:_]*)?
        (?:den[ ])? (?:dag[ ])?""",
    re.IGNORECASE | re.VERBOSE,
)
_AFTER: Final = re.compile(r"[\s.,:;_)]*")
_LATE: Final = 0.6
"""Share of the document's text after which a line of place and date is where it is signed."""


def is_dateline(structure: Structure, line: Line, start: int, end: int) -> bool:
    """Does the column that holds the date [start, end) hold nothing else but a place or a label?"""
    words = structure.words_of(line)
    left, right = cell(words, start - line.start)
    if end > line.start + right or (is_row(structure, line) and not _only_dates(words)):
        return False
    before = _BEFORE.fullmatch(words[left : start - line.start])
    if not before or not _AFTER.fullmatch(words[end - line.start : right]):
        return False
    return not before["place"] or may_be_place(before["place"])


def is_late(structure: Structure, start: int) -> bool:
    """Does it stand where documents are signed?"""
    return start > _LATE * len(structure.text)


def _only_dates(words: str) -> bool:
    """Two signatures side by side hold no other figures than those of dates."""
    return not re.search(r"\d{3}[ .]\d{3}(?!\d)|\d+,\d|\bkr\b|%", words)
