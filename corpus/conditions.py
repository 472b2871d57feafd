"""What documents can be chosen by: by the filters of a command, and by `dnr:`, `belopp:` and the like in a question."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents dated within a time; both ends belong to it, and either may be open."""

    first: str | None = None
    """ISO 8601, or its beginning: a day, a month or a year."""
    last: str | None = None
    """Likewise, and all of that month or year."""


@dataclass(frozen=True, slots=True)
class InForce:
    """Agreements whose term has a day in common with a time. One that runs until further notice has no last day."""

    first: str | None = None
    """As of `Dated`."""
    last: str | None = None


@dataclass(frozen=True, slots=True)
class OfType:
    """Documents of a type."""

    doc_type: str
    """One of `model.DOC_TYPES`."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Documents with a party that is more than mentioned there."""

    party: str
    """In any writing, or as its name begins."""


@dataclass(frozen=True, slots=True)
class Registered:
    """Documents, and §§ of minutes, with a diarienummer."""

    dnr: str
    """In any writing."""


@dataclass(frozen=True, slots=True)
class Costing:
    """Documents with an amount in kronor between two others; either may be open."""

    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DecidedBy:
    """Documents with a decision of a body."""

    body: str
    """As `Naming.party`."""


@dataclass(frozen=True, slots=True)
class Questioned:
    """Documents with findings that an auditor should look at."""


@dataclass(frozen=True, slots=True)
class OnPage:
    """Pages by their numbers; both ends belong to it, and either may be open."""

    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Among:
    """Only these documents: what somebody may see, or has chosen."""

    documents: frozenset[str]
    """Ids."""


Condition = Dated | InForce | OfType | Naming | Registered | Costing | DecidedBy | Questioned | OnPage | Among
