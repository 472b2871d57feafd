"""From when to when an agreement is in force: by the dates that say so, or by its length."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ....corpus.facts import Timing
from ..dates import months_in

_OF_AGREEMENT: Final = re.compile(
    r"""\b\w*(?:avtal|kontrakt|överenskommelse|förklaring|förbindelse)\w*\b .{0,80}?
        \b(?:gäll|g[äi]ller|löp|träd|upphör|tecknas|ingås|är[ ]giltig)
      | \b\w*(?:avtals|hyres|arrende|kontrakts|upplåtelse|uppdrags|löp|giltighets)(?:tid|period) | \bgiltighet""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_OF_PROJECT: Final = re.compile(r"\bprojekt", re.IGNORECASE)
_TO: Final = re.compile(
    r"""(?: \b(?:till(?:[ ]och[ ]med)?|tom|intill|löper[ ]ut
            | upphör(?:[ ](?:att[ ]gälla|automatiskt|utan[ ](?:\w+[ ])?uppsägning)){0,3})
          | \bt\.?[ ]?o\.?[ ]?m\.? )[ ]$""",
    re.IGNORECASE | re.VERBOSE,
)
_WHOLE: Final = re.compile(r"\b(?:under|hela|(?:kalender|verksamhets)?året?)[ ]$", re.IGNORECASE)
"""Of a year or a month that is the term as a whole."""
_LASTS: Final = re.compile(
    r"\b(?:gäller|löper|tecknas|ingås|träffas|upprättas)\b|\b(?:avtals|hyres|arrende)(?:tid|period)\w*", re.IGNORECASE
)
_SIGNING: Final = re.compile(
    r"\b(?:från|när|då|sedan|efter|vid|genom)\b.{0,80}\bunderteckn|\bunderteckn\w+.{0,40}\bi[ ]kraft", re.IGNORECASE
)
_FULL: Final = 10
"""Length of a day in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in its sentence."""

    timing: Timing
    at: int
    """Offset into the flow."""
    before: str
    """What of its sentence stands before it."""
    sentence: str
    """With the heading that it stands under."""

    @property
    def weight(self) -> int:
        """How surely it is about the agreement, not about the project that it is for."""
        if _OF_AGREEMENT.search(self.sentence):
            return 3
        return 1 if _OF_PROJECT.search(self.sentence) else 2


@dataclass(frozen=True, slots=True)
class Term:
    """From when to when, and where it says so."""

    start: str | None
    """ISO 8601, to the precision given."""
    end: str | None
    at: int
    """Offset into the flow."""


def term_of(valid: Sequence[Dated]) -> Term | None:
    """The term out of the dates that give one: the agreement's own before the project's, a span before its ends."""
    spans = [one for one in valid if one.timing.from_ != one.timing.to]
    own = [one for one in valid if one.timing.from_ == one.timing.to and one.weight > 1]
    best = max(spans, key=lambda one: one.weight, default=None)
    if best and (best.weight > 1 or not own):
        return Term(best.timing.from_, best.timing.to, best.at)
    return _of_ends(own)


_OPTION: Final = re.compile(r"\b(?:möjlighet|rätt|option\w*)\s(?:till|att|på|om)\b", re.IGNORECASE)
"""What follows may come to the term, and is no part of it."""


def lasting(term: Term | None, sentences: Iterable[tuple[int, str]], signed: Sequence[Dated]) -> Term | None:
    """The term with its end counted from its length, and its begin from the signatures, where the text says so."""
    if term and term.start and term.end:
        return term
    for at, sentence in sentences:
        begins = term.start if term else _signing_day(sentence, signed)
        if not begins or not _LASTS.search(sentence):
            continue
        months = months_in(_OPTION.split(sentence, maxsplit=1)[0])
        if months and not (term and term.end):
            return Term(begins, _end(begins, months), term.at if term else at)
        term = term or Term(begins, None, at)
    return term


def _of_ends(points: Sequence[Dated]) -> Term | None:
    whole = next((one.timing for one in points if _WHOLE.search(one.before)), None)
    if whole:
        return Term(whole.from_, whole.to, points[0].at)
    starts = [one for one in points if not _TO.search(one.before)]
    ends = [one for one in points if _TO.search(one.before)]
    if not points:
        return None
    return Term(starts[0].timing.from_ if starts else None, ends[0].timing.to if ends else None, (ends or points)[0].at)


def _signing_day(sentence: str, signed: Sequence[Dated]) -> str | None:
    """The day of the last signature, where the agreement is in force from then."""
    days = [one.timing.to for one in signed if one.timing.to and len(one.timing.to) == _FULL]
    return max(days) if days and _SIGNING.search(sentence) else None


def _end(begins: str, months: int) -> str | None:
    """The last day of so many months from a day, or the last year of so many from a year."""
    if len(begins) != _FULL:
        return str(int(begins) + months // 12 - 1) if len(begins) == 4 and months % 12 == 0 else None
    first = dt.date.fromisoformat(begins)
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return None
    day = min(first.day, monthrange(year, month + 1)[1])
    return (dt.date(year, month + 1, day) - dt.timedelta(days=1)).isoformat()
