"""The term of an agreement as corrected: what a person says of a date that the term rests on holds for the term too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from .coding import Json, encoded
from .facts import Agreement, FactKind, Timing
from .kept import Kept, State

_TERM: Final = {"from": ("valid_from", "valid_to"), "to": ("valid_from", "valid_to"), "duration": ("notice", "renewal")}
"""Which fields of an agreement may rest on a field of a date: a day may be the last day, said alone."""


def corrected(agreement: Agreement, facts: Iterable[Kept]) -> Agreement:
    """The agreement with the values that people put in the place of those it was extracted with.

    A value that no date states any more, because it was rejected, is not known.
    """
    dates = [kept for kept in facts if kept.fact.kind is FactKind.DATE]
    for kept in dates:
        if kept.state is State.CORRECTED:
            agreement = _with(agreement, kept)
        elif kept.state is State.REJECTED:
            agreement = _without(agreement, kept, dates)
    return agreement


def _with(agreement: Agreement, kept: Kept) -> Agreement:
    now, changed = encoded(kept.fact.content), {}
    for key, before in kept.extracted.items():
        for name in _TERM.get(key, ()):
            if before is not None and getattr(agreement, name) == before:
                changed[name] = now[key]
    return replace(agreement, **changed)


def _without(agreement: Agreement, rejected: Kept, dates: Sequence[Kept]) -> Agreement:
    gone: dict[str, Json] = {}
    for name in ("valid_from", "valid_to", "notice", "renewal"):
        value = getattr(agreement, name)
        others = (kept for kept in dates if kept.in_force)
        if value in _values(rejected) and not any(value in _values(kept) for kept in others):
            gone[name] = None
    return replace(agreement, **gone)


def _values(kept: Kept) -> tuple[str, ...]:
    """The values of a date that a term may rest on."""
    time = kept.fact.content
    return tuple(filter(None, (time.from_, time.to, time.duration))) if isinstance(time, Timing) else ()
