from __future__ import annotations

import time

import pytest

from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.tables import ColumnKind, Table, tables

from .amounts_found import brief, contents


def read(text: str) -> list[Table]:
    return list(tables(structured(text, Head())))


BUDGET = """Budget (tkr)

Kostnadsslag               2026      2027      Totalt
Personal                    760       980       1 740
Resor                        45         0          45
Summa                       805       980       1 785
"""
WRAPPED = """Aktivitet                Ansvarig          Kostnad (kr)
Workshop med alla        Region Norrby     120 000
kommuner i länet
Slutkonferens            Norrby kommun      80 000
"""
OVER_PAGES = """Aktivitet                Kostnad (kr)
Workshop                 120 000
Protokoll                                                    2 (4)
\fProtokoll                                                    3 (4)
Slutkonferens             80 000
Summa                    200 000
"""
GROUPED = """Resultaträkning (tkr)

                     Utfall      Budget    Avvikelse
Intäkter
Region Norrby         1 535       1 620         -85
Kostnader
Personal               -972        -900         -72
Resultat                  0           0           –
"""
CELL_BY_CELL = """Aktivitet Beskrivning Startdatum -
Slutdatum
Kostnad

Mässor för

företag i hela länet.

2020-07-01 -
2021-06-30

400 384

Utställning

90 000
"""


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BUDGET, ["760000", "980000", "1740000", "45000", "0", "45000", "805000", "980000", "1785000"]),
        (WRAPPED, ["120000", "80000"]),
        (OVER_PAGES, ["120000", "80000", "200000"]),
        (GROUPED, ["1535000", "1620000", "-85000", "-972000", "-900000", "-72000", "0", "0"]),
        (CELL_BY_CELL, ["400384", "90000"]),
        ("Part\tAntal platser\tBelopp (kr)\nNorrby\t24\t500 000\nSundby\t12\t200 000\n", ["500000", "200000"]),
        ("Finansiär   Belopp   Andel\nRegion Norrby   500 000   50 %\nTotalt   1 000 000   100 %\n",
         ["500000", "50%", "1000000", "100%"]),
        ("Post        Kostnad\nResor         5 000\nLogi              0\nÖvrigt            –\n", ["5000", "0"]),
        ("Investeringsbudget MKR\nSkolan            33,0\nVägar              2,5\n", ["33000000", "2500000"]),
        ("Kommunerna betalar:\n\n    Norrby       300 tkr\n    Sundby       200 tkr\n", ["300000", "200000"]),
        ("Total kostnad      Sökt stöd\n4 200 000          2 100 000\n", ["4200000", "2100000"]),
        ("Artikel       Antal     À-pris     Summa\nStol             25      1 000    25 000\n", ["1000", "25000"]),
    ],
)  # fmt: skip
def test_every_number_under_money_is_an_amount(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sökt belopp:    2 500 000\nAntal deltagare:    1 200\n", ["2500000"]),
        ("Total projektkostnad (kr)       1 250 000\n", ["1250000"]),
        ("Totalkostnad (tkr): 750\n", ["750000"]),
        ("Budget 2024\n", []),
    ],
)
def test_a_label_may_name_money(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Deltagare per år\n\nKommun          2022     2023\nNorrby         1 250    1 310\n",
        "Resultat av enkäten\n\nFråga                Andel\nNöjda                 78 %\n",
        "Namn             Telefon\nAnna Ek          063-14 90 210\n",
    ],
)
def test_tables_of_other_things_hold_no_amounts(text: str) -> None:
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (BUDGET, [("2026", "2026"), ("2027", "2027"), (None, None)] * 3),
        (CELL_BY_CELL, [("2020-07-01", "2021-06-30"), (None, None)]),
        (
            "År       Belopp       Rekvisition senast\n2025     350 000      2025-11-30\nSumma    350 000\n",
            [("2025", "2025"), (None, None)],
        ),
        (
            "Aktivitet     Startdatum   Slutdatum    Kostnad\nMöten         2026-01-01   2026-06-30    40 000\n",
            [("2026-01-01", "2026-06-30")],
        ),
    ],
)
def test_rows_and_columns_tie_amounts_to_a_time(text: str, terms: list[tuple[str | None, str | None]]) -> None:
    assert [(one.from_, one.to) for one in contents(text)] == terms


@pytest.mark.parametrize(
    ("text", "per", "vat"),
    [
        ("Kategori       Timpris exkl. moms\nKonsult                 850\n", "hour", "excl"),
        ("Det innebär följande belopp per år:\n\n    Norrby       300 tkr\n", "year", None),
        ("Priserna i tabellen är i kronor exkl. moms.\n\nVara      Styckpris\nStol          850\n", "piece", "excl"),
        ("Kostnader per år (kr)\n\n2018        1 268 450\n", None, None),
    ],
)
def test_headers_and_titles_say_per_what_and_vat(text: str, per: str | None, vat: str | None) -> None:
    assert [(one.per, one.vat) for one in contents(text)] == [(per, vat)]


def test_a_table_shows_its_columns_and_sum_rows() -> None:
    [table] = read(BUDGET)
    assert table.title == "Budget (tkr)"
    assert [column.kind for column in table.columns] == [ColumnKind.LABEL, *[ColumnKind.MONEY] * 3]
    assert [(row.label, row.is_sum) for row in table.rows] == [("Personal", False), ("Resor", False), ("Summa", True)]


def test_many_pages_take_linear_time() -> None:
    rows = "Personal och tjänster          1 760       980       420\n" * 4000
    text = f"Budget (tkr)\nKostnadsslag                    2026      2027      2028\n{rows}"
    began = time.process_time()
    assert len(brief(text)) == 12000
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    ("piece", "times"),
    [
        ("1234567890", 20000),
        ("123 ", 50000),
        ("50 procent av ", 5000),
        ("kostnad   500 000   ", 5000),
        ("\n", 50000),
        ("Kostnad\n500 000\n", 3000),
        ("مرحبا ١٢٣ ", 5000),
    ],
)
def test_any_text_is_read_in_bounded_time(piece: str, times: int) -> None:
    began = time.process_time()
    brief(piece * times)
    assert time.process_time() - began < 5
