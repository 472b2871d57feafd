"""The first sheet of a workbook: what was asked, of what, and what gave no answer."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from .workbook import Book

if TYPE_CHECKING:
    from ..ledger.auditing import Account
    from ..ledger.stating import Stated

SHEET: Final = "about"
COLUMNS: Final = ("what", "document", "path", "page", "text")


def write_account(book: Book, asked: str, account: Account, findings: int) -> None:
    """Fill the sheet, when all documents have passed."""
    now = dt.datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")
    for what, said in (
        ("asked", asked),
        ("when", now),
        ("documents", account.documents),
        ("pages", account.pages),
        ("documents with pages not read", len(account.waiting)),
        ("inputs rejected", len(account.rejected)),
        ("documents without facts", len(account.unextracted)),
        ("documents without an amount", len(account.without_amount)),
        ("numbers like money that became no fact", len(account.unexplained)),
        ("findings", findings),
    ):
        book.say(SHEET, what, None, None, None, said)
    for row in _gaps(account):
        book.write(SHEET, dict(zip(COLUMNS, row, strict=True)), COLUMNS)


def _gaps(account: Account) -> Iterator[tuple[object, ...]]:
    for value, pages in account.waiting:
        yield "not read", *_named(value), None, f"{pages} pages wait for OCR"
    for outcome in account.rejected:
        yield "rejected", None, outcome.path, None, outcome.reason
    for value in account.unextracted:
        yield "no facts", *_named(value), None, "; ".join(value.document.warnings) or "not extracted yet"
    for value in account.without_amount:
        yield "no amount", *_named(value), None, value.document.title
    for value, clause in account.unexplained:
        yield "no fact", *_named(value), clause.page, clause.text


def _named(value: Stated) -> tuple[str, str | None]:
    return value.document.id, value.paths[0] if value.paths else None
