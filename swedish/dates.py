"""Swedish dates in full: a day, a month and a year, as figures or in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

_MONTHS: Final = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_DATE: Final = re.compile(
    r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])"
    rf"|(?<!\d)(?P<day_>\d\d?)[^\S\n]+(?P<name>{'|'.join(_MONTHS)})[^\S\n]+(?P<year_>(?:19|20)\d\d)(?!\d)",
    re.IGNORECASE,
)


def full_dates(text: str) -> Iterator[tuple[int, dt.date]]:
    """Each date that names its day, month and year, with the offset at which it begins."""
    for match in _DATE.finditer(text):
        name = match["name"]
        month = _MONTHS.index(name.lower()) + 1 if name else int(match["month"])
        try:
            yield (
                match.start(),
                dt.date(int(match["year"] or match["year_"]), month, int(match["day"] or match["day_"])),
            )
        except ValueError:  # 2023-02-31: misprinted or misread
            continue
