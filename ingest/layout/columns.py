"""Columns of running prose beside each other, which are read one after the other; tables are not, and stay as rows.

What tells them apart is the language: the lines of prose begin in the middle of sentences, with a small letter,
the lines of table cells, of label and value, and of signature blocks hardly ever do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from statistics import median
from typing import Final, NamedTuple

_BIN: Final = 0.5
"""Width of a step when looking for a gutter, in median word heights."""
_COVERED: Final = 0.35
"""Share of the fullest step's runs that may lie over a gutter: headings and tables above and below the columns."""
_MIN_GUTTER: Final = 1.5
"""Width of a gutter, at least, in median word heights; the rivers in a paragraph are one word space wide."""
_MIN_LINES: Final = 5
_MIN_WORDS: Final = 3
"""Median words a line, at least; narrow newspaper columns have four, cells one or two."""
_CONTINUING: Final = 0.35
"""Share of the lines that begin with a small letter, at least: prose has 0.6 to 0.9, cells under 0.2."""
_SPREAD: Final = 1.2
"""Width over height of the text from which two pages may lie beside each other."""
_SPREAD_MIDDLE: Final = (0.42, 0.58)
"""Where the fold of such a spread lies, as a share of the width."""
_SPREAD_GUTTER: Final = 3.0
"""Width of the two margins at the fold, at least, in median word heights."""
_SPREAD_CONTINUING: Final = 0.15
"""Share of the lines of one page that begin with a small letter, at least: it may have many headings and lists."""


_MAX_STEPS: Final = 2_000
"""No page that someone reads is wider than this many steps; a hostile one would take the memory."""


class Run(NamedTuple):
    """Words of one row that stand close together."""

    row: int
    x0: float
    x1: float
    centre: float
    words: int
    """How many of the words have letters."""
    continues: bool
    """Whether the first word begins with a small letter."""


class Gutter(NamedTuple):
    """The empty strip between two columns."""

    x: float
    first: int
    """Row in which the columns begin."""
    last: int
    """Row in which they end."""


def find_gutter(runs: Sequence[Run], em: float) -> Gutter | None:
    """The widest part of the page that stands in two columns of prose, None where there is none.

    Args:
        runs: In order of rows.
        em: The median height of the page's words, in the unit of the runs.
    """
    found = [
        Gutter(x, band[0].row, band[-1].row)
        for x in _gaps(runs, em)
        for band in _bands(runs, x)
        if _width(band, x) > _MIN_GUTTER * em
        and (_are_columns(band, x) or (len(band) == len(runs) and _is_spread(band, x, em)))
    ]
    return max(found, key=lambda gutter: gutter.last - gutter.first, default=None)


def _gaps(runs: Sequence[Run], em: float) -> Iterator[float]:
    """Middles of the strips that few runs lie over."""
    left, step = min(run.x0 for run in runs), em * _BIN
    steps = int((max(run.x1 for run in runs) - left) / step) + 1
    if steps > _MAX_STEPS:
        return
    changes = [0] * (steps + 1)
    for run in runs:
        changes[int((run.x0 - left) / step)] += 1
        changes[int((run.x1 - left) / step)] -= 1
    covered, depth = [], 0
    for change in changes:
        depth += change
        covered.append(depth)
    allowed = max(covered) * _COVERED
    for free, strip in groupby(range(steps), key=lambda i: covered[i] <= allowed):
        if free:
            bins = list(strip)
            emptiest = min(covered[i] for i in bins)
            best = [i for i in bins if covered[i] == emptiest]
            yield left + (best[len(best) // 2] + 0.5) * step


def _bands(runs: Sequence[Run], x: float) -> Iterator[list[Run]]:
    """The parts of the page between the runs that cross x."""
    for crosses, band in groupby(runs, key=lambda run: run.x0 < x < run.x1):
        if not crosses:
            yield list(band)


def _width(band: Sequence[Run], x: float) -> float:
    """Width of the strip around x that no run of the band touches; 0 where one side has none."""
    left, right = _sides(band, x)
    return min(run.x0 for run in right) - max(run.x1 for run in left) if left and right else 0.0


def _are_columns(band: Sequence[Run], x: float) -> bool:
    return all(_is_prose(side) for side in _sides(band, x))


def _is_spread(band: Sequence[Run], x: float, em: float) -> bool:
    """Two pages side by side, of which one may be a table or a list."""
    left, right = min(run.x0 for run in band), max(run.x1 for run in band)
    height = band[-1].centre - band[0].centre + em
    before, after = _sides(band, x)
    return (
        right - left > _SPREAD * height
        and _SPREAD_MIDDLE[0] < (x - left) / (right - left) < _SPREAD_MIDDLE[1]
        and _width(band, x) > _SPREAD_GUTTER * em
        and (_is_prose(before, _SPREAD_CONTINUING) or _is_prose(after, _SPREAD_CONTINUING))
    )


def _sides(band: Iterable[Run], x: float) -> tuple[list[Run], list[Run]]:
    runs = list(band)
    return [run for run in runs if run.x1 <= x], [run for run in runs if run.x0 >= x]


def _is_prose(side: Sequence[Run], least_continuing: float = _CONTINUING) -> bool:
    lines = [list(line) for _, line in groupby(side, key=attrgetter("row"))]
    if len(lines) < _MIN_LINES:
        return False
    words = median(sum(run.words for run in line) for line in lines)
    continuing = sum(line[0].continues for line in lines)
    return words >= _MIN_WORDS and continuing >= least_continuing * len(lines)
