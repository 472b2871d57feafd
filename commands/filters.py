"""The options that choose documents, and those that choose facts, for every command that takes them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import reduce
from typing import Any, Final, get_args

import click

from ..corpus.facts import AmountRole, DateRole, PartyRole, Unit
from ..corpus.model import DOC_TYPES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_ROLES: Final = tuple(dict.fromkeys([*get_args(PartyRole), *get_args(AmountRole), *get_args(DateRole)]))


def _date(_context: click.Context, _option: click.Parameter, given: str | None) -> str | None:
    if given is not None and not _DATE.fullmatch(given):
        raise click.UsageError(f"{given}: is no date; write 2021, 2021-03 or 2021-03-15")
    return given


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
    click.option("--dnr", help="Documents with this diarienummer, in any writing."),
    click.option("--party", help="Documents with this party: its name, its beginning, or what it is also called."),
)  # fmt: skip
"""Which documents."""

fact_filters: Final = _together(
    click.option("--query", help="Documents with a page that answers this; as in `search`."),
    click.option("--role", type=click.Choice(_ROLES), help="Facts in this role."),
    click.option("--name", help="The party of this name, amounts that it pays or gets, what it decided."),
    click.option("--unit", type=click.Choice(get_args(Unit)), help="Amounts in this unit."),
    click.option("--min-amount", metavar="NUMBER", help="Amounts of at least this, in full units."),
    click.option("--max-amount", metavar="NUMBER", help="Amounts of at most this, in full units."),
)
"""Which of their facts."""
