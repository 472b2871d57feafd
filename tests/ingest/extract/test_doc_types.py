from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.head.doc_types import doc_type_of


@pytest.mark.parametrize(
    ("head", "doc_type"),
    [
        ("Norrbyns kommun                          PROTOKOLL          1(12)", "protokoll"),
        ("P R O T O K O L L", "protokoll"),
        ("Minnesanteckningar från styrgruppen för samverkansavtalet", "protokoll"),
        ("Protokollsutdrag\nKommunstyrelsen", "protokoll"),
        ("Kommunstyrelsens sammanträdesprotokoll", "protokoll"),
        ("Norrbyns kommun\nKALLELSE\nKommunstyrelsen", "ovrigt"),
        ("Föredragningslista", "ovrigt"),
        ("DELEGATIONSBESLUT\nHandläggare: Ada Björk", "tjansteskrivelse"),
        ("Tjänsteutlåtande\nAnsökan om bidrag från Sörbyns IF", "tjansteskrivelse"),
        ("Norrbyns kommun       TJÄNSTESKRIVELSE\nTilläggsavtal med Sörbyns IF", "tjansteskrivelse"),
        ("Länsstyrelsen i Norrbyns län      BESLUT\nBidrag till våtmark", "ovrigt"),
        ("Medfinansieringsintyg", "avtal"),
        ("Avsiktsförklaring om vätgas", "avtal"),
        ("Tilläggsavtal nr 2 till hyreskontrakt 4417", "avtal"),
        ("ÖVERENSKOMMELSE\nom läkarmedverkan", "avtal"),
        ("Förbundsordning för Norrbyns räddningstjänstförbund", "avtal"),
        ("K Ö P E K O N T R A K T", "avtal"),
        ("Utkast till samverkansavtal", "avtal"),
        ("Bilaga 2 till samverkansavtal", "avtal"),
        ("Ramavtal för konsulttjänster", "avtal"),
        ("Upplåtelseavtal", "avtal"),
        ("Reglemente för kommunstyrelsen", "ovrigt"),
        ("Delegationsordning för socialnämnden", "ovrigt"),
        ("FAKTURA\nFakturanr 4711", "ovrigt"),
        ("Yttrande över ansökan om tillstånd", "ovrigt"),
        ("Remissvar: Ny plan för transporter", "ovrigt"),
        ("Rekvisition av medel enligt avtal", "ovrigt"),
        ("Motion om belysning", "ovrigt"),
        ("Slutrapport för projektet Ljus", "rapport"),
        ("Årsredovisning 2023", "rapport"),
        ("Ekonomisk redovisning", "rapport"),
        ("Lägesrapport 2", "rapport"),
        ("Verksamhetsberättelse 2022", "rapport"),
        ("Projektansökan\nProjektets namn: Ljus", "ansokan"),
        ("Ansökan om medfinansiering enligt avtal", "ansokan"),
        ("Norrbyns kommun\nAnmälan av delegationsbeslut\nNr  Datum       Ärende            Delegat", "ovrigt"),
        ("SOCIALNÄMNDEN            DELEGATIONSBESLUT\nNr    Datum       Ärende                  Delegat   Belopp\n"
         "1     2024-01-02  Avtal om städning       AB        100", "ovrigt"),
        ("Norrbyns kommun\nEn ny väg till Sörbyn", None),
    ],
)  # fmt: skip
def test_the_first_kind_of_document_that_the_head_names_is_its_type(head: str, doc_type: str | None) -> None:
    assert doc_type_of(None, [head.split("\n")]) == doc_type


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        ("Mötet öppnas\nVal av justerare\n§ 1\nMötet avslutas", "protokoll"),
        (
            "Projekt: Ljus\n\nÄrendebeskrivning\nSörbyn är mörk.\n\nBeslutsunderlag\nAnsökan om bidrag",
            "tjansteskrivelse",
        ),
        ("Sökande   Sörbyns IF\nSökt stöd   100 000 kr\nProjektperiod  2024", "ansokan"),
        ("Parter\nNorrbyns kommun och Sörbyns IF\nAvtalstid\nTvå år.", "avtal"),
        ("Sörbyns IF\nFakturadatum 2024-01-02\nAtt betala 100 kr", "ovrigt"),
        ("Hej!\nVi ses på torsdag.", None),
    ],
)
def test_a_document_without_a_name_shows_its_type_by_how_it_is_built(text: str, doc_type: str | None) -> None:
    assert doc_type_of(None, [text.split("\n")]) == doc_type


@pytest.mark.parametrize("subject", ["Ansökan från Sörbyns IF om medel", "Avtal om skidspår", "Slutrapport Ljus"])
def test_the_kind_in_the_letterhead_goes_before_the_subject(subject: str) -> None:
    assert doc_type_of(subject, [["Region Norrbyn", "Ada Björk", subject, "TJÄNSTESKRIVELSE"]]) == "tjansteskrivelse"
    assert doc_type_of(subject, [["Region Norrbyn", subject, "Dnr 7/2024        BESLUT"]]) == "ovrigt"
