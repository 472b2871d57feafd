"""Numbers and signs that came through damaged, set right without knowledge of the language.

A digit is only changed where a check digit or the same number elsewhere proves it; letters are read as digits, and
spaces, points and signs set right, where a pattern or the habit of the document leaves nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from ...corpus.model import Repair
from .patterns import amounts, figures, headings, identifiers, organisations, percentages, sections
from .patterns.style import Style

_RULES: Final[tuple[Callable[[Style], Iterator[Repair]], ...]] = (
    organisations.repairs,
    identifiers.repairs,
    figures.ordinals,
    figures.dates,
    sections.references,
    sections.dollars,
    sections.headings,
    headings.parts,
    headings.items,
    figures.amounts,
    amounts.repairs,
    percentages.repairs,
)
"""Where two repairs overlap, the earlier rule's is kept."""
_ANY: Final = re.compile(r"[\d$|]| vice |kr\b")


def numeric_repairs(text: str, document: Style | None = None) -> list[Repair]:
    """The repairs of a text's numbers and signs, in order; no two overlap.

    Args:
        text: a page, as seen; the offsets of the repairs are code points of it.
        document: how the document that it is a page of writes its numbers, made once of its whole text.
    """
    if not _ANY.search(text):
        return []
    style = Style(text, document)
    free = _Free()
    found = [repair for rule in _RULES for repair in rule(style) if free.take(repair)]
    return sorted(found, key=lambda repair: repair.start)


class _Free:
    """The places of a text that no repair holds yet."""

    def __init__(self) -> None:
        self._taken: set[int] = set()

    def take(self, repair: Repair) -> bool:
        """Give a repair its places, unless some of them are taken."""
        places = range(repair.start, repair.end)
        free = self._taken.isdisjoint(places)
        if free:
            self._taken.update(places)
        return free
