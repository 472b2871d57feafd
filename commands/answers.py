"""Answers for people: each document once, under it its pages, the best first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import click

from .shared import counted, note, printable
from .telling import shortened

if TYPE_CHECKING:
    from ..corpus.facts import Ends
    from ..finding import Found, Hit
    from .queries import Asked

_ENDS: Final[dict[Ends, str]] = {"earliest_possible": " at the earliest", "unknown": ", how it ends is not known"}
_MOST_COUNTED: Final = 10
"""Values of a facet that a person reads."""
_UNDER: Final = " " * 5
"""As wide as what stands before a page: its place in the answer."""

Span = tuple[int, int]


def print_answer(asked: Asked, found: Found) -> None:
    """The hits to stdout, and what must be known of them to stderr."""
    if asked.line is not None:
        click.echo(click.style(f"== {named(asked)}", bold=True))
    for hits in _by_document(asked.first, found.hits):
        _print_document(hits[0][1])
        for rank, hit in hits:
            _print_page(rank, hit)
        more = hits[0][1].pages_of_document - len(hits)
        if more > 0:
            click.echo(
                f"{_UNDER}and {counted(more, 'more page')}{'' if asked.options['all_pages'] else ': --all-pages'}"
            )
        click.echo()
    for line in facets(found):
        click.echo(line)
    for sentence in (*sentences(found), *_parts(asked, found), _count(asked, found)):
        note(sentence)


def sentences(found: Found) -> Iterator[str]:
    """What whoever reads the hits must know, and what may help to find more; not what holds of every answer."""
    yield from (sentence for sentence in found.notes if sentence not in found.doubts)
    if found.did_you_mean:
        yield f'did you mean "{printable(found.did_you_mean)}"?'


def facets(found: Found) -> Iterator[str]:
    """A line for each facet: the most frequent values with their counts."""
    for facet, counts in found.facets.items():
        told = [f"{printable(name)} {count}" for name, count in list(counts.items())[:_MOST_COUNTED]]
        rest = [f"and {len(counts) - _MOST_COUNTED} more"] if len(counts) > _MOST_COUNTED else []
        yield f"{facet}: {', '.join([*told, *rest]) or '-'}"


def named(asked: Asked) -> str:
    """What to call a question: its words, on one line."""
    like = asked.options["like"]
    return printable(shortened(asked.text)) or (f"like {printable(like)}" if like else "(no words)")


def _by_document(first: int, hits: Sequence[Hit]) -> list[list[tuple[int, Hit]]]:
    """The hits with their places in the answer, those of a document together, where its best stands."""
    found: dict[str, list[tuple[int, Hit]]] = {}
    for rank, hit in enumerate(hits, first):
        found.setdefault(hit.document, []).append((rank, hit))
    return list(found.values())


def _print_document(hit: Hit) -> None:
    known = ", ".join(filter(None, (hit.doc_type, hit.date, *hit.dnr[:2])))
    title = _marked(hit.title, hit.title_marks) if hit.title else click.style("(no title)", bold=True)
    click.echo(f"{title}{f'  ({printable(known)})' if known else ''}  {hit.document}")
    for line in (", ".join(filter(None, (_parties(hit), _term(hit)))), hit.paths[0] if hit.paths else ""):
        if line:
            click.echo(f"{_UNDER}{printable(line)}")


def _parties(hit: Hit) -> str:
    return shortened("; ".join(hit.parties))


def _term(hit: Hit) -> str | None:
    """From when to when an agreement runs, and how it ends."""
    begins = hit.valid_from or "..."
    if hit.ends == "until_further_notice":
        return f"{begins} until further notice"
    if hit.ends is None or not (hit.valid_from or hit.valid_to):
        return None
    return f"{begins} to {hit.valid_to or '...'}{_ENDS.get(hit.ends, '')}"


def _print_page(rank: int, hit: Hit) -> None:
    pages = f"pages {hit.page}-{hit.last_page}" if hit.last_page not in (None, hit.page) else f"page {hit.page}"
    paragraph = f"§ {hit.paragraph} {hit.heading or ''}".strip() if hit.paragraph else None
    place = ", ".join(filter(None, (pages, paragraph)))
    click.echo(f"{rank:>3}. {click.style(printable(shortened(place)), bold=True)}")
    click.echo(f"{_UNDER}{_marked(hit.snippet, hit.marks)}")


def _marked(text: str, marks: Sequence[Span]) -> str:
    """The text with what matched in bold, which click leaves out where no terminal is."""
    out, at = [], 0
    for start, end in marks:
        out += [printable(text[at:start]), click.style(printable(text[start:end]), bold=True, fg="green")]
        at = end
    return "".join([*out, printable(text[at:])])


def _parts(asked: Asked, found: Found) -> Iterator[str]:
    """Where the rest of an answer is that is longer than what is shown of it."""
    shown, total = asked.first - 1 + len(found.hits), found.pages if found.listed is None else found.listed
    page = asked.options["page"]
    if total and not found.hits:
        yield f"--page {page} is beyond the end: the answer has {counted(total, 'hit')}"
    elif shown < total:
        yield f"--page {page + 1} shows the next"


def _count(asked: Asked, found: Found) -> str:
    pages, searched = counted(found.pages, "page"), counted(found.searched, "document")
    return f"{named(asked)}: {pages} in {found.documents} of {searched} searched"
