"""What an office document holds besides its text, counted as it is met, and told in warnings and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_FEW_WORDS: Final = 50
"""Words a picture: with fewer the pictures are likely to carry what the document says."""


@dataclass(slots=True)
class LeftOut:
    """How often something was met that is not part of the text."""

    pictures: int = 0
    comments: int = 0
    changes: int = 0
    """Tracked insertions and deletions."""
    hidden: int = 0
    """Passages that are not printed."""
    embedded: int = 0
    """Documents within the document."""

    def warnings(self, texts: Iterable[str]) -> Iterator[str]:
        """What may be missed in the pages' texts, a sentence each."""
        if self._pictures_tell_most(texts):
            yield f"{_counted(self.pictures, 'picture')} not read and may hold most of it: print to PDF and load that"
        if self.embedded:
            yield f"{_counted(self.embedded, 'embedded document')} not read: print it to PDF and load that"

    def notes(self, texts: Iterable[str]) -> Iterator[str]:
        """What is worth knowing and no doubt, a sentence each."""
        if self.comments:
            yield f"{_counted(self.comments, 'comment')} left in the margin, not part of the text"
        if self.changes:
            yield "has tracked changes: what was inserted was read, what was deleted was not"
        if self.hidden:
            yield f"{_counted(self.hidden, 'passage')} hidden and not read"
        if self.pictures and not self._pictures_tell_most(texts):
            yield f"{_counted(self.pictures, 'picture')} not read"

    def _pictures_tell_most(self, texts: Iterable[str]) -> bool:
        return sum(len(text.split()) for text in texts) < _FEW_WORDS * self.pictures


def _counted(number: int, what: str) -> str:
    return f"1 {what} was" if number == 1 else f"{number} {what}s were"
