"""Which words are names, and what they are called in the nominative."""

from __future__ import annotations

import pytest

from .finding import found, names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Stödet från Mora kommun betalas ut.", "Mora kommun"),
        ("Det är Sundsvalls kommuns sak.", "Sundsvalls kommun"),
        ("Enligt Region Dalarnas plan.", "Region Dalarna"),
        ("i region Jämtland Härjedalen finns", "Region Jämtland Härjedalen"),
        ("Havs- och vattenmyndighetens anslag", "Havs- och vattenmyndigheten"),
        ("Länsstyrelsen i Dalarnas län beslutade", "Länsstyrelsen i Dalarnas län"),
        ("Hyresnämnden i Umeå prövar tvisten.", "Hyresnämnden i Umeå"),
        ("av Nordviks Bygg & Betong AB i juni", "Nordviks Bygg & Betong AB"),
        ("Säljaren Tallåsens Trä HB svarar", "Tallåsens Trä HB"),
        ("hos Länstrafiken i Ådalen AB gäller", "Länstrafiken i Ådalen AB"),
        ("av Bergsnäs bygde- och kulturförening", "Bergsnäs bygde- och kulturförening"),
        ("av Bergsnäs Båtklubb", "Bergsnäs Båtklubb"),
        ("Föreningen Höga Näset Kokar ansöker", "Föreningen Höga Näset Kokar"),
        ("BIDRAG TILL BERGSNÄS HEMBYGDSFÖRENING R.F.", "Bergsnäs Hembygdsförening r.f."),
        ("Grebbtorps IF ordnar lopp.", "Grebbtorps IF"),
        ("Kvinnojouren Månskäran ansöker", "Kvinnojouren Månskäran"),
        ("Handelskammaren Mittland yttrar sig.", "Handelskammaren Mittland"),
        ("IF Metall Värmland deltar.", "IF Metall Värmland"),
        ("Forsakringskassan betalar", "Försäkringskassan"),
        ("enligt regionala utvecklingsnämndens beslut", "Regionala utvecklingsnämnden"),
        ("och barn-, kultur- och fritidsnämnden", "Barn-, kultur- och fritidsnämnden"),
        ("till kommunstyrelsens arbetsutskott", "Kommunstyrelsens arbetsutskott"),
        ("Nämnden för teknik, park och gata beslutar", "Nämnden för teknik, park och gata"),
        ("Rapporten gjordes åt LRF.", "LRF"),
        ("enligt Bergs Lokaltrafik AB i juni", "Bergs Lokaltrafik AB"),
        ("från Tallnäs Sparbanks Kulturstiftelse", "Tallnäs Sparbanks Kulturstiftelse"),
        ("hos Fastighets AB Norrnäs Torg finns", "Fastighets AB Norrnäs Torg"),
        ("av Tallnäsdepån i Östersund ek. för. i maj", "Tallnäsdepån i Östersund ek. för."),
        ("till Mekanikmuseet i Falun, ideell förening.", "Mekanikmuseet i Falun, ideell förening"),
        ("med Pohjolan Venekoulu ry om stöd", "Pohjolan Venekoulu ry"),
        ("gästas av Ansambel Kevad MTÜ", "Ansambel Kevad MTÜ"),
        ("hos Hälsinglands Visarkiv finns", "Hälsinglands Visarkiv"),
    ],
)
def test_organisation_by_its_name(text: str, name: str) -> None:
    assert names(text, "organisation") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Samverkan sker inom nätverket och regelverket, i hela Härjedalen.",
        "Projektet Fjällens Mat och programmet Interreg Sverige-Norge pågår.",
        "Nämnden, kommunen, regionen och föreningen är överens.",
        "Länets kommuner, förvaltningen och Ekonomienheten deltar.",
        "På sida 4 står vision och unionen.",
        "Kommunstyrelsens ordförande hälsar välkommen.",
        "Välj kommun i listan.",
        "Avtalsmall mellan NN kommun och XX AB",
        "KOSTNADER PER PERIOD OCH PARTNER",
        "En ek växer i Ek.",
        "Bron går över området vid Karin Larssons väg.",
    ],
)
def test_what_is_no_party(text: str) -> None:
    assert found(text) == {}


def test_each_municipality_of_an_enumeration() -> None:
    each = names("Åre, Bergs och Bräcke kommuner deltar.", "organisation")
    assert each == ["Åre kommun", "Bergs kommun", "Bräcke kommun"]


def test_each_university_of_a_plural() -> None:
    text = "ett samarbete mellan universiteten i Lund och Bergen"
    assert names(text, "organisation") == ["Universitetet i Lund", "Universitetet i Bergen"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mötet leddes av Maja Lindqvist i går.", "Maja Lindqvist"),
        ("Där talade Per-Olof af Klintfors länge.", "Per-Olof af Klintfors"),
        ("Enligt Karin Bergströms yrkande.", "Karin Bergström"),
        ("Xerxa Blomgårdh (S) yrkar bifall.", "Xerxa Blomgårdh"),
        ("Handläggare: Xerxa Blomgårdh", "Xerxa Blomgårdh"),
        ("Xerxa Blomgårdh, planarkitekt, visade kartan.", "Xerxa Blomgårdh"),
        ("Frågan besvarades av näringslivschef Xerxa Blomgårdh.", "Xerxa Blomgårdh"),
        ("Det sade Bjorn Lindqvist.", "Björn Lindqvist"),
    ],
)
def test_person_by_name_or_by_where_it_stands(text: str, name: str) -> None:
    assert names(text, "person") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Region Jämtland Härjedalen växer.",
        "UNESCO Creative Cities Network (UCCN) möts.",
        "Kontoret ligger på Anders Perssons gata 4.",
        "Projekt Nya Vägar, ett program, slutar.",
        "Kommundirektör och Ekonomichef deltog.",
    ],
)
def test_words_with_capitals_that_are_nobody(text: str) -> None:
    assert names(text, "person") == []


def test_name_runs_on_where_the_line_was_full() -> None:
    text = "Ansvarig för frågan om vägarna i kommunen är härefter Maja\nLindqvist-Berg, som nås på växeln."
    assert names(text, "person") == ["Maja Lindqvist-Berg"]


def test_name_ends_where_the_line_was_not_full() -> None:
    text = "Deltagande organisationer\nArbetsförmedlingen\nKarlstads universitet\nNaturkraft\n"
    assert names(text, "organisation") == ["Arbetsförmedlingen", "Karlstads universitet", "Naturkraft"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moderbolaget Granmon Invest AB går i borgen.", "Granmon Invest AB"),
        ("Havsforskningsinstitutet bidrar med material.", "Havsforskningsinstitutet"),
        ("Avtalet tecknades med Lappforsen Oy den 3 maj.", "Lappforsen Oy"),
        ("Provet gjordes av Nordwind GmbH i maj.", "Nordwind GmbH"),
    ],
)
def test_names_without_the_common_noun_and_of_foreign_companies(text: str, name: str) -> None:
    assert names(text, "organisation") == [name]


def test_who_is_asked_to_state_a_view_has_not_applied() -> None:
    text = "Protokoll\n\nSocialnämnden\n\nBegäran om yttrande från Inspektionen för vård och omsorg har kommit."
    assert found(text, "protokoll")["Inspektionen för vård och omsorg"].role == "mentioned"


def test_somebody_in_care_of_whom_a_party_is_written_to_is_its_contact() -> None:
    text = "Driftavtal\n\nMellan Granby kommun och Granbys Byförening, c/o Rut Lindgren, har avtalats detta."
    assert found(text, "avtal")["Rut Lindgren"].role == "official"
