"""Periods of notice and of extension: how long before its end an agreement is terminated, by how much it goes on.

Other durations are no dates: terms of payment, lengths of projects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from ..passages import Passages
from ..wording import items

Kind = Literal["notice", "extension"]

_WORDS: Final = {
    word: int(value)
    for word, _, value in (item.rpartition(" ") for item in items("values/data/number_words.txt"))
    if value.isdigit()
}
_UNITS: Final = {"d": "D", "v": "W", "m": "M", "å": "Y", "a": "Y", "k": "Y", "h": "M"}
"""By their first letter; half a year is counted in months."""
_LONGEST: Final = 1000
"""Of any unit: what is more is misread."""
_NUMBER: Final = rf"\d{{1,4}}|{'|'.join(sorted(_WORDS, key=len, reverse=True))}"
_AGAIN: Final = rf"(?:[ ]\((?:{_NUMBER})\))?"
"""The number once more: nio (9)."""
_LENGTH: Final = re.compile(
    rf"""\b(?P<n>{_NUMBER}){_AGAIN} (?:[ ]?[-–+/][ ]?(?P<more>{_NUMBER}){_AGAIN}){{0,4}}
        [ \n-]?(?:hela[ ]|kalender)? (?P<half>och[ ]ett[ ]halvt[ ]|halv(?:t[ ])?)?
        (?P<unit>dag(?:ar)?s?|veck(?:a|or)s?|m[åa]n(?:ad(?:er)?s?)?|kvartals?|[åa]rs?|h[åa]lv[åa]rs?)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOTICE_AFTER: Final = re.compile(
    r"""\W{1,2}(?:ömsesidig[ ]|skriftlig[ ]|i[ ]förväg[ ])?(?:upps[äi]gning|varsel|mandat)\w*
      | [ ](?:f[öo]re|innan|dessförinnan|i[ ]förväg)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_EXTENDED_AFTER: Final = re.compile(
    r"""[,]?[ \n](?:i[ ](?:s[äi]nder|taget)|[åa]t[ ]gången|för[ ]varje[ ]gång|per[ ]gång)\b
      | [ ](?:f[öo]rl[äi]ngning|option)\w*""",
    re.IGNORECASE | re.VERBOSE,
)
_TERMINATED: Final = re.compile(
    r"\b(?:s[äai]g(?:a|er|s|as|s)[ ](?:[\w-]+[ ]){0,3}?upp|upps[äai]g\w*|sagts?[ ]upp|varsel\w*|utträd\w+|frånträd\w*)",
    re.IGNORECASE,
)
_EXTENDED: Final = re.compile(r"\b(?:f[öo]rl[äai]ng\w*|option\w*|förny\w+)", re.IGNORECASE)
_SOME: Final = re.compile(
    rf"(?=[sufvoygt])(?:{_TERMINATED.pattern}|{_EXTENDED.pattern}|\b(?:ytterligare|gång|gången|taget|sänder)\b)",
    re.IGNORECASE,
)
"""A sentence without any of these has no such period."""
_FURTHER: Final = re.compile(
    r"\bytterligare[ ](?:(?:högst|maximalt|upp[ ]till|en[ ]period[ ](?:om|på))[ ])?$", re.IGNORECASE
)
_NOTICE_LEAD: Final = re.compile(
    r"\b(?:uppsägnings?\w*[: \t]{1,3}(?:[\w-]+[ ]){0,5}?|med[ ](?:[\w-]+[ ]){0,3}?|varsel\w*[ ](?:[\w-]+[ ]){0,3}?)$",
    re.IGNORECASE,
)
_OTHER_TERM: Final = re.compile(
    r"""\b(?: inom | än | under | efter | (?<!tiden[ ])var | varje | de | första | kommande | senaste | utgången[ ]av
        | (?<!förlängas[ ])(?<!förlängs[ ])i | gäller | löper | tecknas[ ]på | fakturas? | netto | betalas )[ ]$""",
    re.IGNORECASE | re.VERBOSE,
)
_FOR: Final = re.compile(r"\b(?:i|på|under|är|om|löper|gäller|tiden)[ ]$", re.IGNORECASE)
_SHARED: Final = re.compile(
    r"(?:[ ](?:för|från)[ ][\w ]{1,40})?,?[ ](?:och|respektive|samt|eller)[ ](?:\w+[ ]){0,3}", re.IGNORECASE
)
"""Between two of a kind: tre månader för hyresgästen och ett år för hyresvärden."""
_LEAD: Final = 45
"""Code points before a length in which the word stands that says what it is for."""


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time that an agreement is terminated before, or extended by; offsets into the flow."""

    start: int
    end: int
    duration: str
    """ISO 8601."""
    kind: Kind


def lengths(text: str, passages: Passages) -> Iterator[Length]:
    """Those of a text as it flows, in its order."""
    for start, end in passages.spans:
        sentence = text[start:end]
        if _SOME.search(sentence):
            yield from _of_sentence(sentence, start)


def months_in(sentence: str) -> int | None:
    """How long something is said to last, in months: "gäller i två år", "tecknas på fyra år"."""
    lasts = (match for match in _LENGTH.finditer(sentence) if _FOR.search(sentence[: match.start()][-_LEAD:]))
    durations = (_iso(match) for match in lasts)
    return next((_months(duration) for duration in durations if duration and duration[-1] in "MY"), None)


def _months(duration: str) -> int:
    return int(duration[1:-1]) * (12 if duration.endswith("Y") else 1)


def _of_sentence(sentence: str, offset: int) -> Iterator[Length]:
    kind: Kind | None = None
    ended = 0
    for match in _LENGTH.finditer(sentence):
        duration = _iso(match)
        shared = kind if _SHARED.fullmatch(sentence[ended : match.start()]) else None
        kind = (_kind(sentence, match) or shared) if duration else None
        ended = match.end()
        if duration and kind:
            yield Length(offset + match.start(), offset + match.end(), duration, kind)


def _kind(sentence: str, match: re.Match[str]) -> Kind | None:
    before, after = sentence[: match.start()], sentence[match.end() :]
    terminated, extended = _last(_TERMINATED, before), _last(_EXTENDED, before)
    if _EXTENDED_AFTER.match(after) and (max(terminated, extended) >= 0 or _is_long(match)):
        return "extension"
    if _OTHER_TERM.search(before[-_LEAD:]):
        return None
    if _FURTHER.search(before[-_LEAD:]):
        return "extension"
    if _NOTICE_AFTER.match(after) and (terminated >= 0 or _TERMINATED.search(after)):
        return "notice"
    if extended > terminated:
        return "extension"
    return "notice" if terminated >= 0 and _NOTICE_LEAD.search(before[-_LEAD:]) else None


def _is_long(match: re.Match[str]) -> bool:
    """Months or years: a room is let a week at a time, an agreement goes on for a year at a time."""
    return match["unit"][0].lower() in "måah"


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last of its matches begins, -1 where there is none."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def _iso(match: re.Match[str]) -> str | None:
    number = _number(match["more"] or match["n"])
    unit = match["unit"].lower()
    if not 0 < number <= _LONGEST:
        return None
    if "lv" in unit or match["half"]:
        whole = 0 if match["half"] is None or "och" not in match["half"] else 12 * number
        return f"P{whole + 6}M" if whole or number == 1 else f"P{6 * number}M"
    return f"P{3 * number}M" if unit.startswith("k") else f"P{number}{_UNITS[unit[0]]}"


def _number(figures: str) -> int:
    return int(figures) if figures.isdigit() else _WORDS[figures.lower()]
