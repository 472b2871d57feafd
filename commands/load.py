"""Loading: ingest, retry, reindex."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Generator
from contextlib import ExitStack, closing
from pathlib import Path

import click

from ..corpus.model import Outcome, OutcomeKind
from .progress import Watch, documents_done
from .rows import Table, write_lines
from .shared import counted, jobs_option, json_option, note, opened, place_of, printable, text_output


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path))
@jobs_option
@click.option(
    "--ocr", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Read pages from their pictures: where the text layer is missing or wrong, everywhere, or nowhere.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@click.option("--report", metavar="FILE.csv", help="Write each input's outcome to a CSV file; - is stdout.")
@json_option
@click.pass_obj
def ingest(
    directory: Path | None, paths: tuple[Path, ...], jobs: int | None, ocr: str, dry_run: bool, report: str | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Load files, and folders with all that is in them, into the archive."""
    from ..archive import Archive

    with ExitStack() as stack:
        if as_json and report == "-":
            raise click.UsageError("--json and --report - would write two formats to stdout; give the report a file")
        if dry_run and not Archive.exists(place_of(directory)):
            directory = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        archive = stack.enter_context(opened(directory, create=True))
        watch = Watch()
        if dry_run:
            outcomes = archive.preview(paths, jobs=jobs, ocr=ocr)
        else:
            outcomes = archive.ingest(paths, jobs=jobs, ocr=ocr, watcher=watch)
        return _tell(outcomes, watch, as_json=as_json, report=report)


@click.command()
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help="Also what was loaded with warnings; with --text or --facts, every document.",
)
@click.option("--text", is_flag=True, help="Repair the text again, by what is known now; nothing is read again.")
@click.option("--facts", is_flag=True, help="Extract again what another version of the program extracted.")
@jobs_option
@click.option("--report", metavar="FILE.csv", help="Write each input's outcome to a CSV file; - is stdout.")
@json_option
@click.pass_obj
def retry(
    directory: Path | None, everything: bool, text: bool, facts: bool, jobs: int | None, report: str | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Run again what waits for OCR or was rejected; or repair, or extract, again what is there."""
    if text and facts:
        raise click.UsageError("--text and --facts are two errands; --text extracts again whatever it changes")
    with opened(directory) as archive:
        watch = Watch()
        work = archive.repair_again if text else archive.extract_again if facts else archive.retry
        outcomes = work(jobs=jobs, everything=everything, watcher=watch)
        return _tell(outcomes, watch, as_json=as_json, report=report)


@click.command()
@jobs_option
@click.pass_obj
def reindex(directory: Path | None, jobs: int | None) -> None:
    """Build the search index anew from the store; the old one answers meanwhile."""
    with opened(directory) as archive, documents_done(len(archive.store.ids())) as progress:
        count = archive.reindex(jobs=jobs, progress=progress)
    note(f"{counted(count, 'document')} indexed")


def _tell(load: Generator[Outcome], watch: Watch, *, as_json: bool, report: str | None) -> int:
    """Print outcomes as they come; 1 when some input needs a hand."""
    from .. import contract

    tally: Counter[OutcomeKind] = Counter()
    with ExitStack() as stack:
        # Opened before the load: hours later would be late to learn that it cannot be written.
        table = report and Table(contract.OUTCOME_COLUMNS, stack.enter_context(text_output(report)))
        stack.enter_context(closing(load))
        for outcome in watch.over(load):
            tally[outcome.kind] += 1
            row = contract.outcome(outcome)
            if table:
                table.write(row)
            if as_json:
                write_lines([row], sys.stdout)
            elif report != "-":
                _print(outcome)
    note(", ".join(f"{tally[kind]} {kind}" for kind in OutcomeKind if tally[kind]) or "nothing to load")
    return int(any(kind.needs_a_hand for kind in tally))


def _print(outcome: Outcome) -> None:
    pages = f"{outcome.pages} p." if outcome.pages else ""
    ocr = f"{outcome.ocr_pages} by OCR" if outcome.ocr_pages else ""
    repaired = f"{outcome.repaired_words} repaired" if outcome.repaired_words else ""
    counts = ", ".join(filter(None, (pages, ocr, repaired)))
    line = f"{outcome.kind:<10} {outcome.document or '-':<16} {printable(outcome.path)}"
    click.echo(f"{line}  ({counts})" if counts else line)
    for sentence in (*filter(None, [outcome.reason]), *outcome.warnings):
        click.echo(f"           {printable(sentence)}")
