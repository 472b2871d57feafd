"""An index as it was at one commit: all segments' records in one numbering, with what is known of each."""

from __future__ import annotations

import os
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Sequence, Set
from functools import cached_property, partial
from heapq import nsmallest
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from whoosh.filedb.filestore import FileStorage

from ...corpus.answers import Span
from ...corpus.conditions import Condition
from ..fields import CARD, ID, KNOWN, LAST_PAGE, LENGTH, MOST_KNOWN, PAGE, PARAGRAPH, SPANS, TEXT
from .catalogue import Catalogue
from .postings import Mask, PlainSegment, Postings, Segment
from .spelling import Speller

BULK: Final = "AVTALSARKIV_PLAIN_POSTINGS" not in os.environ
"""Are the lists of the index read in bulk? With that variable set to anything, only by what Whoosh shows of itself."""

_TEXTS: Final = (ID, CARD, PARAGRAPH, SPANS)

Numbering = NDArray[np.int64]
_Each = TypeVar("_Each", bound=np.generic)


class Snapshot:
    """What can be searched, until the index changes. Any number of threads may ask it."""

    def __init__(self, folder: Path, *, bulk: bool | None = None) -> None:
        reader = FileStorage(str(folder)).open_index().reader()
        leaves = [leaf for leaf, _ in reader.leaf_readers() if leaf.doc_count_all()]
        self.segments = [_segment(leaf, bulk=BULK if bulk is None else bulk) for leaf in leaves]
        self._starts = np.cumsum([0, *(segment.size for segment in self.segments)])
        self.page = self._numbers(PAGE)
        """Of each record, as are the others: the number of the page on which a unit begins; 0 of a document."""
        self.last_page = self._numbers(LAST_PAGE)
        """On which it ends."""
        self.length = self._numbers(LENGTH)
        """Words."""
        self.heads = np.flatnonzero(self.page == 0)
        """The records of the documents, in their order."""
        self._record = (self._numbers(KNOWN)[self.heads] / MOST_KNOWN).astype(np.float32)
        self.owner = np.cumsum(self.page == 0) - 1
        """The document to which it belongs, counted from 0."""
        self.alive = _alive(leaves, len(self.page))
        """Is it still there?"""
        self._whole = bool(self.alive.all())
        self.units = self.alive & (self.page > 0)
        """Can it be a hit?"""
        self.current = self.alive[self.heads]
        """Of each document: is it still there?"""
        self.postings = Postings(self.segments, self.alive)
        self._texts = {field: [segment.texts(field) for segment in self.segments] for field in _TEXTS}
        self.conditions: dict[Condition, Mask] = {}
        """Records of which conditions hold, as they were worked out before."""
        weakref.finalize(self, _close, self.segments)

    @cached_property
    def catalogue(self) -> Catalogue:
        """What is known of the documents, in their order."""
        bounds = pairwise(self._starts.tolist())
        heads = [(self.heads[(first <= self.heads) & (self.heads < end)] - first).tolist() for first, end in bounds]
        ids, cards = (partial(_texts, self.postings, self._texts[field], heads) for field in (ID, CARD))
        return Catalogue([name.decode() for name in ids()], self._record, cards)

    @cached_property
    def speller(self) -> Speller:
        """Knows the words of its texts."""
        return Speller(weakref.proxy(self))  # so that the files are closed as soon as nobody asks any more

    @cached_property
    def mean_length(self) -> float:
        """Words of a unit, at least one."""
        return max(1.0, float(self.length[self.units].sum()) / max(1, int(self.units.sum())))

    @cached_property
    def in_order(self) -> Numbering:
        """All records by document and page; what stands on one page in its order."""
        rank = self.catalogue.rank[self.owner]
        return np.lexsort((self.page, rank))

    def spread(self, of_documents: NDArray[_Each]) -> NDArray[_Each]:
        """What is given of each document, for each of its records."""
        return np.take(of_documents, self.owner)

    def documents(self, records: Mask) -> Mask:
        """The documents that have one of the records."""
        found: Mask = np.bincount(self.owner[records], minlength=len(self.heads)) > 0
        return found

    def document(self, record: int) -> str:
        """The id of the document to which a record belongs."""
        return self.catalogue.ids[int(self.owner[record])]

    def ids(self) -> frozenset[str]:
        """The ids of all documents."""
        return frozenset(name for name, there in zip(self.catalogue.ids, self.current.tolist(), strict=True) if there)

    def page_count(self) -> int:
        """How many pages all documents have; each stands in a unit."""
        last = np.zeros(len(self.heads), np.int64)
        np.maximum.at(last, self.owner[self.units], self.last_page[self.units])
        return int(last.sum())

    def paragraph(self, record: int) -> str | None:
        """The number of the § that a unit is."""
        return self._text(PARAGRAPH, record) or None

    def spans(self, record: int) -> tuple[Span, ...]:
        """Where a unit stands in its document's text as seen; empty for a page with all its text."""
        pairs = (pair.split("-") for pair in self._text(SPANS, record).split(",") if pair)
        return tuple((int(start), int(end)) for start, end in pairs)

    def pages(self, key: str) -> int:
        """As of `Vocabulary`."""
        pages = self.postings.frequency(TEXT, key)
        return pages if not pages or self._whole else len(self.postings.of(TEXT, key).records)

    def beginning(self, letters: str, most: int) -> list[str]:
        """As of `Vocabulary`."""
        frequencies = Counter[str]()
        with self.postings.reading() as segments:
            for segment in segments:
                for key, frequency in segment.terms(TEXT, letters):
                    frequencies[key] += frequency
        return nsmallest(most, frequencies, key=lambda key: (-frequencies[key], key))

    def keys(self, letters: str = "") -> Set[str]:
        """As of `Vocabulary`."""
        with self.postings.reading() as segments:
            return {key for segment in segments for key, _ in segment.terms(TEXT, letters)}

    def _numbers(self, field: str) -> Numbering:
        columns = [segment.numbers(field) for segment in self.segments]
        return np.concatenate(columns) if columns else np.zeros(0, np.int64)

    def _text(self, field: str, record: int) -> str:
        segment = int(np.searchsorted(self._starts, record, side="right")) - 1
        with self.postings.reading():
            return self._texts[field][segment](record - int(self._starts[segment])).decode()


def _close(segments: Iterable[Segment]) -> None:
    for segment in segments:
        segment.close()


def _texts(
    postings: Postings, columns: Sequence[Callable[[int], bytes]], numbers: Sequence[Sequence[int]]
) -> list[bytes]:
    """What stands in a column at some numbers of each segment."""
    with postings.reading():
        return list(chain.from_iterable(map(text, at) for text, at in zip(columns, numbers, strict=True)))


def _segment(reader: Any, *, bulk: bool) -> Segment:
    if bulk:
        from .bulk import BulkSegment, suits

        if suits(reader):
            return BulkSegment(reader)
    return PlainSegment(reader)


def _alive(leaves: Sequence[Any], size: int) -> Mask:
    alive = np.ones(size, np.bool_)
    start = 0
    for leaf in leaves:
        removed = np.fromiter(leaf.segment().deleted_docs(), np.int64)
        alive[start + removed] = False
        start += leaf.doc_count_all()
    return alive
