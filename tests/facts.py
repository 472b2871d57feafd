"""Documents with facts, and archives that hold them, for tests of what is made of facts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from avtalsarkiv.archive import Archive
from avtalsarkiv.corpus.facts import Amount, Content, Extraction, Fact, Party, Ruling, Timing
from avtalsarkiv.corpus.model import Document, Input, Origin, Outcome, OutcomeKind, Page, Quality, Source, Verdict
from avtalsarkiv.corpus.store import Store
from avtalsarkiv.corpus.words import Box, Word, Words

KEPT = Quality(Verdict.KEEP, "as written")
KOMMUN = Party("Norrbygdens kommun", "organisation", "party", org_nr="212000-1111")
BOLAG = Party("Snö & Sand AB", "organisation", "party")
YEARLY = Amount(Decimal(12500), "SEK", per="year", payer=KOMMUN.name, payee=BOLAG.name, role="payment")
FINE = Amount(Decimal(500), "SEK", role="penalty")
TERM = Timing("valid", "2024-01-01", "2025-12-31")
RULING = Ruling("50", "1", "Kommunstyrelsen", "approve")
AVTAL = (
    "Avtal om snöröjning\n\nNorrbygdens kommun betalar Snö & Sand AB 12 500 kr per år.",
    "Avtalet gäller 1 januari 2024 till 31 december 2025. Vite är 500 kr.",
)
STATED: dict[str, Content] = {
    "Norrbygdens kommun": KOMMUN,
    "Snö & Sand AB": BOLAG,
    "12 500 kr": YEARLY,
    "1 januari 2024 till 31 december 2025": TERM,
    "500 kr.": FINE,
}


def page(number: int, text: str) -> Page:
    """A page with its words ten points apart on lines of their own height."""
    words = [
        Word(word.start(), word.end(), _box(text, word.start(), word.end()), 90) for word in re.finditer(r"\S+", text)
    ]
    return Page(number, text, Origin.OCR, KEPT, 595.0, 842.0, words=Words(words), confidence=90.0)


def document(texts: Iterable[str] = AVTAL, name: str = "ab", **known: object) -> Document:
    """A document of these pages; `name` is two hexadecimal digits."""
    pages = tuple(page(number, text) for number, text in enumerate(texts, 1))
    made = Document(name * 8, Source(name * 32, 1000, "text/plain"), pages, "Avtal om snöröjning", doc_type="avtal")
    return replace(made, **known)  # type: ignore[arg-type]


def stating(made: Document, stated: dict[str, Content] | None = None, **known: object) -> Document:
    """The document with these facts extracted, each where its text stands first."""
    facts = [fact(made, text, content) for text, content in (STATED if stated is None else stated).items()]
    ordered = tuple(sorted(facts, key=lambda one: one.start))
    extraction = replace(Extraction(ordered, language="sv", version="1"), **known)  # type: ignore[arg-type]
    return replace(made, extraction=extraction)


def fact(made: Document, text: str, content: Content) -> Fact:
    """A fact where the text stands first."""
    start = made.text.index(text)
    return Fact(content, made.text.count("\f", 0, start) + 1, start, start + len(text), text, "test", 0.9)


def put(store: Store, made: Document, path: str = "/registry/avtal.txt", **options: object) -> Document:
    """Store a document under a path."""
    outcome = Outcome(path, OutcomeKind.INGESTED, made.id)
    return store.add(made, Input(path, path.encode()), outcome, **options)  # type: ignore[arg-type]


def archive(folder: Path, *documents: Document) -> Archive:
    """An archive with these documents under paths of their own."""
    made = Archive(folder)
    for one in documents:
        put(made.store, one, f"/registry/{one.id}.txt")
    return made


def _box(text: str, start: int, end: int) -> Box:
    line, column = text.count("\n", 0, start), start - (text.rfind("\n", 0, start) + 1)
    return Box(10.0 * column, 20.0 * line, 10.0 * (column + end - start), 20.0 * line + 12)
