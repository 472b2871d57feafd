"""The options that choose documents, and those that choose facts, for every command that takes them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from functools import reduce
from typing import Any, Final, get_args

import click

from ..corpus.facts import AmountRole, DateRole, PartyRole, Unit
from ..corpus.model import DOC_TYPES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_UNTIL: Final = ".."
"""Between the ends of a time."""
_ROLES_OF: Final[dict[str, tuple[str, ...]]] = {
    "party": get_args(PartyRole), "amount": get_args(AmountRole), "date": get_args(DateRole), "decision": (),
}  # fmt: skip
_ROLES: Final = tuple(dict.fromkeys(role for roles in _ROLES_OF.values() for role in roles))


def _date(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    if given is not None:
        _check_date(given)
    return given


def _check_date(given: str) -> None:
    if not _DATE.fullmatch(given):
        raise click.UsageError(f"{given}: is no date; write 2021, 2021-03 or 2021-03-15")
    try:
        dt.date.fromisoformat(f"{given}-01-01"[:10])
    except ValueError:
        raise click.UsageError(f"{given}: there is no such day") from None


def _time(_context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    """A date, or one from another on: 2018..2020, 2018.. or ..2020."""
    if given is None:
        return None
    ends = [end.strip() for end in given.split(_UNTIL)]
    if not any(ends) or len(ends) > 2:
        raise click.UsageError(f"{option.opts[0]} {given}: is no time; write 2018, 2018-03-15 or 2018..2020")
    for end in filter(None, ends):
        _check_date(end)
    _check_order(ends[0], ends[-1], f"{option.opts[0]} {given}: ends before it begins")
    return _UNTIL.join(ends)


def _check_order(first: str | None, last: str | None, sentence: str) -> None:
    """Raises UsageError where a time ends before it begins; a date without day or month is all of it."""
    if first and last and first[: len(last)] > last:
        raise click.UsageError(sentence)


def something(_context: click.Context, option: click.Parameter, given: Any) -> Any:
    """What was given, unless it is nothing but blanks; for a callback, also of an option that may be repeated."""
    for one in given if isinstance(given, tuple) else (given,):
        if one is not None and not one.strip():
            raise click.UsageError(f"{option.opts[0]}: is empty; leave it out, or say what to look for")
    return given


def day(_context: click.Context, option: click.Parameter, given: str | None) -> dt.date | None:
    """A whole day of the calendar, for a callback."""
    if given is None:
        return None
    try:
        return dt.datetime.strptime(given, "%Y-%m-%d").date()
    except ValueError:
        raise click.UsageError(f"{option.opts[0]} {given}: is no day of the calendar; write 2021-03-15") from None


def check_ranges(choice: Mapping[str, Any]) -> None:
    """Raises UsageError for a time or a range of amounts in which nothing can be."""
    from ..selection import kronor

    _check_order(choice.get("date_from"), choice.get("date_to"), "--from is later than --to: no date is both")
    least, most = kronor(choice.get("min_amount")), kronor(choice.get("max_amount"))
    if least is not None and most is not None and least > most:
        raise click.UsageError("--min-amount is more than --max-amount: no amount is both")


def check_facts(kind: str | None, choice: Mapping[str, Any]) -> None:
    """Raises UsageError for options of which no fact can fit all."""
    check_ranges(choice)
    roles = _ROLES_OF.get(kind or "", _ROLES)
    for role in choice.get("role") or () if kind else ():
        if role not in roles:
            raise click.UsageError(f"--role {role}: no {kind} has this role; it is one of {', '.join(roles) or 'none'}")


def _together(*options: Decorator) -> Decorator:
    return lambda command: reduce(lambda decorated, option: option(decorated), reversed(options), command)


document_filters: Final = _together(
    click.option(
        "--from", "date_from", metavar="DATE", callback=_date,
        help="Documents dated on or after: 2021, 2021-03 or 2021-03-15.",
    ),
    click.option(
        "--to", "date_to", metavar="DATE", callback=_date, help="Documents dated on or before, in the same forms."
    ),
    click.option(
        "--type", "doc_type", type=click.Choice(DOC_TYPES, case_sensitive=False), help="Documents of this type."
    ),
    click.option("--dnr", callback=something, help="Documents with this diarienummer, in any writing."),
    click.option(
        "--party", callback=something, multiple=True,
        help="Documents with this party: its name, its beginning, or what it is also called; with all, if repeated.",
    ),
)  # fmt: skip
"""Which documents."""

search_filters: Final = _together(
    click.option("--min-amount", metavar="KRONOR", help="Documents with an amount of at least this."),
    click.option("--max-amount", metavar="KRONOR", help="Documents with an amount of at most this."),
    click.option(
        "--valid", metavar="TIME", callback=_time,
        help="Agreements in force then, by their term: a date, or 2018..2020 for any day of these years.",
    ),
    click.option("--body", callback=something, help="Documents in which this body decides; named as a party is."),
    click.option("--with-findings", is_flag=True, help="Documents with something that somebody should look at."),
    click.option("--like", metavar="ID", callback=something, help="Documents that resemble this one."),
)  # fmt: skip
"""Which documents, of those that an index tells apart."""
CHOOSING: Final = (
    "date_from", "date_to", "doc_type", "dnr", "party", "min_amount", "max_amount", "valid", "body", "with_findings",
    "like",
)  # fmt: skip
"""The names of all of them."""

fact_filters: Final = _together(
    click.option("--query", callback=something, help="Documents with a page that answers this; as in `search`."),
    click.option("--role", type=click.Choice(_ROLES), multiple=True, help="Facts in this role, or one of these."),
    click.option(
        "--name", callback=something, help="The party of this name, amounts that it pays or gets, what it decided."
    ),
    click.option("--unit", type=click.Choice(get_args(Unit)), help="Amounts in this unit."),
    click.option("--min-amount", metavar="NUMBER", help="Amounts of at least this, in full units."),
    click.option("--max-amount", metavar="NUMBER", help="Amounts of at most this, in full units."),
)
"""Which of their facts."""
