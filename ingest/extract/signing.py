"""Where people sign: a name on a line of its own, with what they are below or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from .printed import Printed, rows_of

_NAME: Final = re.compile(r"(?:[A-ZÅÄÖÉ][\w'’-]*\.? ){1,3}[A-ZÅÄÖÉ][\w'’-]+")
_COLUMNS: Final = re.compile(r"\s{3,}|\t|, ")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_LONGEST_TITLE: Final = 80


def signs(lines: Sequence[Printed], at: int) -> bool:
    """Does a signature begin on the line: names, and titles below them or after a comma?"""
    first, *others = _COLUMNS.split(lines[at].words)
    if not _NAME.fullmatch(first):
        return False
    if others and has_title(others[0]):
        return True
    below = lines[at + 1].words if at + 1 < len(lines) else ""
    return has_title(below) and len(below) < _LONGEST_TITLE and not below.endswith(".")


def signer(lines: Sequence[Printed], after: int) -> str | None:
    """Who signs first, on a line that begins at or after the offset."""
    found = (at for at, line in enumerate(lines) if line.start >= after and line.words and signs(lines, at))
    at = next(found, None)
    return None if at is None else _COLUMNS.split(lines[at].words)[0]


def has_title(words: str) -> bool:
    """Does a word say what somebody is: direktör, ordförande?"""
    return any(word.casefold().endswith(_titles()) for word in _WORDS.findall(words[:_LONGEST_TITLE]))


@cache
def _titles() -> tuple[str, ...]:
    return tuple(rows_of("titles.txt"))
