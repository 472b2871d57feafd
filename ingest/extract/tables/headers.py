"""What the header of a column, and the words above a table, say of its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from ....corpus.facts import Period, Unit, Vat
from ..values.lists import any_stem
from ..values.terms import general_vat, rate_named, vat_in
from ..values.units import unit_named
from .model import Column, ColumnKind

_ACCENTS: Final = str.maketrans("åäöéáàüÅÄÖÉ", "aaoeaauAAOE")


def _words(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_stem(name)})(?!\w)", re.IGNORECASE)


_MONEY: Final = _words("table_money")
_COUNTS: Final = _words("table_counts")
_TIMES: Final = _words("table_times")
_DEADLINES: Final = _words("table_deadlines")
_SHARES: Final = re.compile(
    r"(?<!\w)(?:\w*andel\w*|procent\w*|\w*grad|fordelning\w*|omfattning|schablon)(?!\w)|%", re.IGNORECASE
)
_CHANGES: Final = re.compile(r"forandr|avvik|okning|minskn|tillvaxt|diff|utveckl|uppfyll|utfall", re.IGNORECASE)
_TOTALS: Final = re.compile(
    r"(?:totalt?|summa|sum|helar\w*|kv(?:artal)?\ ?\d|tertial\ ?\d|[tq][1-4]|delar\w*|halvar\ ?\d|etapp\ ?\d|ar\ ?\d"
    r"|(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*)(?:\W.*)?",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?<![\d-])((?:19|20)\d\d)(?: ?[-\u2013/] ?((?:19|20)?\d\d))?(?![\d-])")
_SAID: Final = re.compile(r"(?:\bi |\()(?:hela |svenska )?(?P<unit>[a-zåäö€. ]{1,20})", re.IGNORECASE)
_MONEY_SPOKEN_OF: Final = re.compile(
    r"kostnad|intakt|finansi|utgift|bidrag|budget|ersattning|avgift|belopp|betal|hyra|\bpris|arvode|anslag|medel\b|stod\b"
    r"|ekonomi|resultatrak|arsresultat|bokslut|prognos",
    re.IGNORECASE,
)
_POINTING: Final = re.compile(r":\s*$|\b(?:tabell|nedan|foljande|sa har)", re.IGNORECASE)
_MEASURES: Final = re.compile(
    r"\b(?:indikator|nyckeltal|malvarde|styrtal|matetal|matt\b|prestation|volym)", re.IGNORECASE
)
_OF_ANYTHING: Final = re.compile(r"(?:budget|utfall|prognos|bokslut|avvikelse)(?:\W.*)?", re.IGNORECASE)
_UNITS: Final = re.compile(r"(?:pris)?enhet(?:er)?|enh\.?|per|sort|debiteringsenhet", re.IGNORECASE)
_PRICES: Final = re.compile(r"(?<!total)(?:pris|taxa|arvode|tariff|avgift)(?:er|et|en|n)?(?!\w)", re.IGNORECASE)
_SENTENCES: Final = re.compile(r"(?<=[\wåäö)])\. (?=[A-ZÅÄÖ])")
_TITLE: Final = 90
"""A longer line is a sentence, not a title."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the words around a table say of all its numbers."""

    money: bool
    """Do they speak of money?"""
    unit: Unit = "SEK"
    factor: Decimal = Decimal(1)
    per: Period | None = None
    vat: Vat | None = None
    measures: bool = False
    """Do they speak of indicators, whose "Utfall" and "Prognos" count anything?"""


def folded(words: str) -> str:
    """Words without accents, as headers are compared: scans lose them."""
    return words.translate(_ACCENTS)


@lru_cache(maxsize=1 << 12)
def names_money(words: str) -> bool:
    """Does a header, or a label, name money?"""
    words = folded(words)
    return bool(_MONEY.search(words)) and not _COUNTS.match(words)


def setting(title: str, above: str, header: str, below: str) -> Setting:
    """What the words around a table say.

    Args:
        title: The line right above it.
        above: The few lines above it, that one with them.
        header: Its own header.
        below: The line under it, which may be a note.
    """
    is_title = len(title) <= _TITLE and not title.endswith(".")
    named = unit_named(title) if is_title else None
    said = (unit_named(match["unit"]) for match in _SAID.finditer(f"{above} {below}"))
    named = named or unit_named(header) or next(filter(None, said), None)
    pointing = " ".join(sentence for sentence in _SENTENCES.split(above) if _POINTING.search(folded(sentence)))
    led = f"{pointing} {_SENTENCES.split(title)[-1]}" if is_title else pointing
    unit, factor = named or ("SEK", Decimal(1))
    money = named is not None or _MONEY_SPOKEN_OF.search(folded(f"{header} {led}")) is not None
    vat = general_vat(above) or general_vat(below) or vat_in(led)
    measures = named is None and _MEASURES.search(folded(f"{title} {header}")) is not None
    return Setting(money and not measures, unit, factor, rate_named(led), vat, measures)


def column(header: str, around: Setting) -> Column:
    """What a header says of its column."""
    named = unit_named(header)
    kind = _kind(folded(header), around, named=named is not None)
    if kind is ColumnKind.SHARE:
        return Column(header, kind, "%")
    if kind is not ColumnKind.MONEY:
        return Column(header, kind)
    unit, factor = named or (around.unit, around.factor)
    per, vat = rate_named(header) or around.per, vat_in(header) or around.vat
    return Column(header, kind, unit, factor, per, vat, *years_in(header), _PRICES.search(header) is not None)


def years_in(words: str) -> tuple[str | None, str | None]:
    """The years that a header or a label names: "2026", "2026-2028", "2026/27"."""
    match = _YEAR.search(words)
    if match is None:
        return None, None
    last = match[2] or match[1]
    return match[1], match[1][: 4 - len(last)] + last


def _kind(words: str, around: Setting, *, named: bool) -> ColumnKind:
    if _UNITS.fullmatch(words):
        return ColumnKind.UNIT
    if _DEADLINES.search(words):
        return ColumnKind.DEADLINE
    if _COUNTS.match(words) and not named:
        return ColumnKind.COUNT
    if _SHARES.search(words) and not named:
        return ColumnKind.SHARE if around.money and not _CHANGES.search(words) else ColumnKind.COUNT
    if named or (_MONEY.search(words) and not (around.measures and _OF_ANYTHING.fullmatch(words))):
        return ColumnKind.MONEY
    if _YEAR.search(words) or _TOTALS.fullmatch(words):
        return ColumnKind.MONEY if around.money else ColumnKind.COUNT
    if _TIMES.search(words):
        return ColumnKind.TIME
    return ColumnKind.COUNT if _COUNTS.search(words) else ColumnKind.LABEL
