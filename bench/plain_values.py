"""Values of words that nobody can read in two ways, so that an annotated document need not say them twice.

Written apart from the extraction, which it measures, and meant to give up where that has to try.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

_MONTHS: Final = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
]  # fmt: skip
_UNITS: Final = {
    "kr": (1, "SEK"), "kronor": (1, "SEK"), "sek": (1, "SEK"), ":-": (1, "SEK"),
    "tkr": (1000, "SEK"), "kkr": (1000, "SEK"), "tusen kronor": (1000, "SEK"),
    "mkr": (1_000_000, "SEK"), "mnkr": (1_000_000, "SEK"), "msek": (1_000_000, "SEK"),
    "miljoner kronor": (1_000_000, "SEK"), "miljoner": (1_000_000, "SEK"), "miljarder kronor": (1_000_000_000, "SEK"),
    "€": (1, "EUR"), "eur": (1, "EUR"), "euro": (1, "EUR"), "miljoner euro": (1_000_000, "EUR"),
    "%": (1, "%"), "procent": (1, "%"),
}  # fmt: skip
_AMOUNT: Final = re.compile(r"([-−–+]? ?\d{1,3}(?:[ .]\d{3})+|[-−–+]? ?\d+)(,\d+)? ?(\D*)")
_POINT: Final = re.compile(
    rf"(?P<iso>\d{{4}}-\d\d-\d\d)|(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(_MONTHS)}) (?P<year>\d{{4}})"
    r"|(?P<bare>\d{4})"
)


def amount_in(words: str, scale: str | None = None) -> dict[str, str]:
    """Value and unit of such as "3,6 mnkr", "12,5 procent", or of a bare number whose column says the scale.

    Raises:
        ValueError: The words are not as plain as that.
    """
    plain = _AMOUNT.fullmatch(words)
    times, unit = _UNITS.get((plain[3].strip() or scale or "").casefold(), (0, "")) if plain else (0, "")
    if not plain or not times:
        raise ValueError(f"say value and unit of the amount {words!r}")
    whole = re.sub(r"[ .+]", "", plain[1]).replace("−", "-").replace("–", "-")
    value = Decimal(whole + (plain[2] or "").replace(",", ".")) * times
    return {"value": f"{value.normalize():f}", "unit": unit}


def span_in(words: str) -> dict[str, str]:
    """First and last day, month or year of such as "den 31 mars 2026", "2026–2028".

    Raises:
        ValueError: There is no date or more than two, or digits are left that belong to none.
    """
    points = [_point(found) for found in _POINT.finditer(words.casefold())]
    if not 1 <= len(points) <= 2 or re.search(r"\d", _POINT.sub("", words.casefold())):
        raise ValueError(f"say from and to of the date {words!r}")
    return {"from": points[0], "to": points[-1]}


def _point(found: re.Match[str]) -> str:
    if found["iso"]:
        return dt.date.fromisoformat(found["iso"]).isoformat()
    if found["bare"]:
        return found["bare"]
    month = f"{found['year']}-{_MONTHS.index(found['month']) + 1:02}"
    return dt.date.fromisoformat(f"{month}-{int(found['day']):02}").isoformat() if found["day"] else month
