"""Who pays and who is paid: by the verb before an amount, its subject, its object, and "av" and "till" behind it."""

from __future__ import annotations

import re
from typing import Final, Literal

from ..wording import each_of, one_of
from .names import Named, Names
from .sums import Sum, Sums

Parties = tuple[str | None, str | None]
Kind = Literal["pays", "gives", "receives", "charges", "charged"]

_KINDS: Final[tuple[Kind, ...]] = ("pays", "gives", "receives", "charges", "charged")
_VERB: Final = re.compile(each_of(_KINDS, "roles/data/"), re.IGNORECASE)
_SHARE: Final = re.compile(rf"[ ](?:\w+[ ])?(?:{one_of('roles/data/shares.txt')})\b", re.IGNORECASE)
_PREPOSITION: Final = re.compile(
    r"\b(?:till|av|hos|från|med|för|mellan|enligt|mot|genom|om|i|på|via)[ ]$", re.IGNORECASE
)
_BY: Final = re.compile(r"\b(?:av|från|hos)[ ]$", re.IGNORECASE)
_TO: Final = re.compile(r"\btill[ ]$", re.IGNORECASE)
_FOR: Final = re.compile(r"^[ ](?:på|för)[ ]$", re.IGNORECASE)
_FOR_OR_TO: Final = re.compile(r"^[ ](?:på|för|till)[ ]$", re.IGNORECASE)
_LEADS_ON: Final = re.compile(
    r"[ \u2013:-]*(?:för|med|på)?[ \u2013:-]*(?:resterande|återstående|övriga)?[ ]?", re.IGNORECASE
)
_JOINED: Final = re.compile(r",?[ ]?(?:och|samt|respektive|eller)?[ ]?", re.IGNORECASE)
_NO_MONEY: Final = re.compile(r"\b\w*(?:erbjud|uppdrag|anbud|offert|förslag|krav\b|rätt[ ]att)", re.IGNORECASE)
"""What may be had or asked for and is no money."""
_PASSIVE: Final = re.compile(
    r"\b(?:finansieras|täcks|betalas|beviljas|ersätts|bekostas|utbetalas|medfinansieras|bärs|erläggs|överförs|utgår"
    r"|betalas[ ]ut)\b",
    re.IGNORECASE,
)
_ASKING: Final = re.compile(r"\b(?:ansökan|ansökningen|begäran|äskandet?)[ ](?:från|av)[ ]$", re.IGNORECASE)
_SPLIT: Final = re.compile(
    r"kostnad|finansi|(?:intäkt|inkomst|överskott|vinst)\w*[ ](?:\w+[ ])?(?:del|fördel)", re.IGNORECASE
)
_BUYS: Final = re.compile(r"köp", re.IGNORECASE)
_ASKED_BY: Final = re.compile(r"[ ](?:ansökan|begäran)\b", re.IGNORECASE)
_EARNED: Final = re.compile(r"intäkt|inkomst|överskott|vinst", re.IGNORECASE)
_HOWEVER: Final = re.compile(r"[^.;]{0,40},[ ]dock[ ](?:högst|max\w*|minst|lägst)[ ]", re.IGNORECASE)
_FINANCING: Final = re.compile(
    r"finansi|kostnadsfördel|fördelas|fördelning|bidrag|betala|belopp per|avgift|insats|andel", re.IGNORECASE
)
_FAR: Final = 70
"""Code points behind an amount in which "till X" and "av X" still belong to it."""


class Frames:
    """Reads who pays out of the sentences of amounts."""

    def __init__(self, sums: Sums, names: Names) -> None:
        self._sums, self._names = sums, names
        self._verbs: dict[int, Kind] = {}
        self._told: dict[int, Parties] = {}

    def of(self, one: Sum) -> Parties:
        """Payer and payee, None for what the text does not say; amounts are asked for in order."""
        carried = one.again or _HOWEVER.fullmatch(self._sums.before(one))
        again = self._told.get(one.previous or -1) if carried else None
        self._told[one.end] = parties = again or self._read(one)
        return parties

    def _read(self, one: Sum) -> Parties:
        if one.table:
            return self._of_row(one)
        before, after = self._sums.before(one), self._sums.after(one)[:_FAR]
        named = list(self._names.within(before))
        verbs = list(_VERB.finditer(before))
        verb = verbs[-1] if verbs else None
        if verb and verb.lastgroup:
            return self._of_verb(one, before, named, verb, after)
        return self._carried_on(one, before, named) or self._of_share(one, before, named, after)

    def _of_verb(self, one: Sum, before: str, named: list[Named], verb: re.Match[str], after: str) -> Parties:
        kind = next(kind for kind in _KINDS if kind == verb.lastgroup)
        if _NO_MONEY.search(before[verb.end() :]):
            return None, None
        self._verbs[one.end] = kind
        subject, thing = _subject(before, named, verb), _next(before, named, verb.end())
        match kind:
            case "pays":
                bought = _BUYS.match(verb.group())
                return (subject or thing), self._behind(before + after, _BY if bought else _TO)
            case "gives":
                return subject, thing or self._behind(before[verb.end() :] + after, _TO)
            case "charges":
                return thing, subject
            case "charged":
                return subject or thing, self._behind(after, _BY)
            case "receives":
                return self._behind(before[verb.end() :] + after, _BY), subject or thing

    def _carried_on(self, one: Sum, before: str, named: list[Named]) -> Parties | None:
        """The verb of the amount before holds for this one: Kommunen lägger 1 mnkr och bolaget 640 tkr."""
        kind = self._verbs.get(one.previous or -1)
        if not kind or len(named) != 1 or not _LEADS_ON.fullmatch(before, named[0].end):
            return None
        self._verbs[one.end] = kind
        return (named[0].name, None) if kind in {"pays", "gives", "charged"} else (None, named[0].name)

    def _of_share(self, one: Sum, before: str, named: list[Named], after: str) -> Parties:
        """Regionens andel är 300 000 kronor; 40 % täcks av Regionen; 55 % för Kommunen; ansökan från Föreningen."""
        owners = [owner for owner in named if owner.genitive and _SHARE.match(before, owner.end)]
        if owners:
            return owners[-1].name, self._behind(before[owners[-1].end :], _TO)
        asking = [asker.name for asker in named if _asks(before, asker)]
        if asking:
            return None, asking[-1]
        split = self._of_split(one, before, named, after) if one.amount.unit == "%" else None
        if split:
            return split
        words = before + after
        passive = _PASSIVE.search(words)
        if not passive:
            return None, None
        return self._behind(words[passive.end() :], _BY), self._behind(words[passive.end() :], _TO)

    def _of_split(self, one: Sum, before: str, named: list[Named], after: str) -> Parties | None:
        """Of a cost that is split 55 % för Kommunen, Kommunen 55 %; of an income 55 % till Kommunen."""
        whole = self._sums.whole(one)
        if not _SPLIT.search(whole):
            return None
        earned = _EARNED.search(whole) is not None
        last = named[-1] if named else None
        ahead = last.name if last and not last.genitive and not before[last.end :].strip(" :") else None
        who = ahead or self._behind(after, _FOR_OR_TO if earned else _FOR)
        if who is None:
            return None
        return (None, who) if earned else (who, None)

    def _of_row(self, one: Sum) -> Parties:
        """Who finances stands in the first column, where the table is about who does."""
        row = list(self._names.within(self._sums.row_label(one)))
        about = f"{one.line.heading} {self._sums.led_in(one)} {self._sums.whole(one)}"
        return (row[0].name, None) if len(row) == 1 and _FINANCING.search(about) else (None, None)

    def _behind(self, words: str, preposition: re.Pattern[str]) -> str | None:
        """The organisation that a preposition leads to."""
        led = (
            one.name for one in self._names.within(words) if not one.genitive and preposition.search(words[: one.start])
        )
        return next(led, None)


def _subject(before: str, named: list[Named], verb: re.Match[str]) -> str | None:
    """The one organisation that a verb's subject is."""
    ahead = [
        one
        for one in named
        if one.end <= verb.start() and not one.genitive and not _PREPOSITION.search(before[: one.start])
    ]
    if not ahead:
        return None
    several = len(ahead) > 1 and _JOINED.fullmatch(before[ahead[-2].end : ahead[-1].start])
    return None if several else ahead[-1].name


def _asks(before: str, one: Named) -> bool:
    """Is it whose application it is: "ansökan från Föreningen", "Föreningens ansökan"?"""
    if one.genitive:
        return _ASKED_BY.match(before, one.end) is not None
    return _ASKING.search(before[: one.start]) is not None


def _next(before: str, named: list[Named], end: int) -> str | None:
    """The organisation right behind a verb."""
    return next((one.name for one in named if one.start >= end and not before[end : one.start].strip()), None)
