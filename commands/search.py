"""Searching: one query, or a file of them; answers for people, as JSON lines, as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from .filters import document_filters
from .rows import write_csv, write_lines
from .shared import counted, csv_option, json_option, note, note_unmasked, opened, printable, unmask_option

if TYPE_CHECKING:
    from ..contract import Json
    from ..finding import Found, Hit


@click.command()
@click.argument("query", nargs=-1)
@click.option("--queries", type=click.File(encoding="utf-8"), help="Run one query a line from FILE; - is stdin.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=10, show_default=True, help="Pages in an answer.")
@click.option(
    "--page", type=click.IntRange(1, 1_000_000), default=1, help="Which --limit pages of the answer; 2 for the next."
)
@click.option("--all-pages", is_flag=True, help="More than three pages of one document.")
@document_filters
@click.option("--min-amount", metavar="KRONOR", help="Documents with an amount of at least this.")
@click.option("--max-amount", metavar="KRONOR", help="Documents with an amount of at most this.")
@click.option("--facets", is_flag=True, help="Count the documents by type and year.")
@click.option("--sort", type=click.Choice(["relevance", "newest", "oldest"]), default="relevance", show_default=True)
@click.option("--summary", is_flag=True, help="With --json: a last line about each answer as a whole.")
@unmask_option
@csv_option
@json_option
@click.pass_obj
def search(
    directory: Path | None, /, query: tuple[str, ...], queries: IO[str] | None, summary: bool, as_csv: bool,
    as_json: bool, **options: object,
) -> None:  # fmt: skip
    """Find the pages that answer a query: words that all stand there, "words in this order"."""
    if as_csv and as_json:
        raise click.UsageError("give --json or --csv, not both")
    if query and queries:
        raise click.UsageError("give words or --queries FILE, not both")
    asked = list(_lines(queries)) if queries else [" ".join(query)]
    if not any(text.strip() for text in asked):
        raise click.UsageError("there is nothing to search for; give words, or --queries FILE")
    with opened(directory) as archive:
        if options["unmask"]:
            note_unmasked(archive, "search", {"query": "; ".join(asked), **options})
        answers = ((text, archive.search(text, **options)) for text in asked)  # type: ignore[arg-type]
        if as_json or as_csv:
            _print_rows(answers, as_csv=as_csv, summary=summary)
        else:
            for text, found in answers:
                _print(text, found)


def _lines(queries: IO[str]) -> Iterator[str]:
    """The queries of a file, without blank lines."""
    try:
        yield from (line.rstrip("\r\n") for line in queries if line.strip())
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{queries.name}: is not UTF-8 ({error.reason}); save it as UTF-8") from error


def _print_rows(answers: Iterator[tuple[str, Found]], *, as_csv: bool, summary: bool) -> None:
    from .. import contract

    rows = _rows(answers, summary=summary and not as_csv)
    if as_csv:
        write_csv(rows, contract.HIT_COLUMNS, sys.stdout)
    else:
        write_lines(rows, sys.stdout)


def _rows(answers: Iterator[tuple[str, Found]], *, summary: bool) -> Iterator[Json]:
    from .. import contract

    for text, found in answers:
        yield from (contract.hit(text, rank, hit) for rank, hit in enumerate(found.hits, 1))
        if summary:
            yield contract.summary(text, found)
        else:
            for sentence in found.notes:
                note(sentence)


def _print(text: str, found: Found) -> None:
    for rank, hit in enumerate(found.hits, 1):
        _print_hit(rank, hit)
    for sentence in found.notes:
        note(sentence)
    for facet, counts in found.facets.items():
        note(f"{facet}: {', '.join(f'{name} {count}' for name, count in sorted(counts.items()))}")
    pages, documents = counted(found.pages, "page"), counted(found.searched, "document")
    note(f"{text}: {pages} in {found.documents} of {documents}")


def _print_hit(rank: int, hit: Hit) -> None:
    facts = ", ".join(filter(None, (hit.doc_type, hit.date, *hit.dnr[:2])))
    click.echo(f"{rank:>3}. {click.style(printable(hit.title or '(no title)'), bold=True)}, page {hit.page}")
    click.echo(f"     {_marked(hit.snippet, hit.marks)}")
    click.echo(
        f"     {hit.document}  {printable(hit.paths[0]) if hit.paths else ''}{f'  ({facts})' if facts else ''}\n"
    )


def _marked(snippet: str, marks: tuple[tuple[int, int], ...]) -> str:
    """The snippet with what matched in bold, which click leaves out where no terminal is."""
    out, at = [], 0
    for start, end in marks:
        out += [snippet[at:start], click.style(snippet[start:end], bold=True, fg="green")]
        at = end
    return "".join([*out, snippet[at:]])
