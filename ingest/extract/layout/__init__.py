"""What of a document's text is found before its zones: its lines, the heads and feet of its pages, its §§."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..printed import Printed
from .furniture import furniture
from .paragrafs import Begin, paragrafs
from .run_on import parted


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines, and indices into them."""

    lines: Sequence[Printed]
    furniture: frozenset[int]
    begins: Sequence[Begin]
    """Where §§ begin."""
    contents: frozenset[int]
    """Lines that name a § that comes later."""


@lru_cache(maxsize=1)  # the head of a document is read just before its structure
def layout(text: str) -> Layout:
    """The layout of a text whose pages are joined by form feeds."""
    lines = tuple(parted(text))
    left_out = furniture(lines)
    begins, contents = paragrafs(lines, left_out)
    return Layout(lines, left_out, begins, contents)
