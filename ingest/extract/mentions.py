"""What is found in a document while it is being extracted: facts with offsets into its text as repaired."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ...corpus.facts import Content


@dataclass(frozen=True, slots=True)
class Mention:
    """Something that the document says, and where."""

    start: int
    """First code point in the document's text as repaired."""
    end: int
    """One past the last."""
    content: Content
    rule: str
    """What found it; docs/facts.md lists them."""
    confidence: float
    """0 to 1."""
    doubt: tuple[str, ...] = ()


class IdentifierKind(StrEnum):
    """Numbers that stand for something and are no amounts and no dates."""

    DNR = "dnr"
    ORGNR = "orgnr"
    """Of an organisation, also as its VAT number (SE...01)."""
    PERSONNUMMER = "personnummer"
    SFS = "sfs"
    """A law's number, also of other series: (2017:725), 12 kap. 55 § ..., EU 2016/679."""
    PARAGRAF = "paragraf"
    ACCOUNT = "account"
    """Bankgiro, plusgiro, bank account, invoice reference, Peppol and such."""
    CONTACT = "contact"
    """Telephone, e-mail, web address, postcode with its town, box, street number."""
    PAGE_NUMBER = "page_number"
    OTHER = "other"
    """Contract, tender and property numbers, EU articles, budget lines such as 1:1."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """One of them."""

    kind: IdentifierKind
    start: int
    """First code point in the document's text as repaired."""
    end: int
    normal: str
    """One writing for all: NNNNNN-NNNN for organisations, the digits alone for accounts."""
    valid: bool = True
    """False where a check digit is wrong."""
