"""Figures that look like a date and are none: parts of a dnr or a name, counts, sums, telephone numbers."""

from __future__ import annotations

import re
from typing import Final

from ..wording import one_of
from .shapes import Found

_REACH: Final = 40
_NAMED: Final = re.compile(rf"\b(?:{one_of('dates/data/years_in_names.txt')})[ -]$", re.IGNORECASE)
_NAMES_AFTER: Final = re.compile(r"[ ](?:Agenda|Declaration|AB\b|Ek\b)")
_NUMBERED: Final = re.compile(
    rf"(?:\b(?:{one_of('dates/data/number_labels.txt')})[.:]?[ ]?(?:nr\.?[ ]?|:[ ]?)?|§[ ]?)$", re.IGNORECASE
)
_REGISTER: Final = re.compile(r"(?<![\w.])[A-ZÅÄÖ]{2,6}[ \t-]$")
"""KS 2024: the register before a dnr, where something follows that makes it one."""
_SERIES: Final = re.compile(r"\w\($")
"""COM(2020) 593."""
_DNR_GOES_ON: Final = re.compile(r"[ ]?[-–/]\d|[ ]\d{2,4}\b")
_COUNTED: Final = re.compile(rf"[ \n](?:{one_of('dates/data/counted.txt')})\b|[ ]?(?:%|:-|,-|€|kr\b)", re.IGNORECASE)
_TIME_WORD: Final = re.compile(
    r"\b(?:år(?:et|en)?|under|sedan|från|hösten|våren|till|sen|före|innan|efter|sommaren|vintern|senast|byggd(?:es|a|t)?"
    r"|uppförd(?:es|a|t)?|grundad(?:es|e|t)?|bildad(?:es|e|t)?|i)[ ]$",
    re.IGNORECASE,
)
_LABELLED: Final = re.compile(
    r"(?:datum|daterad|dat\.|\bden|protokoll|inkom(?:men)?|upprättad"
    r"|\bsenast|\bföre|\bfr[åa]n och med|\btill och med|\b(?:fr|t)\.?o\.?m\.?)\W{0,3}$",
    re.IGNORECASE,
)
_FULL_SPAN: Final = len("2023-2024")
_OLDEST_BARE: Final = 1900
"""Four figures below are a count unless a word of time stands before them."""


def stands_for_time(text: str, one: Found) -> bool:
    """Is it a date as far as the text around it tells?"""
    before, after = text[max(0, one.start - _REACH) : one.start], text[one.end : one.end + _REACH]
    match one.shape:
        case "year" | "years":
            return _is_year(before, after, one)
        case "hyphened":
            return one.first.exists and not _NUMBERED.search(before)
        case "short":
            return one.first.exists and bool(_LABELLED.search(before))
        case "compact":
            return one.first.exists and not _COUNTED.match(after) and not _NUMBERED.search(before)
        case _:
            return True


def _is_year(before: str, after: str, one: Found) -> bool:
    if _COUNTED.match(after) or _NUMBERED.search(before) or _SERIES.search(before):
        return False
    short = one.end - one.start < _FULL_SPAN and one.shape == "years"
    if _REGISTER.search(before) and (short or _DNR_GOES_ON.match(after)):
        return False
    if one.point and (_NAMED.search(before) or _NAMES_AFTER.match(after)):
        return False
    return (one.first.year or 0) >= _OLDEST_BARE or bool(_TIME_WORD.search(before))
