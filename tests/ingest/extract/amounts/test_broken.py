"""Numbers that came apart, commas, and what shares one unit: nothing becomes a small wrong amount."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.amounts import unexplained
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured

from .amounts_found import brief, contents, mentions


@pytest.mark.parametrize(
    "text",
    [
        "Bidraget är 1 800 0\n00 kr.",
        "Hyran är 00 kr.",
        "Hyran är 0 000 kr.",
        "Priset är 1 8000 kr.",
        "Priset är 12 34 567 kr.",
        "Priset är 1 ,500 kr.",
        "Priset är 5OO kr.",
    ],
)
def test_the_rest_of_a_broken_number_is_no_amount_and_is_shown(text: str) -> None:
    assert brief(text) == []
    assert unexplained(structured(text, Head()), [], mentions(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("§ 12 40 000 kr", ["40000"]),
        ("Budget 2024 500 000 kr", ["500000"]),
        ("Ersättningen är 0 kr.", ["0"]),
        ("Ersättningen är 0,5 mnkr.", ["500000"]),
        ("Bidraget är 13,475 mkr.", ["13475000"]),
        ("Omsättningen är 1,234,567 kr.", ["1234567"]),
        ("Norrby 500, Sundby 300 och Väsby 100 tkr", ["500000", "300000", "100000"]),
        ("Kostnaden delas 60/40 procent.", ["60%", "40%"]),
        ("Kostnaden är 300-—400 tkr.", ["300000-400000"]),
        ("Kostnaden är 300—400 tkr.", ["300000-400000"]),
        ("MSEK 15", ["15000000"]),
        ("Etapp Belopp, mkr 1 2024", []),
        ("Regionen tillskjuter 512 miljoner till trafiken.", ["512000000"]),
        ("Regionen har 512 miljoner resenärer.", []),
    ],
)
def test_numbers_as_they_are_printed(text: str, found: list[str]) -> None:
    assert brief(text) == found


def test_a_column_of_units_says_per_what_prices_are() -> None:
    table = """Artikel          Enhet     Pris (kr)     Summa (kr)
Grävmaskin       tim           950          9 500
Vakt             dygn        2 400          4 800
Transport        st          1 400          1 400
"""
    assert [one.per for one in contents(table)] == ["hour", None, "day", None, "piece", None]


@pytest.mark.parametrize(
    ("text", "per"),
    [("Priset är 14 200 kr per flygtimme.", "hour"), ("Vite utgår med 8 000 kr per påbörjad kvart.", None)],
)
def test_per_what_a_sum_is(text: str, per: str | None) -> None:
    assert [one.per for one in contents(text)] == [per]


def test_an_exponent_is_no_number() -> None:
    assert mentions("Det kostar 10^12 kr.") == []
