"""Invented documents in an archive as a load would have left them there, facts included, without reading any file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Final

from avtalsarkiv.archive import Archive
from avtalsarkiv.bench.search.material import Made
from avtalsarkiv.corpus.facts import (
    Agreement,
    Amount,
    Content,
    Extraction,
    Fact,
    Finding,
    Party,
    Ruling,
    Section,
    Timing,
)
from avtalsarkiv.corpus.model import (
    PAGE_BREAK,
    Document,
    Input,
    Origin,
    Outcome,
    OutcomeKind,
    Page,
    Quality,
    Source,
    Verdict,
)

_KEPT: Final = Quality(Verdict.KEEP, "made for a benchmark")
_SECTION: Final = re.compile(r"^§ (\d+) (.+)$", re.MULTILINE)
_WITH_FINDINGS: Final = 20
"""One document of so many."""


def fill(archive: Path, documents: Iterable[Made]) -> None:
    """Put the documents into a new archive, which has then no index."""
    with Archive(archive) as opened:
        for made in documents:
            document = as_document(made)
            where = Input.of(archive / "loaded" / made.date[:4] / f"{made.title.replace(' ', '_')}.txt")
            outcome = Outcome(where.shown, OutcomeKind.INGESTED, made.id, len(made.pages))
            opened.store.add(document, where, outcome)


def as_document(made: Made) -> Document:
    """What the archive keeps of an invented document."""
    pages = tuple(Page(number, text, Origin.PLAIN, _KEPT) for number, text in enumerate(made.pages, 1))
    text = PAGE_BREAK.join(made.pages)
    return Document(
        id=made.id,
        source=Source(made.id + sha256(made.id.encode()).hexdigest()[len(made.id) :], len(text), "text/plain"),
        pages=pages,
        title=made.title,
        doc_type=made.doc_type,
        date=made.date,
        dnr=(made.dnr,),
        extraction=_extraction(made, text),
    )


def _extraction(made: Made, text: str) -> Extraction:
    agreement = Agreement(valid_from=made.date, valid_to=made.valid_to, ends="fixed")
    noted = (Finding("sum_differs", "The parts of a sum do not make the sum."),)
    return Extraction(
        facts=tuple(_facts(made, text)),
        agreement=agreement if made.doc_type == "avtal" else None,
        sections=tuple(_sections(made, text)) if made.doc_type == "protokoll" else (),
        findings=noted if int(made.id, 16) % _WITH_FINDINGS == 0 else (),
        language="sv",
        version="made for a benchmark",
    )


def _facts(made: Made, text: str) -> Iterator[Fact]:
    stated: list[tuple[str, Content]] = [(name, Party(name, "organisation", "party")) for name in made.parties]
    stated += [
        (made.date, Timing("signed", made.date, made.date)),
        (f"{made.amount} kronor", Amount(Decimal(made.amount), "SEK", role="payment")),
        (f"{made.body} har beslutat", Ruling(decider=made.body, outcome="approve", dnr=made.dnr)),
    ]
    for words, content in stated:
        start = text.index(words)
        yield Fact(content, 1, start, start + len(words), words, "made", 0.9)


def _sections(made: Made, text: str) -> Iterator[Section]:
    found = [*_SECTION.finditer(text)]
    for match, following in zip(found, [*(other.start() for other in found[1:]), len(text)], strict=True):
        page = text.count(PAGE_BREAK, 0, match.start()) + 1
        yield Section(match[1], match[2], (made.dnr,), page, match.start(), following)
