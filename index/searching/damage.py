"""What is told of an index that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from ..writing.stamp import unreadable


@contextmanager
def damage_told() -> Iterator[None]:
    """Around what reads the files of an index: what they turn out not to be is told, with the way out."""
    try:
        yield
    except Exception as error:  # what Whoosh, pickle, zlib and struct raise over damaged files is anyone's guess
        raise unreadable(error) from error
