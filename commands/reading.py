"""Reading: a document, its page images, its repairs, its facts."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..corpus.model import PAGE_BREAK, Document, Page, Standing, Verdict
from ..corpus.repaired import repaired
from ..masking import masked
from .facts import print_facts
from .rows import write_lines
from .shared import (
    CELLS,
    aligned,
    cells,
    counted,
    json_option,
    note,
    note_unmasked,
    opened,
    output,
    printable,
    unmask_option,
)
from .telling import related

if TYPE_CHECKING:
    from ..archive import Archive


@click.command()
@click.argument("reference", metavar="ID")
@click.option("--text", "as_text", is_flag=True, help="The text as repaired, pages joined by form feeds.")
@click.option("--seen", is_flag=True, help="The text as printed, before any repair.")
@click.option("--repairs", is_flag=True, help="What was repaired in it, and what is suggested.")
@click.option("--facts", is_flag=True, help="What is known of it.")
@click.option("--page", type=click.IntRange(1), help="This page only.")
@click.option("--image", metavar="FILE.png", help="Draw the page; - is stdout.")
@click.option("--mark", metavar="QUERY", help="With --image: frame what answers the query.")
@click.option("--words", is_flag=True, help="With --json: every word with its box and confidence.")
@unmask_option
@json_option
@click.pass_obj
def show(
    directory: Path | None, reference: str, as_text: bool, seen: bool, repairs: bool, facts: bool, page: int | None,
    image: str | None, mark: str | None, words: bool, unmask: bool, as_json: bool,
) -> None:  # fmt: skip
    """Show a document: ID is an id, a unique beginning of one, or a path it was loaded from."""
    from .. import contract

    with opened(directory) as archive:
        document, paths = archive.document(reference), archive.paths(reference)
        if unmask:
            note_unmasked(archive, "show", {"page": page, "facts": facts}, document.id)
        else:
            document = masked(document)
        pages = _chosen(document, page)
        if image:
            _save_picture(archive, document, page or 1, mark, image)
        elif repairs:
            _print_repairs(document, pages, as_json=as_json)
        elif facts:
            _print_facts(archive, document, page, unmask=unmask, as_json=as_json)
        elif as_json:
            write_lines([contract.document(document, paths, pages=pages, words=words)], sys.stdout)
        elif seen:
            click.echo(PAGE_BREAK.join(page.text for page in pages))
        elif as_text:
            click.echo(PAGE_BREAK.join(repaired(page).text for page in pages))
        else:
            personal_data = archive.store.extraction(document.id).personal_data
            _print_card(document, paths, pages, personal_data=personal_data)
            _print_ties(archive, document, unmask=unmask)
            if page:
                click.echo(repaired(pages[0]).text)


def _chosen(document: Document, number: int | None) -> tuple[Page, ...]:
    if number is None:
        return document.pages
    if number > len(document.pages):
        raise click.UsageError(f"{document.id}: has {len(document.pages)} pages, no page {number}")
    return (document.pages[number - 1],)


def _save_picture(archive: Archive, document: Document, page: int, mark: str | None, target: str) -> None:
    picture = archive.picture(document.id, page, mark)
    with output(target) as file:
        picture.save(file, "PNG")


def _print_facts(archive: Archive, document: Document, page: int | None, *, unmask: bool, as_json: bool) -> None:
    from ..contract import facts as statements

    stated = archive.statements.of_document(archive.store.outline(document.id), {"unmask": unmask})
    if page:
        stated = replace(stated, facts=tuple(kept for kept in stated.facts if kept.fact.page == page))
    if as_json:
        write_lines(statements.stated(stated), sys.stdout)
    else:
        print_facts(stated)


def _print_repairs(document: Document, pages: tuple[Page, ...], *, as_json: bool) -> None:
    from .. import contract
    from ..deciding import placed

    numbers = {page.number for page in pages}
    chosen = [place for place in placed(document) if place.page in numbers]
    if as_json:
        write_lines(map(contract.placed, chosen), sys.stdout)
        return
    rows = [
        (place.reference, str(place.page), *cells(place.repair), str(place.repair.standing), printable(place.context))
        for place in chosen
    ]
    if rows:
        click.echo("\n".join(aligned([("reference", "page", *CELLS, "standing", "context"), *rows])))
    note(_told(pages) or "nothing was repaired")


def _print_ties(archive: Archive, document: Document, *, unmask: bool) -> None:
    """What it is to agreements and decisions; what it only mentions is in `facts --json`."""
    stated = archive.statements.of_document(archive.store.outline(document.id), {"unmask": unmask})
    for tie in stated.ties:
        if tie.relation not in ("mentions", "mentioned_by"):
            click.echo(f"  {printable(related(tie))}")


def _print_card(document: Document, paths: tuple[str, ...], pages: tuple[Page, ...], *, personal_data: bool) -> None:
    click.secho(printable(document.title or "(no title)"), bold=True)
    click.echo(f"  id        {document.id}\n  kind      {document.source.media_type}, {document.source.size} bytes")
    known = (("type", document.doc_type), ("date", document.date), ("dnr", ", ".join(document.dnr)))
    for name, value in (*known, ("replaces", document.replaces)):
        if value:
            click.echo(f"  {name:<9} {value}")
    for path in paths:
        click.echo(f"  path      {printable(path)}")
    for sentence in document.warnings:
        click.echo(f"  warning   {printable(sentence)}")
    if personal_data:
        click.echo("  note      holds personal identity numbers")
    for sentence in document.notes:
        click.echo(f"  note      {printable(sentence)}")
    if told := _told(pages):
        click.echo(f"  repairs   {told}; `show {document.id} --repairs` lists them")
    for page in pages:
        damaged = ", damaged" if page.quality.verdict is Verdict.REPAIR else ""
        state = "waits for OCR" if page.waiting else f"{page.origin}{damaged}"
        sure = "" if page.confidence is None else f", confidence {page.confidence:.0f}"
        click.echo(f"  page {page.number:<4} {state}{sure}: {page.quality.reason}")
        doubtful = ", ".join(page.text[word.start : word.end] for word in page.doubtful_numbers())
        if doubtful:
            click.echo(f"            numbers to check against the picture: {doubtful}")


def _told(pages: tuple[Page, ...]) -> str:
    """How much was repaired in these pages, and what awaits a decision; empty where nothing was."""
    standings = [repair.standing for page in pages for repair in page.repairs]
    made, suggested = sum(standing.in_force for standing in standings), standings.count(Standing.SUGGESTED)
    return f"{counted(made, 'word')} repaired, {counted(suggested, 'suggestion')}" if made or suggested else ""
