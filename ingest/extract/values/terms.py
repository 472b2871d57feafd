"""What is said around a sum: per what it is, with VAT or without, and how exactly it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, cast

from ....corpus.facts import Hedge, Period, Vat
from .lists import any_stem
from .sentences import stretches

_TIMES: Final = rf"""(?:
    (?P<year> (?:kalender|avtals|hel|verksamhets|budget|projekt|läs|hyres|kontrakts)?år(?:et)? | ar(?=\ och|[.,;\n]|$) )
  | (?P<month> (?:kalender|hyres)?månad(?:en)? | mån | mnd | manad )
  | (?P<quarter> (?:kalender)?kvartal(?:et)? | kv )
  | (?P<hour> [^\W\d_]{{0,12}}timm(?:e|en|a) | tim\.? | h )
  | (?P<day> (?:kalender|arbets|var|konsult)?dag(?:en)? | (?:vård|boende)?dygn(?:et)? )
  | (?P<week> (?:arbets)?veckan? | kvart(?:en)? | halvtimme | minut(?:en)? )
  | (?P<piece> {any_stem("pieces")} )
)(?!\w)"""
_OTHER: Final = re.compile(r" (?:per|för varje) [^\W\d_]{3,30}(?!\w)", re.IGNORECASE)
_MOMS: Final = r"(?:lagstadgad\ |gällande\ |\d\d?\ ?(?:%|procent)\ )?(?:moms|mervärdes?skatt|mervardesskatt)(?!\w)"
_SPOKEN_OF: Final = re.compile(r"moms|mervärdes?skatt|mervardesskatt", re.IGNORECASE)
_VAT_REACH: Final = 250
"""No statement about VAT is longer."""
_WITHOUT: Final = r"(?:exkl(?:usive|\.)?|utan|ex\.?|plus|jämte)\ (?:av\ )?"
_INCLUDING: Final = r"inkl(?:usive|\.)?\ (?:av\ )?"
_VAT: Final = re.compile(
    rf"(?<!\w)(?:(?P<excl>{_WITHOUT})|(?P<incl>{_INCLUDING})){_MOMS}|(?<!\w)moms\ (?P<in>ingår\ i)", re.IGNORECASE
)
_SUMS: Final = r"""(?:(?:samtliga|alla|ovanstående|angivna)\ \w{1,30}
    | [^\W\d_]{0,20}(?:priser|belopp|kostnader|ersättningar|avgifter|taxor|arvoden|summor)(?:na|en)?)"""
_GENERAL_VAT: Final = re.compile(
    rf"""
    (?<!\w)(?: (?:moms|mervärdesskatt)\ (?:tillkommer(?!\ (?:inte|ej))|läggs\ till)
      | {_SUMS} \ [^.\n\d]{{0,60}}? (?:är|anges|avser|gäller|redovisas|i\ (?:kronor|kr|sek|tkr))\ [^.\n\d]{{0,25}}?
        (?:{_WITHOUT}|(?P<incl>{_INCLUDING})){_MOMS} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SKIPPED: Final = re.compile(rf"\ ?,?\ ?\(?(?:{_WITHOUT}|{_INCLUDING}){_MOMS}\)?", re.IGNORECASE)
_RATE: Final = re.compile(
    rf"""
    (?: (?: \ ?/\ ?(?:[^\W\d_]{{1,12}}\ ?(?:/|\ och\ )\ ?)?
          | \ (?:per|pr|för\ varje|varje)
            \ (?:(?:påbörjad|nedlagd|utförd|debiterad|arbetad|hel|kalender|och
              |(?!år|månad|mån|tim|dag|dygn|kvartal|vecka)[^\W\d_]{{2,25}}\ och)\ ){{0,2}}
          | \ (?:i|om)\ (?=[^\W\d_]+(?:en|et|an)(?!\w)) ) {_TIMES}
      | \ (?:(?P<yearly>årligen)|(?P<monthly>månatligen|månadsvis))(?!\w) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_KIND: Final = re.compile(
    rf"""
    (?<!\w)(?:
        (?P<yearly> [åa]rlig\w*
          | års(?:hyra|avgift|kostnad|belopp|arvode|ersättning|bidrag|lön|pris|ram|anslag)\w* )
      | (?P<monthly> månatlig\w* | månads(?:hyra|avgift|kostnad|belopp|arvode|ersättning|lön|pris)\w* )
      | (?P<quarterly> kvartals(?:hyra|avgift|belopp|betalning)\w* )
      | (?P<hourly> tim(?:pris|kostnad|arvode|lön|ersättning|taxa|avgift|debitering|lönekostnad)\w* )
      | (?P<daily> (?:dags|dygns)(?:pris|avgift|kostnad|vite|arvode|ersättning|hyra)\w* )
      | (?:kostnad|pris|avgift|ersättning|tax|hyr)\w*\ per\ {_TIMES} )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NAMED: Final = re.compile(
    rf"""
    (?: (?<!\w)(?:per|pr)\ (?:nedlagd\ )? | / ) {_TIMES}
    | (?<!\w)(?P<single> styckpris\w* | [àá]-?pris\w* | enhetspris\w* )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_UNIT_CELL: Final = re.compile(rf"(?:(?:kr|kronor)?\ ?(?:per\ |/\ ?))?{_TIMES}\.?", re.IGNORECASE | re.VERBOSE)
_NOUN: Final = re.compile(r"\b(?:t?kr|kronor|sek|pris|avgift|hyra|kostnad|ersättning|belopp)\b", re.IGNORECASE)
_PERIODS: Final[dict[str, Period | None]] = {
    "year": "year", "yearly": "year", "month": "month", "monthly": "month", "quarter": "quarter",
    "quarterly": "quarter", "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "piece": "piece",
    "single": "piece", "week": None,
}  # fmt: skip
_HEDGE: Final = re.compile(
    r"""
    (?<!\w)(?:
        (?P<about> ca\.? | c:a | cirka | circa | omkring | ungefär | drygt | närmare | knappt | nästan | runt
          | uppskattningsvis | (?:beräknas|uppskattas|bedöms)(?:\ (?:kosta|uppgå|bli))?(?:\ till)? )
      | (?P<at_most> högst | hogst | max(?:imalt|imum)?\.? | (?:med\ )?upp\ till | intill | som\ mest | högsta\ belopp
          | takpriset | takbeloppet | taket | begränsa(?:s|t|d|ts)\ till
          | (?:inte|ej|aldrig|icke)\ (?:\w{1,15}\ )?(?:överstig(?:a|er)|överskrid(?:a|er)|mer\ än) )
      | (?P<at_least> minst | lägst | lagst | åtminstone | som\ lägst | minimum
          | (?:inte|ej|aldrig)\ (?:understig(?:a|er)|mindre\ än|under) ) )
    (?:\ (?:ett|en|om|på|till|med|belopp|av|totalt|sammanlagt|ca|cirka|är|uppgår|utgör)){0,4} \ \(?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEDGE_REACH: Final = 60


def rate_after(text: str, at: int) -> tuple[Period | None, int] | None:
    """Per what a sum that ends at an offset is, and where that is said to end; None where nothing is said."""
    vat = _SKIPPED.match(text, at)
    match = _RATE.match(text, at) or (vat and _RATE.match(text, vat.end()))
    return (_PERIODS[str(match.lastgroup)], match.end()) if match else None


def is_rate_of_something(text: str, at: int) -> bool:
    """Is the sum that ends at an offset per something that has no name here: "per utryckning"?"""
    return _OTHER.match(text, at) is not None


def rate_in(text: str, start: int, end: int) -> Period | None:
    """Per what the sums are that a stretch of text speaks of, such as "årlig avgift"; the last that it says."""
    *_, last = None, *_KIND.finditer(text, start, end)
    return _PERIODS[str(last.lastgroup)] if last else None


def rate_named(words: str) -> Period | None:
    """Per what the numbers are that a header such as "Timpris" or "Belopp per år:" stands over."""
    for noun in _NOUN.finditer(words):
        rate = rate_after(words, noun.end())
        if rate:
            return rate[0]
    *_, last = None, *_NAMED.finditer(words)
    return _PERIODS[str(last.lastgroup)] if last else rate_in(words, 0, len(words))


def rate_of_unit(words: str) -> Period | None:
    """Per what a price is whose row says so in a column of units: "st", "tim", "m2"."""
    match = _UNIT_CELL.fullmatch(words)
    return _PERIODS[str(match.lastgroup)] if match else None


def vat_in(text: str) -> Vat | None:
    """Whether a text says that VAT is in or not; the first that it says."""
    return next((vat for _, _, vat in vats(text)), None)


def general_vat(text: str) -> Vat | None:
    """The same, of a statement about all sums around: "Priserna är exkl. moms", "Moms tillkommer"."""
    return next((vat for _, _, vat in general_vats(text)), None)


def vats(text: str) -> list[tuple[int, int, Vat]]:
    """Each place that says that VAT is in or not: its start, its end, and what it says."""
    return [(match.start(), match.end(), "excl" if match["excl"] else "incl") for match in _beside_vat(text, _VAT)]


def general_vats(text: str) -> list[tuple[int, int, Vat]]:
    """The same of statements about all sums around."""
    found = _beside_vat(text, _GENERAL_VAT)
    return [(match.start(), match.end(), "incl" if match["incl"] else "excl") for match in found]


def _beside_vat(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What a pattern finds where a text speaks of VAT."""
    for start, end in stretches((match.span() for match in _SPOKEN_OF.finditer(text)), _VAT_REACH):
        yield from pattern.finditer(text, start, end)


def hedge_before(text: str, start: int) -> Hedge | None:
    """How exactly the sum that begins at an offset is meant."""
    match = _HEDGE.search(text, max(0, start - _HEDGE_REACH), start)
    return cast(Hedge, match.lastgroup) if match else None
