"""Sentences and paragraphs around a place in a text that flows, never further than a bounded reach."""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(
    r"\n|[.!?](?=[ \t]+[A-ZÅÄÖ\d])(?<!\b\w\.)(?<!exkl\.)(?<!inkl\.)(?<!\bca\.)(?<!\bnr\.)(?<!\bkap\.)"
)
REACH: Final = 320
"""How far a sentence is followed, which bounds the work on a text without full stops."""


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds [start, end)."""
    floor = max(0, start - REACH)
    begin = max((match.end() for match in _END.finditer(text, floor, start)), default=floor)
    after = _END.search(text, end, end + REACH)
    return begin, after.start() if after else min(len(text), end + REACH)


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the paragraph that holds [start, end), as far as three reaches around it."""
    begin = text.rfind("\n", max(0, start - 3 * REACH), start) + 1 or max(0, start - 3 * REACH)
    after = text.find("\n", end, end + 3 * REACH)
    return begin, min(len(text), end + 3 * REACH) if after < 0 else after
