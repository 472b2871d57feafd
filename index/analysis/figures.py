"""The keys of what is written with figures: amounts, numbers of organisations, cases and §§, dates.

Each is found by its words one by one, and whole in a normal form, so that one writing finds the others.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from ...swedish.dates import MONTHS, full_dates
from ...swedish.dnr import normal_form
from .words import LONGEST_KEY, Lexeme, word

_SCALES: Final = {
    **{"tkr": 3, "kkr": 3, "ksek": 3, "tusen": 3},
    **{"mkr": 6, "mnkr": 6, "msek": 6, "miljon": 6, "miljoner": 6},
}
"""Powers of ten."""
_YEAR: Final = r"(?:19|20)\d\d"
_DNR_NUMBER: Final = rf"""
    (?: \d{{1,6}} //? {_YEAR} | \d{{1,5}}-{_YEAR} | {_YEAR} (?: [/:]\d{{1,6}} | -\d{{3,6}} ) )
    (?! [\w/] | -\d | [.:]\d )
"""
FIGURES: Final = rf"""(?=[\d§A-ZÅÄÖ]) (?:
    (?<![\w/.-]) (?: (?: [A-ZÅÄÖ]{{2,6}} | [A-ZÅÄÖ][a-zåäö]{{1,2}} ) [ /-]? )? (?!{_YEAR}[-/:]{_YEAR}) {_DNR_NUMBER}
  | (?<!\d) (?<!\d-) {_YEAR}-\d\d-\d\d (?!-?\d)   # 2025-05-01--2028-04-30 are two
  | (?<![\d/.]) \d\d? (?::e)? [ ] (?i:{"|".join(MONTHS)}) \b \.? [ ] {_YEAR} (?!\d)
  | (?<![\d/.-]) \d\d? (?: /\d\d?[- ] | \.\d\d?\. ) {_YEAR} (?!\.?\d)
  | §[ ]?\d{{1,4}} (?!\d)
  | (?<![\d.,]) \d{{1,12}} (?:[ .]\d{{3}}){{0,4}} (?:,\d{{1,6}})? [ ]? (?i:{"|".join(_SCALES)})\b
  | (?<![\d.,]) \d{{1,3}} (?:[ .]\d{{3}})+ (?!\d)   # 2 450 000, 100.000
  | (?<!\d) (?:\d\d)?\d{{6}}-\d{{4}} (?!\d)         # organisationsnummer
  | (?<![\d.,]) \d+,\d+ (?![\d,])                   # 1,8
)"""
"""A pattern of what they look like, for `re.VERBOSE`."""
_GROUP: Final = re.compile(r"[^\W_]+|§")
_SCALED: Final = re.compile(rf"(?P<number>.*\d) ?(?P<scale>{'|'.join(_SCALES)})", re.IGNORECASE)
_DNR: Final = re.compile(rf"(?P<register>[^\W\d_]*)[ /-]?(?P<number>{_DNR_NUMBER})", re.VERBOSE)
_ORGNR_DIGITS: Final = 10
_PLACE_OF_MONTH: Final = 1
_MONTH_NAMES: Final = {number: name for name, number in reversed(MONTHS.items())}


def figures(form: str) -> tuple[Lexeme, ...]:
    """The words of a form that begins with a digit, or looks like `FIGURES`; on the first of them goes the whole."""
    if form.startswith("§"):
        return _groups(form, f"§{form[1:].strip()}")
    if scaled := _SCALED.fullmatch(form):
        return _groups(form, _amount(scaled["number"], scaled["scale"]))
    if date := next(full_dates(form), None):
        return _dated(form, date[1])
    if dnr := _DNR.fullmatch(form):
        return _case(form, dnr["register"].lower(), normal_form(dnr["number"]))
    return _number(form) if form.isdigit() or not form.isalnum() else (word(form),)


def _groups(form: str, whole: str) -> tuple[Lexeme, ...]:
    first, *others = (word(group) for group in _GROUP.findall(form))
    return first._replace(whole="" if whole == first.exact else whole), *others


def _number(form: str) -> tuple[Lexeme, ...]:
    """Groups of digits; the whole goes without the century that some write before an orgnr."""
    digits = form if "," in form else "".join(_GROUP.findall(form))[:LONGEST_KEY]
    return _groups(form, digits[-_ORGNR_DIGITS:] if len(digits) == _ORGNR_DIGITS + 2 else digits)


def _amount(number: str, scale: str) -> str:
    """What a number and its scale amount to, so that 2,4 miljoner is 2 400 000."""
    digits = number.replace(" ", "").replace(".", "").replace(",", ".")
    return f"{Decimal(digits).scaleb(_SCALES[scale.lower()]).normalize():f}"


def _case(form: str, register: str, number: str) -> tuple[Lexeme, ...]:
    """The number of a case: whole with its register, and without."""
    first, *others = _groups(form, f"{register} {number}".strip())
    return (first, others[0]._replace(whole=number), *others[1:]) if register else (first, *others)


def _dated(form: str, date: dt.date) -> tuple[Lexeme, ...]:
    """A date in ISO 8601; a month in figures is loosely found by its name."""
    name = word(_MONTH_NAMES[date.month])
    return tuple(
        each._replace(loose=(name.exact,)) if number == _PLACE_OF_MONTH and each.exact.isdigit() else each
        for number, each in enumerate(_groups(form, date.isoformat()))
    )
