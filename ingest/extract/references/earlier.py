"""Earlier decisions that a text refers to: "kommunstyrelsens beslut 2021-12-08, § 97", "KS § 187, 2016-12-06".

A day with a § beside it is one wherever it stands, a day alone only beside who decided and a word that says so.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ..printed import rows_of
from .days import WHEN, iso

_CITED: Final = re.compile(
    rf"""(?=[§\d]|\b[jfmasond])(?:
         (?P<date>{WHEN}) [ ]? [,(]? [ ]? §{{1,2}}[ ]?(?P<number>\d{{1,4}}) (?!\d)     # 2021-12-08, § 97
       | (?<!\d)(?<!\d[ ]) §{{1,2}}[ ]?(?P<number_b>\d{{1,4}})                        # § 97, 2021-12-08; § 97/2021
         (?: [ ]?[,(/]?[ ]?(?:den[ ])?(?P<date_b>{WHEN}|(?<=/)\d{{4}}(?!\d)) )?
       | (?P<alone>{WHEN}))""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_CITE: Final = re.compile(r"§|(?:19|20)\d\d")
"""What most sentences do not have."""
_LONG: Final = r"""
    (?: \w+-(?:[ ](?:och|samt))?,?[ ] ){0,3} (?: (?:regionala|tekniska|gemensamma|sociala|lokala|centrala)[ ] ){0,2}
    \w{0,40}(?: fullmäktige | styrelsen? | nämnd(?:en)? | utskottet | direktion(?:en)? | rådet(?=s?\b) | beredningen )
    (?: s[ ]\w{0,30}utskott(?:et)? )?
"""
_PAST: Final = (
    r"(?:beslut(?:et|ade|ades|at|ats)?|beslöts?|fatta(?:de|des|t|ts)|togs|antog|antogs|antagen|antaget|antagna|antagits?"
    r"|godkän(?:de|des|d|t|ts|da)|fastställ(?:de|des|d|t|ts|da)|bevilja(?:de|des|t|ts)|gav|gett|gavs|avslog|avslogs)"
)
_SAYS_PAST: Final = re.compile(rf"\b{_PAST}\b", re.IGNORECASE)
_HANDLED: Final = re.compile(
    r"\b(?:behandla(?:de|des|t|ts)|föresl(?:og|ogs|agit)|tillstyrkte|beredde|bereddes|yrkade|(?:åter)?remittera(?:de|des|t|ts)"
    r"|bordlades?|överlämnade|protokoll|protokollsutdrag|sammanträde)\b",
    re.IGNORECASE,
)
_POLICY: Final = re.compile(
    r"\b\w*(?:policyn?|plan(?:en)?|program(?:met)?|strategi(?:n)?|riktlinjer(?:na)?|reglementet?|ordning(?:en)?|taxan?|budget(?:en)?"
    r"|vision(?:en)?|mål(?:en)?|modell(?:en)?)\b.{0,60}$",
    re.IGNORECASE,
)
"""What was decided is another matter, that the text only leans on."""
_ADOPTED: Final = re.compile(r"\b(?:ant(?:og|ogs|agen|agits)|fastställ(?:d|de|des|ts))\b", re.IGNORECASE)
_LAW_BEFORE: Final = re.compile(
    r"(?:lag|lagen|balken?|förordning|förordningen|kungörelsen?|kap\.?|stadgan?)\s[^.]{0,30}$", re.IGNORECASE
)
_LAW_BEHIND: Final = re.compile(
    r"""\s?(?:[a-z]\b\s?)?(?:,?\s?\d\s)?
        (?: mom | kap | st\b | stycket | \w{0,30}(?:lag\b|lagen|förordning|balken|kungörelse) | KL\b | LOU\b | \( )""",
    re.VERBOSE,
)
_BEFORE_DATE: Final = re.compile(
    rf"s?(?:\s(?:har\s)?{_PAST}(?:\s[^.,]{{1,60}})?|\shar)?,?\s(?:av\s|från\s)?(?:vid\s\w+\s)?(?:den\s)?", re.IGNORECASE
)
_BEHIND_DATE: Final = re.compile(rf",?\s(?:av|i|{_PAST})\s(?:kommunens\s|regionens\s)?", re.IGNORECASE)
_ASIDE: Final = re.compile(r"[,;:](?!\s?(?:den\s)?$)|\b(?:att|som)\b|§", re.IGNORECASE)
"""What stands behind these was not done by who stands before them."""
_DECIDED_BY: Final = re.compile(rf"\b{_PAST}\s(?:av|i)\s\Z", re.IGNORECASE)
_DECIDED_ON: Final = re.compile(rf"\b{_PAST},?\s(?:den\s)?\Z", re.IGNORECASE)
_HAS_DECIDED: Final = re.compile(rf"\s(?:\w{{1,20}}\s){{0,2}}?{_PAST}\b", re.IGNORECASE)
_NEAR: Final = 90
_BESIDE: Final = 24
_REPORTED: Final = 160
"""Code points before what is cited in which the words stand that say what it was."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A decision as a sentence refers to it; offsets into the text given."""

    start: int
    end: int
    body: str | None
    date: str | None
    paragraph: str | None
    rests_on: bool
    """Does the text rest on it, or only mention it?"""


def decisions_cited(text: str, start: int, end: int) -> Iterator[Earlier]:
    """The earlier decisions that a sentence [start, end) of the text refers to, in its order."""
    if not _MAY_CITE.search(text, start, end):
        return
    sentence = text[start:end]
    cited = list(_CITED.finditer(sentence))
    bodies = list(_bodies().finditer(sentence)) if cited else []
    for match in cited:
        found = _cited(sentence, match, bodies) if match["alone"] is None else _dated(sentence, match, bodies)
        if found:
            first, last, body = found
            when, number = match["date"] or match["date_b"] or match["alone"], match["number"] or match["number_b"]
            rests_on = _rests_on(sentence, first, last)
            yield Earlier(start + first, start + last, body, iso(when) if when else None, number, rests_on)


Found = tuple[int, int, str | None]
"""Where the phrase begins and ends in its sentence, and who decided."""


def _cited(sentence: str, match: re.Match[str], bodies: Sequence[re.Match[str]]) -> Found | None:
    """A § that is none of a law, with its date or right behind the body."""
    before, behind = (
        sentence[max(0, match.start() - _NEAR) : match.start()],
        sentence[match.end() : match.end() + _BESIDE],
    )
    if _LAW_BEHIND.match(behind) or _LAW_BEFORE.search(before):
        return None
    body = _before(match, bodies)
    if body and _ASIDE.search(sentence, body.end(), match.start()):
        body = None
    body = body or _behind(match, bodies, _BESIDE)
    dated = match["date"] or match["date_b"]
    if not dated and not (body and re.fullmatch(r"(?:s\sbeslut)?\s", sentence[body.end() : match.start()])):
        return None
    return _phrase(match, body)


def _dated(sentence: str, match: re.Match[str], bodies: Sequence[re.Match[str]]) -> Found | None:
    """A day on which, in so many words, a body decided."""
    body = _before(match, bodies)
    if body and _BEFORE_DATE.fullmatch(between := sentence[body.end() : match.start()]):
        by = _DECIDED_BY.search(sentence, max(0, body.start() - _BESIDE), body.start())
        if by or _SAYS_PAST.search(between) or _HAS_DECIDED.match(sentence, match.end()):
            return _phrase(match, body)
    body = _behind(match, bodies, _NEAR)
    if not body or not _BEHIND_DATE.fullmatch(between := sentence[match.end() : body.start()]):
        return None
    on = _DECIDED_ON.search(sentence, max(0, match.start() - _BESIDE), match.start())
    return _phrase(match, body) if on or _SAYS_PAST.search(between) else None


def _before(match: re.Match[str], bodies: Sequence[re.Match[str]]) -> re.Match[str] | None:
    at = bisect_right(bodies, match.start(), key=lambda body: body.end()) - 1
    return bodies[at] if at >= 0 and match.start() - bodies[at].end() <= _NEAR else None


def _behind(match: re.Match[str], bodies: Sequence[re.Match[str]], reach: int) -> re.Match[str] | None:
    at = bisect_left(bodies, match.end(), key=lambda body: body.start())
    return bodies[at] if at < len(bodies) and bodies[at].start() - match.end() <= reach else None


def _phrase(match: re.Match[str], body: re.Match[str] | None) -> Found:
    if body is None:
        return match.start(), match.end(), None
    return min(match.start(), body.start()), max(match.end(), body.end()), _named(body)


def _named(body: re.Match[str]) -> str:
    name = _short_forms()[body["short"].casefold()] if body["short"] else " ".join(body["long"].split())
    return name[:1].upper() + name[1:]


def _rests_on(sentence: str, first: int, last: int) -> bool:
    """Not on what was only prepared, nor on a plan or a policy that was adopted."""
    before, phrase, behind = sentence[max(0, first - _REPORTED) : first], sentence[first:last], sentence[last:]
    if _HANDLED.search(before + phrase) and not _SAYS_PAST.search(phrase):
        return False
    around = phrase + behind[:_BESIDE]
    return not (_POLICY.search(before) or (_ADOPTED.search(around) and _POLICY.search(around)))


@cache
def _bodies() -> re.Pattern[str]:
    short = "|".join(sorted(_short_forms(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?=[A-ZÅÄÖ])(?P<short>(?i:{short}))(?=\s§|,?\s(?:den\s)?\d)|(?P<long>(?i:{_LONG}))(?=s?\b))",
        re.VERBOSE,
    )


@cache
def _short_forms() -> dict[str, str]:
    return dict(row.split("\t") for row in rows_of("short_bodies.txt"))
