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
_ROLES_OF: Final[dict[str, tuple[str, ...]]] = {
    "party": get_args(PartyRole), "amount": get_args(AmountRole), "date": get_args(DateRole), "decision": (),
}  # fmt: skip
_ROLES: Final = tuple(dict.fromkeys(role for roles in _ROLES_OF.values() for role in roles))


def _date(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    if given is not None and not _DATE.fullmatch(given):
        raise click.UsageError(f"{given}: is no date; write 2021, 2021-03 or 2021-03-15")
    if given is not None:
        try:
            dt.date.fromisoformat(f"{given}-01-01"[:10])
        except ValueError:
            raise click.UsageError(f"{given}: there is no such day") from None
    return given


def _something(_context: click.Context, option: click.Parameter, given: str | None) -> str | None:
    if given is not None and not given.strip():
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


def check_facts(kind: str | None, choice: Mapping[str, Any]) -> None:
    """Raises UsageError for options of which no fact can fit all."""
    from ..selection import kronor

    least, most = kronor(choice.get("min_amount")), kronor(choice.get("max_amount"))
    if least is not None and most is not None and least > most:
        raise click.UsageError("--min-amount is more than --max-amount: no amount is both")
    role, roles = choice.get("role"), _ROLES_OF.get(kind or "", _ROLES)
    if role and kind and role not in roles:
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
    click.option("--dnr", callback=_something, help="Documents with this diarienummer, in any writing."),
    click.option(
        "--party", callback=_something,
        help="Documents with this party: its name, its beginning, or what it is also called.",
    ),
)  # fmt: skip
"""Which documents."""

fact_filters: Final = _together(
    click.option("--query", callback=_something, help="Documents with a page that answers this; as in `search`."),
    click.option("--role", type=click.Choice(_ROLES), help="Facts in this role."),
    click.option(
        "--name", callback=_something, help="The party of this name, amounts that it pays or gets, what it decided."
    ),
    click.option("--unit", type=click.Choice(get_args(Unit)), help="Amounts in this unit."),
    click.option("--min-amount", metavar="NUMBER", help="Amounts of at least this, in full units."),
    click.option("--max-amount", metavar="NUMBER", help="Amounts of at most this, in full units."),
)
"""Which of their facts."""
