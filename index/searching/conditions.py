"""Which documents meet a condition, and of which nobody knows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...corpus.conditions import (
    Among,
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    OnPage,
    Questioned,
    Registered,
)
from ...swedish.dnr import normal_form
from ...swedish.organisations import key
from ..fields import ABOUT, HEADING
from .catalogue import Catalogue, Values
from .postings import Mask
from .snapshot import Snapshot

_NEVER: Final = "9999-12-31"
_LATER: Final = "~"
"""Sorts after all that may follow: "2023~" is later than every day of 2023."""
_KEPT: Final = 64
"""Conditions whose records are kept with a snapshot; the ones that are asked for are mostly the same few."""


class Meeting(NamedTuple):
    """What conditions leave."""

    records: Mask
    """Those of which all conditions hold."""
    searched: int
    """Documents that have such a record."""
    unknown: dict[str, int]
    """Documents that only want of knowledge leaves out, by what is not known."""


def meeting(snapshot: Snapshot, conditions: Iterable[Condition]) -> Meeting:
    """The units that meet all of the conditions."""
    asked = list(dict.fromkeys(conditions))
    holding = [records(snapshot, condition) for condition in asked]
    left = snapshot.units.copy()
    for mask in holding:
        left &= mask
    unknown: dict[str, int] = {}
    for number, condition in enumerate(asked):
        name, documents = _unknown(snapshot.catalogue, condition)
        if documents.any():
            others = _all(snapshot, holding[:number] + holding[number + 1 :])
            count = int((documents & snapshot.documents(others)).sum())
            unknown[name] = max(count, unknown.get(name, 0))
    counted = {name: count for name, count in unknown.items() if count}
    return Meeting(left, int(snapshot.documents(left).sum()), counted)


def records(snapshot: Snapshot, condition: Condition) -> Mask:
    """The records of which a condition holds."""
    kept = snapshot.conditions
    found = kept.get(condition)
    if found is None:
        if len(kept) >= _KEPT:
            kept.clear()
        found = kept[condition] = _records(snapshot, condition)
    return found


def _records(snapshot: Snapshot, condition: Condition) -> Mask:
    match condition:
        case OnPage(first, last):
            mask: Mask = (snapshot.last_page >= (first or 0)) & (snapshot.page <= (last or sys.maxsize))
            return mask
        case Registered(dnr):
            return _registered(snapshot, normal_form(dnr))
        case _:
            return snapshot.spread(_documents(snapshot.catalogue, condition))


def _documents(known: Catalogue, condition: Condition) -> Mask:
    match condition:
        case Dated(first, last):
            dated: Mask = _between(known.date, first, last) & (known.date != "")
            return dated
        case InForce(first, last):
            return _in_force(known, first, last)
        case OfType(doc_type):
            return _having(known, known.types, doc_type.__eq__)
        case Naming(party):
            return _having(known, known.parties, _called(party))
        case DecidedBy(body):
            return _having(known, known.bodies, _called(body))
        case Costing(least, most):
            amounts, documents = known.amounts
            low = -np.inf if least is None else float(least)
            high = np.inf if most is None else float(most)
            return known.marked(documents[(amounts >= low) & (amounts <= high)])
        case Questioned():
            return known.questioned
        case Among(documents):
            return np.fromiter((name in documents for name in known.ids), np.bool_, len(known.ids))
    raise AssertionError(condition)


def _registered(snapshot: Snapshot, dnr: str) -> Mask:
    """The §§ with the number and, of documents where no § has it, all that there is of them."""
    sections = np.zeros(len(snapshot.page), np.bool_)
    sections[snapshot.postings.of(HEADING, dnr).records] = True
    documents = np.zeros(len(snapshot.heads), np.bool_)
    documents[snapshot.owner[snapshot.postings.of(ABOUT, dnr).records]] = True
    return sections | snapshot.spread(documents & ~snapshot.documents(sections))


def _between(days: NDArray[np.str_], first: str | None, last: str | None) -> Mask:
    return _begun(days, last) & (days >= (first or ""))


def _in_force(known: Catalogue, first: str | None, last: str | None) -> Mask:
    """What begins before the end and ends after the beginning."""
    ends = np.where(known.open_ended, _NEVER, known.valid_to)
    return known.agreement & ~_no_term(known) & _signed(known, last) & _lasting(ends, first)


def _signed(known: Catalogue, last: str | None) -> Mask:
    """Does it begin before the end of this day, month or year? Where its first day is not known, is it dated then?"""
    return _begun(np.where(known.valid_from == "", known.date, known.valid_from), last)


def _lasting(ends: NDArray[np.str_], first: str | None) -> Mask:
    lasting: Mask = np.char.add(ends, _LATER) >= (first or "")
    return lasting


def _begun(days: NDArray[np.str_], last: str | None) -> Mask:
    """Is it before the end of this day, month or year?"""
    begun: Mask = days <= (last or "") + _LATER
    return begun if last else np.ones_like(begun)


def _no_term(known: Catalogue) -> Mask:
    """Is it not known until when it runs?"""
    unknown: Mask = (known.valid_to == "") & ~known.open_ended
    return unknown


def _perhaps_extended(known: Catalogue, first: str | None, last: str | None) -> Mask:
    """Did it end before at the earliest, so that nobody knows whether it went on?"""
    return known.extendable & _signed(known, last) & ~_lasting(known.valid_to, first)


def _having(known: Catalogue, values: Values, fits: Callable[[str], bool]) -> Mask:
    fitting = np.fromiter(map(fits, values.names), np.bool_, len(values.names))
    return known.marked(values.documents[fitting[values.codes]])


def _called(wanted: str) -> Callable[[str], bool]:
    """Does someone who writes it, in full, short, or as it begins, mean the one of this name?"""
    beginning = key(wanted)
    return lambda name: bool(beginning) and key(name).startswith(beginning)


def _unknown(known: Catalogue, condition: Condition) -> tuple[str, Mask]:
    """What must be known for a condition, and of which documents it is not."""
    match condition:
        case Dated():
            return "date", known.date == ""
        case InForce(first, last):
            return "term", known.agreement & (_no_term(known) | _perhaps_extended(known, first, last))
        case OfType():
            return "type", ~known.marked(known.types.documents)
        case Naming() | Costing() | DecidedBy() | Questioned():
            return "facts", ~known.extracted
    return "", np.zeros(len(known.ids), np.bool_)


def _all(snapshot: Snapshot, masks: Iterable[Mask]) -> Mask:
    left = snapshot.units.copy()
    for mask in masks:
        left &= mask
    return left
