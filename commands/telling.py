"""Facts in words, a line each, for people who read a table."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from ..corpus.coding import plain
from ..corpus.facts import Amount, Content, Party, Ruling, Timing

if TYPE_CHECKING:
    from ..ledger.relating import Tie

_LONGEST: Final = 90
"""Code points of a line that leave room for the page and the id on a wide screen."""
_NOT_ASKED: Final = (None, False, ())
_HEDGES: Final = {"about": "about ", "at_most": "at most ", "at_least": "at least "}


def told(content: Content, text: str) -> str:
    """What a fact says, on one line; `text` is what stands there, for what no field holds."""
    match content:
        case Party():
            return shortened(_party(content))
        case Amount():
            return shortened(_amount(content))
        case Timing():
            return shortened(_timing(content))
        case Ruling():
            return _ruling(content, text)


def related(tie: Tie) -> str:
    """What a document is to another: "extended by 5535cb08d64eec7a, to 2027-12-31"."""
    said = tie.reference
    paragraph = f"§ {said.paragraph}" if said.paragraph else None
    name = tie.document or ", ".join(filter(None, (said.title, said.dnr, said.body, paragraph, said.date)))
    until = f", to {said.until}" if said.until else ""
    return f"{tie.relation.replace('_', ' ')} {shortened(name)}{until}{'' if tie.document else ' (not held)'}"


def money(value: Decimal) -> str:
    """A number with its thousands apart: "2 500 000", "12,5"."""
    whole, _, decimals = plain(value).partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    sign = "-" if whole == "-0" else ""
    return f"{sign}{grouped}{f',{decimals}' if decimals else ''}"


def shortened(text: str) -> str:
    """The text on one line, cut where it is too long for one."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def _party(party: Party) -> str:
    acts_for = f"for {party.represents}" if party.represents else None
    beside = ", ".join(filter(None, (party.role, party.title, party.org_nr, acts_for)))
    return f"{party.name} ({beside})"


def _amount(amount: Amount) -> str:
    value = money(amount.value) + (f"-{money(amount.value_max)}" if amount.value_max is not None else "")
    per = f" per {amount.per}" if amount.per else ""
    vat = f" {amount.vat}. VAT" if amount.vat else ""
    flow = f"{amount.payer or '?'} -> {amount.payee or '?'}" if amount.payer or amount.payee else None
    term = _span(amount.from_, amount.to) if amount.from_ or amount.to else None
    beside = ", ".join(filter(None, (amount.role, flow, term)))
    return f"{_HEDGES.get(amount.hedge or '', '')}{value} {amount.unit}{per}{vat}{f' ({beside})' if beside else ''}"


def _timing(timing: Timing) -> str:
    return f"{timing.duration or _span(timing.from_, timing.to)} ({timing.role})"


def _span(first: str | None, last: str | None) -> str:
    return first or "" if first == last else f"{first or '...'} to {last or '...'}"


def _ruling(ruling: Ruling, text: str) -> str:
    paragraph = f"§ {ruling.paragraph}" if ruling.paragraph else None
    where = " ".join(filter(None, (paragraph, ruling.point and f"point {ruling.point}")))
    head = ", ".join(filter(None, (where, ruling.decider, ruling.outcome)))
    return shortened(f"{head}: {text}")


def asked(choice: Mapping[str, object], what: str = "facts") -> str:
    """What was asked for, for whoever reads the answer later."""
    said = [f"{name.replace('_', ' ')} {_given(value)}" for name, value in choice.items() if value not in _NOT_ASKED]
    return f"{what}: {', '.join(said) or 'all'}"


def _given(value: object) -> str:
    return " and ".join(map(str, value)) if isinstance(value, tuple) else str(value)
