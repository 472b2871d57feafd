"""Copies of one document, found by the signatures of their texts, and texts that stand whole within another.

Texts of one template are alike too: what binds other parties, for another term, or was decided another day, is another
document, however alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Final

import numpy as np
import numpy.typing as npt

from ...corpus.likeness import Hashes, Sketch
from .knowing import Known
from .model import Annex, Group

_ALIKE: Final = 0.5
"""Resemblance; two scans of one page with every twentieth word misread have 0.56."""
_WITHIN: Final = 0.8
"""Share of a text that stands in another."""
_LONGER: Final = 1.25
"""How many times as long the other must at least be."""
_NEIGHBOURS: Final = 4
"""Documents with the same run of words are compared with so many of those next to them, of the same parties first."""
_COMMON: Final = 20
"""Documents; what more have is a letterhead or a clause of a template."""
_FEWEST: Final = 12
"""Hashes two texts must share to be compared."""
_RANK: Final[Mapping[str | None, int]] = {
    "signed": 0, "unsigned": 1, None: 2, "annex_to_minutes": 3, "draft": 4, "template": 5,
}  # fmt: skip
_DATED: Final = frozenset({"protokoll", "tjansteskrivelse", "ansokan", "rapport"})
"""Types of which there is one for each day."""


def copies(documents: Iterable[Known]) -> tuple[tuple[Group, ...], tuple[Annex, ...]]:
    """Groups of copies, and annexes."""
    all_ = sorted(documents, key=_matter)
    sketches = [Sketch.of(one.record.extraction.likeness) for one in all_]
    groups = _Groups(all_)
    annexes: list[Annex] = []
    for one, other, shared in _candidates(sketches):
        longest = max(len(sketches[one].hashes), len(sketches[other].hashes))
        alike = shared >= _ALIKE * longest and sketches[one].resemblance(sketches[other]) >= _ALIKE
        if not (alike and groups.join(one, other)):
            annexes.extend(_annex(all_, sketches, (one, other), shared))
    return tuple(groups.found(sketches)), tuple(sorted(annexes, key=lambda annex: (annex.document, annex.within)))


def _matter(one: Known) -> tuple[list[str], str, str, str]:
    return sorted(one.parties), str(one.term), one.record.date or "", one.record.id


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int, int]]:
    """Pairs that share runs of words, the lower first, with how many they share at least.

    Near-linear: of documents that have the same run those next to each other are paired, of the same parties first.
    """
    lengths = np.array([len(sketch.hashes) for sketch in sketches], dtype=np.int64)
    if not lengths.sum():
        return
    hashes = np.concatenate([sketch.hashes for sketch in sketches])
    order = np.argsort(hashes, kind="stable")
    hashes, owners = hashes[order], np.repeat(np.arange(len(sketches), dtype=np.int64), lengths)[order]
    found, counts = np.unique(np.concatenate(list(_pairs(hashes, owners, len(sketches)))), return_counts=True)
    ones, others = found // len(sketches), found % len(sketches)
    enough = counts >= np.minimum(_FEWEST, np.minimum(lengths[ones], lengths[others]) * _ALIKE)
    yield from zip(*(column[enough].tolist() for column in (ones, others, counts)), strict=True)


def _pairs(hashes: Hashes, owners: npt.NDArray[np.int64], count: int) -> Iterator[npt.NDArray[np.int64]]:
    """Pairs of owners of equal hashes, a number for each; of a hash that many have only those side by side."""
    _, had_by = np.unique(hashes, return_counts=True)
    common = np.repeat(had_by > _COMMON, had_by)
    for apart in range(1, _NEIGHBOURS + 1):
        same = hashes[:-apart] == hashes[apart:]
        if apart > 1:
            same &= ~common[apart:]
        yield owners[:-apart][same] * count + owners[apart:][same]


def _annex(all_: Sequence[Known], sketches: Sequence[Sketch], pair: tuple[int, int], shared: int) -> Iterator[Annex]:
    """The shorter of the two, where it stands in the longer one, and who it binds is named there."""
    inner, outer = sorted(pair, key=lambda index: sketches[index].runs)
    if sketches[outer].runs < _LONGER * sketches[inner].runs or not all_[inner].parties <= all_[outer].organisations:
        return
    may_stand_in = shared >= _WITHIN * sketches[inner].comparable_with(sketches[outer])
    if may_stand_in and sketches[inner].share_in(sketches[outer]) >= _WITHIN:
        yield Annex(all_[inner].record.id, all_[outer].record.id)


class _Groups:
    """Documents joined to groups, so that no two of a group are told apart."""

    def __init__(self, all_: Sequence[Known]) -> None:
        self._all = all_
        self._of = {index: [index] for index in range(len(all_))}

    def join(self, one: int, other: int) -> bool:
        """Join two documents with those they are joined to already; False where any of them are told apart."""
        mine, its = self._of[one], self._of[other]
        if mine is its:
            return True
        if any(_apart(self._all[a], self._all[b]) for a, b in product(mine, its)):
            return False
        mine += its
        for index in its:
            self._of[index] = mine
        return True

    def found(self, sketches: Sequence[Sketch]) -> Iterator[Group]:
        """Those of more than one, by their first document."""
        met = {id(group): group for group in self._of.values() if len(group) > 1}
        groups = [self._group(group, sketches) for group in met.values()]
        yield from sorted(groups, key=lambda group: group.documents)

    def _group(self, indices: Sequence[int], sketches: Sequence[Sketch]) -> Group:
        def rank(index: int) -> tuple[int, str, int, str]:
            one = self._all[index]
            later = "".join(chr(0x10FFFF - ord(sign)) for sign in one.record.date or "")
            return _RANK[one.status], later or "\U0010ffff", -len(sketches[index].hashes), one.record.id

        ordered = [self._all[index] for index in sorted(indices, key=rank)]
        signed = next((one.record.id for one in ordered if one.status == "signed"), None)
        return Group(tuple(one.record.id for one in ordered), signed)


def _apart(one: Known, other: Known) -> bool:
    """Are they two documents, however alike?"""
    a, b = one.record, other.record
    both_signed = one.status == other.status == "signed"
    return (
        bool(a.doc_type and b.doc_type and a.doc_type != b.doc_type)
        or bool(one.parties and other.parties and not (one.parties <= other.parties or other.parties <= one.parties))
        or any(x != y for x, y in zip(one.term, other.term, strict=True) if x and y)
        or bool(a.date and b.date and a.date != b.date and (a.doc_type in _DATED or both_signed))
    )
