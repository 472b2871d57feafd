"""What an archive knows of its repairs, and what an archivist decides about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter

from .. import deciding
from ..corpus.errors import UsageError
from ..corpus.lock import exclusive
from ..corpus.model import Standing
from ..deciding import Placed
from .opening import Opened


class RepairRecord(Opened):
    """The part of an archive that is about repairs."""

    def decide(self, references: Iterable[str], standing: Standing, *, everywhere: bool = False) -> int:
        """Accept or reject repairs and suggestions; what was decided outlives every repair to come.

        Args:
            references: DOCUMENT:OFFSET, the offset in the document's text as seen.
            standing: ACCEPTED or REJECTED; a repair that was made and is rejected is undone.
            everywhere: All repairs alike, of all documents, now and later.

        Returns how many documents read otherwise now.

        Raises:
            UsageError: Nothing was repaired or suggested there.
            ArchiveBusy: Another process is writing.
        """
        from .. import loading

        with exclusive(self.directory):
            changed = deciding.decide(self.store, [*self._named(references)], standing, everywhere=everywhere)
            loading.follow(self.index, self.store)
        return changed

    def repair(self, reference: str) -> Placed:
        """The repair or suggestion that DOCUMENT:OFFSET names; raises UsageError."""
        [place] = self._named([reference])
        return place

    def _named(self, references: Iterable[str]) -> Iterator[Placed]:
        """The repairs that references name, document by document, so that each is read once."""
        places = sorted(map(deciding.place_of, references))
        for name, offsets in groupby(places, key=itemgetter(0)):
            document = self.document(name)
            for _, offset in offsets:
                yield deciding.at(document, offset)

    def repairs(self, reference: str) -> Iterator[Placed]:
        """All repairs and suggestions of a document, in the order of its text; raises UsageError."""
        return deciding.placed(self.document(reference))

    def suggestions(self, *, unmask: bool = False) -> Iterator[tuple[Placed, int]]:
        """What awaits a decision, the most frequent first: the first of those alike, and how many they are."""
        return deciding.pending(self.store, unmask=unmask)

    def words(self) -> tuple[str, ...]:
        """The words that were added to the archive's own, sorted."""
        return self.store.words()

    def add_words(self, words: Iterable[str]) -> None:
        """Add words to the archive's own: each is right wherever it stands. Raises UsageError for what is no word."""
        with exclusive(self.directory):
            self.store.add_words([*map(deciding.word_of, words)])

    def remove_words(self, words: Iterable[str]) -> None:
        """Take words from the archive's own; raises UsageError for one that is not there."""
        with exclusive(self.directory):
            known = self.store.words()
            gone = [*map(deciding.word_of, words)]
            for word in gone:
                if word not in known:
                    raise UsageError(f"{word}: is not among the archive's words; `repair --words` lists them")
            self.store.remove_words(gone)
