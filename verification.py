"""Does the archive keep what it promises? The invariants, checked against what is on disk."""

from __future__ import annotations

from collections.abc import Iterator

from .corpus.files import Originals
from .corpus.ports import Indexer
from .corpus.store import Store


def faults(store: Store, originals: Originals, index: Indexer, *, read_data: bool) -> Iterator[str]:
    """Every fault found, a sentence each."""
    yield from (f"store: {fault}" for fault in store.faults())
    yield from _originals(store, originals, read_data=read_data)
    yield from _index(store, index)


def _originals(store: Store, originals: Originals, *, read_data: bool) -> Iterator[str]:
    known, kept = store.hashes(), set(originals.hashes())
    for sha256, document in known.items():
        if sha256 not in kept:
            yield f"document {document}: its original {sha256} is missing; restore it from a backup"
        elif read_data and not originals.is_whole(sha256):
            yield f"document {document}: its original {sha256} has changed or cannot be read; restore it from a backup"


def unfinished(store: Store, originals: Originals, index: Indexer) -> Iterator[str]:
    """What a load that is going on, or was cut off, has still to do; no fault, and done by the same load."""
    without = set(originals.hashes()) - store.hashes().keys()
    if without:
        yield f"originals that are no documents yet: {len(without)}; the same load takes them up"
    if index.fault and store.ids():
        yield f"the search index cannot be used: {index.fault}; the next search or load, or `reindex`, builds it anew"
    elif index.through != store.revision:
        yield "the index is behind the store; the next load, or `reindex`, brings it up to date"


def _index(store: Store, index: Indexer) -> Iterator[str]:
    if index.through != store.revision:
        return  # a load is going on, or was cut off: see `unfinished`
    found, stored = index.documents(), set(store.ids())
    yield from (f"document {document}: cannot be found by search; run `reindex`" for document in sorted(stored - found))
    yield from (f"document {document}: is found but not stored; run `reindex`" for document in sorted(found - stored))
    pages = sum(store.page_count(document).pages for document in stored)
    if not stored - found and index.pages() != pages:
        yield f"index: holds {index.pages()} pages and the store {pages}; run `reindex`"
