"""What is told beside a question becomes what documents must meet."""

from __future__ import annotations

from decimal import Decimal

import pytest

from avtalsarkiv.corpus.conditions import (
    Condition,
    Costing,
    Dated,
    DecidedBy,
    InForce,
    Naming,
    OfType,
    Questioned,
    Registered,
)
from avtalsarkiv.corpus.errors import UsageError
from avtalsarkiv.selection import Options, conditions


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ({}, []),
        ({"date_from": None, "party": (), "with_findings": False, "valid": None}, []),
        ({"date_from": "2021"}, [Dated("2021", None)]),
        ({"date_from": "2021", "date_to": "2022-03"}, [Dated("2021", "2022-03")]),
        ({"valid": "2018"}, [InForce("2018", "2018")]),
        ({"valid": "2018-05-01..2020"}, [InForce("2018-05-01", "2020")]),
        ({"valid": "..2020"}, [InForce(None, "2020")]),
        ({"valid": "2020.."}, [InForce("2020", None)]),
        ({"doc_type": "avtal", "dnr": "KS 1/2024"}, [OfType("avtal"), Registered("KS 1/2024")]),
        ({"body": "Byggnadsnämnden", "with_findings": True}, [DecidedBy("Byggnadsnämnden"), Questioned()]),
        ({"party": "Norrby"}, [Naming("Norrby")]),
        ({"party": ("Norrby", "Sydby")}, [Naming("Norrby"), Naming("Sydby")]),
        ({"min_amount": "100 000"}, [Costing(Decimal(100000), None)]),
        ({"min_amount": "0", "max_amount": "12,50"}, [Costing(Decimal(0), Decimal("12.50"))]),
    ],
)
def test_options_are_conditions(options: Options, expected: list[Condition]) -> None:
    assert sorted(conditions(options), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("given", ["igår", "2021-13", "2018..igår", "..", "2018..2019..2020"])
def test_what_is_no_time_is_said_to_be_none(given: str) -> None:
    with pytest.raises(UsageError, match="is no time; write 2021"):
        conditions({"valid": given})
