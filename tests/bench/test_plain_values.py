from __future__ import annotations

import pytest

from avtalsarkiv.bench.plain_values import amount_in, span_in


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("3,6 mnkr", "3600000", "SEK"),
        ("1.750 tkr", "1750000", "SEK"),
        ("420 000 kronor", "420000", "SEK"),
        ("850:-", "850", "SEK"),
        ("−85 tkr", "-85000", "SEK"),
        ("12,5 procent", "12.5", "%"),
        ("0,3 miljoner euro", "300000", "EUR"),
    ],
)
def test_plain_amounts(words: str, value: str, unit: str) -> None:
    assert amount_in(words) == {"value": value, "unit": unit}


def test_a_bare_number_takes_the_scale_of_its_column() -> None:
    assert amount_in("1 030", "tkr") == {"value": "1030000", "unit": "SEK"}


@pytest.mark.parametrize("words", ["1 030", "tolv kronor", "300–400 tkr", "7 (sju) kronor"])
def test_what_is_not_plain_is_left_to_the_writer(words: str) -> None:
    with pytest.raises(ValueError, match="say value and unit"):
        amount_in(words)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("Måndagen den 4 september 2017", "2017-09-04", "2017-09-04"),
        ("2026–2028", "2026", "2028"),
        ("från den 1 mars 2025 till den 31 mars 2028", "2025-03-01", "2028-03-31"),
        ("mars 2025 - december 2027", "2025-03", "2027-12"),
    ],
)
def test_plain_dates(words: str, first: str, last: str) -> None:
    assert span_in(words) == {"from": first, "to": last}


@pytest.mark.parametrize("words", ["1 mars–30 april 2024", "28/5 2024", "i våras", "31 februari 2024"])
def test_dates_that_are_not_plain_are_left_to_the_writer(words: str) -> None:
    with pytest.raises(ValueError, match=r"say from and to|day is out of range|day \d+ must be"):
        span_in(words)
