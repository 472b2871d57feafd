"""The record of repairs: each with its place, and what an archivist decides about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from .corpus.decisions import Decision
from .corpus.errors import UsageError
from .corpus.model import Document, Page, Repair, Standing
from .corpus.store import Store
from .corpus.words import Box, bounding_box
from .masking import masked_page

_AROUND: Final = 30
"""Code points on either side that show what a word is about, and leave the table on a screen."""
_FIRST_WORD: Final = re.compile(r"^\S*")
_LAST_WORD: Final = re.compile(r"\S*$")


@dataclass(frozen=True, slots=True)
class Placed:
    """A repair, made or suggested, and where it stands."""

    document: str
    page: int
    """1-based."""
    start: int
    """First code point in the document's text as seen."""
    repair: Repair
    context: str
    """The words around it as seen, on one line."""
    box: Box | None
    """Around the words on the page; None where it has no layout."""

    @classmethod
    def on(cls, document_id: str, page: Page, start: int, repair: Repair) -> Placed:
        """A repair on a page whose text begins at `start` of the document's."""
        box = bounding_box(page.words.within(repair.start, repair.end))
        return cls(document_id, page.number, start + repair.start, repair, _context(page.text, repair), box)

    @property
    def end(self) -> int:
        """One past the last code point in the document's text as seen."""
        return self.start + len(self.repair.seen)

    @property
    def reference(self) -> str:
        """How a person names it: the document's id, a colon, and where it begins."""
        return f"{self.document}:{self.start}"


def placed(document: Document) -> Iterator[Placed]:
    """All repairs of a document, in the order of its text."""
    for page, start in document.page_starts():
        for repair in page.repairs:
            yield Placed.on(document.id, page, start, repair)


def pending(store: Store, *, unmask: bool) -> Iterator[tuple[Placed, int]]:
    """What awaits a decision, the most frequent first: the first of those alike, and how many they are."""
    found = store.suggested()
    places = dict[tuple[str, int, int], Placed]()
    # Page by page: in the order of frequency the same pages would be read again and again.
    for document, pages in groupby(sorted({(one.document, one.page) for one in found}), key=itemgetter(0)):
        starts = store.page_starts(document)
        for _, number in pages:
            page = store.page(document, number)
            page = page if unmask else masked_page(page)
            for repair in page.repairs:
                if repair.standing is Standing.SUGGESTED:
                    places[document, number, repair.start] = Placed.on(document, page, starts[number], repair)
    return ((places[one.document, one.page, one.start], one.times) for one in found)


def place_of(reference: str) -> tuple[str, int]:
    """The document and the offset in DOCUMENT:OFFSET; raises UsageError."""
    document, _, offset = reference.rpartition(":")
    if not (document and offset.isdecimal()):
        raise UsageError(f"{reference}: is no DOCUMENT:OFFSET, such as `show ID --repairs` prints")
    return document, int(offset)


def at(document: Document, offset: int) -> Placed:
    """The repair at a place in a document's text; raises UsageError where there is none."""
    for page, start in document.page_starts():
        for repair in page.repairs:
            if repair.start <= offset - start < repair.end:
                return Placed.on(document.id, page, start, repair)
    raise UsageError(
        f"{document.id}:{offset}: nothing was repaired or suggested there; "
        f"`show {document.id} --repairs` lists what was"
    )


def word_of(given: str) -> str:
    """A word as it is kept; raises UsageError for what is none."""
    word = unicodedata.normalize("NFC", given.strip())
    if not any(map(str.isalpha, word)) or len(word.split()) != 1:
        raise UsageError(f"{given!r}: is no word; give one at a time, as it is written")
    return word


def decide(store: Store, chosen: Sequence[Placed], standing: Standing, *, everywhere: bool) -> int:
    """Accept or reject repairs, with `everywhere` all that are alike, now and later. Returns documents changed."""
    decisions, documents = list[tuple[str, Decision]](), dict[str, None]()
    for place in chosen:
        repair = place.repair
        here = Decision(repair.seen, repair.meant, standing, place.page, repair.start)
        decisions.append((place.document, here))
        documents[place.document] = None
        if everywhere:
            decisions.append((place.document, Decision(repair.seen, repair.meant, standing)))
            documents |= dict.fromkeys(store.having(repair.seen, repair.meant))
    return store.decide(decisions, _revised(store, documents))


def _revised(store: Store, documents: Iterable[str]) -> Iterator[Document]:
    """The documents as they now are, with what they say, one at a time, those of them that have changed."""
    from .ingest.documents import with_pages
    from .ingest.extracting import extract_facts, extracted, version_of
    from .ingest.runners.serial import SerialRunner

    for name in documents:
        stored = store.document(name)
        document = with_pages(stored, stored.pages, store.decisions(name))
        if document != stored:
            yield extracted(document, extract_facts, version_of(store.program), SerialRunner())


def _context(text: str, repair: Repair) -> str:
    """The whole words that stand within some 30 code points of a repair."""
    before = text[max(0, repair.start - _AROUND) : repair.start]
    after = text[repair.end : repair.end + _AROUND]
    if repair.start > _AROUND:
        before = _FIRST_WORD.sub("", before)
    if repair.end + _AROUND < len(text):
        after = _LAST_WORD.sub("", after)
    return " ".join(f"{before}{repair.seen}{after}".split())
