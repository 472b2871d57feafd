"""Texts given to the repair as a page each, with what the shipped model makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from avtalsarkiv.corpus.model import Known, Origin, Page, Repair
from avtalsarkiv.corpus.repaired import as_repaired
from avtalsarkiv.ingest.repair.repairer import repair_pages
from avtalsarkiv.tests.fakes import KEPT

NOTHING = Known()


def pages(*texts: str, origin: Origin = Origin.PLAIN) -> list[Page]:
    """The pages of one document."""
    return [Page(number, text, origin, KEPT) for number, text in enumerate(texts, 1)]


def repairs(text: str, known: Known = NOTHING) -> tuple[Repair, ...]:
    """What is made and suggested on a page of its own."""
    [found] = repair_pages(pages(text), known)
    return found


def restored(text: str, known: Known = NOTHING) -> str:
    """A page of its own as repaired."""
    return as_repaired(text, repairs(text, known)).text


def all_restored(texts: Sequence[str], known: Known = NOTHING) -> list[str]:
    """The pages of one document as repaired."""
    found = repair_pages(pages(*texts), known)
    return [as_repaired(text, made).text for text, made in zip(texts, found, strict=True)]
