"""Amounts in their sentences: what they are for, who pays whom, and for what time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from avtalsarkiv.corpus.facts import Amount, Party
from avtalsarkiv.ingest.extract.dates import dates
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention
from avtalsarkiv.ingest.extract.roles import with_roles

_PARTIES = "Mellan Region Norrfjärd (Regionen), Lillviks kommun och Björkängens Byalag har detta avtal träffats.\n\n"
_NAMES = ("Region Norrfjärd", "Lillviks kommun", "Björkängens Byalag")


def _amounts(text: str, *printed: str, head: Head | None = None, rule: str = "amount.text") -> list[Amount]:
    """The amounts that are printed so, with what the text says of them."""
    structure = structured(f"{_PARTIES}{text}\n", head or Head("avtal"))
    found = [
        Mention(at, at + len(name), Party(name, "organisation", "party"), "party", 1)
        for name in _NAMES
        if (at := structure.text.find(name)) >= 0
    ]
    at = len(_PARTIES)
    for one in printed:
        at = structure.text.index(one, at)
        unit = "%" if one.endswith(("%", "procent")) else "SEK"
        found.append(Mention(at, at + len(one), Amount(Decimal(1), unit), rule, 1))  # type: ignore[arg-type]
        at += len(one)
    told = with_roles(structure, sorted([*found, *dates(structure, [])], key=lambda mention: mention.start))
    return [one.content for one in told if isinstance(one.content, Amount)]


@pytest.mark.parametrize(
    ("text", "payer", "payee"),
    [
        ("Regionen betalar 5 kr till Björkängens Byalag.", "Region Norrfjärd", "Björkängens Byalag"),
        ("Regionen beviljar Björkängens Byalag högst 5 kr för taket.", "Region Norrfjärd", "Björkängens Byalag"),
        ("Björkängens Byalag beviljas 5 kr av Regionen.", "Region Norrfjärd", "Björkängens Byalag"),
        ("Björkängens Byalag ansöker om 5 kr hos Lillviks kommun.", "Lillviks kommun", "Björkängens Byalag"),
        ("Regionen fakturerar Lillviks kommun 5 kr per år.", "Lillviks kommun", "Region Norrfjärd"),
        ("Vid försening betalar Lillviks kommun 5 kr i vite.", "Lillviks kommun", None),
        ("Kommunens andel är 5 kr.", "Lillviks kommun", None),
        ("Kostnaden finansieras med 5 kr av Regionen.", "Region Norrfjärd", None),
        ("Regionen och Lillviks kommun betalar 5 kr vardera.", None, None),
        ("Kostnaden är 5 kr.", None, None),
        ("Lillviks kommun har fått ett anbud på 5 kr.", None, None),
    ],
)
def test_who_pays_whom(text: str, payer: str | None, payee: str | None) -> None:
    (amount,) = _amounts(text, "5 kr")
    assert (amount.payer, amount.payee) == (payer, payee)


def test_a_verb_holds_for_the_next_who_pays() -> None:
    text = "Regionen bär 50 procent av kostnaden och Lillviks kommun 25 procent."
    assert [one.payer for one in _amounts(text, "50 procent", "25 procent")] == ["Region Norrfjärd", "Lillviks kommun"]


def test_rows_of_a_table_of_financing_have_their_payer() -> None:
    table = "Finansiering\n\nFinansiär            Belopp\nRegionen             5 kr\nLillviks kommun      6 kr\n"
    told = _amounts(table, "5 kr", "6 kr", rule="amount.table")
    assert [one.payer for one in told] == ["Region Norrfjärd", "Lillviks kommun"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Regionen beviljar Björkängens Byalag 5 kr.", "grant"),
        ("Regionen beviljar högst 5 kr.", "grant"),
        ("Regionen avsätter 5 kr för underhåll.", "budget"),
        ("Vid försening utgår vite med 5 kr.", "penalty"),
        ("Ersättningen får inte överstiga 5 kr.", "ceiling"),
        ("Hyran uppgår till 5 kr.", "payment"),
        ("Priset är totalt 5 kr.", "total"),
        ("Av summan avses en del, varav 5 kr för resor.", "part"),
        ("Köparen lämnar 5 kr, som handpenning.", "deposit"),
        ("Björkängens Byalag ansöker om 5 kr.", "proposed"),
        ("Enligt tidigare avtal betalades 5 kr.", "earlier_agreement"),
        ("Upphandlingar över 5 kr dokumenteras.", None),
        ("Vägen är bred och 5 kr nämns.", None),
    ],
)
def test_what_it_is_for(text: str, role: str | None) -> None:
    assert _amounts(text, "5 kr")[0].role == role


def test_the_same_in_other_figures_is_the_same() -> None:
    text = "Regionen har beviljat 50 % av kostnaden, det vill säga 5 kr."
    share, money = _amounts(text, "50 %", "5 kr")
    assert (money.role, money.payer) == (share.role, "Region Norrfjärd")


@pytest.mark.parametrize(
    ("text", "from_", "to"),
    [
        ("Regionen betalar 5 kr under 2024.", "2024", "2024"),
        ("Regionen betalar 5 kr per år 2021-2024.", "2021", "2024"),
        ("Regionen betalar 5 kr under perioden 2025-07-01–2026-06-30.", "2025-07-01", "2026-06-30"),
        ("Kostnaden beräknas till 5 kr till och med 2030.", None, "2030"),
        ("I budgeten för 2024, där 5 kr är avsatta, finns utrymme.", "2024", "2024"),
        ("Lillviks kommun fick 2017 ett bidrag på 5 kr.", "2017", "2017"),
        ("Kostnaden 2023 beräknas till 5 kr.", "2023", "2023"),
        ("Redovisningen för 2018 godkänns, samt att Regionen avsätter 5 kr.", None, None),
        ("Kostnaden har sedan 2019 varit 5 kr.", None, None),
        ("Skulden var 5 kr årsskiftet 2024/2025.", None, None),
        ("Regionen betalar 5 kr senast den 31 mars 2026.", None, None),
        ("Regionen betalar 5 kr. Projektet startade 2019.", None, None),
        ("Avtalet gäller 2026–2028. Kostnaden för hela avtalsperioden är 5 kr.", "2026", "2028"),
    ],
)
def test_the_time_it_is_for(text: str, from_: str | None, to: str | None) -> None:
    (amount,) = _amounts(text, "5 kr")
    assert (amount.from_, amount.to) == (from_, to)


def test_a_part_is_for_the_same_time() -> None:
    told = _amounts("Regionen betalar 5 kr under 2024, varav högst 3 kr till resor.", "5 kr", "3 kr")
    assert [one.from_ for one in told] == ["2024", "2024"]


def test_what_is_refused_is_rejected() -> None:
    minutes = "§ 4 Ansökan\n\nBjörkängens Byalag ansöker om 5 kr.\n\nBeslut\n\nAnsökan avslås.\n"
    assert _amounts(minutes, "5 kr", head=Head("protokoll"))[0].role == "rejected"
