"""Connected ink on a sheet outside given boxes, found run by run: a page takes some hundredths of a second."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ...corpus.words import Box
from .sheets import Sheet

_Ink: TypeAlias = NDArray[np.bool_]
_Places: TypeAlias = NDArray[np.int64]

_DPI: Final = 130
"""Resolution, at least, at which ink is sought: a 1 of eight points has two pixels across there."""
_MOST_RUNS: Final = 20_000
"""With more outside the words, the page is a photograph or dirt; a page without any reading has 30,000."""
_PAPER: Final = 50
"""Percentile of brightness that is paper."""
_DARKEST: Final = 0.5
"""Percentile that is ink."""
_LEAST_CONTRAST: Final = 24
"""Grey levels."""
_AROUND: Final = 1
"""Pixels around a box that belong to it: the blur of its edges."""


def blobs(sheet: Sheet, boxes: Iterable[Box]) -> list[Box]:
    """The boxes of connected ink outside these boxes, in pixels of the sheet; none where there is too much."""
    scale = max(1, sheet.dpi // _DPI)
    ink = _ink(sheet, scale)
    for x0, top, x1, bottom in boxes:
        above, left = max(0, int(top / scale) - _AROUND), max(0, int(x0 / scale) - _AROUND)
        ink[above : int(bottom / scale) + 1 + _AROUND, left : int(x1 / scale) + 1 + _AROUND] = False
    return [Box(*(side * scale for side in box)) for box in _connected(ink)]


def _ink(sheet: Sheet, scale: int) -> _Ink:
    grey = sheet.image if sheet.image.mode == "L" else sheet.image.convert("L")
    seen = np.asarray(grey.reduce(scale))
    darkest, paper = np.percentile(seen[::4, ::4], (_DARKEST, _PAPER))
    ink: _Ink = seen < paper - max(_LEAST_CONTRAST, (paper - darkest) / 2)
    ink[:, [0, -1]] = False  # so that no run reaches from one row into the next
    return ink


def _connected(ink: _Ink) -> Iterator[Box]:
    width = ink.shape[1]
    edges = np.flatnonzero(ink.ravel()[1:] != ink.ravel()[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    if not 0 < len(starts) <= _MOST_RUNS:
        return
    owner = _owners(starts, ends, width)
    order = np.argsort(owner, kind="stable")
    first = np.flatnonzero(np.diff(owner[order], prepend=-1))
    rows, left, right = starts[order] // width, starts[order] % width, (ends[order] - 1) % width + 1
    sides = (
        np.minimum.reduceat(left, first),
        np.minimum.reduceat(rows, first),
        np.maximum.reduceat(right, first),
        np.maximum.reduceat(rows, first) + 1,
    )
    yield from (Box(*map(int, box)) for box in zip(*sides, strict=True))


def _owners(starts: _Places, ends: _Places, width: int) -> _Places:
    """For each run the first run of the ink that it hangs together with."""
    below_first = np.searchsorted(ends, starts + width, "left")
    below_end = np.searchsorted(starts, ends + width, "right")
    owner = list(range(len(starts)))
    for run, (first, end) in enumerate(zip(below_first.tolist(), below_end.tolist(), strict=True)):
        for other in range(first, end):
            _join(owner, run, other)
    return np.array([_root(owner, run) for run in range(len(owner))])


def _join(owner: list[int], one: int, other: int) -> None:
    roots = sorted((_root(owner, one), _root(owner, other)))
    owner[roots[1]] = roots[0]


def _root(owner: list[int], run: int) -> int:
    while owner[run] != run:
        owner[run] = owner[owner[run]]
        run = owner[run]
    return run
