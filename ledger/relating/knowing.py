"""What is known of a document by which it is told from others, in forms that can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ...corpus.facts import Party, Timing
from ...swedish.dnr import normal_form
from ...swedish.folding import fold
from .model import Record

_OWNER: Final = re.compile(
    r"kommun$|^region |landsting|förbund$| stad$|^länsstyrelsen|^stad|samkommun$|^kommunalförbundet", re.IGNORECASE
)
"""Names of those that have bodies which decide."""
_WORD: Final = re.compile(r"[^\W_]+")
_FEW_LETTERS: Final = 4
"""Shorter words say nothing of what an agreement is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a document."""

    record: Record
    parties: frozenset[str]
    """Organisations that it binds, folded."""
    organisations: frozenset[str]
    """All that it names, folded."""
    bodies: tuple[str, ...]
    """Bodies that decide in it, folded, in the order of the text."""
    body: str | None
    """The first of them as written."""
    owner: str | None
    """The municipality, region or such that it names first, folded."""
    dnr: frozenset[str]
    """In their normal form."""
    title: frozenset[str]
    """The longer words of its title, folded."""
    signed: frozenset[str]
    """The days on which it was signed."""

    @property
    def term(self) -> tuple[str | None, str | None]:
        """When its agreement is in force."""
        agreement = self.record.extraction.agreement
        return (agreement.valid_from, agreement.valid_to) if agreement else (None, None)

    @property
    def status(self) -> str | None:
        """Is its agreement signed?"""
        agreement = self.record.extraction.agreement
        return agreement.status if agreement else None


def known(record: Record) -> Known:
    """What is known of a document."""
    contents = [fact.content for fact in record.extraction.facts]
    parties = [content for content in contents if isinstance(content, Party)]
    times = [content for content in contents if isinstance(content, Timing)]
    named = [(compared(party.name), party.role) for party in parties if party.type == "organisation"]
    return Known(
        record=record,
        parties=frozenset(name for name, role in named if role == "party"),
        organisations=frozenset(name for name, _ in named),
        bodies=tuple(name for name, role in named if role == "decision_maker"),
        body=next((party.name for party in parties if party.role == "decision_maker"), None),
        owner=next((name for name, _ in named if _OWNER.search(name)), None),
        dnr=frozenset(map(normal_form, record.dnr)),
        title=words_of(record.title or ""),
        signed=frozenset(time.from_ for time in times if time.role == "signed" and time.from_),
    )


@lru_cache(maxsize=2**16)  # the same names stand in many documents
def compared(name: str) -> str:
    """A name in the form in which names are compared."""
    return fold(" ".join(name.casefold().split()))


def words_of(title: str) -> frozenset[str]:
    """The words of a title that tell it from others."""
    return frozenset(word for word in _WORD.findall(compared(title)) if len(word) > _FEW_LETTERS or word.isdigit())
