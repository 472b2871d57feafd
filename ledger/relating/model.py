"""What documents are to each other: links, copies, agreements named but not held, lives of agreements, findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
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
class Tie:
    """What a document is to another agreement or decision, held or not."""

    relation: Relation | Inverse
    document: str | None
    """The other one; None of what is not held."""
    reference: Reference
    """Where it is said: in the document itself, or with an inverse in the other."""


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
class Change:
    """What a document does to an agreement."""

    document: str
    relation: Relation
    """What it is to the agreement: replaces, amends, extends, terminates."""
    target: str
    """The document that it names: the agreement, or what changed it before."""
    date: str | None
    """Of the document."""
    begins: str | None
    """The first day of its own term, else its date: of what replaces the agreement its first day in force."""
    valid_to: str | None
    """The last day that it gives the agreement."""
    reference: Reference
    """Where it says so."""

    @property
    def inverse(self) -> Inverse:
        """What the agreement is to the document: extended_by and the like."""
        return INVERSE[self.relation]


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
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    """By agreement."""
    findings: tuple[ArchiveFinding, ...] = ()
    repeated: frozenset[tuple[str, int]] = frozenset()
    """Amounts that another document of the archive states already, by document and start: to be counted once."""

    def of(self, document: str) -> list[Neighbour]:
        """What a document is linked to, in either direction."""
        return self._neighbours.get(document, [])

    def ties(self, document: str, references: Iterable[Reference]) -> Iterator[Tie]:
        """What a document names, in the order of its text, then what is held and names it."""
        beside = self.of(document)
        held = {one.link.reference: one.document for one in beside if one.link.source == document}
        for reference in references:
            yield Tie(reference.relation, held.get(reference), reference)
        for one in beside:
            if one.link.target == document:
                yield Tie(one.relation, one.document, one.link.reference)

    def group_of(self, document: str) -> Group | None:
        """The copies of a document, itself among them; None where there are none."""
        return self._groups.get(document)

    def changes_of(self, document: str) -> tuple[Change, ...]:
        """What was done to an agreement, the oldest first; a copy has what was done to the one that counts."""
        group = self.group_of(document)
        return self.changes.get(group.counted if group else document, ())

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
