"""What a decision is made of in print: points with a number, items with a dash, clauses with "att", paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..outcomes import decides
from .blocks import Block, Row

_NUMBER: Final = re.compile(r"(?P<point>\d{1,2})(?:\s?[.):](?!\d)\s*|\s+(?=[A-ZÅÄÖ]))")
_MARK: Final = re.compile(r"(?:(?P<point>[a-hA-H])\)|[-–—•·*])\s*(?=[\w(\"”])")
_ATT: Final = re.compile(r"[Aa]tt\s")
_OPEN_END: Final = re.compile(
    r"(?:[,;:.]|\b(?:samt|och|att|besluta|beslutar|beslutade|beslöt|därför|följande))\s*$", re.IGNORECASE
)
_TABLE_ROW: Final = re.compile(r"\S(?:\s{3,}|\t)\S.*\S(?:\s{3,}|\t)\S")
"""Two gaps and more: a row of a table, which is part of no clause."""


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of a decision."""

    text: str
    """With a blank for each line break."""
    offsets: Sequence[int]
    """Where each code point of the text stands in the document."""
    point: str | None
    listed: bool
    """Did it begin with a number, a dash or a letter?"""


@dataclass(frozen=True, slots=True)
class _Mark:
    length: int
    point: str | None
    numbered: bool


def items(block: Block) -> Iterator[Item]:
    """The pieces of a block, in their order."""
    held: list[Row] = []
    mark: _Mark | None = None
    for row in block.rows:
        if _TABLE_ROW.search(row.words):
            if held:
                yield _item(held, mark)
            held = []
            continue
        found = _marked(row, held, mark)
        if held and (found or _begins(row, held, mark)):
            yield _item(held, mark)
            held = []
        if not held:
            mark = found
        held.append(row)
    if held:
        yield _item(held, mark)


def _marked(row: Row, held: Sequence[Row], mark: _Mark | None) -> _Mark | None:
    """The number or dash with which the row begins an item; None where it begins none."""
    above = held[-1].words if held else ""
    if number := _NUMBER.match(row.words):
        begins = not held or row.gap or row.early or bool(_OPEN_END.search(above))
        return _Mark(number.end(), number["point"], numbered=True) if begins else None
    found = _MARK.match(row.words)
    if not found:
        return None
    part_of_point = mark is not None and mark.numbered
    names_whom = above.endswith(":") and _names_whom(held, row)
    if held and (part_of_point or names_whom or (mark is None and _goes_on_with_names(held, row))):
        return None
    return _Mark(found.end(), found["point"], numbered=False)


def _names_whom(held: Sequence[Row], row: Row) -> bool:
    """Does a sentence that decides name on the row below whom or what: "Till ledamöter utses:"?"""
    return decides(" ".join(one.words for one in held)) and not decides(row.words)


def _goes_on_with_names(held: Sequence[Row], row: Row) -> bool:
    """Is it the next of those whom a sentence above names one by one?"""
    return bool(_MARK.match(held[-1].words)) and not decides(row.words)


def _begins(row: Row, held: Sequence[Row], mark: _Mark | None) -> bool:
    """Does something new begin on a row without a mark?"""
    above = held[-1].words
    if above.endswith(":") and _names_whom(held, row):
        return False
    if _ATT.match(row.words):
        return bool(_OPEN_END.search(above)) or row.gap or (row.early and mark is None)
    if row.gap:
        return mark is None or row.words[:1].isupper()
    return mark is None and row.early and above.endswith((".", ":"))


def _item(rows: Sequence[Row], mark: _Mark | None) -> Item:
    text, offsets = "", list[int]()
    for number, row in enumerate(rows):
        skipped = mark.length if mark and not number else 0
        if text:
            text += " "
            offsets.append(row.start - 1)
        text += " ".join(row.words[skipped:].split(" "))
        offsets += range(row.start + skipped, row.end)
    return Item(text.replace("\t", " "), offsets, mark.point if mark else None, mark is not None)
