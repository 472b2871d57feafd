from __future__ import annotations

from itertools import pairwise

import pytest

from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import IdentifierKind

K = IdentifierKind


def found(text: str) -> list[tuple[IdentifierKind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in identifiers(structured(text, Head()))]


@pytest.mark.parametrize(
    "number",
    [
        "RS/333/2023", "RUN/34/2018", "RUN/280//2023", "00322/2026", "Ks 123/2024", "040-207/2002", "2014/KS 0012 001",
        "2023/KS 0362", "KS 2018/124", "BKU 2018/1", "2023KS133", "KS2026/1005", "2012-KS0600 / 003", "KSN-2016-1422",
        "KSF-2022-00486", "KS 2023-00686", "2025.489 KS", "KU.2017.91", "KS/2018:4", "TRV 2015/10014",
        "S2014/6324/SFÖ", "HEL 2020-013928", "NKBY/660/10.04.00.01/2022", "run/319/2022",
    ],
)  # fmt: skip
def test_a_case_is_known_without_a_label(number: str) -> None:
    assert found(f"Enligt ärendet ({number}) gäller detta.") == [(K.DNR, number)]


@pytest.mark.parametrize("number", ["2018/639", "12/5722", "102-274-04", "09-160.20", "257-2012-1.2.6", "RV180949"])
def test_a_case_is_known_by_its_label(number: str) -> None:
    assert found(f"Dnr {number}\n") == [(K.DNR, number)]


@pytest.mark.parametrize("writing", ["RUN 319/2022", "RUN/319/2022", "run-319/2022", "RUN319/2022"])
def test_a_case_has_one_normal_form(writing: str) -> None:
    (case,) = identifiers(structured(f"Dnr {writing}", Head()))
    assert case.normal == "run 2022 319"


@pytest.mark.parametrize(
    "writing",
    [
        "556000-4615", "5560004615", "556000–4615", "556000−4615", "556000-\n4615", "16556000-4615", "165560004615",
        "SE556000461501", "SE 556000461501", "556000 - 4615",
    ],
)  # fmt: skip
def test_an_organisation_has_one_normal_form(writing: str) -> None:
    (one,) = identifiers(structured(f"Norrby Bygg AB, org.nr {writing}, och", Head()))
    assert (one.kind, one.normal, one.valid) == (K.ORGNR, "556000-4615", True)


def test_a_wrong_check_digit_is_said() -> None:
    (one,) = identifiers(structured("Norrby Bygg AB (556000-4616)", Head()))
    assert (one.kind, one.valid) == (K.ORGNR, False)


def test_the_third_digit_tells_a_person_from_an_organisation() -> None:
    assert found("Sökande 811218-9876 och 556000-4615") == [(K.PERSONNUMMER, "811218-9876"), (K.ORGNR, "556000-4615")]


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("lagen (2017:725)", K.SFS, "2017:725"),
        ("SFS 2017:725 gäller", K.SFS, "SFS 2017:725"),
        ("SOSFS 2008:14", K.SFS, "SOSFS 2008:14"),
        ("prop. 2017/18:91", K.SFS, "prop. 2017/18:91"),
        ("bet. 2017/18:KU12", K.SFS, "bet. 2017/18:KU12"),
        ("förordning (EU) 2016/679", K.SFS, "(EU) 2016/679"),
        ("förordning (EU) nr 1303/2013", K.SFS, "(EU) nr 1303/2013"),
        ("direktiv 2014/24/EU", K.SFS, "2014/24/EU"),
        ("enligt artikel 6.1 c", K.SFS, "artikel 6.1 c"),
        ("9 kap. 37 § KL", K.SFS, "9 kap. 37 §"),
        ("12 kap. 55 d §", K.SFS, "12 kap. 55 d §"),
        ("KL 4 kap 7§", K.SFS, "4 kap 7§"),
        ("6:33 Kommunallagen", K.SFS, "6:33"),
        ("§ 4:40", K.PARAGRAF, "§ 4:40"),
        ("§§ 57-64, 66", K.PARAGRAF, "§§ 57-64, 66"),
        ("§ 4 och 11", K.PARAGRAF, "§ 4 och 11"),
        ("3 § första stycket", K.PARAGRAF, "3 §"),
        ("Paragrafer 102 - 119", K.PARAGRAF, "Paragrafer 102 - 119"),
        ("enligt Kf 87", K.PARAGRAF, "Kf 87"),
        ("bankgiro 991-2478", K.ACCOUNT, "991-2478"),
        ("plusgiro 3 21 38-0", K.ACCOUNT, "3 21 38-0"),
        ("Bg: 5050-1055", K.ACCOUNT, "5050-1055"),
        ("bankkonto 8327-9, 123 456 789-0", K.ACCOUNT, "8327-9, 123 456 789-0"),
        ("GLN 7300009004812", K.ACCOUNT, "7300009004812"),
        ("Peppol-id 0007:5560004615", K.ACCOUNT, "0007:5560004615"),
        ("fakturareferens ZZ30880", K.ACCOUNT, "ZZ30880"),
        ("SE45 5000 0000 0583 9825 7466", K.ACCOUNT, "SE45 5000 0000 0583 9825 7466"),
        ("0250-31 90 44", K.CONTACT, "0250-31 90 44"),
        ("063-14 90 210", K.CONTACT, "063-14 90 210"),
        ("tel 0701234567", K.CONTACT, "0701234567"),
        ("+46 70-123 45 67", K.CONTACT, "+46 70-123 45 67"),
        ("växel 149 00", K.CONTACT, "149 00"),
        ("a.b@norrby.se", K.CONTACT, "a.b@norrby.se"),
        ("www.norrby.se/avtal/2024", K.CONTACT, "www.norrby.se/avtal/2024"),
        ("831 27 Östersund", K.CONTACT, "831 27 Östersund"),
        ("83127 Östersund", K.CONTACT, "83127 Östersund"),
        ("SE-831 27 ÖSTERSUND", K.CONTACT, "SE-831 27 ÖSTERSUND"),
        ("Box 654", K.CONTACT, "Box 654"),
        ("Kyrkgatan 12 B", K.CONTACT, "Kyrkgatan 12 B"),
        ("Sida 1(18)", K.PAGE_NUMBER, "Sida 1(18)"),
        ("1 (40)", K.PAGE_NUMBER, "1 (40)"),
        ("1[25]", K.PAGE_NUMBER, "1[25]"),
        ("2 av 22", K.PAGE_NUMBER, "2 av 22"),
        ("Blad 16", K.PAGE_NUMBER, "Blad 16"),
        ("Kontraktsnr 4417-02", K.OTHER, "4417-02"),
        ("Avtalsnr 57/12", K.OTHER, "57/12"),
        ("Upphandling 150459-A054", K.OTHER, "150459-A054"),
        ("Projekt-ID: 20357123", K.OTHER, "20357123"),
        ("Avtalsid 4711", K.OTHER, "4711"),
        ("ansvarskod 4410", K.OTHER, "4410"),
        ("fastigheten Boden 52:6", K.OTHER, "Boden 52:6"),
        ("med 1:1-medel", K.OTHER, "1:1"),
        ("ur anslag 1:1", K.OTHER, "1:1"),
        ("kvarteret Björken 4", K.OTHER, "kvarteret Björken 4"),
        ("enligt punkt 4.2", K.OTHER, "4.2"),
        ("Bilaga 2", K.OTHER, "2"),
        ("enligt AB 04", K.OTHER, "AB 04"),
    ],
)
def test_numbers_that_are_no_amounts(text: str, kind: IdentifierKind, number: str) -> None:
    assert found(text) == [(kind, number)]


@pytest.mark.parametrize(
    "text",
    [
        "2024-10-15", "den 15 oktober 2024", "14/9-2012", "2019-2021", "2023–2030", "1.1-15.1.2026", "20230118",
        "2012-05-01 - 2015-04-30", "24/5-19", "31/12", "KS 2024-01-15", "Dnr 2024-10-15", "läsåret 2002/2003",
        "kl 18.30-19.55", "350 000", "350 000 kr", "1 045 210 kr SEK", "12:50 kr", "12:-", "7 000 000 (sju miljoner)",
        "1.750 tkr", "300-400 tkr", "41 566 461 kronor", "45000 SEK", "2 500 000", "1 240 000,50", "150 000 Personal",
        "30 %", "uppgår till 2.5 miljoner", "-60,3 mkr", "1057,8 miljoner", "1:e vice", "HT 2024", "år 2015 2016",
        "Inlandsvägen 12 mnkr", "Kostnad 12:50", "Personal 350 000", "Österdalsleden 2026–2028", "1 250 000 5 000 000",
        "2024 2025 2026", "250 000 - 3000", "uppsägningstid 6 månader", "vid 5 tillfällen", "årets 12 månader",
    ],
)  # fmt: skip
def test_amounts_and_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_number_beside_an_amount_leaves_the_amount() -> None:
    text = "Bilaga 2 350 000 kr, Boden 52:6 1 200 000 kr, § 7 000 kr"
    assert all("000" not in number for _, number in found(text))


def test_they_come_in_order_and_do_not_overlap() -> None:
    text = "Dnr KS 2021/17, org.nr 556000-4615, Box 12, 831 27 Östersund, § 12, lagen (2017:725), punkt 3\n" * 20
    ones = identifiers(structured(text, Head()))
    assert all(a.end <= b.start for a, b in pairwise(ones))
    assert len(ones) == 20 * 7
