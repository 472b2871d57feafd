"""How often each record has a word, in all its fields and by what each is worth: the frequency of BM25F."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from ..analysis.lexemes import Lexeme
from ..fields import ABOUT, DECISION, FILE, HEADING, LOOSE, OF_DOCUMENTS, PARTY, TEXT, TITLE
from .phrases import in_a_row, near
from .postings import POSITION_BITS, Numbers, Places
from .snapshot import Snapshot
from .weights import Weights

_APART: Final = (*range(-5, 0), *range(1, 6))
"""Words between which the parts of a compound belong together: byte av gamla fönster."""
_OF_LENGTH: Final = (TEXT, LOOSE)
"""Fields in which a long unit has more of everything."""


class Key(NamedTuple):
    """A key in a field, and what it is worth to be found so."""

    field: str
    key: str
    weight: float


class Frequencies:
    """Of one snapshot, by some weights."""

    def __init__(self, snapshot: Snapshot, weights: Weights) -> None:
        self._snapshot = snapshot
        self._weights = weights
        relative = np.maximum(snapshot.length, 1) / snapshot.mean_length  # a document's own record has no length
        self._norm: Final = (1 / (1 - weights.b + weights.b * relative)).astype(np.float32)
        self.worth: Final = {
            TEXT: weights.text,
            LOOSE: weights.loose,
            HEADING: weights.heading,
            DECISION: weights.decision,
            TITLE: weights.title,
            PARTY: weights.party,
            FILE: weights.file,
            ABOUT: weights.about,
        }
        """Of each field."""

    def none(self) -> Numbers:
        """What no record has."""
        return np.zeros(len(self._snapshot.page), np.float32)

    def of(self, keys: Iterable[Key]) -> Numbers:
        """Of any of the keys; what a document has, each of its records has."""
        often = self.none()
        of_documents = np.zeros(len(self._snapshot.heads), np.float32)
        for field, key, weight in keys:
            found, weights = self._snapshot.postings.of(field, key)
            if field in OF_DOCUMENTS:
                of_documents[self._snapshot.owner[found]] += weight * weights
            else:
                often[found] += weight * weights * (self._norm[found] if field in _OF_LENGTH else 1)
        return often + self._snapshot.spread(of_documents) if of_documents.any() else often

    def of_phrase(self, lexemes: Sequence[Lexeme]) -> Numbers:
        """Of words that follow each other, with their marks or without."""
        often = self.none()
        bare = tuple(each.folded or each.exact for each in lexemes)
        exact = tuple(each.exact for each in lexemes)
        for keys, weight in {bare: self._weights.bare, exact: 1.0}.items():
            places = in_a_row([self._snapshot.postings.places(TEXT, key) for key in keys])
            found, counts = np.unique(places >> POSITION_BITS, return_counts=True)
            often[found] += self._weights.text * weight * counts * self._norm[found]
        return often

    def of_parts(self, parts: Sequence[str]) -> Numbers:
        """Of the parts of a compound, by their keys, that stand near each other; each once."""
        often = self.none()
        places = (self._snapshot.postings.places(TEXT, part) for part in parts)
        pairs = (_beside(*pair) for pair in pairwise(places))
        together = reduce(np.intersect1d, (pair >> POSITION_BITS for pair in pairs))
        often[together] = self._weights.apart * self._norm[together]
        return often


def _beside(one: Places, other: Places) -> Places:
    """Where the rarer of two words stands near the other."""
    rarer, other = sorted((one, other), key=len)
    return near(rarer, other, _APART)
