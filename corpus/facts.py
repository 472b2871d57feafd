"""What documents say: parties, amounts, dates, decisions, each with its place, and what follows from them.

Offsets are code points into the document's text as seen, its pages joined by a form feed. Money is Decimal.
docs/facts.md describes each field for people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Literal


class FactKind(StrEnum):
    """The kinds of facts, by the names that the contract uses."""

    PARTY = "party"
    AMOUNT = "amount"
    DATE = "date"
    DECISION = "decision"


PartyType = Literal["organisation", "person"]
PartyRole = Literal["party", "signatory", "decision_maker", "official", "member", "mentioned"]
Unit = Literal["SEK", "EUR", "USD", "NOK", "DKK", "%"]
Period = Literal["year", "month", "quarter", "hour", "day", "piece"]
Vat = Literal["excl", "incl"]
Hedge = Literal["about", "at_most", "at_least"]
AmountRole = Literal[
    "payment", "total", "part", "ceiling", "grant", "budget", "unit_price", "penalty", "deposit", "background",
    "earlier_agreement", "proposed", "rejected",
]  # fmt: skip
DateRole = Literal["signed", "valid", "decided", "meeting", "deadline", "notice", "document", "other"]
Outcome = Literal["approve", "reject", "refer", "note", "adjourn", "elect", "other"]
Status = Literal["signed", "unsigned", "draft", "template", "annex_to_minutes"]
Ends = Literal["fixed", "earliest_possible", "until_further_notice", "unknown"]


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or a person that the document binds, or that acts in it."""

    name: str
    """Canonical: nominative, restored, in full where the document has it in full."""
    type: PartyType
    role: PartyRole
    title: str | None = None
    org_nr: str | None = None
    """NNNNNN-NNNN."""
    represents: str | None = None
    """Canonical name of the organisation that a person acts for."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Money, or a share in percent that divides money or work."""

    value: Decimal
    """In full units: "2,5 mnkr" is 2500000."""
    unit: Unit
    value_max: Decimal | None = None
    """The upper end of a range."""
    per: Period | None = None
    from_: str | None = None
    """First day, month or year that the text ties the amount to; ISO 8601 to the precision given."""
    to: str | None = None
    vat: Vat | None = None
    payer: str | None = None
    """Canonical name; None where the text does not say, as for every field below."""
    payee: str | None = None
    role: AmountRole | None = None
    hedge: Hedge | None = None


@dataclass(frozen=True, slots=True)
class Timing:
    """A point or a span of calendar time, or a period of notice or extension."""

    role: DateRole
    from_: str | None = None
    """ISO 8601: a day, YYYY-MM or YYYY; equal to `to` for a point."""
    to: str | None = None
    duration: str | None = None
    """ISO 8601, "P6M": of notice and extension, which have no from and to."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One clause of what was decided."""

    paragraph: str | None = None
    """The number of the § in minutes."""
    point: str | None = None
    decider: str | None = None
    """Canonical name."""
    outcome: Outcome = "other"
    dnr: str | None = None
    """As printed."""


Content = Party | Amount | Timing | Ruling

KIND_OF: dict[type[Content], FactKind] = {
    Party: FactKind.PARTY,
    Amount: FactKind.AMOUNT,
    Timing: FactKind.DATE,
    Ruling: FactKind.DECISION,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that a document says, and where."""

    content: Content
    page: int
    """1-based."""
    start: int
    """First code point in the document's text as seen."""
    end: int
    """One past the last."""
    text: str
    """The slice as repaired."""
    rule: str
    """What found it; docs/facts.md lists them."""
    confidence: float
    """0 to 1."""
    doubt: tuple[str, ...] = ()
    """Why somebody should look, a sentence each."""

    @property
    def kind(self) -> FactKind:
        """What it is about."""
        return KIND_OF[type(self.content)]


@dataclass(frozen=True, slots=True)
class Clause:
    """A passage that proves something."""

    page: int
    start: int
    end: int
    text: str
    """As repaired, white space as printed."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What is known of an agreement as a whole; None where nobody can know."""

    status: Status | None = None
    valid_from: str | None = None
    """ISO 8601, to the precision given."""
    valid_to: str | None = None
    ends: Ends = "unknown"
    ends_clause: Clause | None = None
    """Where it says how it ends."""
    notice: str | None = None
    """ISO 8601 duration: how long before the end it must be terminated."""
    renewal: str | None = None
    """ISO 8601 duration by which it is extended unless terminated, or may be."""
    renews_itself: bool | None = None
    """True where it goes on unless terminated; False where extending takes a decision."""


@dataclass(frozen=True, slots=True)
class Section:
    """One § of minutes."""

    number: str
    """As in "50"."""
    heading: str | None
    dnr: tuple[str, ...]
    page: int
    start: int
    end: int


Relation = Literal["replaces", "amends", "extends", "terminates", "decided_by", "mentions"]


@dataclass(frozen=True, slots=True)
class Reference:
    """Another agreement, or a decision, that the document names; it need not be in the archive."""

    relation: Relation
    evidence: Clause
    title: str | None = None
    """What it is called there, in the words of the text."""
    dnr: str | None = None
    date: str | None = None
    """ISO 8601, to the precision given."""
    parties: tuple[str, ...] = ()
    body: str | None = None
    """Who decided, for `decided_by`."""
    paragraph: str | None = None
    until: str | None = None
    """The last day that an agreement gets by it, of `extends` and `terminates`; ISO 8601, to the precision given."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that an auditor should look at."""

    kind: str
    """Such as sum_differs; docs/facts.md lists them."""
    message: str
    """A sentence with the figures."""
    where: Clause | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was extracted from one document."""

    facts: tuple[Fact, ...] = ()
    """In the order of the text."""
    agreement: Agreement | None = None
    """None for documents that are none."""
    sections: tuple[Section, ...] = ()
    references: tuple[Reference, ...] = ()
    findings: tuple[Finding, ...] = ()
    unexplained: tuple[Clause, ...] = ()
    """Money-like numbers that became no fact."""
    language: str | None = None
    """ISO 639-1."""
    personal_data: bool = False
    """Does a personnummer stand in it?"""
    likeness: bytes = field(default=b"", compare=False)
    """What `likeness.signature` makes of its text as repaired, by which near-duplicates are found."""
    version: str = field(default="", compare=False)
    """Of the program and its model that extracted."""
