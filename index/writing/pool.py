"""Postings on their way into a segment: gathered by key in memory, and on the disk where they grow too many."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import chain, groupby
from operator import itemgetter
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any, Final

from .lists import Postings

_POSTING: Final = 24
"""Bytes of a posting in memory: three references, as the numbers themselves are shared."""
_VALUE: Final = 33
"""Bytes of a value beside its own."""
_KEY: Final = 200
"""Bytes of a key with its list."""

_Group = tuple[str, bytes, list[Any]]
"""Field, key, and record, weight, value of each posting, one after the other: one list takes less than tuples."""


class Pool:
    """Takes the place of Whoosh's own, which holds a tuple for each posting and sorts them one by one.

    Args:
        folder: Where runs are written; nothing is left there.
        limit: Bytes in memory, about.
    """

    def __init__(self, folder: Path, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._groups: dict[str, dict[bytes, list[Any]]] = {}
        self._size = 0
        self._runs: list[IO[bytes]] = []
        self._opened = ExitStack()

    def gather(self, field: str, record: int, postings: Iterable[tuple[bytes, int, float, bytes]]) -> None:
        """The postings of a field of one record; records come in ascending order."""
        groups, size = self._groups.setdefault(field, {}), 0
        for key, _, weight, value in postings:
            if (group := groups.get(key)) is None:
                groups[key] = [record, weight, value]
                size += _KEY
            else:
                group += record, weight, value
            size += len(value) + _VALUE if value else 0
            size += _POSTING
        self._grow(size)

    def add(self, posting: tuple[str, bytes, int, float, bytes | None]) -> None:
        """One posting, as Whoosh adds those of segments that are written anew."""
        field, key, record, weight, value = posting
        self.gather(field, record, [(key, 0, weight, value or b"")])

    def iter_postings(self) -> Iterator[Postings]:
        """All postings by field and key, both ascending; those in memory are let go on the way."""
        for field, key, found in self._merged() if self._runs else self._emptied():
            yield Postings(field, key, found[::3], found[1::3], found[2::3])

    def cleanup(self) -> None:
        """Forget everything."""
        self._groups, self._runs = {}, []
        self._opened.close()

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            run = self._opened.enter_context(TemporaryFile(dir=self._folder))  # noqa: SIM115  # closed by `cleanup`
            for group in self._emptied():
                marshal.dump(group, run)
            self._runs.append(run)
            self._size = 0

    def _merged(self) -> Iterator[_Group]:
        """What is in memory and on the disk, in order."""
        runs = [*map(_read, self._runs), self._emptied()]
        for (field, key), groups in groupby(merge(*runs, key=itemgetter(0, 1)), itemgetter(0, 1)):
            yield field, key, list(chain.from_iterable(group for _, _, group in groups))

    def _emptied(self) -> Iterator[_Group]:
        """What is in memory, in order; it is not, afterwards."""
        for field in sorted(self._groups):
            groups = self._groups.pop(field)
            for key in sorted(groups):
                yield field, key, groups.pop(key)


def _read(run: IO[bytes]) -> Iterator[_Group]:
    run.seek(0)
    while True:
        try:
            yield marshal.load(run)
        except EOFError:
            return
