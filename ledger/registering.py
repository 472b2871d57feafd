"""The register of agreements: who, from when, until when, what it takes to end them, and what they cost a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal
from typing import TYPE_CHECKING, Final

from ..corpus.corrected_terms import corrected
from ..corpus.facts import Agreement, Amount, AmountRole, Content, Extraction, Party, Reference, Unit
from ..corpus.kept import Kept
from ..corpus.model import Document
from ..corpus.store import Store
from ..corpus.terms import Duration, first_day, last_day, whole_years
from ..masking import masked, masked_extraction, masked_fact, masked_reference
from ..swedish.personnummer import mask
from .stating import Choice, Statements

if TYPE_CHECKING:
    from .relating import Change, Named, Relations

_NOT_BINDING: Final = ("draft", "template")
_VALUE_ROLES: Final[tuple[tuple[AmountRole | None, ...], ...]] = (
    ("total",), ("budget",), ("payment", "grant"), ("ceiling",), (None,),
)  # fmt: skip
"""Roles of amounts that say what an agreement costs, those that hold the others first; no fines, no background."""
_PROLONGING: Final = ("extends", "amends")
_PAID: Final[tuple[AmountRole | None, ...]] = (
    "payment", "grant", "total", "part", "budget", "ceiling", "unit_price", None,
)  # fmt: skip
"""Roles of amounts beside which nobody can tell what a year comes to."""
_MONTHS: Final = 12
_OF_TABLE: Final = "amount.table"
_ORE: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Registered:
    """An agreement, held or only named."""

    document: str | None
    """None of one that is named and not held."""
    path: str | None
    title: str | None
    dnr: tuple[str, ...]
    date: str | None
    parties: tuple[str, ...]
    agreement: Agreement
    as_of: dt.date
    """The day for which `in_force` is asked."""
    yearly_value: Decimal | None = None
    """Null where the text leaves room for more than one answer."""
    unit: Unit | None = None
    reference: Reference | None = None
    """What names it, where it is not held."""
    named_in: str | None = None
    """The document that names it."""
    changes: tuple[Change, ...] = ()
    """What amends, extends, replaces or ends it, as far as that is held; the oldest first."""
    copy_of: str | None = None
    """The document of which it is a copy: a draft, another scan."""

    @property
    def held(self) -> bool:
        """Is it in the archive?"""
        return self.document is not None

    @property
    def last_day(self) -> dt.date | None:
        """The last day of its term as far as that is stated, in it or in what extends or ends it."""
        stated = filter(None, (_day(self.agreement.valid_to, last_day), _day(self.extended_to, last_day)))
        return self.terminated or max(stated, default=None)

    @property
    def extended_to(self) -> str | None:
        """The last day that what extends or amends it says; None where another agreement stands in its place."""
        if self.replaced:
            return None
        return max((one.valid_to for one in self.changes if one.valid_to and one.relation in _PROLONGING), default=None)

    @property
    def replaced(self) -> dt.date | None:
        """The first day on which another agreement that is held stands in its place."""
        begun = (_day(one.begins, first_day) for one in self.changes if one.relation == "replaces")
        return min(filter(None, begun), default=None)

    @property
    def terminated(self) -> dt.date | None:
        """Its last day where a document held terminates it to a day."""
        ended = (_day(one.valid_to, last_day) for one in self.changes if one.relation == "terminates")
        return min(filter(None, ended), default=None)

    @property
    def notice_day(self) -> dt.date | None:
        """The last day on which it can be terminated to its end; None where its end or the notice is not stated.

        None also of what is ended already, by notice or by another agreement in its place.
        """
        end, notice = self.last_day, self.agreement.notice
        if self.replaced or any(one.relation == "terminates" for one in self.changes):
            return None
        try:
            return Duration.of(notice).before(end) if end and notice else None
        except (ValueError, OverflowError):
            return None

    @property
    def goes_on(self) -> bool:
        """Has the day passed on which it could have been terminated, so that it renews itself?"""
        return bool(self.agreement.renews_itself and self.notice_day and self.notice_day < self.as_of)

    @property
    def in_force(self) -> bool | None:
        """Is it in force on the day asked about? None where nobody can tell."""
        begin, end = _day(self.agreement.valid_from, first_day), self.last_day
        if self.agreement.status in _NOT_BINDING or (begin and self.as_of < begin):
            return False
        if (self.replaced and self.as_of >= self.replaced) or (self.terminated and self.as_of > self.terminated):
            return False
        if end and self.as_of > end:
            goes_on = self.agreement.renews_itself or self.agreement.ends != "fixed"
            return None if goes_on else False
        lasting = end is not None or self.agreement.ends == "until_further_notice"
        return True if begin and lasting and not self._ends_some_day else None

    @property
    def _ends_some_day(self) -> bool:
        """Was it terminated without a word of the day?"""
        return not self.terminated and any(one.relation == "terminates" for one in self.changes)

    def runs_out(self, within: Duration) -> bool:
        """Does its term end on the day asked about, or so long after it?"""
        end = self.last_day
        binding = self.agreement.status not in _NOT_BINDING and self.in_force is not False and not self.copy_of
        return bool(binding and end and self.as_of <= end <= within.after(self.as_of))


def registered(store: Store, statements: Statements, choice: Choice, as_of: dt.date) -> Iterator[Registered]:
    """The agreements of the documents chosen, in the order in which they came, then those that they only name."""
    relations = statements.relations()
    unmask, chosen = bool(choice.get("unmask")), set[str]()
    for outline in statements.documents(choice):
        chosen.add(outline.id)
        extraction = store.extraction(outline.id)
        if extraction.agreement:
            found = _registered(store, outline, extraction, as_of, unmask=unmask)
            yield replace(
                found,
                changes=_shown(relations.changes_of(outline.id), unmask=unmask),
                copy_of=copied(relations, outline.id),
            )
    for named in relations.named:
        document, reference = named.named_by[0]
        decision = named.body or named.paragraph or reference.relation == "decided_by"
        if not decision and document in chosen:
            path = next(iter(store.paths(document)), None)
            yield _named(named if unmask else _masked(named), path, as_of)


def _shown(changes: tuple[Change, ...], *, unmask: bool) -> tuple[Change, ...]:
    return changes if unmask else tuple(replace(one, reference=masked_reference(one.reference)) for one in changes)


def copied(relations: Relations, document: str) -> str | None:
    """The document of which it is a copy, if it is one."""
    group = relations.group_of(document)
    return group.counted if group and group.counted != document else None


def _registered(store: Store, outline: Document, extraction: Extraction, as_of: dt.date, *, unmask: bool) -> Registered:
    all_ = store.facts(outline.id)
    agreement = corrected(extraction.agreement or Agreement(), all_)
    facts = [kept for kept in all_ if kept.in_force]
    extraction = replace(extraction, agreement=agreement)
    if not unmask:
        outline, extraction, facts = masked(outline), masked_extraction(extraction), [*map(masked_fact, facts)]
    agreement = extraction.agreement or Agreement()
    value = yearly(_costs(facts), agreement, as_of)
    return Registered(
        document=outline.id,
        path=next(iter(store.paths(outline.id)), None),
        title=outline.title,
        dnr=outline.dnr,
        date=outline.date,
        parties=_parties(facts, extraction.references),
        agreement=agreement,
        as_of=as_of,
        yearly_value=value[0] if value else None,
        unit=value[1] if value else None,
    )


def yearly(amounts: Sequence[Amount], agreement: Agreement, as_of: dt.date) -> tuple[Decimal, Unit] | None:
    """What an agreement costs a year, and in what unit; None where the text does not say so once and for certain."""
    sure = [one for one in amounts if one.unit != "%" and one.value_max is None]
    stated = [one for one in sure if one.per == "year" and _covers(one, as_of)]
    for roles in _VALUE_ROLES:
        found = {(one.value, one.unit) for one in stated if one.role in roles}
        if found:
            return found.pop() if len(found) == 1 else None
    if not stated and (monthly := _monthly(sure, as_of)):
        return monthly.value * _MONTHS, monthly.unit
    totals = {(one.value, one.unit) for one in sure if one.role == "total" and one.per is None}
    begin, end = _day(agreement.valid_from, first_day), _day(agreement.valid_to, last_day)
    years = whole_years(begin, end) if begin and end else None
    if len(totals) != 1 or not years:
        return None
    value, unit = totals.pop()
    return (value / years).quantize(_ORE, ROUND_HALF_EVEN).normalize(), unit


def _monthly(amounts: Sequence[Amount], as_of: dt.date) -> Amount | None:
    """What is paid a month, where nothing else is paid."""
    paid = [one for one in amounts if one.role in _PAID]
    only = len({(one.value, one.unit) for one in paid}) == 1 and all(one.per == "month" for one in paid)
    return paid[0] if only and _covers(paid[0], as_of) else None


def _costs(facts: Iterable[Kept]) -> list[Amount]:
    """The amounts; without the sums of tables, of which nobody knows whether they are of the whole term."""
    of_table = (kept for kept in facts if not (kept.fact.rule == _OF_TABLE and _is_total(kept.fact.content)))
    return [kept.fact.content for kept in of_table if isinstance(kept.fact.content, Amount)]


def _is_total(content: Content) -> bool:
    return isinstance(content, Amount) and content.role == "total" and content.per is None


def _covers(amount: Amount, day: dt.date) -> bool:
    begin, end = _day(amount.from_, first_day), _day(amount.to, last_day)
    return not (begin and day < begin) and not (end and day > end)


def _parties(facts: Iterable[Kept], references: Sequence[Reference]) -> tuple[str, ...]:
    """Those bound, without those only of an agreement that this one replaces."""
    before = [one.evidence for one in references if one.relation == "replaces"]
    contents = (
        kept.fact.content
        for kept in facts
        if not any(clause.start <= kept.fact.start < clause.end for clause in before)
    )
    return tuple(dict.fromkeys(one.name for one in contents if isinstance(one, Party) and one.role == "party"))


def _named(named: Named, path: str | None, as_of: dt.date) -> Registered:
    """An agreement that is named and not held."""
    document, reference = named.named_by[0]
    return Registered(
        document=None,
        path=path,
        title=named.title,
        dnr=(named.dnr,) if named.dnr else (),
        date=named.date,
        parties=named.parties,
        agreement=Agreement(),
        as_of=as_of,
        reference=reference,
        named_in=document,
    )


def _masked(named: Named) -> Named:
    by = tuple((name, masked_reference(one)) for name, one in named.named_by)
    return replace(named, title=named.title and mask(named.title), parties=tuple(map(mask, named.parties)), named_by=by)


def _day(text: str | None, reading: Callable[[str], dt.date]) -> dt.date | None:
    try:
        return reading(text) if text else None
    except ValueError:
        return None
