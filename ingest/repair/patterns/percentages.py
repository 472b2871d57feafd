"""Percentages: 30 Yo, and 35% where the document has a space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ....corpus.model import Repair
from .style import Style, repair

_PERCENTAGE: Final = re.compile(
    r"(?<![\w.])(?P<number>[+-]?\d{1,9}(?:,\d{1,9})?)(?:(?P<letters> ?(?:Yo|°/o|o/o))(?!\w)|%(?=[.,;)]*(?:\s|$)))"
)


def repairs(style: Style) -> Iterator[Repair]:
    """Percentages whose sign was read as letters, or lost its space on a page that lost its letters."""
    for match in _PERCENTAGE.finditer(style.text):
        meant = f"{match['number']} %"
        if match["letters"]:
            yield repair(match, meant, 0.97, "per cent sign")
        elif style.worn and style.whole.spaces_percent:
            yield repair(match, meant, 0.92, "spaces")
