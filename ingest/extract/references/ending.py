"""The last day that a document gives an agreement which it extends or terminates."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from .days import DAY, WHEN, iso

_REACH: Final = 300
"""Code points behind the agreement named in which the day stands: "Avtalet upphör den 31 december 2024."."""
_THROUGH: Final = re.compile(
    rf"""\b(?: (?: till\soch\smed | t\.?\s?o\.?\s?m\.? | (?:fram|in)\s?till
              | upphör\w*(?:\satt\sgälla)?(?:\smed\sverkan)? | upphörande | avslutas | löper\sut | avtalsslut )
           (?:\s(?:därmed|därvid|då|per|vid|med|i|till))?
           \s(?:utgången\sav\s)?(?:den\s)?(?P<last>{WHEN})
         | (?:upphör\w*|sägs\supp|avslutas)(?:\satt\sgälla)?(?:\smed\sverkan)?
           \sfrån\soch\smed\s(?:den\s)?(?P<after>{DAY}) )""",
    re.VERBOSE | re.IGNORECASE,
)
_TO: Final = re.compile(rf"\b(?:till|per)\s(?:utgången\sav\s)?(?:den\s)?(?P<last>{WHEN})", re.IGNORECASE)
"""Only in the sentence itself: elsewhere these words speak of much else."""


def last_day(text: str, named: int, sentence: int) -> str | None:
    """The day, to the precision given.

    Args:
        text: The flow.
        named: Where the phrase that names the agreement ends.
        sentence: Where its sentence ends.
    """
    found = _THROUGH.search(text, named, min(len(text), max(sentence, named + _REACH)))
    if found and found["after"]:
        return _day_before(iso(found["after"]))
    found = found or _TO.search(text, named, max(named, sentence))
    return iso(found["last"]) if found else None


def _day_before(day: str | None) -> str | None:
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat() if day else None
