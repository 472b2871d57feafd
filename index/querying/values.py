"""From what is typed after the name of a field to a condition."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from ...corpus import conditions as on
from ...swedish.folding import fold
from ...swedish.stemming import stem
from . import amounts, moments
from .fields import Field, listed
from .identifiers import spans
from .nodes import Not, Where
from .ranges import Unreadable, ends, ranged

_RANGES: Final[Mapping[Field, re.Pattern[str]]] = {
    "amount": ranged(amounts.AMOUNT),
    "date": ranged(moments.MOMENT),
    "valid": ranged(moments.MOMENT),
    "page": ranged(r"\d{1,7}"),
}
_UNQUOTED: Final = re.compile(r'[^\s"()]+')
_STOP: Final = re.compile(r"[,;:!?]+$|(?<!\.)\.$")
"""The end of the sentence that a value stands in."""
_YES: Final = frozenset({"ja", "yes"})
_NO: Final = frozenset({"nej", "no"})
_LONGEST_DNR: Final = 40
"""Characters."""
EXAMPLES: Final[Mapping[Field, str]] = {
    "dnr": "a diarienummer such as KS 2024/117",
    "type": "a type such as avtal, protokoll or rapport",
    "amount": "an amount such as 100000, >50000 or 1..2 mkr",
    "date": "a date such as 2023, 2021-03 or 2019..2021",
    "valid": "a time such as 2018, 2018..2020 or idag",
    "page": "a page such as 3, 2..5 or >10",
    "body": "the name of a body",
    "findings": "ja or nej",
}
"""What the value of each field is, for whoever typed another."""


def value_end(field: Field, text: str, start: int) -> int:
    """Where a value without quotation marks ends that begins at `start`: at a blank, if that is not within it."""
    unquoted = _UNQUOTED.match(text, start)
    end = unquoted.end() if unquoted else start
    if field == "dnr":
        first, last = next(spans(text[start : start + _LONGEST_DNR]), (1, 0))
        return max(end, start + last) if not first else end
    within = _RANGES[field].match(text, start) if field in _RANGES else None
    return max(end, within.end()) if within else end


def chosen(field: Field, text: str, typed: str) -> Where | Not:
    """What the value of a field asks for by which documents, or pages, are chosen.

    Args:
        field: The field.
        text: Its value.
        typed: Name and value.

    Raises:
        Unreadable: The text is no value of the field.
    """
    value = _STOP.sub("", text.strip())
    if field == "findings":
        return _questioned(value, typed)
    return Where(typed, _CONDITIONS[field](value))


def _questioned(text: str, typed: str) -> Where | Not:
    where = Where(typed, on.Questioned())
    if fold(text.lower()) not in _YES | _NO:
        raise Unreadable
    return Not(where) if fold(text.lower()) in _NO else where


def _registered(text: str) -> on.Condition:
    if not any(letter.isdigit() for letter in text):
        raise Unreadable
    return on.Registered(text)


def _of_type(text: str) -> on.Condition:
    doc_type = _types().get(_root(text))
    if not doc_type:
        raise Unreadable
    return on.OfType(doc_type)


def _costing(text: str) -> on.Condition:
    scaled = amounts.with_scales(text)
    return on.Costing(*ends(_RANGES["amount"], scaled, amounts.amount, amounts.after, amounts.before))


def _dated(text: str) -> on.Condition:
    return on.Dated(*ends(_RANGES["date"], text, moments.moment, moments.after, moments.before))


def _in_force(text: str) -> on.Condition:
    return on.InForce(*ends(_RANGES["valid"], text, moments.moment, moments.after, moments.before))


def _on_page(text: str) -> on.Condition:
    return on.OnPage(*ends(_RANGES["page"], text, int, lambda page: page + 1, lambda page: page - 1))


def _decided_by(text: str) -> on.Condition:
    if not any(map(str.isalpha, text)):
        raise Unreadable
    return on.DecidedBy(text)


@cache
def _types() -> dict[str, str]:
    return {_root(word): name for name, words in listed("types.txt").items() for word in words}


def _root(word: str) -> str:
    return stem(fold(word.lower()))


_CONDITIONS: Final[Mapping[Field, Callable[[str], on.Condition]]] = {
    "dnr": _registered,
    "type": _of_type,
    "amount": _costing,
    "date": _dated,
    "valid": _in_force,
    "page": _on_page,
    "body": _decided_by,
}
