"""One name for what an organisation is called, and what became of it."""

from __future__ import annotations

import datetime as dt

import pytest

from avtalsarkiv.swedish.organisations import canonical, key, lineage, names_on, other_names, same_party, successor


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("RJH", "Region Jämtland Härjedalen"),
        ("REGION  JÄMTLAND HÄRJEDALEN", "Region Jämtland Härjedalen"),
        ("Region Jamtland Harjedalen", "Region Jämtland Härjedalen"),
        ("SKL", "Sveriges Kommuner och Landsting"),
        ("Landstinget Jämtland", "Jämtlands läns landsting"),
        ("Statens jordbruksverk", "Jordbruksverket"),
        ("Göteborgs kommun", "Göteborgs stad"),
        ("Fjällviks Bagarlag", "Fjällviks Bagarlag"),
    ],
)
def test_canonical_name(name: str, full: str) -> None:
    assert canonical(name) == full


def test_abbreviation_counts_as_it_is_written() -> None:
    assert canonical("af") == "af"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Länsstyrelsen i Dalarnas län", "Länsstyrelsen Dalarna"),
        ("Länsstyrelsen i Stockholms län", "LÄNSSTYRELSEN STOCKHOLM"),
        ("Ådalens Nät AB (publ)", "Ådalens Nät"),
        ("AB Ådalens Nät", "Adalens Nät AB"),
        ("Trafikverket", "TRV"),
        ("Maja Ek", "MAJA EK"),
    ],
)
def test_same_party(one: str, other: str) -> None:
    assert same_party(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jämtlands läns landsting", "Region Jämtland Härjedalen"),
        ("SKL", "SKR"),
        ("Länsstyrelsen i Kalmar län", "Region Kalmar län"),
        ("Maja Ek", "Maja"),
    ],
)
def test_successors_and_namesakes_are_others(one: str, other: str) -> None:
    assert not same_party(one, other)


def test_successor_is_known_by_any_name() -> None:
    assert successor("Landstinget i Jämtlands län") == "Region Jämtland Härjedalen"
    assert successor("Region Jämtland Härjedalen") is None


def test_lineage_holds_all_before_and_after() -> None:
    assert lineage("MSB") == (
        "Statens räddningsverk",
        "Krisberedskapsmyndigheten",
        "Myndigheten för samhällsskydd och beredskap",
        "Myndigheten för civilt försvar",
    )


@pytest.mark.parametrize(
    ("year", "names"),
    [(2014, ("Jämtlands läns landsting", "Regionförbundet Jämtlands län")), (2015, ("Region Jämtland Härjedalen",))],
)
def test_names_on_a_day(year: int, names: tuple[str, ...]) -> None:
    assert names_on("RJH", dt.date(year, 6, 1)) == names


@pytest.mark.parametrize("name", ["", "---", "AB", "ك", "A" * 10_000])
def test_key_of_anything(name: str) -> None:
    assert key(name) == key(name)


def test_an_organisation_has_other_names() -> None:
    assert {"RJH", "Region Jämtland"} <= set(other_names("Region Jämtland Härjedalen"))
    assert "Region Jämtland Härjedalen" in other_names("RJH")
    assert other_names("Norrbygdens kommun") == ()
