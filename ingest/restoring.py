"""The step of the flow that restores letters: what was seen stays, and over it lies what was meant."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ..corpus.model import Known, Page, Repair
from ..corpus.ports import Repairer
from ..corpus.repaired import Repaired, as_repaired
from ..corpus.words import NO_WORDS
from .repair.model import MODEL

ENCODING: Final = "encoding"
"""Why a word is repaired whose bytes were read in a wrong encoding: certain, and so done before anything else."""


def model_version() -> str:
    """What tells the model that comes with the product from every other: a checksum of its files."""
    checksum = 0
    for file in sorted(MODEL.iterdir()):
        checksum = zlib.crc32(file.read_bytes(), checksum)
    return f"{checksum:08x}"


def restore(repair: Repairer, pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
    """The repairs of each page of one document; a page that waits to be read keeps those it has.

    Earlier repairs are forgotten, but for those of a wrong encoding, which only the file itself could tell.
    """
    read = [page for page in pages if not page.waiting]
    certain = [tuple(repair for repair in page.repairs if repair.why == ENCODING) for page in read]
    views = [as_repaired(page.text, repairs) for page, repairs in zip(read, certain, strict=True)]
    found = repair([_legible(page, view) for page, view in zip(read, views, strict=True)], known)
    restored = map(_joined, certain, views, found)
    return [page.repairs if page.waiting else next(restored) for page in pages]


def _legible(page: Page, view: Repaired) -> Page:
    """The page as far as it is certain; what was in a wrong encoding has no layout."""
    same = view.text == page.text
    return replace(page, text=view.text, repairs=(), words=page.words if same else NO_WORDS)


def _joined(certain: Sequence[Repair], view: Repaired, found: Iterable[Repair]) -> tuple[Repair, ...]:
    """Repairs of the seen text, and those found in the view of it in which the first are made."""
    repairs = sorted([*certain, *_in_seen(view, found, certain)], key=lambda repair: repair.start)
    if any(repair.end > after.start for repair, after in pairwise(repairs)):
        raise ValueError("two repairs of one place")
    return tuple(repairs)


def _in_seen(view: Repaired, found: Iterable[Repair], certain: Sequence[Repair]) -> Iterator[Repair]:
    """What was found, placed in the seen text; not in words that were in a wrong encoding, whose letters are sure."""
    taken = {at for repair in certain for at in range(repair.start, repair.end)}
    for repair in found:
        start, end = view.seen_span(repair.start, repair.end)
        if taken.isdisjoint(range(start, end)):
            yield replace(repair, start=start, end=end)
