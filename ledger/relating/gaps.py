"""Gaps in the numbers of a body's §§ over a year: minutes that the archive does not hold, or that lack pages.

Extracts fill gaps and make none. Nothing is said before the first § held and after the last, nor of a year of which
the archive holds less than half.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from ...corpus.facts import Finding
from .knowing import Known
from .model import ArchiveFinding

_EXTRACT: Final = re.compile(r"utdrag", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:(?:19|20)\d\d/)?(\d{1,4})")
_SPARSE: Final = 3
"""Minutes whose numbers span so many times what they hold were misread."""
_HELD: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Minutes:
    document: str
    date: str
    numbers: frozenset[int]
    whole: bool
    """Are they no extract?"""


def gaps(all_: Iterable[Known]) -> tuple[ArchiveFinding, ...]:
    """A finding for each run of numbers that is in none of a body's minutes of a year."""
    series: dict[tuple[str, str, str], list[_Minutes]] = defaultdict(list)
    names: dict[tuple[str, str, str], str] = {}
    for one in all_:
        date = one.record.date
        if one.record.doc_type == "protokoll" and one.bodies and date and (minutes := _minutes(one, date)):
            key = one.owner or "", one.bodies[0], date[:4]
            series[key].append(minutes)
            names.setdefault(key, one.body or one.bodies[0])
    return tuple(gap for key in sorted(series) for gap in _of_year(f"{names[key]} {key[2]}", series[key]))


def _minutes(one: Known, date: str) -> _Minutes | None:
    sections = one.record.extraction.sections
    matches = (_NUMBER.fullmatch(section.number.strip()) for section in sections)
    numbers = frozenset(int(match[1]) for match in matches if match)
    if not numbers or max(numbers) - min(numbers) >= _SPARSE * len(numbers):
        return None
    whole = len(numbers) > 1 and not _EXTRACT.search(one.record.title or "")
    return _Minutes(one.record.id, date, numbers, whole)


def _of_year(name: str, minutes: Sequence[_Minutes]) -> Iterator[ArchiveFinding]:
    whole = [one for one in minutes if one.whole]
    held = frozenset[int]().union(*(one.numbers for one in minutes))
    if not whole:
        return
    first, last = min(min(one.numbers) for one in whole), max(max(one.numbers) for one in whole)
    missing = sorted(set(range(first, last + 1)) - held)
    if len(missing) > (1 - _HELD) * (last + 1 - first):
        return
    for run in _runs(missing):
        beside = {one.document for one in whole if {run[0] - 1, run[-1] + 1} & one.numbers}
        numbers = f"§ {run[0]} is" if len(run) == 1 else f"§§ {run[0]}-{run[-1]} are"
        message = f"{name}: {numbers} in none of the minutes held"
        yield ArchiveFinding(Finding("paragraf_gap", message), tuple(sorted(beside)))


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        yield [number for _, number in run]
