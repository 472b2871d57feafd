"""What the lists of the repair promise: form, coverage, and that no line names a person."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Final

import pytest

DATA: Final = Path(__file__).parents[3] / "ingest" / "repair" / "data"
LANGUAGES: Final = ("danish.txt", "english.txt", "finnish.txt", "french.txt", "german.txt", "norwegian.txt")
LEAST: Final = {
    **dict.fromkeys(LANGUAGES, 450),
    "places.txt": 4_000,
    "given_names.txt": 3_000,
    "surnames.txt": 9_000,
    "bodies.txt": 1_000,
    "admin_words.txt": 10_000,
    "english.txt": 8_000,
}
"""Entries of each list."""
COUNTIES: Final = (
    *("Blekinge", "Dalarnas", "Gotlands", "Gävleborgs", "Hallands", "Jämtlands", "Jönköpings", "Kalmar", "Kronobergs"),
    *(
        "Norrbottens",
        "Skåne",
        "Stockholms",
        "Södermanlands",
        "Uppsala",
        "Värmlands",
        "Västerbottens",
        "Västernorrlands",
    ),
    *("Västmanlands", "Västra Götalands", "Örebro", "Östergötlands"),
)
MUNICIPALITIES: Final = 290
MOST_BYTES: Final = 2_000_000


def lines(name: str) -> list[str]:
    return (DATA / name).read_text(encoding="utf-8").splitlines()


def entries(name: str) -> dict[str, list[str]]:
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines(name)}


def test_lists_are_described() -> None:
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in readme for name in LEAST)


@pytest.mark.parametrize("name", LEAST)
def test_list_is_composed_sorted_and_without_repetition(name: str) -> None:
    words = [line.split("\t")[0] for line in lines(name)]
    assert words == sorted(set(words))
    assert all(unicodedata.is_normalized("NFC", word) and word == word.strip() != "" for word in words)


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_list_has_not_lost_words(name: str, least: int) -> None:
    assert len(lines(name)) >= least


def test_lists_stay_small() -> None:
    assert sum((DATA / name).stat().st_size for name in LEAST) < MOST_BYTES


@pytest.mark.parametrize("name", ["given_names.txt", "surnames.txt"])
def test_name_stands_alone(name: str) -> None:
    assert not [word for word in entries(name) if " " in word or not word[0].isupper()]


@pytest.mark.parametrize("name", ["places.txt", "given_names.txt", "surnames.txt"])
def test_band_is_a_number_of_digits(name: str) -> None:
    assert {len(fields) for fields in entries(name).values()} == {1}
    assert all(0 <= int(band) <= 8 for (band,) in entries(name).values())


@pytest.mark.parametrize(
    "name", ["english.txt", "danish.txt", "finnish.txt", "french.txt", "german.txt", "norwegian.txt"]
)
def test_bits_are_those_of_words_in_running_text(name: str) -> None:
    bits = [int(bits) for (bits,) in entries(name).values()]
    assert 3 <= min(bits) <= 6
    assert max(bits) <= 17


def test_each_municipality_is_a_place_and_a_body() -> None:
    named = [body.removesuffix(" kommun") for body in entries("bodies.txt") if body.endswith(" kommun")]
    places = entries("places.txt")
    assert len(named) == MUNICIPALITIES
    assert [name for name in named if name not in places and name.removesuffix("s") not in places] == ["Falu"]


@pytest.mark.parametrize("county", COUNTIES)
def test_county_is_a_place_and_has_a_board(county: str) -> None:
    assert f"{county} län" in entries("places.txt")
    assert f"Länsstyrelsen i {county} län" in entries("bodies.txt")


@pytest.mark.parametrize(
    ("body", "years"),
    [
        ("Jämtlands läns landsting", ["", "2014"]),
        ("Region Jämtland Härjedalen", ["2015", ""]),
        ("Vägverket", ["", "2010"]),
        ("Tillväxtverket", ["2009", ""]),
        ("Regionala utvecklingsnämnden", ["", ""]),
    ],
)
def test_body_has_the_years_of_its_name(body: str, years: list[str]) -> None:
    assert entries("bodies.txt")[body] == years


def test_years_are_years_in_their_order() -> None:
    years = [(int(first or 1900), int(last or 2100)) for first, last in entries("bodies.txt").values()]
    assert [(first, last) for first, last in years if not 1900 <= first <= last <= 2100] == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("places.txt", ["Vemdalsskalet", "Åre", "Funäsdalen", "Ljungdalen", "Västra Götaland", "Mölndal", "Trøndelag"]),
        ("given_names.txt", ["Åsa", "Håkan", "Hakan", "Göran", "Goran", "Márjá", "Zeljko", "Jörgen", "Jørgen"]),
        ("surnames.txt", ["Sjöström", "Hammarén", "Byström", "Löfgren", "Ahlén", "Jonsson", "Jönsson", "Hodžić"]),
        (
            "admin_words.txt",
            ["tjänsteskrivelse", "justeringsperson", "regionråd", "mnkr", "återremissen"],
        ),
    ],
)
def test_words_that_must_be_known(name: str, words: list[str]) -> None:
    assert [word for word in words if word not in entries(name)] == []


@pytest.mark.parametrize("word", ["manga", "varld", "faststall", "pa", "lagga", "lat", "namnd", "arende"])
def test_no_word_is_one_that_has_lost_its_dots(word: str) -> None:
    assert word not in entries("admin_words.txt")
