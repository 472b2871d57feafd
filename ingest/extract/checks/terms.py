"""Terms that cannot be, and agreements signed after they began."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from ....corpus.facts import DateRole, Finding, Timing
from ..layout.structure import Structure
from ..mentions import Mention

_FROM: Final = re.compile(
    r"\b(?:från|fr\.?\s?o\.?\s?m\.?|fr\.|gäll\w+|löper|perioden?|tiden|avtalstid\w*|giltig\w*)(?:\soch\smed)?(?:\sden)?:?\s*$",
    re.IGNORECASE,
)
_TO: Final = re.compile(
    r"[\s,]*(?:[-–−]{1,2}|till(?:\soch\smed)?|t\.?\s?o\.?\s?m\.?|intill)\s*(?:den\s)?", re.IGNORECASE
)
_BEFORE: Final = 40
"""Code points before the first day in which it is said that a term begins."""


def backward(structure: Structure, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Spans of time that end before they begin."""
    for mention in mentions:
        time = mention.content
        if isinstance(time, Timing) and time.from_ and time.to and time.to < time.from_[: len(time.to)]:
            where = structure.clause(mention.start, mention.end)
            yield Finding("term_backwards", f"{' '.join(where.text.split())} ends before it begins", where)


def crossed(structure: Structure, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """Two days said as a term, of which the second comes before the first: they are read as days apart."""
    text = structure.flow.text
    days = [one for one in mentions if isinstance(one.content, Timing) and one.content.from_ == one.content.to]
    for one, other in pairwise(days):
        first, last = one.content, other.content
        assert isinstance(first, Timing) and isinstance(last, Timing)
        if not (first.from_ and last.to and len(first.from_) == len(last.to) and last.to < first.from_):
            continue
        start, end = structure.flow.at(one.start), structure.flow.at(other.start)
        if _TO.fullmatch(text, structure.flow.at(one.end), end) and _FROM.search(text, max(0, start - _BEFORE), start):
            where = structure.clause(one.start, other.end)
            yield Finding("term_backwards", f"{' '.join(where.text.split())} ends before it begins", where)


def signed_late(structure: Structure, mentions: Sequence[Mention]) -> Iterator[Finding]:
    """An agreement that was signed when its term had begun: worth knowing, and no fault in itself."""
    if structure.head.doc_type != "avtal":
        return
    starts = {start for start, _ in _spans(mentions, "valid")}
    exact = [start for start in starts if not any(other != start and other.startswith(start) for other in starts)]
    signatures = [one for one in _spans(mentions, "signed") if len(one[0]) == len("2025-01-01")]
    if not signatures or len(exact) != 1:
        return
    [start], (last, mention) = exact, max(signatures, key=lambda one: one[0])
    if last[: len(start)] > start:
        where = structure.clause(mention.start, mention.end)
        yield Finding("signed_after_start", f"signed {last}, when the term had begun ({start})", where)


def _spans(mentions: Sequence[Mention], role: DateRole) -> list[tuple[str, Mention]]:
    """When the times of a role begin."""
    times = ((mention.content, mention) for mention in mentions)
    return [(t.from_, mention) for t, mention in times if isinstance(t, Timing) and t.role == role and t.from_]
