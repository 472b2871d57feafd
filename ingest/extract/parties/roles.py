"""What each party is to the document."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import PartyRole
from ..structure import Structure
from . import lists
from .aliases import label_before
from .details import Details, Reader
from .entities import Entity
from .spans import Span
from .tokens import Token

_OPENING: Final = 0.4
_ADJUSTS: Final = re.compile(
    r"\bjuster(?:a|are|ande|as|ades)\b|protokolljustera|justeringsm|justeringsp|med\s+justera", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Role:
    """What is said of a party."""

    role: PartyRole
    title: str | None = None
    represents: str | None = None


class Roles:
    """Decides the role of each entity."""

    def __init__(
        self,
        structure: Structure,
        tokens: Sequence[Token],
        reader: Reader,
        entities: Sequence[Entity],
        aliases: Mapping[str, str],
    ) -> None:
        self.structure = structure
        self.tokens = tokens
        self.reader = reader
        self.kind = structure.head.doc_type
        self.aliases = aliases
        self.people = {
            entity.name: [reader.details(span) for span in entity.spans]
            for entity in entities
            if entity.type == "person"
        }
        self.names = {span.name: entity.name for entity in entities for span in entity.spans}

    def of(self, entity: Entity) -> Role:
        """The role, and for people title and organisation."""
        return self._person(entity) if entity.type == "person" else Role(self._organisation(entity))

    def _person(self, entity: Entity) -> Role:
        details = self.people[entity.name]
        evidence = {one for each in details for one in each.evidence}
        titles = [each.title for each in details if each.title]
        represents = next((each.represents for each in details if each.represents), None)
        represents = self.names.get(represents, represents) if represents else None
        title = titles[0] if titles else None
        return Role(self._person_role(entity, evidence, titles), title, represents)

    def _person_role(self, entity: Entity, evidence: set[str], titles: Sequence[str]) -> PartyRole:
        low = [title.casefold() for title in titles]
        if self.kind == "protokoll":
            if any(
                title.split(", ")[-1] in ("ordförande", "sekreterare", "nämndsekreterare", "protokollförare")
                for title in low
            ):
                return "official"
            if any(self._adjusts(span) for span in entity.spans) or any(
                "justera" in title or "justering" in title for title in low
            ):
                return "signatory"
            if "presents" in evidence and "list:member" not in evidence and "elected" not in evidence:
                return "official"
            if "list:official" in evidence and "elected" not in evidence:
                return "official"
            if "list:member" in evidence or "elected" in evidence:
                return "member"
            return "official" if titles or evidence & {"contact", "titled"} else "mentioned"
        if "list:member" in evidence:
            return "official" if "ordförande" in " ".join(low) else "member"
        if "contact" in evidence:
            return "official"
        if self.kind == "tjansteskrivelse" and entity.spans[0].start < 600:
            return "official"
        if "signs" in evidence:
            return "signatory"
        if "presents" in evidence:
            return "official"
        return "mentioned"

    def _adjusts(self, span: Span) -> bool:
        line = self.structure.line_at(span.start)
        words = self.structure.text[line.start : line.end]
        return bool(_ADJUSTS.search(words)) and "utses" in words

    def _organisation(self, entity: Entity) -> PartyRole:
        if any(span.first in self.reader.entries for span in entity.spans):
            return "member"
        signed = {
            self.names.get(each.represents, each.represents)
            for details in self.people.values()
            for each in details
            if each.represents and "signs" in each.evidence
        }
        if self.kind == "avtal":
            named = set(self.aliases.values())
            if entity.name in signed or any(span.name in named for span in entity.spans):
                return "party"
        if any(label_before(self.tokens, span.first) in lists.words("party_labels") for span in entity.spans):
            return "party"
        if entity.name in {
            self.names.get(each.represents or "")
            for d in self.people.values()
            for each in d
            if "list:member" in each.evidence
        }:
            return "member"
        return "mentioned"


__all__ = ["Details", "Role", "Roles"]
