"""Facts into a workbook: the sheets of an auditor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, TYPE_CHECKING, Final

from ..contract.facts import COLUMNS, FINDING_COLUMNS, described, fact, finding
from ..corpus.facts import FactKind
from ..ledger.auditing import Account
from .account import COLUMNS as ABOUT
from .account import SHEET, write_account
from .telling import asked
from .workbook import Book

if TYPE_CHECKING:
    from ..archive import Archive
    from ..contract import Json
    from ..ledger.stating import Choice, Stated

_FINDINGS: Final = "findings"
_DOCUMENT: Final = "document"
_TITLE, _DNR, _DATED = "document_title", "document_dnr", "document_date"
_FIRST_OF_DOCUMENT: Final = ("title", "dnr", "date", "doc_type", "page", "status", "valid_from", "valid_to")
_FIRST: Final = (
    "name", "value", "value_max", "unit", "hedge", "vat", "per", "from", "to", "duration", "payer", "payee", "role",
    "org_nr", "represents", "type", "paragraph", "point", "decider", "outcome", "dnr", "text", "state", "doubt",
    "repeated",
)  # fmt: skip
_LAST: Final = (
    "path",
    "document",
    "id",
    "kind",
    "start",
    "end",
    "box",
    "seen",
    "ocr_confidence",
    "rule",
    "confidence",
    "extracted",
)
_REPEATED: Final = "repeated"
"""The column of the amounts that a copy, or minutes with an agreement in them, state again: to be counted once."""


def write_workbook(archive: Archive, choice: Choice, kind: str | None, stream: IO[bytes]) -> None:
    """All facts chosen, a sheet a kind, after a sheet that says what they rest on."""
    columns = {name: _columns(name) for name in ([kind] if kind else [_DOCUMENT, *map(str, FactKind)])}
    account, noted = Account(), list(archive.findings(**choice))
    with Book(stream) as book:
        book.sheet(SHEET, ABOUT)
        for name in columns:
            book.sheet(name, columns[name])
        _fill(book, columns, archive, account.over(archive.store, archive.facts(**choice)))
        write_account(book, asked(choice), account, len(noted))
        book.sheet(_FINDINGS, FINDING_COLUMNS)
        for one in noted:
            book.write(_FINDINGS, finding(one), FINDING_COLUMNS)
        book.save()


def _fill(book: Book, columns: dict[str, tuple[str, ...]], archive: Archive, found: Iterator[Stated]) -> None:
    repeated = archive.statements.relations().repeated if FactKind.AMOUNT in columns else frozenset()
    for value in found:
        if _DOCUMENT in columns:
            book.write(_DOCUMENT, described(value), columns[_DOCUMENT])
        for kept in value.facts if [*columns] != [_DOCUMENT] else ():
            row = {**fact(value, kept), _REPEATED: (kept.document, kept.fact.start) in repeated}
            book.write(kept.fact.kind, _of_people(row, value), columns[kept.fact.kind])


def _of_people(row: Json, value: Stated) -> Json:
    """With what a reader wants to know first: of which document."""
    document = value.document
    return {**row, _TITLE: document.title, _DNR: list(document.dnr), _DATED: document.date}


def _columns(kind: str) -> tuple[str, ...]:
    """What matters to a reader first, ids and offsets last."""
    if kind == _DOCUMENT:
        return _ordered(COLUMNS[kind], _FIRST_OF_DOCUMENT)
    own = COLUMNS[kind]
    given = (*own, _REPEATED) if kind == FactKind.AMOUNT else own
    return _ordered((_TITLE, _DNR, _DATED, *given), (_TITLE, _DNR, _DATED, "page", *_FIRST))


def _ordered(columns: Sequence[str], first: Sequence[str]) -> tuple[str, ...]:
    last = [column for column in columns if column in _LAST]
    return tuple(
        dict.fromkeys([*(one for one in first if one in columns), *(one for one in columns if one not in last), *last])
    )
