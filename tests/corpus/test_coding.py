from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from avtalsarkiv.corpus.coding import Unfit, decoded, encoded, plain
from avtalsarkiv.corpus.facts import Agreement, Amount, Clause, Party, Reference, Ruling, Timing

CLAUSE = Clause(2, 10, 20, "tills vidare")


@pytest.mark.parametrize(
    "value",
    [
        Party("Norrbygdens kommun", "organisation", "party", org_nr="212000-1111"),
        Amount(Decimal("2500000.50"), "SEK", Decimal("3000000"), "year", "2021", "2022-03", hedge="about"),
        Timing("notice", duration="P6M"),
        Ruling("50", "1", None, "approve"),
        Agreement("signed", "2021-01-01", None, "until_further_notice", CLAUSE, "P3M", renews_itself=True),
        Reference("replaces", CLAUSE, "Avtal om vägen", parties=("Ås kommun", "Väg AB")),
    ],
)
def test_what_is_encoded_is_decoded_to_the_same(value: Any) -> None:
    assert decoded(type(value), json.loads(json.dumps(encoded(value)))) == value


def test_money_is_a_decimal_string_and_from_is_from() -> None:
    data = encoded(Amount(Decimal("2.5E+6"), "SEK", from_="2021"))
    assert (data["value"], data["from"], data["to"]) == ("2500000", "2021", None)


@pytest.mark.parametrize(
    ("number", "text"), [("12.50", "12.5"), ("100", "100"), ("-0.10", "-0.1"), ("1E+20", "100000000000000000000")]
)
def test_numbers_are_written_plainly(number: str, text: str) -> None:
    assert plain(Decimal(number)) == text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": 12.5}, "value: 12.5 is no number"),
        ({"value": "12 kr"}, "value: '12 kr' is no number"),
        ({"value": "NaN"}, "value: 'NaN' is no number"),
        ({"unit": "kr"}, "unit: 'kr' is not one of SEK"),
        ({"unit": None}, "unit: None is not one of SEK"),
        ({"payer": 5}, "payer: 5 is not of the type str"),
        ({"colour": "red"}, "colour: is no field of it"),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, object], said: str) -> None:
    with pytest.raises(Unfit, match=said):
        decoded(Amount, {"value": "1", "unit": "SEK", **change})


def test_a_value_that_must_be_there_is_missed() -> None:
    with pytest.raises(Unfit, match="unit: is missing"):
        decoded(Amount, {"value": "1"})
