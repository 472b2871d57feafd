"""What searching must be able to ask about the words of an index, whatever holds them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Vocabulary(Protocol):
    """The keys of the text of all units."""

    def pages(self, key: str) -> int:
        """How many units have the key in their text, as it reads or otherwise; 0 where none has."""
        ...

    def beginning(self, letters: str, most: int) -> list[str]:
        """Keys that begin with these letters: the most frequent first, no more than `most`."""
        ...

    def keys(self) -> Sequence[str]:
        """All keys, ascending. Reading them takes some 0.1 s the first time: only where nothing else helps."""
        ...
