"""What the index knows of a document as a whole: what it can be chosen, counted and sorted by."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ..corpus.coding import encoded
from ..corpus.facts import Agreement, Amount, Extraction, Fact, Party, Ruling
from ..corpus.model import Document
from ..swedish.dnr import normal_form
from ..swedish.organisations import canonical

_HEAD: Final = 400
"""Code points at the beginning of minutes: who is named there is whose they are, as `Store.party_names` has it."""
_NO_RECORD: Final = (None, "ovrigt")
_BETWEEN: Final = 2
"""Parties of an agreement, members of a meeting, applicant and grantor; a law names nobody, or one authority."""


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
    extendable: bool = False
    """Is `valid_to` only when it ends at the earliest?"""
    findings: int = 0
    extracted: bool = True
    """Are its facts known?"""

    @classmethod
    def of(cls, document: Document) -> Card:
        """The card of a document, with its extraction, in which only facts in force stand."""
        extraction = document.extraction or Extraction()
        facts, term = extraction.facts, extraction.agreement or Agreement()
        return cls(
            id=document.id,
            title=document.title,
            doc_type=document.doc_type,
            date=document.date,
            dnr=_once(normal_form(dnr) for dnr in _dnr(document, extraction)),
            parties=_once(name for fact in facts for name in _party(fact, document.doc_type)),
            bodies=_once(name for fact in facts for name in _decider(fact)),
            amounts=tuple(sorted({kronor for fact in facts for kronor in _kronor(fact)})),
            agreement=extraction.agreement is not None,
            valid_from=term.valid_from,
            valid_to=term.valid_to,
            open_ended=term.ends == "until_further_notice",
            extendable=term.ends == "earliest_possible",
            findings=len(extraction.findings),
            extracted=bool(extraction.version),
        )

    @property
    def known(self) -> int:
        """How much of what makes a record is known, to `MOST_KNOWN`: kind, who it is between, and number or day."""
        kind = self.doc_type not in _NO_RECORD
        several = len(self.parties) >= _BETWEEN
        registered = bool(self.dnr or self.date)  # of a damaged page, or of notes of a meeting, often only one is known
        return kind + several + registered

    def to_json(self) -> str:
        """The card as a JSON object; what is not known is left out."""
        return json.dumps({key: value for key, value in encoded(self).items() if value not in (None, [])})


def _once(values: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


def _dnr(document: Document, extraction: Extraction) -> Iterator[str]:
    yield from document.dnr
    for section in extraction.sections:
        yield from section.dnr


def _party(fact: Fact, doc_type: str | None) -> Iterator[str]:
    party = fact.content
    if isinstance(party, Party) and (party.role != "mentioned" or _in_head(fact, party, doc_type)):
        yield canonical(party.name)


def _in_head(fact: Fact, party: Party, doc_type: str | None) -> bool:
    return doc_type == "protokoll" and fact.page == 1 and fact.start < _HEAD and party.type == "organisation"


def _decider(fact: Fact) -> Iterator[str]:
    if isinstance(fact.content, Ruling) and fact.content.decider:
        yield canonical(fact.content.decider)


def _kronor(fact: Fact) -> Iterator[Decimal]:
    amount = fact.content
    if isinstance(amount, Amount) and amount.unit == "SEK":
        yield from (value for value in (amount.value, amount.value_max) if value is not None)
