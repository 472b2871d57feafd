"""What parties are to each kind of document."""

from __future__ import annotations

from typing import Final

import pytest

from .finding import found, roles

AGREEMENT: Final = """SAMARBETSAVTAL

Mellan Region Dalarna, org.nr 232100-0180, nedan kallad Regionen, och Tallåsens Trä AB,
nedan kallat Bolaget, har följande avtal träffats.

1 Bakgrund
Skogsstyrelsen har granskat planen, och regionstyrelsen beslutade den 3 maj 2021 om samarbetet.

2 Kontaktpersoner
Regionen: Xerxa Blomgårdh, utvecklingsstrateg
Bolagets kontaktperson: Kim Lindqvist

Falun den 6 juni 2021                      Mora den 8 juni 2021

För Region Dalarna                         För Bolaget

...........................                ...........................
Anna Öbrink                                Sten Eklund
Regiondirektör                             Verkställande direktör
"""
MINUTES: Final = """Mora kommun                         PROTOKOLL
Socialnämnden                       2020-09-15

Närvarande: Ulrik Svedberg (S) ordförande, Anneli Knutas (M) och Tove af Ekenstam (V)
Frånvarande: Kerstin Hallbo (SD)
Övriga närvarande: Förvaltningschef Inger Dahlqvist, nämndsekreterare Liselotte Brännvall

§ 61 Val av justerare
Anneli Knutas utses att justera protokollet.

§ 62 Bidrag
Kvinnojouren Månskäran ansöker om 80 000 kr. Maria Holm från Tallåsens Trä AB informerar.
Socialstyrelsen ändrar sina riktlinjer.

Beslut
Socialnämnden beslutar att bevilja Kvinnojouren Månskäran 60 000 kr.

Vid protokollet
Liselotte Brännvall
"""
NOTES: Final = """Minnesanteckningar från samverkansrådet

Deltagare

Helge Nordin, Region Västerbotten, ordförande
Cajsa Wiklund, Sorsele kommun
Lindgren, Maja (Malå kommun)
Förhinder: Mats Grahn, Fjällens Hus

Xerxa Blomgårdh, Norrlandia Konsult, redovisar förstudien.
"""
LETTER: Final = """Mora kommun                              TJÄNSTESKRIVELSE
Kommunledningskontoret                   2019-05-20
Xerxa Blomgårdh

Till kommunstyrelsen

Föreningen Dalaskog har ansökt om bidrag. Skogsstyrelsen stödjer det.

Torbjörn Lindqvist                       Xerxa Blomgårdh
Kommundirektör                           Utredare

Beslutet skickas till
Eva Frisk, ekonomienheten
"""
APPLICATION: Final = """Ansökan om stöd

Sökande:          Strömsunds kommun
Sökt stöd:        2 100 000 kr
Kontaktperson:    Kim Lindqvist, utvecklare

I partnerskapet ingår: Mittuniversitetet, LRF och Torsta AB.

Tillväxtverket                     2 100 000
Region Jämtland Härjedalen           900 000

Strömsund den 3 maj 2021

Gun Hedlund
Kommundirektör
"""


@pytest.mark.parametrize(
    ("doc_type", "text", "expected"),
    [
        (
            "avtal",
            AGREEMENT,
            {
                "Region Dalarna": "party",
                "Tallåsens Trä AB": "party",
                "Skogsstyrelsen": "mentioned",
                "Regionstyrelsen": "decision_maker",
                "Xerxa Blomgårdh": "official",
                "Kim Lindqvist": "official",
                "Anna Öbrink": "signatory",
                "Sten Eklund": "signatory",
            },
        ),
        (
            "protokoll",
            MINUTES,
            {
                "Mora kommun": "mentioned",
                "Socialnämnden": "decision_maker",
                "Ulrik Svedberg": "official",
                "Anneli Knutas": "signatory",
                "Tove af Ekenstam": "member",
                "Kerstin Hallbo": "member",
                "Inger Dahlqvist": "official",
                "Liselotte Brännvall": "official",
                "Kvinnojouren Månskäran": "party",
                "Maria Holm": "official",
                "Tallåsens Trä AB": "mentioned",
                "Socialstyrelsen": "mentioned",
            },
        ),
        (
            "protokoll",
            NOTES,
            {
                "Samverkansrådet": "decision_maker",
                "Helge Nordin": "official",
                "Region Västerbotten": "member",
                "Cajsa Wiklund": "member",
                "Sorsele kommun": "member",
                "Maja Lindgren": "member",
                "Malå kommun": "member",
                "Mats Grahn": "member",
                "Fjällens Hus": "member",
                "Xerxa Blomgårdh": "official",
                "Norrlandia Konsult": "mentioned",
            },
        ),
        (
            "tjansteskrivelse",
            LETTER,
            {
                "Mora kommun": "party",
                "Xerxa Blomgårdh": "official",
                "Kommunstyrelsen": "mentioned",
                "Föreningen Dalaskog": "party",
                "Skogsstyrelsen": "mentioned",
                "Torbjörn Lindqvist": "signatory",
                "Eva Frisk": "mentioned",
            },
        ),
        (
            "ansokan",
            APPLICATION,
            {
                "Strömsunds kommun": "party",
                "Kim Lindqvist": "official",
                "Mittuniversitetet": "member",
                "LRF": "member",
                "Torsta AB": "member",
                "Tillväxtverket": "party",
                "Region Jämtland Härjedalen": "mentioned",
                "Gun Hedlund": "signatory",
            },
        ),
    ],
)
def test_roles(doc_type: str, text: str, expected: dict[str, str]) -> None:
    assert roles(text, doc_type) == expected


@pytest.mark.parametrize(
    ("name", "title", "represents"),
    [
        ("Anna Öbrink", "Regiondirektör", "Region Dalarna"),
        ("Sten Eklund", "Verkställande direktör", "Tallåsens Trä AB"),
        ("Xerxa Blomgårdh", "Utvecklingsstrateg", "Region Dalarna"),
        ("Kim Lindqvist", None, "Tallåsens Trä AB"),
    ],
)
def test_whom_people_act_for(name: str, title: str | None, represents: str) -> None:
    person = found(AGREEMENT, "avtal")[name]
    assert (person.title, person.represents) == (title, represents)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Kim Lindqvist, vd, Tallåsens Trä AB", "Verkställande direktör"),
        ("Kim Lindqvist (S), 1:e vice ordf", "1:e vice ordförande"),
        ("Tf. regional utvecklingsdirektör Kim Lindqvist", "Tf. regional utvecklingsdirektör"),
        ("Ordföranden, Kim Lindqvist (S), hälsar välkommen.", "Ordförande"),
        ("Kim Lindqvist, mark- och exploateringschef", "Mark- och exploateringschef"),
        ("Kim Lindqvist\nFörvaltningschef Regional utveckling, Region Dalarna", "Förvaltningschef Regional utveckling"),
    ],
)
def test_titles_in_full(line: str, title: str) -> None:
    assert found(line)["Kim Lindqvist"].title == title


@pytest.mark.parametrize(
    "text",
    [
        "köpekontrakt mellan Mora kommun och Tallåsens Trä AB om mark",
        "(1) Mora kommun, 792 80 Mora; och\n(2) Tallåsens Trä AB",
        "Beställare: Mora kommun\nKonsult:    Tallåsens Trä AB",
    ],
)
def test_who_is_bound(text: str) -> None:
    opening = "AVTAL\n\nmellan\n\n" if text.startswith("(") else "AVTAL\n\n"
    assert set(roles(opening + text, "avtal").values()) == {"party"}


@pytest.mark.parametrize(
    ("text", "doc_type", "name", "role"),
    [
        ("Vilka?  Kim Lindqvist, Mora kommun", "protokoll", "Mora kommun", "member"),
        ("Lämnat återbud: Kim Lindqvist (Mora kommun)", "protokoll", "Kim Lindqvist", "member"),
        ("Förutsättning är att tekniska nämnden godkänner avtalet.", "avtal", "Tekniska nämnden", "decision_maker"),
        ("Svar på Skolinspektionens föreläggande", "tjansteskrivelse", "Skolinspektionen", "party"),
        ("Finansiär     Vinnova", "rapport", "Vinnova", "party"),
        ("Förvaltande myndighet     Tillväxtverket", "ansokan", "Tillväxtverket", "party"),
        ("Norsk kontakt     Kim Lindqvist, rektor", "ansokan", "Kim Lindqvist", "official"),
        ("Frågor om rapporten: Kim Lindqvist, controller", "rapport", "Kim Lindqvist", "official"),
    ],
)
def test_who_is_what_by_the_words_around(text: str, doc_type: str, name: str, role: str) -> None:
    assert roles(f"Rubrik\n\nText om ärendet.\n\n{text}\n", doc_type)[name] == role
