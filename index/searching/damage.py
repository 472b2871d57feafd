"""What is told of an index that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ...corpus.errors import ArchiveDamaged


@contextmanager
def damage_told() -> Iterator[None]:
    """Around what reads the files of an index: what they turn out not to be is told, with the way out."""
    try:
        yield
    except Exception as error:  # what Whoosh, pickle, zlib and struct raise over damaged files is anyone's guess
        raise unreadable(error) from error


def unreadable(error: Exception) -> ArchiveDamaged:
    """What to tell when an index that should be whole cannot be read."""
    return ArchiveDamaged(f"the search index cannot be read ({error!r}); `avtalsarkiv reindex` builds it again")
