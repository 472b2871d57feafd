"""The register of agreements: listed for people, as JSON lines, as CSV, as a workbook."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from .filters import check_ranges, day, document_filters, something
from .rows import write_csv, write_lines
from .shared import (
    aligned,
    counted,
    csv_option,
    json_option,
    make_searchable,
    note,
    note_unmasked,
    opened,
    output,
    printable,
    unmask_option,
)
from .telling import asked, money, shortened

if TYPE_CHECKING:
    from ..contract import Json
    from ..ledger.registering import Registered

_WITHIN: Final = re.compile(r"(\d{1,3})([dwmy])", re.IGNORECASE)
_ABOUT: Final = "about"
_HEAD: Final = ("document", "from", "to", "ends", "notice day", "a year", "parties", "title")


@click.command()
@document_filters
@click.option("--query", callback=something, help="Documents with a page that answers this; as in `search`.")
@click.option("--expiring", metavar="TIME", help="Those whose term ends within this time: 12m, 90d, 2y.")
@click.option("--as-of", callback=day, metavar="DATE", help="Count from this day, not from today.")
@click.option("--xlsx", metavar="FILE", help="A workbook; - is stdout.")
@unmask_option
@csv_option
@json_option
@click.pass_obj
def agreements(
    directory: Path | None, /, expiring: str | None, as_of: dt.date | None, xlsx: str | None, as_csv: bool,
    as_json: bool, **choice: Any,
) -> None:  # fmt: skip
    """The register: parties, term, how each agreement ends, notice day, yearly value."""
    from ..contract import facts as statements

    if as_csv + as_json + bool(xlsx) > 1:
        raise click.UsageError("give one of --json, --csv and --xlsx")
    check_ranges(choice)
    within = _within(expiring)
    with opened(directory) as archive:
        if choice["unmask"]:
            note_unmasked(archive, "agreements", choice)
        if choice["query"]:
            make_searchable(archive)
        found = archive.agreements(expiring=within, as_of=as_of, **choice)
        if as_json:
            write_lines(map(statements.agreement, found), sys.stdout)
        elif as_csv:
            write_csv(map(statements.agreement, found), statements.AGREEMENT_COLUMNS, sys.stdout)
        elif xlsx:
            said = asked({**choice, "expiring": expiring, "as_of": as_of}, "agreements")
            _write_workbook(map(statements.agreement, found), said, xlsx)
        else:
            _print(list(found))
        for sentence in archive.statements.left_out(choice):  # type: ignore[arg-type]
            note(sentence)


def _within(given: str | None) -> str | None:
    """The time as an ISO 8601 duration."""
    if given is None:
        return None
    match = _WITHIN.fullmatch(given)
    if match is None:
        raise click.UsageError(f"--expiring {given}: is no time; write 12m, 90d, 6w or 2y, with at most three figures")
    return f"P{match[1]}{match[2].upper()}"


def _print(found: list[Registered]) -> None:
    rows = [_cells(one) for one in found if one.held]
    if rows:
        click.echo("\n".join(aligned([_HEAD, *rows])))
    named = [one for one in found if not one.held]
    for one in named:
        said = ", ".join(filter(None, (one.title, *one.dnr, one.date, *one.parties)))
        place = f"{one.named_in}, page {one.reference.evidence.page}" if one.reference else one.named_in
        click.echo(f"named, not held: {shortened(printable(said))}  ({place})")
    note(f"{counted(len(rows), 'agreement')}, {len(named)} named and not held")


def _cells(one: Registered) -> tuple[str, ...]:
    known = one.agreement
    value = f"{money(one.yearly_value)} {one.unit}" if one.yearly_value is not None else "-"
    day = one.notice_day.isoformat() if one.notice_day else "-"
    title = printable(shortened(one.title or "(no title)"))
    end = str(one.terminated or one.extended_to or known.valid_to or "-")
    standing = ", ".join(_standing(one))
    return (
        one.document or "-", known.valid_from or "-", end, known.ends, day, value,
        printable(shortened("; ".join(one.parties))) or "-", f"{title} ({standing})" if standing else title,
    )  # fmt: skip


def _standing(one: Registered) -> Iterator[str]:
    """What became of it, in a few words."""
    if one.agreement.status:
        yield one.agreement.status
    if one.goes_on:
        yield "goes on"
    if one.extended_to:
        yield "extended"
    if one.terminated:
        yield f"terminated to {one.terminated}"
    if one.replaced:
        yield f"replaced from {one.replaced}"
    if one.copy_of:
        yield f"copy of {one.copy_of}"


def _write_workbook(rows: Iterable[Json], asked: str, target: str) -> None:
    from ..contract.facts import AGREEMENT_COLUMNS
    from .workbook import Book

    with output(target) as stream, Book(stream) as book:
        book.sheet(_ABOUT, ("what", "text"))
        book.sheet("agreements", AGREEMENT_COLUMNS)
        listed = list(rows)
        for row in listed:
            book.write("agreements", row, AGREEMENT_COLUMNS)
        book.say(_ABOUT, "asked", asked)
        book.say(_ABOUT, "when", dt.datetime.now().astimezone().isoformat(sep=" ", timespec="minutes"))
        book.say(_ABOUT, "agreements", len(listed))
        book.save()
