"""Ranges and comparisons: 2021..2024, 2019-2021, >100000, <=5, ..2020."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T", str, int, Decimal)


class Unreadable(ValueError):
    """What stands after the name of a field is no value of it."""


def ranged(value: str) -> re.Pattern[str]:
    """How ranges, comparisons and single values are written, where each value matches a verbose pattern."""
    return re.compile(
        rf"(?:(?P<sign>[<>]=?|[≤≥=])[ ]?)?(?P<first>{value})?"
        rf"(?P<to>[ ]?(?:(?:\.{{2,3}}|…)[ ]?(?P<last>{value})?|-[ ]?(?P<until>{value})))?",
        re.VERBOSE,
    )


def ends(
    pattern: re.Pattern[str], text: str, read: Callable[[str], T], after: Callable[[T], T], before: Callable[[T], T]
) -> tuple[T | None, T | None]:
    """The first and the last value that a text allows; None where it is open.

    Args:
        pattern: As `ranged` makes it.
        text: What is to be read.
        read: Makes a value of the text of one. Raises Unreadable.
        after: The value next to one, where "more than" begins.
        before: The value before one.

    Raises:
        Unreadable: The text is no range, comparison or value.
    """
    found = pattern.fullmatch(text)
    if not found:
        raise Unreadable
    first, last = (read(end) if end else None for end in (found["first"], found["last"] or found["until"]))
    sign, to = found["sign"], found["to"]
    if (first is None and last is None) or (sign and (to or first is None)):
        raise Unreadable
    if sign and first is not None:
        return _compared(sign, first, after, before)
    if not to:
        return first, first
    return (last, first) if first is not None and last is not None and last < first else (first, last)


def _compared(sign: str, value: T, after: Callable[[T], T], before: Callable[[T], T]) -> tuple[T | None, T | None]:
    match sign:
        case ">":
            return after(value), None
        case "<":
            return None, before(value)
        case ">=" | "≥":
            return value, None
        case "<=" | "≤":
            return None, value
        case _:
            return value, value
