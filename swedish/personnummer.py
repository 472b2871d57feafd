"""Personal identity numbers in text, by shape and plausible date, so that they can be masked.

The check digit is not asked: a number that scanning or typing got wrong by a digit still points at somebody. An
organisation's number has the same shape; its third digit is 2 or more, where a month's first is 0 or 1.
Source of the form: Skatteverket, SKV 704 and SKV 709 (coordination numbers: day + 60).
"""

from __future__ import annotations

import re
from typing import Final

_SHAPE: Final = re.compile(
    r"(?<![\d-])(?:1[89]|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\s?[-+‐–−]\s?\d{3}[\dTt](?![\d-])"
    r"|(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}(?!\d)"
)
_DIGIT: Final = re.compile(r"[\dTt]")


def spans(text: str) -> list[tuple[int, int]]:
    """Where personal identity numbers stand: [start, end) in code points."""
    return [match.span() for match in _SHAPE.finditer(text)]


def mask(text: str) -> str:
    """The text with their digits made into asterisks, one for one, so that offsets stay true."""
    return _SHAPE.sub(lambda match: _DIGIT.sub("*", match.group()), text)
