"""In which order what was found is shown, and which part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...corpus.answers import Question, Sort
from .catalogue import Values
from .postings import Mask, Numbers
from .snapshot import Numbering, Snapshot

_OF_A_DOCUMENT: Final = 3


class Shown(NamedTuple):
    """The part of an answer that was asked for."""

    records: list[int]
    listed: int
    """How many records all parts have."""


def in_order(snapshot: Snapshot, mask: Mask, score: Numbers, sort: Sort) -> Numbering:
    """The records, best first or sorted as asked; equal ones by document, page and place."""
    chosen = snapshot.in_order[mask[snapshot.in_order]]
    worse = -score[chosen]
    if sort == "relevance":
        return chosen[np.argsort(worse, kind="stable")]
    return chosen[np.lexsort((worse, _sorted(snapshot, sort)[snapshot.owner[chosen]]))]


def shown(snapshot: Snapshot, ordered: Numbering, question: Question, most: int = _OF_A_DOCUMENT) -> Shown:
    """The page asked for of records in their order, of which at most so many belong to one document."""
    counts = np.bincount(snapshot.owner[ordered])
    listed = len(ordered) if question.all_pages else int(np.minimum(counts, most).sum())
    kept = ordered.tolist() if question.all_pages else _first_of_each(snapshot, ordered, most)
    start = (max(question.page, 1) - 1) * question.limit
    return Shown(list(islice(kept, start, start + question.limit)), listed)


def _first_of_each(snapshot: Snapshot, ordered: Numbering, most: int) -> Iterator[int]:
    taken: Counter[int] = Counter()
    for record, document in zip(ordered.tolist(), snapshot.owner[ordered].tolist(), strict=True):
        taken[document] += 1
        if taken[document] <= most:
            yield record


def _sorted(snapshot: Snapshot, sort: Sort) -> NDArray[np.int64]:
    """The place of each document; those of which nobody knows come last."""
    known = snapshot.catalogue
    if sort == "type":
        return _by_name(known.types, len(known.ids))
    _, places = np.unique(known.date, return_inverse=True)
    return np.where(known.date == "", len(places), -places if sort == "newest" else places)


def _by_name(values: Values, size: int) -> NDArray[np.int64]:
    ranks = np.argsort(np.argsort(values.names)) if values.names else np.zeros(0, np.int64)
    places = np.full(size, len(values.names), np.int64)
    places[values.documents] = ranks[values.codes]
    return places
