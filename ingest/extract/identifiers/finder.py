"""All identifiers of a document: each kind by its own patterns, none over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from ..mentions import Identifier
from ..structure import Structure
from . import accounts, cases, contacts, laws, numbers, pages, titled

_FINDERS: Final = (
    accounts.labelled, cases.labelled, numbers.personal, contacts.addresses, laws.statutes, numbers.organisations,
    cases.standing, accounts.shaped, contacts.telephones, laws.sections, titled.labelled, titled.estates, titled.shaped,
)  # fmt: skip
"""The surest first: what one has found no later one may take."""


def identifiers(structure: Structure) -> list[Identifier]:
    """Identifiers, in the order of the text; no two overlap."""
    found: list[Identifier] = list(pages.marks(structure))
    for find in _FINDERS:
        found = list(_merged(found, find(structure.text)))
    return found


def _merged(sure: list[Identifier], more: Iterable[Identifier]) -> Iterator[Identifier]:
    """Both in the order of the text, without those of the second that touch one of the first."""
    at, free = 0, 0
    for one in more:
        while at < len(sure) and sure[at].start < one.end:
            yield sure[at]
            free = sure[at].end
            at += 1
        if one.start >= free:
            yield one
            free = one.end
    yield from sure[at:]
