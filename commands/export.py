"""Facts into a workbook: the sheets of an auditor."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from ..contract.facts import COLUMNS, described, fact
from ..corpus.facts import FactKind
from ..ledger.auditing import Account
from .account import COLUMNS as ABOUT
from .account import SHEET, write_account
from .telling import asked
from .workbook import Book

if TYPE_CHECKING:
    from ..archive import Archive
    from ..ledger.stating import Choice

_DOCUMENT: Final = "document"
_REPEATED: Final = "repeated"
"""The column of the amounts that a copy, or minutes with an agreement in them, state again: to be counted once."""


def write_workbook(archive: Archive, choice: Choice, kind: str | None, stream: IO[bytes]) -> None:
    """All facts chosen, a sheet a kind, after a sheet that says what they rest on."""
    book, account = Book(stream), Account()
    columns = {name: _columns(name) for name in ([kind] if kind else [_DOCUMENT, *map(str, FactKind)])}
    repeated = archive.statements.relations().repeated if FactKind.AMOUNT in columns else frozenset()
    book.sheet(SHEET, ABOUT)
    for name in columns:
        book.sheet(name, columns[name])
    for value in account.over(archive.store, archive.facts(**choice)):
        if _DOCUMENT in columns:
            book.write(_DOCUMENT, described(value), columns[_DOCUMENT])
        for kept in value.facts if kind != _DOCUMENT else ():
            row = {**fact(value, kept), _REPEATED: (kept.document, kept.fact.start) in repeated}
            book.write(kept.fact.kind, row, columns[kept.fact.kind])
    write_account(book, asked(choice), account, archive.findings(**choice))
    book.save()


def _columns(kind: str) -> tuple[str, ...]:
    return (*COLUMNS[kind], _REPEATED) if kind == FactKind.AMOUNT else COLUMNS[kind]
