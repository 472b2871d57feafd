"""What the documents state: listed, exported, proved; and what a person says of it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from ..corpus.facts import FactKind
from ..corpus.kept import State
from ..masking import masked_fact
from .filters import check_facts, document_filters, fact_filters
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
    text_output,
    unmask_option,
)
from .telling import asked, told

if TYPE_CHECKING:
    from ..archive import Archive
    from ..contract import Json
    from ..corpus.kept import Kept
    from ..ledger.stating import Choice, Stated

_KINDS: Final = (*map(str, FactKind), "document")
_FORMS: Final = ("as_json", "as_csv", "xlsx", "evidence")


@click.command()
@click.argument("given", nargs=-1, metavar="[KIND | FIELD=VALUE...]")
@fact_filters
@document_filters
@click.option("--all", "everything", is_flag=True, help="Also what somebody rejected.")
@click.option("--findings", is_flag=True, help="Instead: what does not add up, and corrections that fit nothing.")
@click.option("--set", "reference", metavar="ID", help="Correct a fact, or say state=confirmed, rejected, extracted.")
@click.option("--by", "who", metavar="NAME", help="With --set: who says so; the user's name unless given.")
@click.option("--xlsx", metavar="FILE", help="A workbook, a sheet a kind; - is stdout.")
@click.option("--evidence", metavar="FILE.html", help="Each fact beside its place on the page; - is stdout.")
@unmask_option
@csv_option
@json_option
@click.pass_obj
def facts(
    directory: Path | None, /, given: tuple[str, ...], findings: bool, reference: str | None, who: str | None,
    **options: Any,
) -> None:  # fmt: skip
    """What the documents state: party, amount, date or decision, each with its place; or all of them."""
    forms = {name: options.pop(name) for name in _FORMS}
    _check(given, [name for name in _FORMS if forms[name]], findings=findings, reference=reference, who=who)
    if not reference:
        check_facts(given[0] if given else None, options)
    with opened(directory) as archive:
        if reference:
            _set(archive, reference, given, who, as_json=forms["as_json"])
            return
        [kind] = given or [None]
        choice: Choice = {"kind": FactKind(kind) if kind in tuple(FactKind) else None, **options}  # type: ignore[typeddict-item]
        if choice.get("unmask"):
            note_unmasked(archive, "facts", choice)
        if choice.get("query"):
            make_searchable(archive)
        if findings:
            _print_findings(archive, choice, forms)
        else:
            _list(archive, choice, kind, forms)
        for sentence in archive.statements.left_out(choice):
            note(sentence)


def _check(
    given: Sequence[str], forms: Sequence[str], *, findings: bool, reference: str | None, who: str | None
) -> None:
    """Raises UsageError for what does not go together."""
    if len(forms) > 1:
        raise click.UsageError("give one of --json, --csv, --xlsx and --evidence")
    if reference and (findings or set(forms) - {"as_json"}):
        raise click.UsageError("--set goes with --by and --json only")
    if who and not reference:
        raise click.UsageError("--by goes with --set")
    if findings and set(forms) - {"as_json", "as_csv"}:
        raise click.UsageError("--findings are listed, as --json or as --csv")
    if not reference and (len(given) > 1 or any(kind not in _KINDS for kind in given)):
        raise click.UsageError(f"{' '.join(given)}: KIND is one of {', '.join(_KINDS)}")


def _list(archive: Archive, choice: Choice, kind: str | None, forms: dict[str, Any]) -> None:
    from ..contract import facts as statements

    if forms["xlsx"]:
        from .export import write_workbook

        with output(forms["xlsx"]) as stream:
            write_workbook(archive, choice, kind, stream)
    elif forms["evidence"]:
        _prove(archive, choice, forms["evidence"])
    elif forms["as_csv"]:
        columns = statements.COLUMNS[kind] if kind else statements.ALL_COLUMNS
        found = rows(archive.facts(**choice), kind, choice)
        write_csv(({**dict.fromkeys(columns), **row} for row in found), columns, sys.stdout)
    elif forms["as_json"]:
        write_lines(rows(archive.facts(**choice), kind, choice), sys.stdout)
    else:
        _print(archive, choice, kind)


def _print(archive: Archive, choice: Choice, kind: str | None) -> None:
    from ..ledger.registering import copied
    from ..ledger.stating import narrows

    relations, count = archive.statements.relations(), 0
    for value in archive.facts(**choice):
        if value.facts or not narrows(choice) or kind == "document":
            print_facts(value, kind, copy_of=copied(relations, value.document.id))
            count += 1 if kind == "document" else len(value.facts)
    if not count:
        note("0 documents" if kind == "document" else "0 facts")


def rows(found: Iterator[Stated], kind: str | None, choice: Choice) -> Iterator[Json]:
    """The lines about the documents: those of one kind, or with all kinds a line for each document first."""
    from ..contract import facts as statements
    from ..ledger.stating import narrows

    for value in found:
        if kind == "document":
            yield statements.described(value)
        else:
            wanted = kind is None and (bool(value.facts) or not narrows(choice))
            yield from statements.stated(value, with_document=wanted)


def print_facts(value: Stated, kind: str | None = None, *, copy_of: str | None = None) -> None:
    """A document and its facts as a table for people; with `kind` "document" only the first line."""
    document = value.document
    beside = copy_of and f"copy of {copy_of}"
    known = ", ".join(filter(None, (document.doc_type, document.date, *document.dnr[:2], beside)))
    title = click.style(printable(document.title or "(no title)"), bold=True)
    click.echo(f"{title}{f'  ({printable(known)})' if known else ''}  {document.id}")
    if kind != "document" and value.facts:
        click.echo("\n".join(f"  {line}" for line in aligned([_cells(kept) for kept in value.facts])))


def _cells(kept: Kept) -> tuple[str, ...]:
    found = kept.fact
    state = "" if kept.state is State.EXTRACTED else str(kept.state)
    doubt = "?" if found.doubt else ""
    return f"p. {found.page}", str(found.kind), printable(told(found.content, found.text)), f"{state}{doubt}", kept.id


def _set(archive: Archive, reference: str, given: Sequence[str], who: str | None, *, as_json: bool) -> None:
    from ..contract import facts as statements

    fact = archive.correct(reference, given, who=who)
    if fact is None:
        note("what was said of it is taken back")
    elif as_json:
        value = archive.statements.of_document(archive.store.outline(fact.document), {})
        write_lines([statements.fact(value, masked_fact(fact))], sys.stdout)
    else:
        click.echo("  ".join(_cells(masked_fact(fact))))


def _prove(archive: Archive, choice: Choice, target: str) -> None:
    from .evidence import write_evidence

    with text_output(target) as stream:
        found = archive.facts(**choice)
        count = write_evidence(archive, found, asked(choice), stream, unmask=bool(choice.get("unmask")))
    note(f"{counted(count, 'fact')} proved")


def _print_findings(archive: Archive, choice: Choice, forms: dict[str, Any]) -> None:
    from ..contract import facts as statements

    found = list(archive.findings(**choice))
    if forms["as_json"]:
        write_lines(map(statements.finding, found), sys.stdout)
    elif forms["as_csv"]:
        write_csv(map(statements.finding, found), statements.FINDING_COLUMNS, sys.stdout)
    else:
        for one in found:
            page = f", page {one.where.page}" if one.where else ""
            click.echo(f"{one.document or '(the archive)'}{page}: {printable(one.message)}  [{one.kind}]")
        if not found:
            note("nothing was found")
