"""Repairing: the filter that repairs text, and what an archivist decides about the repairs in the archive."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

import click

from ..corpus.errors import CannotWrite
from ..corpus.model import Known, Standing
from ..corpus.repaired import repaired
from .rows import write_lines
from .shared import CELLS, aligned, cells, counted, json_option, note, opened, place_of, printable

if TYPE_CHECKING:
    from ..corpus.decisions import Decision

_DECISIONS: Final = {"accept": Standing.ACCEPTED, "reject": Standing.REJECTED}


@click.command()
@click.argument("given", nargs=-1, metavar="[FILE | REFERENCE... | WORD...]")
@click.option("--suggest", is_flag=True, help="Tell also what is too doubtful to be made.")
@click.option("--suggestions", is_flag=True, help="List what awaits a decision in the archive, those alike together.")
@click.option("--accept", is_flag=True, help="Make these suggestions: DOCUMENT:OFFSET, as `show ID --repairs` prints.")
@click.option("--reject", is_flag=True, help="Take these suggestions off, or undo these repairs.")
@click.option("--everywhere", is_flag=True, help="With --accept or --reject: all that are alike, now and later.")
@click.option("--add-word", is_flag=True, help="Add words to the archive's own: each is right wherever it stands.")
@click.option("--remove-word", is_flag=True, help="Take words from the archive's own.")
@click.option("--words", is_flag=True, help="List the archive's own words.")
@json_option
@click.pass_obj
def repair(
    directory: Path | None, /, given: tuple[str, ...], suggest: bool, everywhere: bool, as_json: bool, **actions: bool
) -> None:
    """Text in, repaired text out: FILE, or stdin. Or decide about the repairs in the archive."""
    chosen = [name for name, asked in actions.items() if asked]
    if len(chosen) > 1:
        raise click.UsageError(f"--{chosen[0]} and --{chosen[1]} are two errands; give one".replace("_", "-"))
    if everywhere and chosen not in (["accept"], ["reject"]):
        raise click.UsageError("--everywhere goes with --accept or --reject")
    match chosen:
        case []:
            _filter(directory, given, suggest=suggest, as_json=as_json)
        case ["accept" | "reject" as verb]:
            _decide(directory, given, _DECISIONS[verb], everywhere=everywhere)
        case ["suggestions"]:
            _list_suggestions(directory, as_json=as_json)
        case ["words"]:
            _list_words(directory, as_json=as_json)
        case [change]:
            _change_words(directory, given, change)


def _filter(directory: Path | None, given: Sequence[str], *, suggest: bool, as_json: bool) -> None:
    from .. import contract
    from ..ingest.filtering import repaired_pages
    from ..ingest.repair.repairer import repair_pages

    file = _file(given)
    for start, page in repaired_pages(file, repair_pages, *_known(directory)):
        suggested = [repair for repair in page.repairs if suggest and repair.standing is Standing.SUGGESTED]
        if as_json:
            told = [repair for repair in page.repairs if repair.standing.in_force or repair in suggested]
            write_lines((contract.repair(repair, start) for repair in told), sys.stdout)
        else:
            click.echo(repaired(page).text.encode(), nl=False)
            for repair in suggested:
                seen, meant, *why = cells(repair)
                note(f"suggestion at {start + repair.start}: {seen} -> {meant} ({', '.join(why)})")


def _file(given: Sequence[str]) -> IO[bytes]:
    if len(given) > 1:
        raise click.UsageError("give one FILE, or none for stdin; only decisions and words come in several")
    file: IO[bytes] = click.File("rb").convert(given[0] if given else "-", None, click.get_current_context())
    return file


def _known(directory: Path | None) -> tuple[Known, tuple[Decision, ...]]:
    """What the archive knows of words, and what was decided for all of it; nothing where there is no archive."""
    from ..archive import Archive

    if not Archive.exists(place_of(directory)):
        return Known(), ()
    try:
        with opened(directory) as archive:
            return archive.store.known(), archive.store.decisions()
    except CannotWrite as error:
        # An archive of an earlier format, which this user may only read.
        note(f"repairs without the archive's words and decisions: {error}")
        return Known(), ()


def _decide(directory: Path | None, references: Sequence[str], standing: Standing, *, everywhere: bool) -> None:
    if not references:
        raise click.UsageError("name what you decide about: DOCUMENT:OFFSET, as `show ID --repairs` prints it")
    with opened(directory) as archive:
        changed = archive.decide(references, standing, everywhere=everywhere)
        # With all that are alike, one reference stands for any number of repairs.
        what = f"everywhere, {counted(len(references), 'word')}" if everywhere else counted(len(references), "repair")
        note(f"{standing}: {what}; {counted(changed, 'document')} changed")


def _list_suggestions(directory: Path | None, *, as_json: bool) -> None:
    from .. import contract

    with opened(directory) as archive:
        pending = list(archive.suggestions())
        if as_json:
            write_lines((contract.suggestion(place, count) for place, count in pending), sys.stdout)
        elif pending:
            rows = [
                (place.reference, str(count), *cells(place.repair), printable(place.context))
                for place, count in pending
            ]
            click.echo("\n".join(aligned([("reference", "times", *CELLS, "context"), *rows])))
            note("`repair --accept REFERENCE` or --reject decides, with --everywhere about all that are alike")
        else:
            note("nothing awaits a decision")


def _change_words(directory: Path | None, words: Sequence[str], change: str) -> None:
    if not words:
        raise click.UsageError("name the words")
    with opened(directory) as archive:
        if change == "add_word":
            archive.add_words(words)
        else:
            archive.remove_words(words)
        note("`retry --text` repairs again, by the words known now, what is in the archive")


def _list_words(directory: Path | None, *, as_json: bool) -> None:
    with opened(directory) as archive:
        words = archive.words()
        if as_json:
            write_lines(({"word": word} for word in words), sys.stdout)
        else:
            for word in words:
                click.echo(printable(word))
