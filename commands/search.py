"""Searching: one question, or a file of them; answers for people, as JSON lines, as CSV."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any, Final, get_args

import click

from ..corpus.answers import Sort
from ..corpus.errors import UsageError
from .answers import facets, named, print_answer, sentences
from .filters import CHOOSING, check_ranges, document_filters, search_filters
from .queries import QUERY, Asked, Questions, Unread, read_questions
from .rows import write_csv, write_lines
from .shared import csv_option, json_option, make_searchable, note, note_unmasked, opened, unmask_option

if TYPE_CHECKING:
    from ..archive import Archive
    from ..contract import Json
    from ..finding import Found

_NOTHING: Final = "there is nothing to search for; give words, a condition such as --party, or --queries FILE"


@click.command()
@click.argument("query", nargs=-1)
@click.option(
    "--queries",
    type=click.File(encoding="utf-8"),
    help="One query a line of FILE, or a row each of CSV with a column `query`; - is stdin.",
)
@click.option("--limit", type=click.IntRange(1, 100_000), default=10, show_default=True, help="Pages in an answer.")
@click.option(
    "--page", type=click.IntRange(1, 1_000_000), default=1, help="Which --limit pages of the answer; 2 for the next."
)
@click.option("--all-pages", is_flag=True, help="More than three pages of one document.")
@document_filters
@search_filters
@click.option("--sort", type=click.Choice(get_args(Sort)), default="relevance", show_default=True)
@click.option("--facets", is_flag=True, help="Count the documents by type, year, party, body, amount and findings.")
@click.option("--summary", is_flag=True, help="With --json: a last line about each answer as a whole.")
@unmask_option
@csv_option
@json_option
@click.pass_context
def search(
    context: click.Context, /, query: tuple[str, ...], queries: IO[str] | None, summary: bool, as_csv: bool,
    as_json: bool, **options: Any,
) -> int:  # fmt: skip
    """Find the pages that answer a query: words that all stand there, "words in this order" and more."""
    if as_csv and as_json:
        raise click.UsageError("give --json or --csv, not both")
    questions = _questions(context, query, queries, options)
    with opened(context.obj) as archive:
        if options["unmask"]:
            note_unmasked(archive, "search", {"query": questions.texts, **options})
        make_searchable(archive)
        answers = Answers(archive, questions)
        if as_csv:
            _print_csv(answers)
        elif as_json:
            write_lines(_lines(answers, summary=summary), sys.stdout)
        else:
            _print(answers)
        if not (summary and as_json):
            _tell_of_all(archive, answers)
        return int(answers.refused > 0)


def _questions(
    context: click.Context, words: tuple[str, ...], file: IO[str] | None, options: dict[str, Any]
) -> Questions:
    """What is asked, on the command line or in a file. Raises UsageError where it is nothing, or cannot be."""
    if words and file:
        raise click.UsageError("give words or --queries FILE, not both")
    check_ranges(options)
    questions = read_questions(file, context, options) if file else Questions((Asked(_readable(words), options),))
    if not any(isinstance(one, Unread) or _asks(one) for one in questions.asked):
        raise click.UsageError(_NOTHING)
    return questions


def _readable(words: tuple[str, ...]) -> str:
    """The question as typed; what a terminal of another encoding sent is no text, and cannot be searched for."""
    return " ".join(words).encode(errors="surrogateescape").decode(errors="replace")


def _asks(one: Asked) -> bool:
    """Are there words, or a condition?"""
    return bool(one.text.strip()) or any(one.options[name] for name in CHOOSING)


class Answers:
    """The answers to questions, one after another; what cannot be asked is told, and the others are."""

    def __init__(self, archive: Archive, questions: Questions) -> None:
        self._archive = archive
        self.questions = questions
        self.refused = 0
        """Rows of the file that could not be asked."""
        self.doubts: tuple[str, ...] = ()
        """What holds of every answer, as the last one told it."""

    def __iter__(self) -> Iterator[tuple[Asked, Found]]:
        """Each question with its answer. Raises UsageError only for one from the command line."""
        for one in self.questions.asked:
            try:
                if isinstance(one, Unread):
                    raise UsageError(one.reason)
                if not _asks(one):
                    raise UsageError("asks for nothing; give it words or a condition")
                found = self._archive.search(one.text, **one.options)
                self.doubts = found.doubts
                yield one, found
            except UsageError as error:
                if one.line is None:
                    raise
                self.refused += 1
                note(f"line {one.line}: {error}")


def _print(answers: Answers) -> None:
    for asked, found in answers:
        print_answer(asked, found)


def _lines(answers: Answers, *, summary: bool) -> Iterator[Json]:
    from .. import contract

    for asked, found in answers:
        yield from contract.hits(asked.text, found, asked.first, asked.given)
        if summary:
            yield contract.summary(asked.text, found)
        else:
            _tell(asked, found)


def _print_csv(answers: Answers) -> None:
    from .. import contract

    given = {name: f"given_{name}" if name in contract.HIT_COLUMNS else name for name in answers.questions.columns}
    columns = (*given.values(), *contract.HIT_COLUMNS)
    write_csv(_cells(answers, given), columns, sys.stdout)


def _cells(answers: Answers, given: dict[str, str]) -> Iterator[Json]:
    """The rows of hits; of a row of questions without a hit one that says so by having no rank."""
    from .. import contract

    for asked, found in answers:
        own = {given[name]: cell for name, cell in (asked.given or {}).items()}
        blank = {**dict.fromkeys(contract.HIT_COLUMNS), QUERY: asked.text}
        rows = list(contract.hits(asked.text, found, asked.first, asked.given))
        yield from ({**own, **row} for row in rows or ([blank] if answers.questions.tabular else []))
        _tell(asked, found)


def _tell(asked: Asked, found: Found) -> None:
    """What belongs to the answer as a whole, where nothing else says so."""
    for sentence in (*sentences(found), *facets(found)):
        note(sentence if asked.line is None else f"{named(asked)}: {sentence}")


def _tell_of_all(archive: Archive, answers: Answers) -> None:
    """What holds of all answers."""
    for sentence in answers.doubts:
        note(sentence)
    if not archive.store.ids():
        note("the archive is empty; `ingest` loads documents into it")
