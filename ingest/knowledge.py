"""The words that an archive knows, while a load goes on and adds to them."""

from __future__ import annotations

import threading
from dataclasses import replace

from ..corpus.model import Document, Known
from ..corpus.names import names_of
from ..corpus.store import Store


class Knowledge:
    """What the store knew when the load began, and what the documents it took in have taught. Threads may share it."""

    def __init__(self, store: Store) -> None:
        self.known: Known = store.known()
        self._lock = threading.Lock()

    def learn(self, document: Document) -> None:
        """Take in the names that stand undamaged in a document."""
        with self._lock:
            names = names_of(document.pages)
            if not names <= self.known.names:
                self.known = replace(self.known, names=self.known.names | names)
