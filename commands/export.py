"""Facts into a workbook: the sheets of an auditor."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Final

from ..auditing import Account
from ..corpus.facts import FactKind
from ..statements import COLUMNS, described, fact
from .account import COLUMNS as ABOUT
from .account import SHEET, write_account
from .telling import asked
from .workbook import Book

if TYPE_CHECKING:
    from ..archive import Archive
    from ..stating import Choice

_DOCUMENT: Final = "document"


def write_workbook(archive: Archive, choice: Choice, kind: str | None, stream: IO[bytes]) -> None:
    """All facts chosen, a sheet a kind, after a sheet that says what they rest on."""
    book, account = Book(stream), Account()
    kinds = [kind] if kind else [_DOCUMENT, *map(str, FactKind)]
    book.sheet(SHEET, ABOUT)
    for name in kinds:
        book.sheet(name, COLUMNS[name])
    for value in account.over(archive.store, archive.facts(**choice)):
        if _DOCUMENT in kinds:
            book.write(_DOCUMENT, described(value), COLUMNS[_DOCUMENT])
        for kept in value.facts if kind != _DOCUMENT else ():
            book.write(kept.fact.kind, fact(value, kept), COLUMNS[kept.fact.kind])
    write_account(book, asked(choice), account, archive.findings(**choice))
    book.save()
