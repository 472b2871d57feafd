"""What people are to a document: who signs, who is asked, who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import PartyRole
from ..structure import Structure, Zone
from .details import Details, Evidence
from .entities import Entity
from .spans import Span
from .tokens import Token

_ADJUSTS: Final = re.compile(
    r"\b(?:utse|utså|välj|vald)\w*\b[^.\n]{0,160}\bjuster|\bjuster\w*[^.\n]{0,80}\b(?:utse|utså|välj|vald)|^\s*(?:Protokollj|J)uster\w+"
    r"|Att justera|att jämte ordförande"
)
_CHAIRS: Final = ("ordförande", "mötesordförande", "ordförande vid mötet")
_KEEPERS: Final = ("sekreterare", "protokollförare", "mötessekreterare")
_CONTACT: Final = re.compile(
    r"kontaktperson|kontakta |handläggare |handläggs av|handlagts av|upplysningar lämnas|frågor besvaras|företräds av|ombud (?:för|är)|samordnas av|kontaktas",
    re.IGNORECASE,
)
_TOOK: Final = re.compile(r"\bbeslut\w*\b[^.]{0,30}\bfatta(?:t|ts|des|de)\s+av\b[^.]{0,40}$", re.IGNORECASE)
"""Before: somebody took the decision for an authority."""
_IS_CONTACT: Final = re.compile(
    r"(?:,[^,.]{1,40},?)?\s+(?:är|utses till|ska vara)\s[^.]{0,60}?\b(?:\w*kontaktperson|\w*handläggare|\w*ansvarig|\w*ombud|projektledare|samordnare)\b"
    r"|\s+(?:som\s+(?:har\s+varit\s+)?föredragande|har varit föredragande|\(föredragande\)|, föredragande)"
)
_LATE: Final = 0.5
"""Share of the text after which names on lines of their own are signatures."""
_TOP: Final = 14
"""Printed lines of a letter's head."""


def person_role(structure: Structure, tokens: Sequence[Token], entity: Entity, told: Sequence[Details]) -> PartyRole:
    """The role of a person, from all mentions."""
    evidence: set[Evidence] = {one for each in told for one in each.evidence}
    titles = [title.strip().casefold() for each in told if each.title for title in each.title.split(",")]
    if structure.head.doc_type == "protokoll":
        return _in_minutes(structure, entity, evidence, titles)
    if any(_TOOK.search(structure.text, max(0, span.start - 90), span.start) for span in entity.spans):
        return "signatory"
    if any(_is_contact(structure, span) for span in entity.spans):
        evidence.add("contact")
    return _elsewhere(
        structure, entity, evidence, titles, [_signs(structure, *pair) for pair in zip(entity.spans, told, strict=True)]
    )


def _in_minutes(structure: Structure, entity: Entity, evidence: set[Evidence], titles: Sequence[str]) -> PartyRole:
    if any(title in _CHAIRS or title.endswith(_KEEPERS) for title in titles):
        return "official"
    adjusts = "adjusts" in evidence or any(title.startswith(("juster", "protokolljuster")) for title in titles)
    if adjusts or any(_adjusts(structure, span) for span in entity.spans):
        return "signatory"
    attended = not titles and any(structure.line_at(span.start).zone is Zone.ATTENDANCE for span in entity.spans)
    if attended and not evidence & {"listed as official", "presents"}:
        return "member"
    there = evidence & {"listed as member", "elected"}
    if there and not ("listed as official" in evidence and "elected" not in evidence):
        return "member"
    if evidence & {"listed as official", "presents", "contact", "titled"} or titles:
        return "official"
    return "mentioned"


def _elsewhere(
    structure: Structure, entity: Entity, evidence: set[Evidence], titles: Sequence[str], signs: Sequence[bool]
) -> PartyRole:
    kind = structure.head.doc_type
    if evidence & {"listed as member", "listed as official"}:
        return "official" if "ordförande" in titles or "listed as official" in evidence else "member"
    letterhead = kind == "tjansteskrivelse" and _in_head(structure, entity.spans[0])
    if letterhead or "handläggare" in titles:
        return "official"
    if any(signs) and not (kind == "rapport" and "contact" in evidence):
        return "signatory"
    return "official" if evidence & {"contact", "presents"} else "mentioned"


def _in_head(structure: Structure, span: Span) -> bool:
    printed = [line for line in structure.lines[: 2 * _TOP] if structure.words_of(line).strip()][:_TOP]
    return bool(printed) and span.start <= printed[-1].end and span.start < len(structure.text) * _LATE


def _signs(structure: Structure, span: Span, details: Details) -> bool:
    """Is this mention a signature?"""
    zone = structure.line_at(span.start).zone
    if "labelled" in details.evidence:
        return False
    late = span.start > _LATE * len(structure.text)
    if late and details.evidence & {"signs", "dated"} and details.title:
        return True
    return zone is Zone.SIGNATURES or (late and "signs" in details.evidence and zone is not Zone.DISTRIBUTION)


def _adjusts(structure: Structure, span: Span) -> bool:
    text = structure.text
    sentence = max(text.rfind(". ", 0, span.start), text.rfind("\n\n", 0, span.start), text.rfind(".\n", 0, span.start))
    end = min((at for at in (text.find(".", span.end), text.find("\n\n", span.end)) if at >= 0), default=len(text))
    start = max(sentence + 1, span.start - 160)
    return bool(_ADJUSTS.search(" ".join(text[start : min(end, span.end + 160)].split())))


def _is_contact(structure: Structure, span: Span) -> bool:
    text = structure.text
    sentence = max(text.rfind(". ", 0, span.start), text.rfind("\n\n", 0, span.start), text.rfind(".\n", 0, span.start))
    if _CONTACT.search(text, max(0, sentence + 1, span.start - 250), span.start):
        return True
    return bool(_IS_CONTACT.match(text[span.end : span.end + 120]))
