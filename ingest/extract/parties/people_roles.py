"""What people are to a document: who signs, who is asked, who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import PartyRole
from ..layout.structure import Structure, Zone
from . import lists
from .details import Details, Evidence
from .entities import Entity
from .phrases import TAKES_PART
from .spans import Span

_ADJUSTS: Final = re.compile(
    r"""\b(?:utse|utså|välj|vald)\w*\b [^.\n]{0,160} \bjuster | \bjuster\w* [^.\n]{0,80} \b(?:utse|utså|välj|vald)
    | ^\s* (?:Protokollj|J)uster\w+ | Att\ justera | att\ jämte\ ordförande""",
    re.VERBOSE,
)
"""In the sentence: somebody is chosen to adjust the minutes."""
_ADJUSTER: Final = re.compile(r"\s*(?:utses att justera|att justera|(?:protokoll)?juster(?:are|ande))\b", re.IGNORECASE)
"""How a line begins that names those who adjust the minutes."""
_CHAIRS: Final = ("ordförande", "mötesordförande", "ordförande vid mötet")
_KEEPERS: Final = ("sekreterare", "protokollförare", "mötessekreterare")
_CONTACT: Final = re.compile(
    r"""\bc/o\s | \bförfattare:?\s | \bfrågor\ om\ [^.:\n]{1,40}: | kontaktperson
    | kontakta\s | kontaktas | handläggare\s
    | handläggs\ av | handlagts\ av | upplysningar\ lämnas
    | (?:ordförande|projektledare|sekreterare)\ (?:är|blir)\s
    | frågor\ besvaras | företräds\ av | ombud\ (?:för|är) | samordnas\ av""",
    re.IGNORECASE | re.VERBOSE,
)
"""Before a name in its sentence: who is to be asked."""
_TOOK: Final = re.compile(r"\bbeslut\w*\b[^.]{0,30}\bfatta(?:t|ts|des|de)\s+av\b[^.]{0,40}$", re.IGNORECASE)
"""Before: somebody took the decision for an authority."""
_IS_CONTACT: Final = re.compile(
    r"""(?:,[^,.]{1,40},?)? \s+ (?:är|utses\ till|ska\ vara) \s [^.]{0,60}?
        \b (?: \w*kontaktperson | \w*handläggare | \w*ansvarig | \w*ombud | projektledare | samordnare ) \b
    | ,? \s+ (?:som\ (?:har\ varit\ )? | har\ varit\ |\()? föredragande""",
    re.VERBOSE,
)
"""After a name: it is who is to be asked, or who presented the matter to the one who decided."""
_SENTENCE: Final = 200
"""Signs before a name, and after it, that may belong to its sentence."""
_LATE_ZONES: Final = (Zone.SIGNATURES, Zone.DISTRIBUTION)
_LATE: Final = 0.5
"""Share of the text after which names on lines of their own are signatures."""
_TOP: Final = 14
"""Printed lines of a letter's head."""


def person_role(structure: Structure, entity: Entity, told: Sequence[Details]) -> PartyRole:
    """The role of a person, from all mentions."""
    evidence: set[Evidence] = {one for each in told for one in each.evidence}
    printed = (title.strip().casefold() for each in told if each.title for title in each.title.split(","))
    titles = [lists.unmarked("titles").get(title, title) for title in printed]
    if "bound" in evidence:
        return "party"
    if any(_takes_part(structure, span) for span in entity.spans):
        evidence.add("listed as member")
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
    return bool(printed) and span.start <= printed[-1].end and structure.line_at(span.start).zone not in _LATE_ZONES


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
    if _ADJUSTER.match(structure.words_of(structure.line_at(span.start))):
        return True
    start, end = _sentence(structure.text, span)
    return bool(_ADJUSTS.search(" ".join(structure.text[start:end].split())))


def _takes_part(structure: Structure, span: Span) -> bool:
    return bool(TAKES_PART.search(structure.text, max(0, span.start - 2 * _SENTENCE), span.start))


def _is_contact(structure: Structure, span: Span) -> bool:
    if structure.line_at(span.start).heading.casefold().lstrip("§0123456789. ").startswith("kontakt"):
        return True
    start, end = _sentence(structure.text, span)
    return bool(_CONTACT.search(structure.text, start, span.start) or _IS_CONTACT.match(structure.text[span.end : end]))


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """Where the sentence around a name begins and ends, no farther off than a sentence goes."""
    first, last = max(0, span.start - _SENTENCE), span.end + _SENTENCE
    start = max(text.rfind(sign, first, span.start) for sign in (". ", ".\n", "\n\n"))
    ends = [end for sign in (". ", ".\n", "\n\n") if (end := text.find(sign, span.end, last)) >= 0]
    return max(start + 1, first), min(ends, default=last)
