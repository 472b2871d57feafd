from __future__ import annotations

import pytest

from .amounts_found import brief, contents, mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bidraget är 41 566 461 kronor.", ["41566461"]),
        ("Bidraget är 420\u00a0000\u00a0kronor.", ["420000"]),
        ("Bidraget är 1\u2009250\u2009000 kr.", ["1250000"]),
        ("Bidraget är 400\n000 kronor.", ["400000"]),
        ("Priset är 1.750 tkr.", ["1750000"]),
        ("Priset är 1.100.000 kr.", ["1100000"]),
        ("Priset är 150.000,50 kr.", ["150000.5"]),
        ("Nyckeln kostar 850:- och låset 500,-.", ["850", "500"]),
        ("Milersättningen är 18:50 kr.", ["18.5"]),
        ("Stödet är 1 045 210 kr SEK.", ["1045210"]),
        ("De lägger 30tkr, 40 kkr och 50 TKR.", ["30000", "40000", "50000"]),
        ("Utfallet blev 49,2 mkr, 3 MSEK och 2,5 mnkr.", ["49200000", "3000000", "2500000"]),
        ("Staten satsar ca 30 mdkr och 1,2 miljarder kronor.", ["30000000000", "1200000000"]),
        ("Handeln omsätter 2 250 miljarder USD.", ["2250000000000 USD"]),
        ("Den kostar 45 000 euro, 12 500 € eller 300 NOK.", ["45000 EUR", "12500 EUR", "300 NOK"]),
        ("Bidraget är SEK 500 000 eller kr 5 000.", ["500000", "5000"]),
        ("Avgiften är 75 öre.", ["0.75"]),
        ("Ersättningen är 12 kronor och 50 öre.", ["12.5"]),
    ],
)
def test_sums_are_read_as_they_are_printed(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vitet är tolvtusen kronor.", ["12000"]),
        ("Vitet är femtio tusen kronor.", ["50000"]),
        ("Vitet är tvåhundrafemtiotusen kronor.", ["250000"]),
        ("Taket är en halv miljon kronor.", ["500000"]),
        ("Taket är två och en halv miljoner kronor.", ["2500000"]),
        ("Priset är en miljon tvåhundratusen (1 200 000) kronor.", ["1200000"]),
        ("Priset är 7 000 000 (sju miljoner) kronor.", ["7000000"]),
        ("Priset är 500 000 kr (femhundratusen kronor).", ["500000"]),
        ("Insatsen är noll kronor.", ["0"]),
        ("Beloppen anges i tusen kronor.", []),
    ],
)
def test_sums_in_words_are_read(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Det kostar 300-400 tkr.", ["300000-400000"]),
        ("Det kostar 1,2–1,4 miljoner kronor.", ["1200000-1400000"]),
        ("Det kostar mellan 2 och 3 mnkr.", ["2000000-3000000"]),
        ("Det kostar tre till fyra miljoner kronor.", ["3000000-4000000"]),
        ("Det kostar 300 tkr–400 tkr.", ["300000-400000"]),
        ("Det kostar 5-10 000 kr.", ["5000-10000"]),
        ("Avgiften höjs från 400 till 500 kr.", ["400", "500"]),
        ("Bidraget höjs med 350 kronor till 1 300 kronor.", ["350", "1300"]),
    ],
)
def test_a_range_is_one_amount(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De betalar 400 000, 300 000 och 200 000 kronor.", ["400000", "300000", "200000"]),
        ("Med 400 tkr 2024, 300 tkr 2025.", ["400000", "300000"]),
        ("Under 2024 och 500 000 kr 2025.", ["500000"]),
        ("Punkt 3 och 400 kr.", ["400"]),
        ("Kostnaderna täcks med 40 procent respektive 75 procent.", ["40%", "75%"]),
    ],
)
def test_a_row_of_numbers_shares_its_unit(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Resultatet är -60,3 mkr.", ["-60300000"]),
        ("Avvikelsen blev \u221281,9 mkr.", ["-81900000"]),
        ("Avvikelsen blev +1 074 tkr.", ["1074000"]),
        ("Utfallet var minus 3 mnkr.", ["-3000000"]),
        ("Bidraget – 500 000 kr – betalas ut.", ["500000"]),
    ],
)
def test_signs_are_read(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "I kommunen bor 12 400 personer på 3 450 km2.",
        "Tfn 063-14 90 210, bankgiro 5050-1055, org.nr 212000-9417.",
        "Se § 45 och sida 12 kl. 13.00.",
        "Projektet söker 1:1-medel.",
        "Nära 30 miljoner människor jobbar där.",
        "Antalet resor var 3 miljoner.",
        "Räntan är referensräntan plus 8 procentenheter.",
    ],
)
def test_other_numbers_are_no_amounts(text: str) -> None:
    assert brief(text) == []


def test_bare_millions_are_money_where_money_is_spoken_of() -> None:
    assert brief("Statsbidragen ökade med 4,9 miljarder. Kostnaden är 170 miljoner per år.") == [
        "4900000000",
        "170000000",
    ]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("670 000 kr per år", "year"),
        ("15,9 mnkr/år", "year"),
        ("90 000 kr årligen", "year"),
        ("2 100 kr per kvm och år", "year"),
        ("15 000 kr per år och kommun", "year"),
        ("475 kr per plats och månad", "month"),
        ("43 000 kr exklusive moms per år", "year"),
        ("550 kr/h", "hour"),
        ("780 kr per nedlagd timme", "hour"),
        ("3 000 kr per dag", "day"),
        ("321 300 kr per kvartal", "quarter"),
        ("850:- per styck", "piece"),
        ("29 500 kr per anslutning", "piece"),
        ("1 190 kr per utryckning", "piece"),
        ("10 tkr per påbörjad vecka", None),
        ("högst 50 000 kr per delleverans", None),
        ("en årlig ram på 2,4 mnkr", "year"),
        ("Kostnaden per deltagare blev 15 430 kr", "piece"),
        ("500 000 kr i år", None),
    ],
)
def test_what_a_sum_is_per(text: str, per: str | None) -> None:
    assert [one.per for one in contents(text)] == [per]


def test_neighbours_share_what_a_sum_is_per() -> None:
    text = (
        "Avgiften höjs från 45 000 kr till 60 tkr per år. Den är årlig, 2,4 mnkr, varav en miljon kronor från kommunen."
    )
    assert [one.per for one in contents(text)] == ["year"] * 4


@pytest.mark.parametrize(
    ("text", "vat"),
    [
        ("Priset är 1 000 kr exkl. moms.", "excl"),
        ("Hyran är 500 kr, totalt 6 000 kr exklusive mervärdesskatt.", "excl"),
        ("Priset är 1 000 kr inklusive moms.", "incl"),
        ("Priset är 1 000 kr. Moms tillkommer.", "excl"),
        ("Priset är 1 000 kr. Moms tillkommer inte.", None),
        ("Samtliga belopp anges exklusive moms. Arbetet kostar 1 000 kr.", "excl"),
    ],
)
def test_what_is_said_of_vat(text: str, vat: str | None) -> None:
    assert {one.vat for one in contents(text)} == {vat}


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("ca 30 mdkr", "about"),
        ("drygt 165 000 kr", "about"),
        ("dock högst 400 000 kr", "at_most"),
        ("borgen intill ett belopp om 400 000 kr", "at_most"),
        ("Ersättningen får inte överstiga 1,9 Mkr", "at_most"),
        ("minst 10 miljoner kronor", "at_least"),
        ("precis 400 kr", None),
    ],
)
def test_how_exactly_a_sum_is_meant(text: str, hedge: str | None) -> None:
    assert [one.hedge for one in contents(text)] == [hedge]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bidraget är 1O0 000 kr.", "100000"),
        ("Bidraget är l 200 kr.", "1200"),
        ("Bidraget är 25,000 kr.", "25000"),
        ("Bidraget är 99999999999999999999 kr.", "99999999999999999999"),
        ("Bidraget är 500 000 kr (fyrahundratusen kronor).", "500000"),
    ],
)
def test_doubtful_sums_say_so(text: str, found: str) -> None:
    assert brief(text) == [found]
    assert [(bool(mention.doubt), mention.confidence < 0.9) for mention in mentions(text)] == [(True, True)]


def test_text_is_number_and_unit() -> None:
    text = "Hyran uppgår till högst 1 285 200 kronor per år exklusive moms."
    [mention] = mentions(text)
    assert text[mention.start : mention.end] == "1 285 200 kronor"
