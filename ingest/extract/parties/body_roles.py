"""What organisations are to a document: who is bound, who decides, who takes part."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

from ....corpus.facts import PartyRole
from ..bodies import body_of
from ..structure import Structure, Zone
from . import lists
from .aliases import label_before
from .details import Details, Reader
from .entities import Entity, key
from .kinds import is_kind
from .spans import Span
from .tokens import Token

_HEAD: Final = 10
"""Printed lines in which a document says whose it is."""
_EARLY: Final = 0.3
"""Share of an agreement in which it says whom it binds."""
_AROUND: Final = 90
"""Signs before and after a name that tell what it does."""
_BETWEEN: Final = re.compile(
    r"(?:avtal\w*|överenskommelse\w*|kontrakt\w*|samverkan|samarbete\w*|träffats|slutits|ingås|ingåtts|upprättats)\b[^.§]{0,80}\bmellan\b[^.§]{0,200}$",
    re.IGNORECASE,
)
_OPENS: Final = re.compile(r"\bmellan\b[^.§]{0,400}$", re.IGNORECASE)
_APPLIES: Final = re.compile(
    r"^\s*(?:\([^)]{0,40}\)|,[^,.]{0,40},)?\s*(?:har\s+(?:den\s+\S+\s+\S+\s+\d{4}\s+)?)?(?:ansök|söker\b|sökt\b|hemställ|begär\b|inkom|beviljas\b|erhåller\b|tilldelas\b)",
    re.IGNORECASE,
)
_APPLIED: Final = re.compile(
    r"\b(?:ansök(?:an|ningar)(?:\s+om\s[^.]{0,60})?\s+från|sökande(?:n)?:?|begäran\s+från|framställan\s+från|beviljar|bevilja|(?:säljs|säljas|överlåts|överlåtas|upplåts|upplåtas|hyrs ut|arrenderas ut)\s+till|(?:tecknar|teckna|ingår|ingå|tecknas|ingås)\s+\w*avtal\w*\s+med|bidrag(?:et)?\s+till|medel\s+till|stöd\s+till|projektägare(?:n)?\s+är|på uppdrag av)\s*$",
    re.IGNORECASE,
)
_GRANTS: Final = re.compile(r"^\s*(?:beviljar|avsätter|anslår|medfinansierar|tecknar|ingår|godkänner avtal)\b", re.IGNORECASE)
_GRANTED: Final = re.compile(r"\b(?:ansök\w*\s+(?:\w+\s+){0,6}(?:hos|till)|söker\s+(?:\w+\s+){0,5}(?:hos|från)|ställd till|sökes hos)\s*$", re.IGNORECASE)
_OWNS: Final = re.compile(r"^\s*(?:är projekt|drev|driver|har drivit|ägde|äger projektet|var projekt|som projekt)", re.IGNORECASE)
_DECIDED: Final = re.compile(
    r"\b(?:beslut\w*|godkän\w+|fattat\w*|prövas?|antagen|antaget|antogs|fastställ\w+|bevilja\w+|behandla\w+)\b[^.§]{0,60}(?:\b(?:av|i|hos)|,)\s*$",
    re.IGNORECASE,
)
_DECIDES: Final = re.compile(r"^\s*(?:i\s+[A-ZÅÄÖ]\w+\s+)?(?:har\s+)?(?:den\s+\S+\s+\S+\s+\d{4},?\s+|\d{4}-\d\d-\d\d,?\s+)?(?:§\s*\d+,?\s+)?(?:beslut|godkän|föreslås\s+beslut|bifall|fastställ|antar\b|antog\b|ställ\w+\s+sig\s+bakom)", re.IGNORECASE)
_LATER: Final = re.compile(r"\b(?:rapportera|lämnas|anmäl|delges|policy|riktlinje|plan|delegationsordning|delegationsbestämmelse)\w*", re.IGNORECASE)


class Bodies:
    """Decides what each organisation is."""

    def __init__(
        self,
        structure: Structure,
        tokens: Sequence[Token],
        reader: Reader,
        entities: Sequence[Entity],
        aliases: Mapping[str, str],
        people: Sequence[tuple[PartyRole, Sequence[Details]]],
    ) -> None:
        self.structure = structure
        self.tokens = tokens
        self.reader = reader
        self.kind = structure.head.doc_type
        self.called = set(aliases.values())
        self.signed = {each.represents for role, told in people if role == "signatory" for each in told}
        self.listed = {each.represents for role, told in people for each in told if "listed as member" in each.evidence}
        self.parties = [span for entity in entities if not _is_body(entity) for span in entity.spans]
        self.decider = self._decider(entities)
        self.issuer = self._issuer(entities)

    def role(self, entity: Entity) -> PartyRole:
        """The role of an organisation."""
        if entity is self.decider:
            return "decision_maker"
        body = _is_body(entity)
        if not body and self._is_party(entity):
            return "party"
        if any(span.first in self.reader.entries for span in entity.spans) or (not body and entity.name in self.listed):
            return "member"
        if body and self.kind != "protokoll" and self._decides(entity):
            return "decision_maker"
        return "mentioned"

    def _is_party(self, entity: Entity) -> bool:
        if self._labelled(entity):
            return True
        match self.kind:
            case "avtal":
                return self._is_bound(entity)
            case "protokoll":
                return self._told(entity, _APPLIES, _APPLIED) or self._between(entity) or self._grants(entity)
            case "ansokan":
                return self._told(entity, _OWNS, _GRANTED) or entity.name in self.signed
            case "rapport":
                return entity is self.issuer or self._told(entity, _OWNS, None)
            case _:
                applied = self._told(entity, _APPLIES, _APPLIED) or self._between(entity)
                return entity is self.issuer or applied or self._grants(entity)

    def _is_bound(self, entity: Entity) -> bool:
        """Is it a party of the agreement?"""
        if entity.name in self.signed or any(span.name in self.called for span in entity.spans):
            return True
        return any(self._opens(span) for span in entity.spans)

    def _opens(self, span: Span) -> bool:
        zone = self.structure.line_at(span.start).zone
        cell = self.reader.grid.of(span.first)
        if zone is Zone.PARTIES and cell.first + 2 >= span.first:
            return True
        early = span.start < _EARLY * len(self.structure.text)
        return early and bool(_OPENS.search(self.structure.text, max(0, span.start - 450), span.start))

    def _labelled(self, entity: Entity) -> bool:
        return any(self._label(span) in lists.words("party_labels") for span in entity.spans)

    def _label(self, span: Span) -> str:
        label = label_before(self.tokens, span.first)
        cell = self.reader.grid.of(span.first)
        left = self.reader.grid.left(cell)
        if not label and left and span.first == cell.first:
            label = self.tokens[left.after - 1].text.casefold()
        if not label and span.first == cell.first:
            over = self.reader.grid.under(cell, -1)
            label = self.tokens[over.first].text.casefold() if over and over.after - over.first <= 2 else ""
        return label

    def _told(self, entity: Entity, after: re.Pattern[str] | None, before: re.Pattern[str] | None) -> bool:
        text = self.structure.text
        return any(
            (after is not None and after.match(text[span.end : span.end + _AROUND]))
            or (before is not None and before.search(text[max(0, span.start - _AROUND) : span.start]))
            for span in entity.spans
        )

    def _between(self, entity: Entity) -> bool:
        text = self.structure.text
        return any(_BETWEEN.search(text[max(0, span.start - 300) : span.start]) for span in entity.spans)

    def _grants(self, entity: Entity) -> bool:
        return any(
            self.structure.line_at(span.start).zone is Zone.DECISION
            and _GRANTS.match(self.structure.text[span.end : span.end + _AROUND])
            for span in entity.spans
        )

    def _decides(self, entity: Entity) -> bool:
        if self.kind == "tjansteskrivelse":
            return False  # it proposes, to whoever decides
        if self.kind == "avtal" and any(self._binds(span) for span in entity.spans):
            return True
        return self._told(entity, _DECIDES, _DECIDED)

    def _binds(self, span: Span) -> bool:
        """Is the body named behind the party that it acts for: "X kommun, socialnämnden", or below it?"""
        if span.start > _EARLY * len(self.structure.text):
            return False
        ends = {one.after for one in self.parties}
        if self.tokens[span.first - 1].text in (",", "genom"):
            return span.first - 1 in ends or self.tokens[span.first - 1].text == "genom"
        cell = self.reader.grid.of(span.first)
        over = self.reader.grid.under(cell, -1)
        return bool(over) and any(over.first <= end <= over.after for end in ends) if over and cell.first == span.first else False

    def _decider(self, entities: Sequence[Entity]) -> Entity | None:
        """The body whose minutes these are."""
        if self.kind == "ovrigt" or self.kind is None:
            own = (one for one in entities if not _is_body(one) and self._told(one, _DECIDES, None))
            return next((one for one in own if one.type == "organisation"), None)
        if self.kind != "protokoll":
            return None
        printed = [words for line in self.structure.lines if (words := self.structure.words_of(line)).strip()][:_HEAD]
        name = key(body_of(printed) or "")
        bodies = [entity for entity in entities if _is_body(entity)]
        named = next((entity for entity in bodies if key(entity.name) == name), None)
        if named:
            return named
        deciding = [entity for entity in bodies if self._told(entity, _DECIDES, None)]
        return max(deciding or bodies, key=lambda entity: len(entity.spans), default=None)

    def _issuer(self, entities: Sequence[Entity]) -> Entity | None:
        """The organisation that the head of the document names."""
        printed = [line for line in self.structure.lines if self.structure.words_of(line).strip()][:_HEAD]
        end = printed[-1].end if printed else 0
        return next((one for one in entities if one.type == "organisation" and not _is_body(one) and one.spans[0].start < end), None)


def _is_body(entity: Entity) -> bool:
    return is_kind(entity.name)
