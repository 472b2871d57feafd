"""The term of an agreement, how it ends, and whether it was signed. What the text does not say stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ....corpus.facts import Agreement, Clause, DateRole, Timing
from ....swedish.words import names_document
from ..layout.structure import Structure
from ..mentions import Mention
from ..passages import Passages
from .standing import status_of
from .terms import Dated, Term, lasting, term_of

_FURTHER_NOTICE: Final = re.compile(
    r"\b(?:gäll\w+|löp\w+|tecknas|ingås|förlängs|träffas|är)\b.{0,120}\btills[ ]vidare\b", re.IGNORECASE
)
_BY_ITSELF: Final = re.compile(
    r"""\b(?: automatisk\w*
          | förl[äa]ng(?:s|es|as)\b(?!.{0,30}\befter\b.{0,30}\b(?:ansökan|beslut|överenskommelse)) )""",
    re.IGNORECASE | re.VERBOSE,
)
_BY_DECISION: Final = re.compile(
    r"\b(?:rätt|möjlighet|möjligheten|option|optioner|kan|får|efter[ ](?:skriftlig[ ])?(?:ansökan|överenskommelse))\b",
    re.IGNORECASE,
)
_UNLESS: Final = re.compile(
    r"\b(?:om|såvida)\b.{0,60}\b(?:inte|ingen\w*|ej|icke|sägs|säger|uppsägning)\b|\bsägs\b.{0,40}\binte\b"
    r"|\b(?:sker|görs)[ ](?:inte|ej|ingen)\b.{0,30}\buppsägning",
    re.IGNORECASE | re.DOTALL,
)
_NO: Final = re.compile(r"\b(?:utan|ingen|inga|inte|ej|saknas)\b", re.IGNORECASE)
_EXTENDING: Final = re.compile(r"\bförl[äa]ng\w*|\boption\w*", re.IGNORECASE)
_AT_LONGEST: Final = re.compile(r"\b(?:dock[ ])?(?:längst|senast|som[ ]längst)[ ](?:intill|till)\b", re.IGNORECASE)
_LAST_DAY: Final = re.compile(rf"{_AT_LONGEST.pattern}(?:[ ]och[ ]med)?[ ]$", re.IGNORECASE)
_OF_PROJECT: Final = re.compile(r"\bprojekt(?:et|tid\w*|period\w*)\b", re.IGNORECASE)
_BREACH: Final = re.compile(
    r"\b(?:bryter|brutit|avtalsbrott|väsentlig\w*|omedelbar\w*|häv\w+|konkurs|misskött\w*|missköter)\b", re.IGNORECASE
)
_ANNEX: Final = re.compile(r"\s*bilaga\b", re.IGNORECASE)
_ANNEXED_TO: Final = re.compile(
    r"^[ \t]*bilaga(?:[ ]\w{1,3})?[ ]till[ ](?:\w*avtal|\w*kontrakt|\w*överenskommelse)", re.IGNORECASE | re.MULTILINE
)
"""Says that the document itself is an annex."""
_TOP: Final = 300
"""Code points at the top in which it says so."""
_ANNEX_LINES: Final = 12
"""Lines at the top of a page among which an annexed agreement has its title."""


def agreement(structure: Structure, mentions: Sequence[Mention]) -> Agreement | None:
    """What is known of the agreement as a whole; None for documents that are none."""
    if structure.head.doc_type == "avtal" and _ANNEXED_TO.search(structure.text[:_TOP]):
        return None
    if structure.head.doc_type == "avtal":
        return _read(structure, mentions)
    at = _annexed(structure) if structure.head.doc_type == "protokoll" else None
    if at is None:
        return None
    known = _read(structure, [mention for mention in mentions if mention.start >= at])
    return replace(known, status="annex_to_minutes")


def _read(structure: Structure, mentions: Sequence[Mention]) -> Agreement:
    said = _Said(structure, Passages(structure.flow.text))
    times = [mention for mention in mentions if isinstance(mention.content, Timing)]
    term = lasting(term_of(said.dated(times, "valid")), said.sentences(), said.dated(times, "signed"))
    extension = said.first(times, "date.extension", but=_OF_PROJECT)
    notice = said.first(times, "date.notice", but=_BREACH) or said.first(times, "date.notice")
    known = Agreement(
        status=status_of(structure, mentions),
        valid_from=term.start if term else None,
        valid_to=term.end if term else None,
        notice=_duration(notice),
        renewal=_duration(extension),
    )
    last = said.last_day(times)
    if last and not known.valid_to:
        return replace(known, valid_to=last.timing.to, ends="fixed", ends_clause=said.clause(last.at))
    return _ending(said, known, term)


def _ending(said: _Said, known: Agreement, term: Term | None) -> Agreement:
    """How it ends: by a clause that says so, or else on the last day of its term."""
    extending = next(said.matching(_EXTENDING, but=_OF_PROJECT), None)
    longest = next(
        (clause for clause in said.matching(_AT_LONGEST) if _EXTENDING.search(clause.text) or not known.valid_to), None
    )
    further = next(said.matching(_FURTHER_NOTICE), None)
    if further and not known.valid_to:
        return replace(known, ends="until_further_notice", ends_clause=further, renews_itself=None)
    optional = extending and known.valid_to and _renews_itself(extending) is False and not _NO.search(extending.text)
    if extending and (known.renewal or longest or optional or _UNLESS.search(extending.text)):
        return replace(known, ends="earliest_possible", ends_clause=extending, renews_itself=_renews_itself(extending))
    if longest:
        return replace(known, ends="earliest_possible", ends_clause=longest)
    if known.valid_to and term:
        return replace(known, ends="fixed", ends_clause=said.clause(term.at))
    return known


def _renews_itself(extending: Clause) -> bool | None:
    if _UNLESS.search(extending.text) or re.search("automatisk", extending.text, re.IGNORECASE):
        return True
    if _BY_DECISION.search(extending.text):
        return False
    return True if _BY_ITSELF.search(extending.text) else None


def _duration(mention: Mention | None) -> str | None:
    return mention.content.duration if mention and isinstance(mention.content, Timing) else None


def _annexed(structure: Structure) -> int | None:
    """Where an annex begins whose page says that it is one and is headed as an agreement; None where none is."""
    page, lines = 0, 0
    annexed = False
    for line in structure.lines:
        if line.page != page:
            page, lines, annexed = line.page, 0, False
        words = structure.words_of(line)
        lines += bool(words.strip())
        annexed = annexed or bool(_ANNEX.match(words))
        if annexed and lines <= _ANNEX_LINES and any(map(_names_agreement, words.split())):
            return line.start
    return None


def _names_agreement(word: str) -> bool:
    return names_document(word) and word.lower().endswith(("avtal", "kontrakt", "överenskommelse"))


@dataclass(frozen=True, slots=True)
class _Said:
    """The sentences of an agreement."""

    structure: Structure
    passages: Passages

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Each with its offset in the flow."""
        text = self.structure.flow.text
        return ((start, text[start:end]) for start, end in self.passages.spans)

    def dated(self, mentions: Sequence[Mention], role: DateRole) -> list[Dated]:
        """The dates of a role in their sentences."""
        return [
            self._dated(one, one.content)
            for one in mentions
            if isinstance(one.content, Timing) and one.content.role == role
        ]

    def last_day(self, times: Sequence[Mention]) -> Dated | None:
        """Until when an agreement for an indefinite time lasts at most: tills vidare, dock längst till 2028-12-31."""
        dated = (self._dated(one, one.content) for one in times if isinstance(one.content, Timing))
        return next(
            (one for one in dated if _LAST_DAY.search(one.before) and _FURTHER_NOTICE.search(one.sentence)), None
        )

    def first(self, mentions: Sequence[Mention], rule: str, *, but: re.Pattern[str] | None = None) -> Mention | None:
        """The first of a rule, but for those whose sentence is about something else."""
        of_rule = (one for one in mentions if one.rule == rule)
        return next((one for one in of_rule if not (but and but.search(self._sentence(one)))), None)

    def matching(self, pattern: re.Pattern[str], *, but: re.Pattern[str] | None = None) -> Iterator[Clause]:
        """The sentences that a pattern is found in."""
        for start, sentence in self.sentences():
            if pattern.search(sentence) and not (but and but.search(sentence)):
                yield self.clause(start)

    def clause(self, at: int) -> Clause:
        """The sentence that holds an offset of the flow."""
        return self.structure.clause(*self.structure.flow.span(*self.passages.at(at)))

    def _dated(self, mention: Mention, timing: Timing) -> Dated:
        at = self.structure.flow.at(mention.start)
        start, end = self.passages.at(at)
        heading, text = self.structure.line_at(mention.start).heading, self.structure.flow.text
        return Dated(timing, at, text[start:at], f"{heading}\n{text[start:end]}")

    def _sentence(self, mention: Mention) -> str:
        start, end = self.passages.at(self.structure.flow.at(mention.start))
        return self.structure.flow.text[start:end]
