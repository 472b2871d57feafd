"""Rows of tables that run over pages are no heads, and heads stay heads."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.amounts import unexplained
from avtalsarkiv.ingest.extract.layout.structure import Head, Zone
from avtalsarkiv.ingest.extract.layout.zones import structured

PAGES = 30
HEAD = "Norrbyns kommun            Leverantörsreskontra        {} (30)"
FOOT = "Norrbyns kommun, Box 12, 123 45 Norrby   Telefon 0123-390 000   Org.nr 212000-1234"


def furniture(pages: list[str]) -> list[str]:
    structure = structured("\f".join(pages), Head())
    return [structure.words_of(line).strip() for line in structure.of_zone(Zone.FURNITURE)]


def rows(page: int, row: str) -> str:
    return "\n".join(
        row.format(page=page, at=at, day=at % 27 + 1, sum=f"{page * 7 % 900 + 100} {at * 37 % 900 + 100}")
        for at in range(50)
    )


@pytest.mark.parametrize(
    "row",
    [
        "Leverantör {page}-{at} AB  F{page:03}{at:03}  2022-07-{day:02}  {sum}",
        "Leverantör {page}-{at} AB F{page:03}{at:03} 2022-07-{day:02} {sum}",
        "{page}{at:02}   Hyra av lokal   {sum},00",
        "Konto 5{page:02}{at:02}   Lokaler   {page}{at}   {at}{page}",
        "Elevresa {at} kr",
    ],
)
def test_rows_of_a_table_over_many_pages_are_never_furniture(row: str) -> None:
    pages = [f"{HEAD.format(page)}\n{rows(page, row)}\n{FOOT}" for page in range(1, PAGES + 1)]
    assert {line.split("   ")[0] for line in furniture(pages)} == {"Norrbyns kommun", FOOT.split("   ")[0]}
    assert len(furniture(pages)) >= 2 * PAGES - 1


@pytest.mark.parametrize("total", ["Summa sida {} 500 kr", "Delsumma   {} 500", "Transport till nästa sida {} 500,00"])
def test_sums_at_the_edges_of_pages_are_never_furniture(total: str) -> None:
    middle = ["Bron över ån målades.", "Skolan fick nytt tak i maj.", "Vintern var ovanligt kall."]
    pages = [f"{total.format(page)}\n{middle[page % 3]}\n{total.format(page + 10)}" for page in range(10, 40)]
    assert not [line for line in furniture(pages) if "500" in line]


def test_money_in_a_line_taken_for_furniture_is_shown_as_unexplained() -> None:
    structure = structured("Budget\n\nTexten.\n\nUtskrift av 12 500 000\n", Head())
    assert [clause.text for clause in unexplained(structure, [], [])] == ["Utskrift av 12 500 000"]
