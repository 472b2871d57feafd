"""Days, months and years as they stand in a phrase that names another document."""

from __future__ import annotations

import re
from typing import Final

from ....swedish.dates import full_dates

_MONTHS: Final = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NAMED: Final = (
    r"(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    r"|(?:jan|feb|mar|apr|aug|sept?|okt|nov|dec)\b\.?)"
)
YEAR: Final = r"(?<![\d/:.,-])(?:19[5-9]|20[0-6])\d(?![\d/:]|[-–−]\d\d(?:\d\d)?-|[ ]?(?:kr|kronor|tkr|mnkr|SEK|%)\b)"
DAY: Final = (
    rf"(?<![\d/.-])(?:(?:19|20)\d\d-\d\d-\d\d|\d{{1,2}}(?::e)?[ ]{_NAMED}[ ](?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}[- ](?:19|20)\d\d|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)(?!\d)"
)
"""A day with its year."""
WHEN: Final = rf"(?:{DAY}|\b{_NAMED}[ ](?:19|20)\d\d(?!\d)|{YEAR})"
"""A day, a month or a year."""
_MONTH: Final = re.compile(r"(?P<month>[a-z]{3})[a-z]*\.? (?P<year>\d{4})", re.IGNORECASE)


def iso(when: str) -> str | None:
    """ISO 8601, to the precision given, of what `WHEN` matched; None for 31 February."""
    day = next(full_dates(when), None)
    if day:
        return day[1].isoformat()
    if re.fullmatch(r"\d{4}", when):
        return when
    month = _MONTH.fullmatch(when)
    return f"{month['year']}-{_MONTHS.index(month['month'].lower()) + 1:02}" if month else None
