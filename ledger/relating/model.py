"""What documents are to each other: links, copies, agreements named but not held, lives of agreements, findings."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from ...corpus.facts import Extraction, Finding, Reference, Relation

Inverse = Literal["replaced_by", "amended_by", "extended_by", "terminated_by", "decides", "mentioned_by"]
INVERSE: Final[dict[Relation, Inverse]] = {
    "replaces": "replaced_by",
    "amends": "amended_by",
    "extends": "extended_by",
    "terminates": "terminated_by",
    "decided_by": "decides",
    "mentions": "mentioned_by",
}
"""What a link is called from its other end."""


@dataclass(frozen=True, slots=True)
class Record:
    """A document as far as others can be told from it."""

    id: str
    title: str | None
    doc_type: str | None
    date: str | None
    """ISO 8601."""
    dnr: tuple[str, ...]
    """As printed."""
    extraction: Extraction
    """With the facts in force."""


@dataclass(frozen=True, slots=True)
class Link:
    """A document that names another one that is held."""

    source: str
    target: str
    relation: Relation
    """What the source is to the target; `INVERSE` tells what the target is to the source."""
    reference: Reference
    """Where the source says so."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A document that another is linked to, in either direction."""

    document: str
    relation: Relation | Inverse
    """What the one asked about is to it."""
    link: Link


@dataclass(frozen=True, slots=True)
class Named:
    """An agreement or a decision that documents name, and that is not held, or cannot be told from others held."""

    title: str | None
    dnr: str | None
    date: str | None
    parties: tuple[str, ...]
    """Those named with it; the documents that name it may know more."""
    body: str | None
    """Who decided, of decisions."""
    paragraph: str | None
    named_by: tuple[tuple[str, Reference], ...]
    """Each document that names it, with where."""


@dataclass(frozen=True, slots=True)
class Group:
    """Copies of one document: drafts, the signed one, scans of it."""

    documents: tuple[str, ...]
    """The one to go by first: signed before unsigned before drafts, then the latest, then the longest."""
    signed: str | None
    """The first of those that are signed."""

    @property
    def counted(self) -> str:
        """The one whose amounts count; those of the others say the same again."""
        return self.documents[0]


@dataclass(frozen=True, slots=True)
class Annex:
    """A document whose whole text stands within another, such as an agreement in the minutes that approved it."""

    document: str
    within: str


@dataclass(frozen=True, slots=True)
class Step:
    """A document in the life of an agreement."""

    document: str
    relation: Relation | None
    """What it is to an earlier one; None of the original."""
    date: str | None
    valid_from: str | None
    valid_to: str | None
    target: str | None = None
    """The document that it changes; None of the original."""
    replaced: str | None = None
    """When what replaces it begins to be in force."""


@dataclass(frozen=True, slots=True)
class Life:
    """An agreement from its original to its end, as far as the documents held tell."""

    steps: tuple[Step, ...]
    """In the order of their dates."""
    valid_from: str | None
    valid_to: str | None
    """The last day that any of them says, extensions included; None also where it is not known."""
    terminated_by: str | None = None
    """The document that ends it before its time."""


@dataclass(frozen=True, slots=True)
class ArchiveFinding:
    """Something that an auditor should look at in the archive as a whole."""

    finding: Finding
    """Its `where` is None."""
    documents: tuple[str, ...]
    """Those between which it lies."""


@dataclass(frozen=True)  # without slots, so that it can be looked up by document
class Relations:
    """All that the documents of an archive are to each other."""

    links: tuple[Link, ...] = ()
    named: tuple[Named, ...] = ()
    groups: tuple[Group, ...] = ()
    annexes: tuple[Annex, ...] = ()
    lives: tuple[Life, ...] = ()
    findings: tuple[ArchiveFinding, ...] = ()
    repeated: frozenset[tuple[str, int]] = frozenset()
    """Amounts that another document of the archive states already, by document and start: to be counted once."""

    def of(self, document: str) -> list[Neighbour]:
        """What a document is linked to, in either direction."""
        return self._neighbours.get(document, [])

    def group_of(self, document: str) -> Group | None:
        """The copies of a document, itself among them; None where there are none."""
        return self._groups.get(document)

    def life_of(self, document: str) -> Life | None:
        """The life of the agreement that a document is part of."""
        return self._lives.get(document)

    @cached_property
    def _neighbours(self) -> dict[str, list[Neighbour]]:
        found: dict[str, list[Neighbour]] = {}
        for link in self.links:
            found.setdefault(link.source, []).append(Neighbour(link.target, link.relation, link))
            found.setdefault(link.target, []).append(Neighbour(link.source, INVERSE[link.relation], link))
        return found

    @cached_property
    def _groups(self) -> dict[str, Group]:
        return {document: group for group in self.groups for document in group.documents}

    @cached_property
    def _lives(self) -> dict[str, Life]:
        return {step.document: life for life in self.lives for step in life.steps}
