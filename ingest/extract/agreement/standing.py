"""Whether an agreement is signed, unsigned, a draft, a template or an annex: None where the text cannot tell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ....corpus.facts import Status, Timing
from ..layout.structure import Structure, Zone
from ..mentions import Mention

_PLACEHOLDER: Final = re.compile(
    r"""\b(?:19|20)xx[-–]xx[-–]xx | \bx{6}[-–]x{4}\b | \bden\ xx\b | \[(?:[^\]\n]{0,40}
          (?:namn|belopp|datum|nummer|part|titel|adress|ort|siffr|bokst|ange|antal)\w*[^\]\n]{0,40})\]
      | \b(?:namn|belopp|datum)\s?:\s?NN\b | \bNN\b(?:,|\s(?:kommun|AB)) | \borg\.?\s?nr\.?:?\s?xx+
      | \bÅÅÅÅ[-–]MM[-–]DD\b
      | \bkompletteras\s+vid\s+avtals\w+ | <[a-zåäö][^<>\n]{2,40}>""",
    re.IGNORECASE | re.VERBOSE,
)
_TEMPLATE: Final = re.compile(
    r"\b(?:avtals?|kontrakts?)?(?:mall|förlaga|formulär)\b|\b\w*avtalsmall\w*\b|\bmall[ ]för\b", re.IGNORECASE
)
_DRAFT: Final = re.compile(
    r"\b(?:utkast|draft|arbetsmaterial|avtalsförslag|förslag[ ]till[ ]\w*(?:avtal|överenskommelse|kontrakt))\b",
    re.IGNORECASE,
)
_ANNEX: Final = re.compile(
    r"\s*bilaga\b.{0,60}\b(?:protokoll\w*|§|(?:ks|kf|rs|rf|run|ksau)\b|fullmäktige\w*|nämnd\w*|styrelse\w*)",
    re.IGNORECASE,
)
_BLANK: Final = re.compile(
    r"\b(?:ort(?:/|,[ ]|[ ]och[ ])datum|datum)\s*:?\s*(?:[._]{3,}|$)|_{8,}|\.{12,}", re.IGNORECASE | re.MULTILINE
)
_E_SIGNED: Final = re.compile(
    r"""\b(?: signera[td][ ]av | elektroniskt[ ](?:signera|underteckna)(?:t|d|de|ts) | transaktion\w*[ ]\w{6,}
          | verifikat )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_HEAD_LINES: Final = 12
"""Printed lines at the top among which a document says that it is a draft, a template or an annex."""
_FOOT: Final = 0.5
"""Share of the text after which a blank line for a date is one for signatures."""
_FEW_WORDS: Final = 6
"""Beside a date on the line where it is signed: a place, a name, another place and date."""


def status_of(structure: Structure, mentions: Sequence[Mention]) -> Status | None:
    """What stands at its head and at its foot tells."""
    head = "\n".join([words for words in map(structure.words_of, structure.lines) if words.strip()][:_HEAD_LINES])
    if _TEMPLATE.search(head) or _PLACEHOLDER.search(structure.text):
        return "template"
    if _DRAFT.search(head):
        return "draft"
    if any(map(_ANNEX.match, head.split("\n"))):
        return "annex_to_minutes"
    foot = structure.text[int(len(structure.text) * _FOOT) :]
    if any(_is_signature(structure, mention) for mention in mentions) or _E_SIGNED.search(foot):
        return "signed"
    return "unsigned" if _BLANK.search(foot) else None


def _is_signature(structure: Structure, mention: Mention) -> bool:
    """A date where it is signed: not of another agreement that the text names."""
    if (
        not isinstance(mention.content, Timing)
        or mention.content.role != "signed"
        or len(mention.content.to or "") != 10
    ):
        return False
    line = structure.line_at(mention.start)
    if line.zone is Zone.SIGNATURES or mention.content.to == structure.head.date:
        return True
    beside = structure.text[line.start : mention.start] + structure.text[mention.end : line.end]
    return mention.start > _FOOT * len(structure.text) and len(beside.split()) <= _FEW_WORDS
