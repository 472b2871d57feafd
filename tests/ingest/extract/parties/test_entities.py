"""Several mentions, one party."""

from __future__ import annotations

import pytest

from .finding import found, names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Länsstyrelsen i Dalarnas län och länsstyrelsen", ["Länsstyrelsen i Dalarnas län"]),
        ("Kommunstyrelsens arbetsutskott möts. Arbetsutskottet beslutar.", ["Kommunstyrelsens arbetsutskott"]),
        ("Region Jämtland Härjedalen och Region Jämtland", ["Region Jämtland Härjedalen"]),
        ("Tallåsens Trävaror AB. Av Tallåsens Travaror AB", ["Tallåsens Trävaror AB"]),
        ("Statens Vägråd AB (SVR) bygger. SVR betalar.", ["Statens Vägråd AB"]),
        ("Norrvikens Bygg 1 AB och Norrvikens Bygg 2 AB", ["Norrvikens Bygg 1 AB", "Norrvikens Bygg 2 AB"]),
        ("Region Västmanland och Region Värmland", ["Region Västmanland", "Region Värmland"]),
        (
            "Jämtlands läns landsting blev Region Jämtland Härjedalen.",
            ["Jämtlands läns landsting", "Region Jämtland Härjedalen"],
        ),
    ],
)
def test_forms_of_one_name(text: str, expected: list[str]) -> None:
    assert names(text, "organisation") == expected


def test_people_with_names_alike_stay_two() -> None:
    assert names("Anna Karlsson (S) och Anna Carlsson (M)", "person") == ["Anna Karlsson", "Anna Carlsson"]


def test_genitive_of_an_unknown_surname() -> None:
    assert names("Vidar Hällingsmo (L) talar. Vidar Hällingsmos yrkande.", "person") == ["Vidar Hällingsmo"]


def test_first_mention_without_the_genitive() -> None:
    assert list(found("Region Dalarnas bidrag. Region Dalarna betalar.")) == ["Region Dalarna"]


def test_number_stands_by_the_name() -> None:
    parties = found("Mellan Mora kommun, org.nr 212000-2213, och Tallåsens Trä AB (556016-0680) gäller", "avtal")
    assert {party.name: party.org_nr for party in parties.values()} == {
        "Mora kommun": "212000-2213",
        "Tallåsens Trä AB": "556016-0680",
    }


def test_numbers_of_two_columns() -> None:
    text = (
        "HYRESVÄRD                       HYRESGÄST\n"
        "Mora kommun                     Tallåsens Trä AB\n"
        "Org.nr 212000-2213              Org.nr 556016-0680\n"
    )
    assert [party.org_nr for party in found(text, "avtal").values()] == ["212000-2213", "556016-0680"]
