"""Amounts of a document: those of its tables, and those of its running text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...corpus.facts import Amount, Clause
from .mentions import Identifier, Mention
from .structure import Structure
from .tables import Table, tables
from .values.bare import with_currency
from .values.described import amounts_of
from .values.money import sums
from .values.shares import dividing


def amounts(structure: Structure, identifiers: Sequence[Identifier], dates: Sequence[Mention]) -> list[Mention]:
    """Amounts, in the order of the text."""
    found = list(_in_tables(tables(structure)))
    taken = {at for one in found for at in (one.start, one.end - 1)}
    found += (one for one in _in_text(structure) if one.start not in taken and one.end - 1 not in taken)
    return sorted(found, key=lambda one: one.start)


def unexplained(structure: Structure, identifiers: Sequence[Identifier], mentions: Sequence[Mention]) -> list[Clause]:
    """Money-like numbers that became no fact, each with the words around it, in the order of the text."""
    return []


def _in_tables(found: Iterable[Table]) -> Iterator[Mention]:
    for table in found:
        for row in table.rows:
            for cell in row.cells:
                if cell.value is None or cell.unit is None:
                    continue
                column = table.columns[cell.column]
                money = cell.unit != "%"
                from_, to = (column.from_, column.to) if column.from_ else (row.from_, row.to)
                content = Amount(
                    cell.value,
                    cell.unit,
                    per=column.per if money else None,
                    from_=from_ if money else None,
                    to=to if money else None,
                    vat=column.vat if money else None,
                )
                yield Mention(cell.start, cell.end, content, "amount.table", 0.5 if cell.doubt else 0.9, cell.doubt)


def _in_text(structure: Structure) -> Iterator[Mention]:
    text = structure.flow.text
    found = list(with_currency(text, sums(text)))
    kept = [one for one in found if one.unit != "%"] + dividing(text, found)
    kept.sort(key=lambda one: one.start)
    for one, content in zip(kept, amounts_of(text, kept), strict=True):
        start, end = structure.flow.span(one.start, one.end)
        yield Mention(start, end, content, "amount.text", 0.5 if one.doubt else 0.95, one.doubt)
