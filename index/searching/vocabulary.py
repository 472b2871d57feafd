"""What searching must be able to ask about the words of an index, whatever holds them."""

from __future__ import annotations

from collections.abc import Set
from typing import Protocol


class Vocabulary(Protocol):
    """The keys of the text of all units."""

    def pages(self, key: str) -> int:
        """How many units have the key in their text, as it reads or otherwise; 0 where none has."""
        ...

    def beginning(self, letters: str, most: int) -> list[str]:
        """Keys that begin with these letters: the most frequent first, no more than `most`."""
        ...

    def keys(self, letters: str = "") -> Set[str]:
        """Keys that begin with these letters. Reading all takes 0.2 s for 100,000: only where nothing else helps."""
        ...
