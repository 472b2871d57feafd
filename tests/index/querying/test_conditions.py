"""What documents and pages are chosen by."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from avtalsarkiv.corpus import conditions as on
from avtalsarkiv.corpus.model import DOC_TYPES
from avtalsarkiv.index.querying import parse

from .asked import condition, words


@pytest.mark.parametrize(
    ("value", "least", "most"),
    [
        ("100000", "100000", "100000"),
        ("100 000", "100000", "100000"),
        ("100.000 kr", "100000", "100000"),
        ("1.000,50", "1000.50", "1000.50"),
        ("99.50", "99.50", "99.50"),
        (">100000", "100000.01", None),
        ("> 100 000 kronor", "100000.01", None),
        (">=100000", "100000", None),
        ("≥100000", "100000", None),
        ("<2 mkr", None, "1999999.99"),
        ("<=2,5 mnkr", None, "2500000"),
        ("=50 tkr", "50000", "50000"),
        ("50tkr", "50000", "50000"),
        ("1,5 miljoner kronor", "1500000", "1500000"),
        ("100000..2 mkr", "100000", "2000000"),
        ("1..2 mkr", "1000000", "2000000"),
        ("1-2 mkr", "1000000", "2000000"),
        ("100 000 – 200 000", "100000", "200000"),
        ("..50000", None, "50000"),
        ("50000..", "50000", None),
        ("50000…60000", "50000", "60000"),
        ("60000..50000", "50000", "60000"),
    ],
)
def test_amounts(value: str, least: str | None, most: str | None) -> None:
    wanted = on.Costing(*(Decimal(bound) if bound else None for bound in (least, most)))
    assert condition(f"belopp:{value}") == condition(f'amount:"{value}"') == wanted


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2021", "2021", "2021"),
        ("2021-03", "2021-03", "2021-03"),
        ("2021-3-4", "2021-03-04", "2021-03-04"),
        ("20210304", "2021-03-04", "2021-03-04"),
        ("mars 2021", "2021-03", "2021-03"),
        ("4 mars 2021", "2021-03-04", "2021-03-04"),
        ("4/3 2021", "2021-03-04", "2021-03-04"),
        ("2021..2024", "2021", "2024"),
        ("2019-2021", "2019", "2021"),
        ("2019–2021", "2019", "2021"),
        ("2021-03..maj 2022", "2021-03", "2022-05"),
        ("..2020", None, "2020"),
        ("2020..", "2020", None),
        ("2024..2021", "2021", "2024"),
        (">2020", "2021", None),
        (">2020-05", "2020-06", None),
        (">2020-12", "2021-01", None),
        (">2020-12-31", "2021-01-01", None),
        (">=2020-05", "2020-05", None),
        ("<2020", None, "2019"),
        ("<2020-01", None, "2019-12"),
        ("<2020-03-01", None, "2020-02-29"),
        ("<=2020", None, "2020"),
    ],
)
def test_dates(value: str, first: str | None, last: str | None) -> None:
    assert condition(f"datum:{value}") == condition(f'year:"{value}"') == on.Dated(first, last)
    assert condition(f"gäller:{value}") == on.InForce(first, last)


@pytest.mark.parametrize("value", ["idag", "i dag", "nu", "today"])
def test_today(value: str) -> None:
    today = dt.date.today().isoformat()
    assert condition(f"gäller:{value}") in (on.InForce(today, today), on.InForce(dt.date.today().isoformat()))


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("sida:3", on.OnPage(3, 3)),
        ("sida:2..5", on.OnPage(2, 5)),
        ("page:2-5", on.OnPage(2, 5)),
        ("sida:>3", on.OnPage(4)),
        ("dnr:KS/2024/117", on.Registered("KS/2024/117")),
        ("dnr:ks 2024-117", on.Registered("ks 2024-117")),
        ('dnr:"XU 17/2024"', on.Registered("XU 17/2024")),
        ("instans:kommunstyrelsen", on.DecidedBy("kommunstyrelsen")),
        ('nämnd:"norra nämnden"', on.DecidedBy("norra nämnden")),
        ("anmärkning:ja", on.Questioned()),
        ("typ:avtal,", on.OfType("avtal")),
        ("Typ:Protokollet", on.OfType("protokoll")),
        ("type:minutes", on.OfType("protokoll")),
        ("typ:tjansteskrivelser", on.OfType("tjansteskrivelse")),
        ("typ:ansökningar", on.OfType("ansokan")),
        ("type:agreements", on.OfType("avtal")),
    ],
)
def test_other_fields(question: str, wanted: on.Condition) -> None:
    assert condition(question) == wanted


@pytest.mark.parametrize("doc_type", DOC_TYPES)
def test_each_type_has_a_name(doc_type: str) -> None:
    assert condition(f"typ:{doc_type}") == on.OfType(doc_type)


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("belopp:50 tkr simhall", ["simhall"]),
        ("belopp:>100000 2023", ["2023"]),
        ("belopp>100 000 simhall", ["simhall"]),
        ("typ: avtal simhall", ["simhall"]),
        ("simhall datum:3 mars 2021 avtal", ["simhall", "avtal"]),
        ("datum:2021 - simhall", ["simhall"]),
        ("dnr:KS 2024/117 simhall", ["simhall"]),
        ("dnr:117 2024", ["2024"]),
        ("vad typ:avtal", []),
    ],
)
def test_a_value_ends_where_the_next_word_begins(question: str, rest: list[str]) -> None:
    assert words(question) == rest
    assert len(parse(question).conditions) == 1


@pytest.mark.parametrize("question", ["Datum: 2021-03-04", "Beslut: bifall", "Dnr: KS 2024/117"])
def test_lines_of_a_document_are_words(question: str) -> None:
    query = parse(question)
    assert query.words
    assert not (query.strict or query.conditions or query.notes)


@pytest.mark.parametrize(
    "question",
    [
        "belopp:många", "belopp:>", "belopp:..", "belopp:>1..2", "belopp:1e9", "belopp:9999999999999999",
        "belopp:1,2,3", "datum:2021-13", "datum:2021-02-30", "datum:0000", "datum:31 februari 2021", "år:19",
        "sida:första", "dnr:simhall", "gäller:alltid", "typ:simhall", "typ:()", "anmärkning:kanske", "instans:12",
    ],
)  # fmt: skip
def test_a_value_that_cannot_be_read_is_searched_for_as_words(question: str) -> None:
    query = parse(f"{question} avtal")
    assert not (query.conditions or query.strict)
    assert "avtal" in [word.text for word in query.words]
    assert question == "typ:()" or any("is not" in note for note in query.notes)
