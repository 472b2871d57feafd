"""Sentences of official text whose kind a cue gives away, for the model of clauses.

Half of them lose the cue, so that the model learns what else such sentences say.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from random import Random
from typing import Final

from avtalsarkiv.ingest.extract.clauses import ClauseKind

CUES: Final = {
    ClauseKind.DECISION: re.compile(
        r"\b(?:(?:Regeringen|Regeringskansliet|Myndigheten|Nämnden|Styrelsen)(?: \([^)]{3,40}\))? "
        r"(?:beslutar|uppdrar åt|bemyndigar|medger|avslår|förordnar|anvisar|fastställer|godkänner|lämnar ett bidrag))\b"
    ),
    ClauseKind.PROPOSAL: re.compile(
        r"\b(?:föreslå[rs]|föreslagna?|bör|förordar|hemställer|tillstyrker|avstyrker|ansöker om|förslag(?:et)? att)\b"
    ),
    ClauseKind.REPORT: re.compile(
        r"\b(?:(?:beslutade|antog|överlämnade|tillsatte|uppdrog|gav|beviljade|redovisade|godkände|lämnade|tecknade"
        r"|träffade|genomförde|avslog|inkom|startade|höll)s?"
        r"|har (?:beslutat|lämnat|antagit|överlämnat|fått|beviljats|genomförts))\b"
    ),
}  # fmt: skip
_PAST: Final = re.compile(
    r"\b(?:\w{3,}ade|\w{3,}ades|blev|fick|gick|kom|var|hade|har \w+[tds])\b|\b(?:ska|skall) kunna\b"
)
"""What may be a report without its cue is no background."""
_SENTENCE: Final = re.compile(r"(?<=[a-zåäö)][.!?]) (?=[A-ZÅÄÖ])")
_SHORTEST: Final = 30
_LONGEST: Final = 300
"""Characters; longer ones say more than one thing."""
_BLANKS: Final = re.compile(" {2,}")

Labelled = tuple[str, ClauseKind]


def weakly_labelled(text: Path, of_each: int, chance: Random) -> list[Labelled]:
    """So many sentences of each kind, drawn from a text with a paragraph a line (.xz)."""
    with lzma.open(text, "rt", encoding="utf-8") as lines:
        found = list(_labelled(lines))
    chance.shuffle(found)
    drawn = [one for kind in ClauseKind for one in islice((one for one in found if one[1] is kind), of_each)]
    return [(_without_cue(sentence, kind) if chance.random() < 0.5 else sentence, kind) for sentence, kind in drawn]


def _labelled(lines: Iterable[str]) -> Iterator[Labelled]:
    for line in lines:
        for sentence in _SENTENCE.split(line.strip()):
            if _SHORTEST <= len(sentence) <= _LONGEST and (kind := _kind(sentence)):
                yield sentence, kind


def _kind(sentence: str) -> ClauseKind | None:
    """The one kind whose cue stands in it; background without any; None where cues contradict each other."""
    kinds = [kind for kind, cue in CUES.items() if cue.search(sentence)]
    if not kinds:
        return None if _PAST.search(sentence) else ClauseKind.BACKGROUND
    return kinds[0] if len(kinds) == 1 else None


def _without_cue(sentence: str, kind: ClauseKind) -> str:
    cue = CUES.get(kind)
    return _BLANKS.sub(" ", cue.sub("", sentence)) if cue else sentence
