"""What the index knows of a document as a whole: what it can be chosen, counted and sorted by."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Card:
    """A document's, made from its facts in force. Dates are ISO 8601, to the precision given."""

    id: str
    title: str | None = None
    doc_type: str | None = None
    date: str | None = None
    dnr: tuple[str, ...] = ()
    """In their normal form; of the document and of its §§."""
    parties: tuple[str, ...] = ()
    """Canonical names of those in a role other than "mentioned", as `Store.party_names` chooses them."""
    bodies: tuple[str, ...] = ()
    """Canonical names of those who decide in it."""
    amounts: tuple[Decimal, ...] = ()
    """In kronor, those of no percentage; of a range both ends. Which roles count, `Store.with_amount` says."""
    agreement: bool = False
    """Is it an agreement, so that it has, or may have, a term?"""
    valid_from: str | None = None
    valid_to: str | None = None
    open_ended: bool = False
    """Does it run until further notice?"""
    findings: int = 0
    extracted: bool = True
    """Are its facts known?"""
