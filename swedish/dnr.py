"""Diarienummer: the registry number of a case, in the many ways in which authorities write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_LABELLED: Final = re.compile(
    r"\b(?:dnr|d\s?nr|diarienr|diarienummer|ärendenr|ärendenummer|ärendebeteckning|ärende(?=:))[.:]*[^\S\n]*"
    r"((?:[A-ZÅÄÖa-zåäö]{1,8}[^\S\n]?[-/:.]?)?\d[\w./:-]*\d(?:/[A-ZÅÄÖ]{2,6}\b)?)",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"\d{2}")
_SEPARATORS: Final = re.compile(r"[\W_]+")


def labelled(text: str) -> Iterator[str]:
    """The numbers that a text itself calls its dnr, as printed, each writing once, in their order."""
    seen: set[str] = set()
    for match in _LABELLED.finditer(text):
        number = match.group(1).rstrip("./:-")
        key = normal_form(number)
        if key not in seen and _YEAR.search(number):
            seen.add(key)
            yield number


def normal_form(dnr: str) -> str:
    """One form for all writings: "RUN 319/2022", "run/319/2022" and "RUN-319-2022" become "run 319 2022"."""
    return _SEPARATORS.sub(" ", dnr).strip().casefold()
