"""Swedish dates in full: a day, a month and a year, as figures or in words."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_ROWS: Final = (Path(__file__).parent / "data" / "months.txt").read_text(encoding="utf-8").splitlines()
MONTHS: Final = {name: number for number, row in enumerate(_ROWS, start=1) for name in row.split()}
"""Numbers of the months by their names and abbreviations, in lower case."""
_DASH: Final = "[-\u2010-\u2013\u2212]"
_DATE: Final = re.compile(
    rf"(?<![\d-])(?P<year>(?:19|20)\d\d){_DASH}(?P<month>\d\d){_DASH}(?P<day>\d\d)(?![\d-])"
    rf"|(?<![\d/.])(?P<day_n>\d\d?)(?::e)?[^\S\n]+(?P<name>{'|'.join(MONTHS)})\b\.?[^\S\n]+"
    r"(?P<year_n>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.])(?P<day_s>\d\d?)/(?P<month_s>\d\d?)[- ](?P<year_s>(?:19|20)\d\d)(?!\d)"  # 14/9-2012
    r"|(?<![\d/.-])(?P<day_f>\d\d?)\.(?P<month_f>\d\d?)\.(?P<year_f>(?:19|20)\d\d)(?!\.?\d)",  # Finland: 14.9.2012
    re.IGNORECASE,
)


def full_dates(text: str) -> Iterator[tuple[int, dt.date]]:
    """Each date that names its day, month and year, with the offset at which it begins."""
    return ((start, date) for start, _, date in _found(text))


def around_dates(line: str) -> tuple[list[str], list[dt.date]]:
    """The dates in full of a line, and the text before, between and after them: one piece more than there are dates."""
    found = list(_found(line))
    bounds = [0, *(bound for start, end, _ in found for bound in (start, end)), len(line)]
    pieces = [line[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    return pieces, [date for _, _, date in found]


def _found(text: str) -> Iterator[tuple[int, int, dt.date]]:
    for match in _DATE.finditer(text):
        part = {name.partition("_")[0]: value for name, value in match.groupdict().items() if value}
        month = int(part["month"]) if "month" in part else MONTHS[part["name"].lower()]
        try:
            yield match.start(), match.end(), dt.date(int(part["year"]), month, int(part["day"]))
        except ValueError:  # 2023-02-31: misprinted or misread
            continue
