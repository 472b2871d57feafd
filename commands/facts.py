"""What the documents state: listed for people, as JSON lines, as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..corpus.facts import FactKind
from ..corpus.kept import State
from .filters import document_filters, fact_filters
from .rows import write_csv, write_lines
from .shared import aligned, csv_option, json_option, note, opened, printable, unmask_option
from .telling import told

if TYPE_CHECKING:
    from ..contract import Json
    from ..corpus.kept import Kept
    from ..stating import Choice, Stated

_KINDS: Final = (*map(str, FactKind), "document")


@click.command()
@click.argument("kind", required=False, type=click.Choice(_KINDS))
@fact_filters
@document_filters
@click.option("--all", "everything", is_flag=True, help="Also what somebody rejected.")
@unmask_option
@csv_option
@json_option
@click.pass_obj
def facts(directory: Path | None, /, kind: str | None, as_csv: bool, as_json: bool, **options: Any) -> None:
    """What the documents state: parties, amounts, dates, decisions, each with its place."""
    if as_csv and as_json:
        raise click.UsageError("give --json or --csv, not both")
    with opened(directory) as archive:
        choice: Choice = {"kind": FactKind(kind) if kind in tuple(FactKind) else None, **options}  # type: ignore[typeddict-item]
        if choice.get("unmask"):
            archive.store.log("unmask", None, command="facts")
        found = archive.facts(**choice)
        if as_json:
            write_lines(_rows(found, kind, choice), sys.stdout)
        elif as_csv:
            from .. import statements

            columns = statements.COLUMNS[kind] if kind else statements.ALL_COLUMNS
            write_csv(_rows(found, kind, choice), columns, sys.stdout)
        else:
            for value in found:
                print_facts(value, kind)
        for sentence in archive.statements.left_out(choice):
            note(sentence)


def _rows(found: Iterator[Stated], kind: str | None, choice: Choice) -> Iterator[Json]:
    """The lines about the documents: of one kind, or with all a line for each document first."""
    from .. import statements
    from ..stating import narrows

    for value in found:
        if kind == "document":
            yield statements.described(value)
        else:
            wanted = kind is None and (bool(value.facts) or not narrows(choice))
            yield from statements.stated(value, with_document=wanted)


def print_facts(value: Stated, kind: str | None = None) -> None:
    """A document and its facts as a table for people; with `kind` "document" only the first line."""
    document = value.document
    known = ", ".join(filter(None, (document.doc_type, document.date, *document.dnr[:2])))
    title = click.style(printable(document.title or "(no title)"), bold=True)
    click.echo(f"{title}{f'  ({printable(known)})' if known else ''}  {document.id}")
    if kind != "document" and value.facts:
        click.echo("\n".join(f"  {line}" for line in aligned([_cells(kept) for kept in value.facts])))


def _cells(kept: Kept) -> tuple[str, ...]:
    found = kept.fact
    state = "" if kept.state is State.EXTRACTED else str(kept.state)
    doubt = "?" if found.doubt else ""
    return f"p. {found.page}", str(found.kind), printable(told(found.content, found.text)), f"{state}{doubt}", kept.id
