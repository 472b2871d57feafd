from __future__ import annotations

import pytest

from avtalsarkiv.swedish.personnummer import mask, spans


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("850101-1238", "******-****"),
        ("19850101-1238", "********-****"),
        ("850101+1238", "******+****"),
        ("850101 1238", "****** ****"),
        ("19850101 1238", "******** ****"),
        ("198501011238", "************"),
        ("188501011238", "************"),
        ("8501011236", "**********"),
        ("850161-1238", "******-****"),
        ("850101-123T", "******-****"),
        ("-850101-1238", "-******-****"),
        ("850101-1238-", "******-****-"),
        ("850101-\n    1238", "******-\n    ****"),
    ],
)
def test_a_number_is_masked_digit_by_digit(number: str, masked: str) -> None:
    assert mask(f"Arrendator {number}, Norrby") == f"Arrendator {masked}, Norrby"


@pytest.mark.parametrize("dash", [*"\u00ad\u2010\u2011\u2012\u2013\u2014\u2212", "-\u00ad", "\u00ad-", " - "])
def test_any_dash_may_join_the_parts(dash: str) -> None:
    assert mask(f"850101{dash}1238") == f"******{dash}****"


@pytest.mark.parametrize("number", ["85O101-1238", "850101-123B", "85OI01-1238", "S50101-l238"])
def test_two_digits_may_be_misread_as_letters(number: str) -> None:
    assert mask(number) == "******-****"


@pytest.mark.parametrize("number", ["8SOI01-1238", "85O1011238", "85O101 1238"])
def test_more_letters_or_letters_without_a_dash_make_no_number(number: str) -> None:
    assert mask(number) == number


@pytest.mark.parametrize(
    "text",
    [
        "org.nr 212000-2775",
        "orgnr 16556000-1238",
        "momsreg. 165560001238",
        "dnr 2021-1238",
        "2024-01-01",
        "20240101-20241231",
        "240101-241231",
        "den 20240101 1500",
        "0701-234567",
        "063-14 90 210",
        "0701234567",
        "bankgiro 5050-1063",
        "850 101 1238 kr",
        "8501011238",
        "Mål 1234-850101-1238",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert mask(text) == text


def test_a_span_is_the_number_with_its_separator() -> None:
    assert spans("Bo 850101-1238 och 212000-2775") == [(3, 14)]
