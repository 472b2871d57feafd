"""What organisations are to a document: who is bound, who decides, who takes part."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from ....corpus.facts import PartyRole
from ..layout.structure import Structure, Zone
from . import lists, phrases
from .aliases import label_before
from .between import made_between
from .details import Details, Reader
from .entities import Entity, key
from .issuing import issuer, meeting
from .kinds import is_kind
from .spans import Span, joined
from .tokens import Token

_AROUND: Final = 90
"""Signs before and after a name that tell what it does."""
_SENTENCE: Final = 400
"""Signs of a sentence that lists many, at most."""
_EARLY: Final = 0.3
"""Share of an agreement in which it says whom it binds."""
_LABELLED: Final = 14
"""Words of a cell whose organisations all bear the label beside it, at most."""
_WITHOUT_TYPE: Final = (None, "ovrigt")


class Bodies:
    """Decides what each organisation is."""

    def __init__(
        self,
        structure: Structure,
        tokens: Sequence[Token],
        reader: Reader,
        entities: Sequence[Entity],
        called: Collection[str],
        people: Sequence[tuple[PartyRole, Sequence[Details]]],
    ) -> None:
        """Reads the document; `called` are the names of those who are given another name in it."""
        self._structure = structure
        self._tokens = tokens
        self._reader = reader
        self._kind = structure.head.doc_type
        self._called = called
        self._signed = {each.represents for role, told in people if role == "signatory" for each in told}
        self._listed = {each.represents for _, told in people for each in told if "listed as member" in each.evidence}
        own = [entity for entity in entities if entity.type == "organisation" and not is_kind(entity.name)]
        spans = sorted((span for entity in own for span in entity.spans), key=lambda span: span.start)
        opening = int(_EARLY * len(structure.text)) if self._kind == "avtal" else 0
        self._between = made_between(structure.text, spans, opening)
        self._ends = {span.after for span in spans}
        self._decider = self._deciding(entities)
        self._issuer = issuer(structure, own)
        self._granting = self._kind == "protokoll" and len(structure.sections) <= 1 and any(map(self._applies, own))

    def role(self, entity: Entity) -> PartyRole:
        """The role of an organisation."""
        if entity is self._decider:
            return "decision_maker"
        if is_kind(entity.name):
            return "decision_maker" if self._has_decided(entity) else "mentioned"
        if self._is_party(entity):
            return "party"
        return "member" if self._is_member(entity) else "mentioned"

    def _is_party(self, entity: Entity) -> bool:
        if any(span.start in self._between for span in entity.spans) or self._is_labelled(entity):
            return True
        match self._kind:
            case "avtal":
                return entity.name in self._signed or self._is_called(entity) or any(map(self._opens, entity.spans))
            case "protokoll":
                return self._applies(entity) or self._grants(entity) or (self._granting and entity is self._issuer)
            case "ansokan":
                grants = self._told(entity, before=phrases.GRANTED) or self._asked(entity)
                return grants or entity.name in self._signed or self._told(entity, after=phrases.OWNS)
            case "rapport":
                return entity is self._issuer or self._told(entity, after=phrases.OWNS)
            case _:
                return (
                    self._is_answered(entity) or entity is self._issuer or self._applies(entity) or self._grants(entity)
                )

    def _is_answered(self, entity: Entity) -> bool:
        """Has it demanded what the letter answers: Svar på Arbetsmiljöverkets inspektionsmeddelande?"""
        text = self._structure.text
        return any(
            phrases.DEMANDS.match(text, span.end) and phrases.ANSWERS.search(text, max(0, span.start - 40), span.start)
            for span in entity.spans
        )

    def _is_member(self, entity: Entity) -> bool:
        if entity.name in self._listed or any(self._is_entry(span) for span in entity.spans):
            return True
        return self._told(entity, before=phrases.TAKES_PART, reach=_SENTENCE)

    def _asked(self, entity: Entity) -> bool:
        """Is it the one among those who pay whose sum is the one applied for?"""
        sums = {digits(match[1]) for match in phrases.APPLIED_FOR.finditer(self._structure.text)}
        lines = (self._structure.line_at(span.start) for span in entity.spans)
        return any(
            digits(found) in sums for line in lines for found in phrases.SUM.findall(self._structure.words_of(line))
        )

    def _is_entry(self, span: Span) -> bool:
        return self._reader.entries.get(span.first, "official") != "official"

    def _is_called(self, entity: Entity) -> bool:
        return any(span.name in self._called for span in entity.spans)

    def _applies(self, entity: Entity) -> bool:
        return self._told(entity, after=phrases.APPLIES, before=phrases.APPLIED)

    def _opens(self, span: Span) -> bool:
        """Does a line of the part in which an agreement says whom it binds begin with the name?"""
        zone = self._structure.line_at(span.start).zone
        return zone is Zone.PARTIES and self._reader.grid.of(span.first).first + 2 >= span.first

    def _is_labelled(self, entity: Entity) -> bool:
        return any(self._label(span) in lists.words("party_labels") for span in entity.spans)

    def _label(self, span: Span) -> str:
        """The label before the name, in the cell beside it or above it, in small letters."""
        label = label_before(self._tokens, span.first)
        cell = self._reader.grid.of(span.first)
        left, over = self._reader.grid.left(cell), self._reader.grid.under(cell, -1)
        if label:
            return label
        if left and cell.after - cell.first <= _LABELLED:
            last = left.after - 1 - (self._tokens[left.after - 1].text == ":")
            whole = joined(self._tokens[left.first : last + 1]).casefold()
            return whole if whole in lists.words("party_labels") else self._tokens[last].text.casefold()
        alone = over and over.after - over.first == 1 and span.first == cell.first
        return self._tokens[over.first].text.casefold() if over and alone else ""

    def _told(
        self,
        entity: Entity,
        *,
        after: re.Pattern[str] | None = None,
        before: re.Pattern[str] | None = None,
        reach: int = _AROUND,
    ) -> bool:
        """Does what stands after one of its mentions, or before, say so?"""
        text = self._structure.text
        return any(
            (after and after.match(text, span.end, span.end + reach))
            or (before and before.search(text, max(0, span.start - reach), span.start))
            for span in entity.spans
        )

    def _grants(self, entity: Entity) -> bool:
        decided = (span for span in entity.spans if self._structure.line_at(span.start).zone is Zone.DECISION)
        return any(phrases.GRANTS.match(self._structure.text, span.end, span.end + _AROUND) for span in decided)

    def _has_decided(self, entity: Entity) -> bool:
        """Has the body decided, in a document that is not its own?"""
        if self._kind in ("protokoll", "tjansteskrivelse"):
            return False
        if self._kind == "avtal" and any(map(self._binds, entity.spans)):
            return True
        return self._told(entity, after=phrases.HAS_DECIDED, before=phrases.DECIDED_BY)

    def _binds(self, span: Span) -> bool:
        """Is the body named with the party that it acts for: "X kommun, socialnämnden", or below it?"""
        if span.start > _EARLY * len(self._structure.text) or not span.first:
            return False
        before = self._tokens[span.first - 1].text
        if before in (",", "genom", "dess"):
            return before != "," or span.first - 1 in self._ends
        cell = self._reader.grid.of(span.first)
        over = self._reader.grid.under(cell, -1) if cell.first == span.first else None
        return over is not None and any(place in self._ends for place in range(over.first, over.after + 1))

    def _deciding(self, entities: Sequence[Entity]) -> Entity | None:
        """Whose decisions the document holds: the body of minutes, or the authority that writes."""
        organisations = [entity for entity in entities if entity.type == "organisation"]
        if self._kind in _WITHOUT_TYPE:
            return next((one for one in organisations if self._told(one, after=phrases.DECIDES)), None)
        if self._kind != "protokoll":
            return None
        bodies = [entity for entity in organisations if is_kind(entity.name)]
        name = key(meeting(self._structure) or "")
        named = next((entity for entity in bodies if key(entity.name) == name), None)
        deciding = [entity for entity in bodies if self._told(entity, after=phrases.DECIDES)]
        return named or max(deciding or bodies, key=lambda entity: len(entity.spans), default=None)


def digits(number: str) -> str:
    """The digits of a sum."""
    return "".join(sign for sign in number if sign.isdigit())
