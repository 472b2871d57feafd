"""Documents that resemble another: those that share the words that tell it from the rest."""

from __future__ import annotations

from collections import Counter
from itertools import islice
from typing import Final

import numpy as np

from ...corpus.model import Document
from ..analysis.keys import keys
from ..fields import TEXT
from .evaluation import Evaluation, Scored
from .snapshot import Snapshot

_TELLING: Final = 25
"""Words, the most telling ones."""
_WEIGHED: Final = 300
"""Words of which is looked up how rare they are: the most frequent in the document."""
_SHARED: Final = 8
"""One in so many of the telling words must be there; else a document has only the language in common."""
_PAGES: Final = 20
"""Of the document, from its beginning: what it is about has been said by then."""
_SHORTEST: Final = 3
"""Letters; shorter ones, and numbers, say little of what a text is about."""


def like(evaluation: Evaluation, document: Document) -> Scored:
    """Units that have such words, of documents that resemble another; none of its own."""
    snapshot = evaluation.snapshot
    telling = _telling(snapshot, document)
    shared = np.zeros(len(snapshot.heads), np.int64)
    worth = np.zeros(len(snapshot.heads), np.float32)
    found = evaluation.nothing()
    for each in (evaluation.of_key(TEXT, key) for key in telling):
        having = snapshot.documents(each.mask)
        shared += having
        worth += np.float32(evaluation.rarity(each.mask)) * having
        found = evaluation.either([found, each])
    others = np.array([name != document.id for name in snapshot.catalogue.ids], np.bool_)
    alike = snapshot.spread(others & (shared >= -(-len(telling) // _SHARED)))
    return evaluation.together([Scored(alike, snapshot.spread(worth)), found])


def _telling(snapshot: Snapshot, document: Document) -> list[str]:
    """Its words that are frequent there and rare elsewhere; a word of every page, or of no other, tells nothing."""
    often, pages = Counter[str](), Counter[str]()
    for page in islice(document.pages, _PAGES):
        found = {key: len(at) for key, at in keys(page).positions.items() if _is_word(key)}
        often.update(found)
        pages.update(found.keys())
    every = len(snapshot.page)
    had = {key: snapshot.postings.frequency(TEXT, key) for key, _ in often.most_common(_WEIGHED)}
    worth = {key: np.sqrt(often[key]) * np.log(every / times) for key, times in had.items() if times > pages[key]}
    return sorted(worth, key=lambda key: (-worth[key], key))[:_TELLING]


def _is_word(key: str) -> bool:
    return len(key) >= _SHORTEST and key.isalpha()
