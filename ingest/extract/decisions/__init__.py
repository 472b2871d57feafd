"""Decisions of a document: what stands under "Beslut", and what is decided in prose where no heading says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ....corpus.facts import Party, Ruling
from ..bodies import body_of, in_full, is_body
from ..clauses import Clause as Sentence
from ..clauses import ClauseKind, clause_at
from ..layout import layout
from ..layout.signing import signer
from ..layout.structure import Line, Structure, Zone
from ..mentions import Mention
from ..outcomes import outcome_of
from .blocks import Block, passages
from .clauses import Clause, clauses
from .items import items
from .prose import decided_in_prose

_NEVER: Final = frozenset({"avtal", "ansokan", "rapport"})
"""Types of documents in which nothing is decided."""
_TOLD: Final = frozenset({ClauseKind.REPORT, ClauseKind.PROPOSAL})
_CERTAIN: Final = 0.95
"""Probability from which on the model overrules the words."""
_MYSELF: Final = ("jag", "undertecknad", "vi ")
"""How they name themselves who sign below."""
_HEAD_LINES: Final = 14
_SURE: Final = 0.95
_PROSE: Final = 0.8


def decisions(structure: Structure, parties: Sequence[Mention], sentences: Sequence[Sentence] = ()) -> list[Mention]:
    """Decisions, in the order of the text.

    Parties tell how a decider is written in full; what sentences are to the matter, where that is known, keeps reports
    and proposals out of what is read from prose.
    """
    if structure.head.doc_type in _NEVER:
        return []
    deciders = _Deciders(structure, parties)
    found = [
        _mention(structure, clause, deciders.of(block, clause), "beslut", _SURE)
        for block in passages(structure, Zone.DECISION)
        for clause in clauses(items(block))
    ]
    prose = [
        _mention(structure, clause, deciders.of(None, clause), "beslut-prose", _PROSE)
        for clause in decided_in_prose(structure, deciders.own)
        if not _is_told(clause_at(sentences, clause.start))
    ]
    return sorted([*found, *prose], key=lambda mention: mention.start)


def _is_told(sentence: Sentence | None) -> bool:
    return sentence is not None and sentence.kind in _TOLD and sentence.probability >= _CERTAIN


def _mention(structure: Structure, clause: Clause, decider: str | None, rule: str, confidence: float) -> Mention:
    section = structure.section_at(clause.start)
    own = structure.head.dnr[:1] if not structure.sections or len(structure.sections) == 1 else ()
    dnr = next(iter((section.dnr if section else ()) or own), None)
    text = structure.text[clause.start : clause.end]
    outcome = "refer" if clause.passed_on else outcome_of(text)
    ruling = Ruling(section.number if section else None, clause.point, decider, outcome, dnr)
    return Mention(clause.start, clause.end, ruling, rule, confidence)


class _Deciders:
    """Who decides in a document."""

    def __init__(self, structure: Structure, parties: Sequence[Mention]) -> None:
        self._structure = structure
        self.own = body_of(list(_head(structure))) or _maker(parties)
        """The body whose document it is."""

    def of(self, block: Block | None, clause: Clause) -> str | None:
        """Canonical name of the one who decides a clause."""
        section = self._structure.section_at(clause.start)
        if section and section.body:
            return in_full(section.body, self.own)
        named = clause.decider or (block.decider if block else None)
        if named and named.casefold().startswith(_MYSELF):
            named = None
        letter = self._structure.head.doc_type == "tjansteskrivelse"
        if named and (is_body(named.split()[-1]) or not letter):
            return in_full(named, self.own)
        if not letter or not block:
            return self.own
        signed = signer(layout(self._structure.text).lines, block.end)
        return signed or (in_full(named, self.own) if named else self.own)


def _maker(parties: Sequence[Mention]) -> str | None:
    named = (one.content for one in parties if isinstance(one.content, Party))
    return next((party.name for party in named if party.role == "decision_maker"), None)


def _head(structure: Structure) -> Iterator[str]:
    lines: Iterator[Line] = (line for line in structure.lines if structure.words_of(line).strip())
    for _, line in zip(range(_HEAD_LINES), lines, strict=False):
        if line.zone not in (Zone.FURNITURE, Zone.ATTENDANCE):
            yield structure.words_of(line).strip()
