"""Taking care: what is there, does it keep its promises, is the machine ready."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Final

import click

from ..corpus.errors import ArchiveDamaged
from .rows import write_lines
from .shared import counted, json_option, note, opened, printable

_SHELLS: Final = ("bash", "zsh", "fish")


@click.command()
@json_option
@click.pass_obj
def status(directory: Path | None, as_json: bool) -> None:
    """What the archive holds, and first of all what needs a hand."""
    from .. import contract

    with opened(directory) as archive:
        outcomes = archive.store.outcomes()
        row = contract.status(archive, Counter(outcome.kind for _, outcome in outcomes))
        if as_json:
            write_lines([row], sys.stdout)
            return
        for _, outcome in outcomes:
            if outcome.kind.needs_a_hand:
                click.echo(f"{outcome.kind:<9} {printable(outcome.path)}")
                for sentence in (*filter(None, [outcome.reason]), *outcome.warnings):
                    click.echo(f"          {printable(sentence)}")
        for one in archive.corrections_that_fit_nothing():
            click.echo(f"corrected {one.document} {printable(one.path or '')}\n          {printable(one.message)}")
        for name, value in row.items():
            shown = ", ".join(f"{count} {key}" for key, count in value.items()) if isinstance(value, dict) else value
            click.echo(f"{name.replace('_', ' '):<29} {shown}")
        if row["facts_to_extract_again"]:
            note("`retry --facts` extracts again what another version of the program extracted, or none did")
        if row["suggestions"]:
            note("`repair --suggestions` lists the suggestions, which await a decision")


@click.command()
@click.option("--read-data", is_flag=True, help="Also read every original again and compare its hash.")
@json_option
@click.pass_obj
def verify(directory: Path | None, read_data: bool, as_json: bool) -> None:
    """Check that nothing is missing, changed or out of step; the exit code is 4 when something is."""
    with opened(directory) as archive:
        faults = list(archive.faults(read_data=read_data))
        if as_json:
            write_lines(({"fault": fault} for fault in faults), sys.stdout)
        else:
            for fault in faults:
                click.echo(fault)
        for sentence in archive.unfinished():
            note(sentence)
        if faults:
            raise ArchiveDamaged(f"{archive.directory}: {counted(len(faults), 'fault')} found")
        note(f"{counted(len(archive.store.ids()), 'document')}, all well")


@click.command()
@json_option
def doctor(as_json: bool) -> None:
    """Is all installed that the archive needs? What is missing, and the line that installs it."""
    from .. import contract
    from ..corpus.errors import MissingDependency
    from ..ingest.ocr.doctor import examine

    checks = list(examine())
    if as_json:
        write_lines((contract.check(check) for check in checks), sys.stdout)
    else:
        for check in checks:
            click.echo(f"{'ok' if check.found else 'MISSING':<8} {check.name:<34} {check.detail}")
    missing = [check.package for check in checks if not check.found]
    if missing:
        raise MissingDependency(f"install what is missing with: apt-get install {' '.join(missing)}")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
def completion(shell: str) -> None:
    """Print the lines that make SHELL complete commands and options: eval "$(avtalsarkiv completion bash)"."""
    from click.shell_completion import get_completion_class

    complete = get_completion_class(shell)
    root = click.get_current_context().find_root()
    if complete is None:
        raise click.UsageError(f"{shell}: is not known to click")
    click.echo(complete(root.command, {}, "avtalsarkiv", "_AVTALSARKIV_COMPLETE").source())
