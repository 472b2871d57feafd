"""What an amount is: payment, total, part, ceiling, grant, budget and so on; None where nothing says so."""

from __future__ import annotations

import re
from typing import Final

from ....corpus.facts import AmountRole
from ..layout.structure import Zone
from ..wording import each_of
from .sums import Sum, Sums

_CUED: Final[tuple[AmountRole, ...]] = (
    "penalty", "deposit", "unit_price", "part", "total", "proposed", "payment", "grant", "budget", "ceiling",
)  # fmt: skip
_CUE: Final = re.compile(each_of(_CUED, "roles/data/role_"), re.IGNORECASE)
_REJECTED: Final = re.compile(r"\b(?:avslås|avslår|avslog|avslå|avvisas|avstyrks)\b", re.IGNORECASE)
_ASKED: Final = re.compile(r"\b(?:ansök\w*|begär\w*|äska\w*|sökt)\b", re.IGNORECASE)
_EARLIER: Final = re.compile(
    r"\b(?:tidigare|nuvarande|föregående|gamla|gällande|förra)[ ]\w*(?:avtal|överenskommelse|kontrakt)\w*"
    r"|\b(?:tidigare|nuvarande|föregående)[ ]\w*(?:hyra|avgift|ersättning|pris|arrende)(?:n|en|et)?\b",
    re.IGNORECASE,
)
_HARDER: Final[dict[AmountRole, frozenset[AmountRole]]] = {
    "ceiling": frozenset({"grant", "part", "budget"}),
    "payment": frozenset({"penalty", "unit_price", "total", "part"}),
    "grant": frozenset({"proposed"}),
}
"""What a cue further off makes of the nearest: what is granted is a grant, also where it is at most so much."""
_OF_MONEY: Final = frozenset({None, "payment", "budget", "total"})
"""What a share of something is not: it is a part of it."""
_THRESHOLD: Final = re.compile(r"(?<!inte )(?<!ej )\b(?:överstiger|understiger|över|under|minst)[ ]$", re.IGNORECASE)
_DEPOSIT: Final = re.compile(r",?[ ](?:som|i|såsom)[ ](?:handpenning|deposition|säkerhet)\b", re.IGNORECASE)
_PER_UNIT: Final = re.compile(
    r"[ ]?(?:per|för[ ]varje|/)[ ]?(?:\w{1,20}[ ])?(?:kvm|m2|m²|m3|m³|kvadratmeter|invånare|barn|elev|plats|person"
    r"|lägenhet|medlem|hushåll|brukare|anställd|styck|st|enhet)(?!\w)",
    re.IGNORECASE,
)
"""What a price is for one of, also where it is per year: "per kvm och år"."""
_BEHIND: Final = re.compile(
    r"[ ](?:(?:ska|skall|kan|har|får)[ ])?(?:(?P<payment>utbetalas|betalas|erläggs|faktureras|debiteras|överförs)"
    r"|(?P<budget>avsätts|anslås|anvisas|reserveras)|(?P<grant>beviljas|tilldelas))(?!\w)",
    re.IGNORECASE,
)
_BEHIND_ROLES: Final[tuple[AmountRole, ...]] = ("payment", "budget", "grant")
_ONCE: Final = re.compile(
    r"ersätter[ ]\w*(?:avtal|överenskommelse|kontrakt)\w*[ ](?:från|av|daterat)\b.*\b(?:var|betalade\w*|uppgick)\b",
    re.IGNORECASE,
)
"""What was paid under the agreement that this one replaces."""
_PIECES: Final = frozenset({"hour", "day", "piece"})
_SUM_ROW: Final = re.compile(r"(?:summa|totalt|total|sammanlagt)\b", re.IGNORECASE)


class Purposes:
    """Reads roles out of the sentences of amounts."""

    def __init__(self, sums: Sums) -> None:
        self._sums = sums
        self._refused = _refused(sums)
        self._told: dict[int, AmountRole | None] = {}

    def of(self, one: Sum) -> AmountRole | None:
        """The role of an amount; they are asked for in order."""
        again = self._told.get(one.previous or -1) if one.again and one.amount.unit != "%" else None
        self._told[one.end] = role = again or self._read(one)
        return role

    def _read(self, one: Sum) -> AmountRole | None:
        whole = self._sums.whole(one)
        if one.line.zone is Zone.DECISION and _REJECTED.search(whole) and not one.table:
            return "rejected"
        if one.line.section in self._refused and _ASKED.search(whole):
            return "rejected"
        if one.line.zone in {Zone.PROPOSAL, Zone.DEBATE}:
            return "proposed"
        if _EARLIER.search(whole) or _ONCE.search(whole):
            return "earlier_agreement"
        return self._by_cue(one) or ("background" if one.line.zone is Zone.BACKGROUND and not one.table else None)

    def _by_cue(self, one: Sum) -> AmountRole | None:
        if one.table:
            return "total" if _SUM_ROW.match(self._sums.row_label(one)) else _rate(one)
        words = self._sums.before(one)
        if _THRESHOLD.search(words):
            return None
        if _DEPOSIT.match(self._sums.after(one)):
            return "deposit"
        before = [cue for cue in map(_role, _CUE.finditer(words)) if cue]
        nearest = before[-1] if before else None
        if nearest in _HARDER:
            nearest = next((cue for cue in reversed(before) if cue in _HARDER[nearest]), nearest)
        if one.amount.unit == "%":
            return "part" if nearest in _OF_MONEY else nearest
        after = self._sums.after(one)
        if nearest in {None, "payment"}:
            nearest = _rate(one, after) or nearest
        return nearest or _said_behind(after)


def _rate(one: Sum, after: str = "") -> AmountRole | None:
    return "unit_price" if one.amount.per in _PIECES or _PER_UNIT.match(after) else None


def _said_behind(after: str) -> AmountRole | None:
    """What the verb right behind an amount says: 15 000 kr utbetalas till föreningen."""
    match = _BEHIND.match(after)
    return next((role for role in _BEHIND_ROLES if match and match[role]), None)


def _role(match: re.Match[str]) -> AmountRole | None:
    return next((role for role in _CUED if role == match.lastgroup), None)


def _refused(sums: Sums) -> frozenset[int]:
    """The §§ whose decision is that something is refused, and nothing is granted."""
    refused = set()
    for line in sums.structure.of_zone(Zone.DECISION):
        words = sums.structure.words_of(line)
        if line.section is not None and _REJECTED.search(words):
            refused.add(line.section)
    return frozenset(refused)
