"""Numbers and signs are set right where nothing else can have been printed, and left alone everywhere else."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

import pytest

from avtalsarkiv.corpus.model import Repair, Standing
from avtalsarkiv.ingest.repair.numbers import numeric_repairs
from avtalsarkiv.ingest.repair.patterns.style import Style

WORN: Final = (
    "Namnden beslutar att bevilja medel till foreningen och att betala 250 000 kr for aret och 45 500 kr med "
    "tillagg, om de har sokt det enligt avtalet. Andelen var 12 % av de tva. "
)
"""A page without å, ä and ö, in a document that spaces its amounts and its percentages."""
SWEDISH: Final = "Nämnden beslutar att bevilja medel till föreningen och att det görs enligt avtalet med stöd av § 2. "


def repaired(text: str, document: str | None = None) -> str:
    """The text with the repairs that are made."""
    for repair in reversed(made(text, document)):
        text = text[: repair.start] + repair.meant + text[repair.end :]
    return text


def made(text: str, document: str | None = None) -> list[Repair]:
    found = numeric_repairs(text, None if document is None else Style(document))
    return [repair for repair in found if repair.standing is Standing.MADE]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("högst 1800 000 kr till", "högst 1 800 000 kr till"),
        ("eller 1028 160 kr, dock", "eller 1 028 160 kr, dock"),
        ("Summa 2.034 000", "Summa 2 034 000"),
        ("avgift Okr för barn", "avgift 0 kr för barn"),
        ("7 289 O00 kr till", "7 289 000 kr till"),
        ("bidrag 81ikr", "bidrag 811 kr"),
        ("den 3l december 2024", "den 31 december 2024"),
        ("senast den | april", "senast den 1 april"),
        ("under 2O24 och", "under 2024 och"),
        ("daterad 2O24-01-l5.", "daterad 2024-01-15."),
        ("Ek (S) l:e vice ordförande", "Ek (S) 1:e vice ordförande"),
        ("enligt 3 kap. | § lagen", "enligt 3 kap. 1 § lagen"),
        ("justerare, 8§ 88-93", "justerare, §§ 88-93"),
        ("beslut $2025/01192 och 12021/02830", "beslut S2025/01192 och I2021/02830"),
        ("andelen är 30 Yo av", "andelen är 30 % av"),
        ("lagen (201 6:88 1) om", "lagen (2016:881) om"),
        ("lagen {2025:607) om", "lagen (2025:607) om"),
        ("Dnr RS 2024 /71", "Dnr RS 2024/71"),
        ("Dnr RUN /88/2021", "Dnr RUN/88/2021"),
        ("2024-01-01-—2024-12-31", "2024-01-01–2024-12-31"),
        ("2024-01-01~2024-12-31", "2024-01-01–2024-12-31"),
    ],
)
def test_what_can_be_nothing_else_is_set_right(seen: str, meant: str) -> None:
    assert repaired(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Personal 760 420 2160", "Personal 760 420 2 160"),
        ("kostar 1395 kr", "kostar 1 395 kr"),
        ("Lokaler 1240000 215 000", "Lokaler 1 240 000 215 000"),
        ("Lokaler 310 000 -1050", "Lokaler 310 000 -1 050"),
        ("andelen 35% av", "andelen 35 % av"),
        ("bidrag 450kr per", "bidrag 450 kr per"),
        ("lagen (2024: 1358).", "lagen (2024:1358)."),
        ("tiden 2024-01-01- 2024-12-31", "tiden 2024-01-01–2024-12-31"),
        ("Varor (3-5 88), formkrav (8 8),", "Varor (3-5 §§), formkrav (8 §),"),
    ],
)
def test_a_page_that_lost_its_letters_lost_spaces_that_its_other_numbers_have(seen: str, meant: str) -> None:
    assert repaired(WORN + seen) == WORN + meant


@pytest.mark.parametrize(
    "text",
    [
        "Personal 760 420 2160",
        "kostar 1395 kr",
        "andelen 35% av",
        "100.000 kr per år",
        "tiden 2024-01-01 - 2024-12-31",
        "anslag för 2024 500 tkr",
        "\n1045 250 kr",
        "under 2025 130 kr",
        "lagen (2024: 1358)",
    ],
)
def test_undamaged_pages_keep_their_ways_of_writing(text: str) -> None:
    assert repaired(SWEDISH + text) == SWEDISH + text


def test_an_amount_that_lost_the_space_before_its_unit_lost_the_others_too() -> None:
    assert repaired("Ek 12 500 kr\nAl 9 000 kr\nTall 581500kr") == "Ek 12 500 kr\nAl 9 000 kr\nTall 581 500 kr"


@pytest.mark.parametrize(
    "text",
    [
        "Box 4712",
        "tel 063-14 68 00",
        "Telefon: 0670 1234 000",
        "+46 63 1234 000",
        "konto 8327 012 345 678",
        "bankgiro 5050-1071",
        "fakturareferens 30880",
        "artikel: 4711000",
        "Ar 2024 2025 2026",
        "831 25 Storby",
        "projekt 20240115 12 000",
        "ISBN 978-91-1234-567-8",
    ],
)
def test_names_made_of_figures_are_no_amounts(text: str) -> None:
    assert repaired(WORN + text) == WORN + text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("enligt 35 $ andra stycket", "enligt 35 § andra stycket"),
        ("enligt 4 kap. 2 8, om", "enligt 4 kap. 2 §, om"),
        ("och 19 $$ ska", "och 19 §§ ska"),
        ("och 15 8§ denna", "och 15 §§ denna"),
        ("Karin Ek, $ 23-92", "Karin Ek, § 23-92"),
        ("\n$36 Anmälan", "\n§36 Anmälan"),
    ],
)
def test_section_signs_come_back(seen: str, meant: str) -> None:
    assert repaired(SWEDISH + seen) == SWEDISH + meant


@pytest.mark.parametrize(
    "text",
    [
        "Enligt § 4 är priset $20 per användare och år.",
        "Enligt § 4 kostar licensen $ 99 exkl. moms.",
        "Enligt § 4 är priset $31. Valutan är USD.",
    ],
)
def test_prices_in_dollars_are_no_sections(text: str) -> None:
    assert repaired(SWEDISH + text) == SWEDISH + text


@pytest.mark.parametrize("seen", ["845 Val", "8 45 Val", "S 45 Val"])
def test_a_heading_between_two_sections_is_one(seen: str) -> None:
    text = "§ 44 Mötet öppnas\n{}\n§ 46 Mötet avslutas"
    assert repaired(text.format(seen)) == text.format("§ 45 Val")


@pytest.mark.parametrize("text", ["It cost $20 and $ 30.", "The fee is $5.", "§ 44 Mötet\n845 platser\n§ 45 Val"])
def test_dollars_and_numbers_stay(text: str) -> None:
    assert numeric_repairs(text) == []


def test_headings_get_their_points_from_their_neighbours() -> None:
    seen = "1. Parter\n2, Hyra\n3. Tid\n3.1 Start\n32 Slut\n3.3 Avgift\n3,4 Vite\n4.1 Tvist"
    meant = "1. Parter\n2. Hyra\n3. Tid\n3.1 Start\n3.2 Slut\n3.3 Avgift\n3.4 Vite\n4.1 Tvist"
    assert repaired(seen) == meant


def test_lines_that_are_no_headings_stay() -> None:
    assert numeric_repairs("1.1 Start\n32 Stolar\n1.2 Slut\n7, Ek och Al") == []


@pytest.mark.parametrize("seen", ["556012- 3456", "556012—3456", "5560l2-3456"])
def test_a_check_digit_proves_a_number_that_was_cut_or_has_letters(seen: str) -> None:
    assert repaired(f"org.nr {seen}, Storby") == "org.nr 556012-3456, Storby"


def test_a_misread_number_is_set_right_only_by_the_same_number_elsewhere() -> None:
    assert repaired("org.nr 556612-3456") == "org.nr 556612-3456"
    assert repaired("org.nr 556612-3456", "org.nr 556012-3456 ...") == "org.nr 556012-3456"


def test_a_persons_number_is_at_most_suggested() -> None:
    (repair,) = numeric_repairs("född 800107-0001", Style("född 800101-0001"))
    assert (repair.meant, repair.standing) == ("800101-0001", Standing.SUGGESTED)


def test_a_page_takes_after_its_document() -> None:
    assert repaired("Lokaler 310 000 1395", WORN) == "Lokaler 310 000 1 395"


def test_repairs_lie_in_order_and_do_not_overlap() -> None:
    text = WORN + "2O24-01-l5 (2024: 1358) 1800 000 kr 35% Okr $36 den 3l maj l:e vice ordforande 450kr"
    found = numeric_repairs(text)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(text[repair.start : repair.end] == repair.seen != repair.meant for repair in found)


@pytest.mark.parametrize("text", ["", "Nämnden\x00beslutar", "1" * 9_999, "1 000 " * 9_999, "²³½ ٣٤٥٦ ٠٠٠ kr"])
def test_odd_texts_pass(text: str) -> None:
    assert numeric_repairs(text) == []
