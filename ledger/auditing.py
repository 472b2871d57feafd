"""What an auditor must know beside the facts: what does not add up, what was not read, what became no fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from ..corpus.corrections import Correction, named
from ..corpus.facts import Clause, FactKind
from ..corpus.model import Outcome, OutcomeKind
from ..corpus.store import Store
from ..swedish.personnummer import mask
from .stating import Choice, Stated, Statements

UNFIT: Final = "correction_fits_nothing"
"""The kind of the finding that tells of a correction whose fact is gone."""


@dataclass(frozen=True, slots=True)
class Noted:
    """Something that somebody should look at."""

    kind: str
    """docs/facts.md lists them."""
    message: str
    document: str | None = None
    """None where it is about the archive."""
    path: str | None = None
    where: Clause | None = None


@dataclass(slots=True)
class Account:
    """Over which documents something was asked, and what of them gave no answer; filled while they pass by."""

    documents: int = 0
    pages: int = 0
    waiting: list[tuple[Stated, int]] = field(default_factory=list)
    """Documents with pages that still must be read from their pictures, and how many."""
    unextracted: list[Stated] = field(default_factory=list)
    """Documents from which no facts were extracted yet, or could be."""
    without_amount: list[Stated] = field(default_factory=list)
    unexplained: list[tuple[Stated, Clause]] = field(default_factory=list)
    """Money-like numbers that became no fact."""
    rejected: list[Outcome] = field(default_factory=list)
    """Inputs that could not be read at all."""

    def over(self, store: Store, found: Iterable[Stated]) -> Iterator[Stated]:
        """The same documents, counted as they pass."""
        self.rejected = [outcome for _, outcome in store.outcomes([OutcomeKind.REJECTED])]
        for value in found:
            count = store.page_count(value.document.id)
            self.documents += 1
            self.pages += count.pages
            if count.waiting:
                self.waiting.append((value, count.waiting))
            if not value.extraction.version:
                self.unextracted.append(value)
            elif not any(kept.in_force for kept in store.facts(value.document.id, FactKind.AMOUNT)):
                self.without_amount.append(value)
            self.unexplained += [(value, clause) for clause in value.extraction.unexplained]
            yield value


def noted(store: Store, statements: Statements, choice: Choice) -> Iterator[Noted]:
    """What should be looked at in the documents chosen: what contradicts itself, and corrections that fit nothing."""
    found = _noted(store, statements, {outline.id for outline in statements.documents(choice)})
    return found if choice.get("unmask") else map(_masked, found)


def unfit(store: Store) -> Iterator[Noted]:
    """The corrections that fit no fact any more, masked."""
    return (_masked(_of_correction(store, document, correction)) for document, correction in store.unfit())


def _noted(store: Store, statements: Statements, chosen: set[str]) -> Iterator[Noted]:
    for outline in store.outlines():
        if outline.id in chosen:
            path = next(iter(store.paths(outline.id)), None)
            for finding in store.extraction(outline.id).findings:
                yield Noted(finding.kind, finding.message, outline.id, path, finding.where)
    for document, correction in store.unfit():
        if document in chosen:
            yield _of_correction(store, document, correction)
    for between in statements.relations().findings:
        if not chosen.isdisjoint(between.documents):
            yield Noted(between.finding.kind, between.finding.message)


def _of_correction(store: Store, document: str, correction: Correction) -> Noted:
    fields = ", ".join(f"{name}={value}" for name, value in correction.fields.items())
    reference = named(document, correction, store.page_starts(document))
    seen = " ".join(correction.seen.split())
    message = (
        f'{correction.who} said {correction.at} of the {correction.kind} "{seen}" on page {correction.page}: '
        f"{correction.state}{f', {fields}' if fields else ''}; no fact stands there any more; "
        f"`facts --set {reference} state=extracted` takes it back"
    )
    begins = store.page_starts(document).get(correction.page, 0)
    where = Clause(correction.page, begins + correction.start, begins + correction.end, seen)
    return Noted(UNFIT, message, document, next(iter(store.paths(document)), None), where)


def _masked(value: Noted) -> Noted:
    where = value.where and replace(value.where, text=mask(value.where.text))
    return replace(value, message=mask(value.message), where=where)
