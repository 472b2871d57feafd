from __future__ import annotations

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from avtalsarkiv.corpus.facts import Agreement, Amount, Clause, Content, Party, Reference
from avtalsarkiv.ledger.registering import Registered, yearly
from avtalsarkiv.tests.facts import BOLAG, KOMMUN, archive, document, stating

DAY = dt.date(2025, 6, 1)
LIFE = Agreement("signed", "2024-01-01", "2025-12-31", "fixed", notice="P6M")


def one(agreement: Agreement) -> Registered:
    return Registered("ab", None, None, (), None, (), agreement, DAY)


def test_the_register_says_who_until_when_and_for_how_much(tmp_path: Path) -> None:
    made = archive(tmp_path, stating(document(), agreement=LIFE), stating(document(name="cd"), {}))
    [found] = made.agreements(as_of=DAY)
    assert found.parties == (KOMMUN.name, BOLAG.name)
    assert (found.notice_day, found.in_force) == (dt.date(2025, 6, 30), True)
    assert (found.yearly_value, found.unit) == (Decimal(12500), "SEK")


@pytest.mark.parametrize(
    ("life", "in_force"),
    [
        (LIFE, True),
        (replace(LIFE, valid_to="2025-05-31"), False),
        (replace(LIFE, valid_to="2025-05-31", renews_itself=True), None),
        (replace(LIFE, valid_to="2025-05-31", ends="earliest_possible"), None),
        (replace(LIFE, valid_from="2026"), False),
        (replace(LIFE, valid_to=None, ends="until_further_notice"), True),
        (replace(LIFE, valid_to=None, ends="unknown"), None),
        (replace(LIFE, status="draft"), False),
        (Agreement(), None),
    ],
)
def test_in_force_is_said_only_where_it_is_known(life: Agreement, in_force: bool | None) -> None:
    assert one(life).in_force is in_force


@pytest.mark.parametrize(
    ("life", "notice_day"),
    [
        (LIFE, dt.date(2025, 6, 30)),
        (replace(LIFE, valid_to="2025"), dt.date(2025, 6, 30)),
        (replace(LIFE, notice=None), None),
        (replace(LIFE, valid_to=None), None),
        (replace(LIFE, valid_to="2025-02-31"), None),
        (replace(LIFE, notice="P9999Y"), None),
    ],
)
def test_notice_day_is_the_end_less_the_notice(life: Agreement, notice_day: dt.date | None) -> None:
    assert one(life).notice_day == notice_day


@pytest.mark.parametrize(("within", "found"), [("P12M", 1), ("P213D", 1), ("P212D", 0), ("P1W", 0)])
def test_expiring_are_those_that_end_within_the_time(tmp_path: Path, within: str, found: int) -> None:
    draft = stating(document(name="cd"), {}, agreement=replace(LIFE, status="draft"))
    made = archive(tmp_path, stating(document(), agreement=LIFE), draft)
    assert len(list(made.agreements(expiring=within, as_of=DAY))) == found


KR = Amount(Decimal(100), "SEK")


@pytest.mark.parametrize(
    ("amounts", "value"),
    [
        ([replace(KR, per="year")], 100),
        ([replace(KR, per="year"), replace(KR, per="year", value=Decimal(100))], 100),
        ([replace(KR, per="year"), replace(KR, per="year", value=Decimal(200))], None),
        (
            [
                replace(KR, per="year", from_="2024", to="2024"),
                replace(KR, per="year", from_="2025", value=Decimal(200)),
            ],
            200,
        ),
        ([replace(KR, per="year", role="penalty")], None),
        ([replace(KR, per="year", role="total"), replace(KR, per="year", value=Decimal(2), role="payment")], 100),
        ([replace(KR, role="total")], 50),
        ([replace(KR, role="total"), replace(KR, value=Decimal(7), role="total")], None),
        ([replace(KR, role="total", unit="%")], None),
        ([replace(KR, per="month", role="payment")], 1200),
        ([replace(KR, per="month"), replace(KR, per="month", value=Decimal(200))], None),
        ([replace(KR, per="month"), replace(KR, role="payment")], None),
        ([replace(KR, per="month"), replace(KR, role="penalty")], 1200),
        ([KR], None),
        ([], None),
    ],
)
def test_yearly_value_is_said_only_where_it_is_certain(amounts: list[Amount], value: int | None) -> None:
    found = yearly(amounts, LIFE, DAY)
    assert found == (None if value is None else (Decimal(value), "SEK"))


def test_what_is_named_and_not_held_is_registered_once(tmp_path: Path) -> None:
    where = Clause(2, 80, 90, "ersätter samverkansavtalet från 2018")
    named = Reference("replaces", where, "samverkansavtalet", date="2018")
    held = Reference("amends", where, dnr="KS 2021/7")
    decision = Reference("mentions", where, date="2018-05-02", body="Kommunstyrelsen", paragraph="7")
    first = stating(document(), {}, references=(named, held, named, decision))
    second = stating(document(name="cd", dnr=("KS-2021-7",)), {}, references=(named,))
    [found] = archive(tmp_path, first, second).agreements(as_of=DAY)
    assert (found.held, found.title, found.date, found.named_in) == (False, "samverkansavtalet", "2018", first.id)


def test_what_extends_an_agreement_puts_its_end_off(tmp_path: Path) -> None:
    where = Clause(1, 0, 5, "Avtal")
    first = stating(document(dnr=("KS 2021/7",), date="2023-12-01"), agreement=LIFE)
    longer = Agreement("signed", "2026-01-01", "2027-12-31", "fixed")
    extends = Reference("extends", where, dnr="KS 2021/7")
    second = stating(
        document(("Förlängning av avtal",), "cd", date="2025-11-01"), {}, agreement=longer, references=(extends,)
    )
    found, _ = archive(tmp_path, first, second).agreements(as_of=DAY)
    assert (found.extended_to, found.notice_day) == ("2027-12-31", dt.date(2027, 6, 30))


def test_what_extends_the_successor_does_not_extend_what_it_replaced(tmp_path: Path) -> None:
    where = Clause(1, 0, 5, "Avtal")
    ends = Agreement("signed", "2026-01-01", "2027-12-31", "fixed")
    first = stating(document(dnr=("KS 2021/7",), date="2023-12-01"), agreement=LIFE)
    second = stating(
        document(("Nytt avtal",), "cd", dnr=("KS 2025/9",), date="2025-11-01"),
        {},
        agreement=ends,
        references=(Reference("replaces", where, dnr="KS 2021/7"),),
    )
    third = stating(
        document(("Tillägg",), "ef", date="2027-11-01"),
        {},
        agreement=replace(ends, valid_to="2029-12-31"),
        references=(Reference("extends", where, dnr="KS 2025/9"),),
    )
    ends_put_off = [found.extended_to for found in archive(tmp_path, first, second, third).agreements(as_of=DAY)]
    assert ends_put_off == [None, "2029-12-31", None]


@pytest.mark.parametrize(("day", "in_force"), [(DAY, True), (dt.date(2025, 8, 1), False)])
def test_what_terminates_an_agreement_ends_it(tmp_path: Path, day: dt.date, in_force: bool) -> None:
    where = Clause(1, 0, 5, "Avtal")
    held = stating(document(dnr=("KS 2021/7",), date="2023-12-01"), agreement=LIFE)
    ends = Reference("terminates", where, dnr="KS 2021/7", until="2025-07-31")
    letter = stating(document(("Uppsägning",), "cd", date="2025-01-15"), {}, references=(ends,))
    [found] = archive(tmp_path, held, letter).agreements(as_of=day)
    assert (found.in_force, found.notice_day, found.last_day) == (in_force, None, dt.date(2025, 7, 31))
    assert [(one.document, one.inverse) for one in found.changes] == [(letter.id, "terminated_by")]


def test_an_agreement_not_terminated_in_time_goes_on() -> None:
    renewing = replace(LIFE, renews_itself=True)
    assert not one(renewing).goes_on
    assert replace(one(renewing), as_of=dt.date(2025, 7, 1)).goes_on


def test_who_was_bound_only_by_the_agreement_before_is_no_party(tmp_path: Path) -> None:
    texts = ("Viks kommun och Ny Taxi AB. Avtalet ersätter avtal om taxi med Gamla Taxi AB daterat 2020-01-01.",)
    parties: dict[str, Content] = {
        name: Party(name, "organisation", "party") for name in ("Viks kommun", "Ny Taxi AB", "Gamla Taxi AB")
    }
    replaced = Reference("replaces", Clause(1, texts[0].index("ersätter"), len(texts[0]), ""), date="2020-01-01")
    made = archive(tmp_path, stating(document(texts), parties, agreement=LIFE, references=(replaced,)))
    assert next(iter(made.agreements(as_of=DAY))).parties == ("Viks kommun", "Ny Taxi AB")
