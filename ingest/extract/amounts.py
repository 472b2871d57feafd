"""Amounts of a document: those of its tables, and those of its running text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate
from typing import Final

from ...corpus.facts import Amount, Clause, Timing, Unit
from .layout.flow import Flow, flowing
from .layout.furniture import is_contact
from .layout.structure import Structure, Zone
from .mentions import Identifier, IdentifierKind, Mention
from .tables import Column, ColumnKind, Row, Table, tables
from .values.bare import with_currency
from .values.described import amounts_of
from .values.leftover import money_like
from .values.money import sums
from .values.shares import dividing

Term = tuple[str | None, str | None]
"""From and to, ISO 8601 to the precision given."""
_UNDER_UNIT: Final = re.compile(r"[^\W\d][^\d\n]{0,20}\n\s*\d{1,3}(?!\d| \d{3})")
"""A small number on the line below a unit: a header, and the number of the first row under it."""
_AROUND: Final = 60
"""How much of the text is shown on either side of a number that became no fact."""


def amounts(structure: Structure, identifiers: Sequence[Identifier], dates: Sequence[Mention]) -> list[Mention]:
    """Amounts, in the order of the text."""
    found = list(_in_tables(tables(structure), dates))
    covered = _Covered((one.start, one.end) for one in found)
    masked = _Covered((one.start, one.end) for one in identifiers if one.kind is not IdentifierKind.OTHER)
    found += (
        one
        for one in _in_text(structure)
        if not covered.overlaps(one.start, one.end) and not masked.overlaps(one.start, one.start + 1)
    )
    return sorted(found, key=lambda one: one.start)


def unexplained(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Clause]:
    """Money-like numbers that became no fact, each with the words around it, in the order of the text."""
    cells = [cell for table in tables(structure) for row in table.rows for cell in row.cells]
    spans = [(one.start, one.end) for one in identifiers] + [(one.start, one.end) for one in mentions]
    explained = _Covered([*spans, *((cell.start, cell.end) for cell in cells)])
    left: dict[int, Clause] = {}
    for flow in (structure.flow, _furniture(structure)):
        for start, end in money_like(flow.text):
            printed = flow.span(start, end)
            if not explained.overlaps(*printed):
                begin, stop = flow.span(max(0, start - _AROUND), min(len(flow.text), end + _AROUND))
                left.setdefault(printed[1], structure.clause(begin, stop))
    return [left[at] for at in sorted(left)]


def _furniture(structure: Structure) -> Flow:
    """What is in no sentence: money that was taken for a part of a page's head must not go unseen."""
    return flowing(
        structure.text,
        (
            (line.start, line.end)
            for line in structure.of_zone(Zone.FURNITURE)
            if not is_contact(structure.words_of(line))
        ),
    )


class _Covered:
    """Stretches of a text, and whether another overlaps one of them."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def overlaps(self, start: int, end: int) -> bool:
        """Does one of them reach into [start, end)?"""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._ends[at] > start


def _in_tables(found: Iterable[Table], dates: Sequence[Mention]) -> Iterator[Mention]:
    for table in found:
        for row in table.rows:
            term = _term(table, row, dates)
            for cell in row.cells:
                if cell.value is not None and cell.unit is not None:
                    content = _amount(cell.value, cell.unit, table.columns[cell.column], row, term)
                    yield Mention(cell.start, cell.end, content, "amount.table", 0.5 if cell.doubt else 0.9, cell.doubt)


def _amount(value: Decimal, unit: Unit, column: Column, row: Row, term: Term) -> Amount:
    if unit == "%":
        return Amount(value, unit)
    from_, to = (column.from_, column.to) if column.from_ else term
    per = row.per or column.per if column.is_price else column.per
    return Amount(value, unit, per=per, from_=from_, to=to, vat=column.vat)


def _term(table: Table, row: Row, dates: Sequence[Mention]) -> Term:
    """What a row is for: the dates in its cells of time, "mars 2026" among them, where they were found as such."""
    times = [cell for cell in row.cells if table.columns[cell.column].kind is ColumnKind.TIME]
    found = [
        one.content
        for cell in times
        for one in dates[bisect_left(dates, cell.start, key=_start) : bisect_left(dates, cell.end, key=_start)]
    ]
    ends = [end for one in found if isinstance(one, Timing) for end in (one.from_, one.to)]
    return (ends[0], ends[-1]) if ends and ends[0] else (row.from_, row.to)


def _start(mention: Mention) -> int:
    return mention.start


def _in_text(structure: Structure) -> Iterator[Mention]:
    text = structure.flow.text
    found = list(with_currency(text, sums(text)))
    kept = [one for one in found if one.unit != "%"] + dividing(text, found)
    kept.sort(key=lambda one: one.start)
    for one, content in zip(kept, amounts_of(text, kept), strict=True):
        start, end = structure.flow.span(one.start, one.end)
        if _UNDER_UNIT.match(structure.text, start, end):
            continue
        yield Mention(start, end, content, "amount.text", 0.5 if one.doubt else 0.95, one.doubt)
