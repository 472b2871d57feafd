"""Where people sign: a name on a line of its own, with what they are below or beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from ..printed import Printed, rows_of

_NAME: Final = re.compile(r"(?:[A-ZÅÄÖÉ][\w'’-]*\.? ){1,3}[A-ZÅÄÖÉ][\w'’-]+")
_COLUMNS: Final = re.compile(r"\s{3,}|\t|, ")
_WORDS: Final = re.compile(r"[^\W\d_]+")
_LONGEST_TITLE: Final = 80
_LEAST_PARTS: Final = 3
_MOST_PARTS: Final = 9
"""Words of a name and a title in one line."""


def signs(lines: Sequence[Printed], at: int) -> bool:
    """Does a signature begin on the line: names, and titles below them or after a comma?"""
    first, *others = _COLUMNS.split(lines[at].words[: 2 * _LONGEST_TITLE])
    if _name_before_title(first) and not lines[at].words.endswith("."):
        return True
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
    if at is None:
        return None
    first = _COLUMNS.split(lines[at].words)[0]
    return _name_before_title(first) or first


def _name_before_title(words: str) -> str | None:
    """The name in "Ada Björk Regional utvecklingsdirektör", where what stood below it was run on."""
    parts = words.split()
    if not _LEAST_PARTS <= len(parts) <= _MOST_PARTS:
        return None
    last = next((at for at, part in enumerate(parts) if at > 1 and has_title(part)), 0)
    first = next((at for at in range(last, 1, -1) if parts[at][0].isupper()), None)
    name = " ".join(parts[:first]) if first else ""
    return name if _NAME.fullmatch(name) and not has_title(name) else None


def has_title(words: str) -> bool:
    """Does a word say what somebody is: direktör, ordförande?"""
    return any(word.casefold().endswith(_titles()) for word in _WORDS.findall(words[:_LONGEST_TITLE]))


@cache
def _titles() -> tuple[str, ...]:
    return tuple(rows_of("titles.txt"))
