"""Dates: the forms they are written in, what looks like one, spans and lists, and years left out."""

from __future__ import annotations

import time

import pytest

from avtalsarkiv.corpus.facts import Timing
from avtalsarkiv.ingest.extract.dates import dates, impossible
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.structure import Structure
from avtalsarkiv.ingest.extract.layout.zones import structured
from avtalsarkiv.ingest.extract.mentions import Mention


def _structure(text: str, head: Head | None = None) -> Structure:
    return structured(f"Rubrik\n\n{text}\n\nHär slutar stycket.\n", head or Head("avtal"))


def _mentions(text: str, head: Head | None = None) -> list[Mention]:
    structure = _structure(text, head)
    return dates(structure, identifiers(structure))


def _times(text: str, head: Head | None = None) -> list[str]:
    times = [one.content for one in _mentions(text, head) if isinstance(one.content, Timing)]
    return [one.duration or (str(one.from_) if one.from_ == one.to else f"{one.from_}/{one.to}") for one in times]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2017-09-04", "2017-09-04"),
        ("2022-02-01–02-28", "2022-02-01/2022-02-28"),
        ("läsåren 2018/19–2020/21", "2018/2021"),
        ("Jan–mars 2023", "2023-01/2023-03"),
        ("nov–feb 2023", "2022-11/2023-02"),
        ("tors 14 mars 2024", "2024-03-14"),
        ("den sista februari 2024", "2024-02-29"),
        ("daterat 23-11-05", "2023-11-05"),
        ("senast 200229", "2020-02-29"),
        ("2017–09–04", "2017-09-04"),
        ("den 26 oktober 2011", "2011-10-26"),
        ("den 1:a mars 2024", "2024-03-01"),
        ("5 maj, 2024", "2024-05-05"),
        ("tisdag 2000-12-05", "2000-12-05"),
        ("Måndagen den 4 september 2017", "2017-09-04"),
        ("14/9-2012", "2012-09-14"),
        ("28/5 2024", "2024-05-28"),
        ("24/5-19", "2019-05-24"),
        ("20230118", "2023-01-18"),
        ("datum 130522", "2013-05-22"),
        ("23.9.2013", "2013-09-23"),
        ("oktober 2024", "2024-10"),
        ("november, 2017", "2017-11"),
        ("maj månad 2023", "2023-05"),
        ("kvartal 2 2024", "2024-04/2024-06"),
        ("Q4 2024", "2024-10/2024-12"),
        ("andra kvartalet 2024", "2024-04/2024-06"),
        ("första halvåret 2024", "2024-01/2024-06"),
        ("H2 2024", "2024-07/2024-12"),
        ("tertial 2 2018", "2018-05/2018-08"),
        ("våren 2023", "2023"),
        ("vår och höst 2021", "2021"),
        ("var och höst 2021", "2021"),
        ("ht 2020", "2020"),
        ("HT20", "2020"),
        ("vårterminen 2024", "2024"),
        ("vecka 12 2024", "2024-03-18/2024-03-24"),
        ("v. 12–14, 2024", "2024-03-18/2024-04-07"),
        ("årsskiftet 2023/24", "2023-12-31/2024-01-01"),
        ("läsåret 2023/2024", "2023/2024"),
        ("läsåret 2023/24", "2023/2024"),
        ("1990-talet", "1990/1999"),
        ("under 2024", "2024"),
        ("år 1938", "1938"),
    ],
)
def test_forms(written: str, meant: str) -> None:
    assert _times(f"Så skrivs {written} i en text.") == [meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2021–2024", "2021/2024"),
        ("1 mars–30 april 2024", "2024-03-01/2024-04-30"),
        ("1 november–31 mars 2024", "2023-11-01/2024-03-31"),
        ("20-21 juni 2023", "2023-06-20/2023-06-21"),
        ("30 november-1 december 2021", "2021-11-30/2021-12-01"),
        ("16 januari-31 mars 2023", "2023-01-16/2023-03-31"),
        ("februari-maj 2022", "2022-02/2022-05"),
        ("mars 2025 - december 2027", "2025-03/2027-12"),
        ("2011-11-21- -22", "2011-11-21/2011-11-22"),
        ("1.1-15.1.2026", "2026-01-01/2026-01-15"),
        ("1/1-31/12 2024", "2024-01-01/2024-12-31"),
        ("2023-01-01-2023-12-31", "2023-01-01/2023-12-31"),
        ("20240601-20240831", "2024-06-01/2024-08-31"),
        ("2024-01--2024-06", "2024-01/2024-06"),
        ("från den 1 juli 2025 till och med den 30 juni 2032", "2025-07-01/2032-06-30"),
        ("fr.o.m. 2024-01-01 t.o.m. 2024-12-31", "2024-01-01/2024-12-31"),
        ("fr o m 1 maj 2024 t o m 30 april 2025", "2024-05-01/2025-04-30"),
        ("från 2014 fram till juni 2018", "2014/2018-06"),
        ("mellan den 1 juni och den 31 augusti 2024", "2024-06-01/2024-08-31"),
        ("maj/juni 2024", "2024-05/2024-06"),
        ("kvartal 1–2 2024", "2024-01/2024-06"),
        ("mellan den 5 och den 12 mars 2024", "2024-03-05/2024-03-12"),
        ("måndag 4 – fredag 8 mars 2024", "2024-03-04/2024-03-08"),
    ],
)
def test_two_ends_are_one_span(written: str, meant: str) -> None:
    assert _times(f"Så skrivs perioden {written} i en text.") == [meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("9 februari 2024 och 26 april 2024", ["2024-02-09", "2024-04-26"]),
        ("9 februari och 26 april 2024", ["2024-02-09", "2024-04-26"]),
        ("den 9 och 16 mars 2024", ["2024-03-09", "2024-03-16"]),
        ("den 5, 12 och 19 mars 2024", ["2024-03-05", "2024-03-12", "2024-03-19"]),
        ("mars och april 2024", ["2024-03", "2024-04"]),
        ("2024, 2025 och 2026", ["2024", "2025", "2026"]),
    ],
)
def test_lists_are_a_date_each(written: str, meant: list[str]) -> None:
    assert _times(f"Vi ses {written} igen.") == meant


def test_the_words_of_a_date_leave_out_what_leads_to_it() -> None:
    text = "Avtalet gäller från den 1 juli 2025 till den 30 juni 2026 och betalas senast fredagen den 1 augusti 2025."
    structure = _structure(text)
    words = [structure.text[one.start : one.end] for one in dates(structure, [])]
    assert words == ["från den 1 juli 2025 till den 30 juni 2026", "fredagen den 1 augusti 2025"]


def test_a_date_over_two_lines_is_one() -> None:
    structure = _structure("Tillträde sker den 1 juli\n2025 på plats.")
    assert [structure.text[one.start : one.end] for one in dates(structure, [])] == ["den 1 juli\n2025"]


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet har dnr KS 2024/118 och KTN 2022-77.",
        "Det följer av lagen (2017:725) och SFS 2009:400.",
        "Förordning (EU) 2023/1804 gäller, liksom prop. 2019/20:45.",
        "Se COM(2020) 593 i den delen.",
        "Agenda 2030 och Vision 2040 styr arbetet.",
        "Vi betalade 2 100 kr för 2024 personer och 1985 kronor för maten.",
        "Fastigheten Berget 2:17 nås på 063-14 20 24 och via Box 2024.",
        "Mötet slutade kl. 15.45 på sida 3 (12).",
        "Org.nr 212000-2024, plusgiro 20 24 12-1.",
        "Fakturan betalas inom 30 dagar; avtalet löper i fyra år.",
        "Hälften (1/2) av kostnaden och 3/4 av tiden.",
        "Utföraren redovisar senast den 1 mars varje år.",
    ],
)
def test_what_only_looks_like_a_date(text: str) -> None:
    assert _times(text) == []


def test_every_mention_counts_that_of_a_table_and_of_a_page_head_too() -> None:
    page = "Vretens kommun        PROTOKOLL        2024-05-16        Sida {} (2)\n\nText som följer.\n"
    table = "Kostnad (tkr)      2026      2027\nLön                 100       120\n"
    text = page.format(1) + table + "\f" + page.format(2)
    assert _times(text, Head("protokoll", "2024-05-16")) == ["2024-05-16", "2026", "2027", "2024-05-16"]


@pytest.mark.parametrize(
    ("text", "head", "meant", "doubtful"),
    [
        ("Vi ses tisdagen den 12 mars kl. 13.", Head("protokoll", "2024-01-30"), ["2024-03-12"], False),
        ("Sammanträde den 12 mars kl. 13.", Head("protokoll", "2024-03-12"), ["2024-03-12"], False),
        ("Yrkandet lämnades den 2 mars.", Head("protokoll", "2024-03-12"), ["2024-03-02"], True),
        ("Redovisning lämnas den 2 mars.", Head("avtal"), [], False),
        ("Avgiften betalas den 2 mars årligen.", Head("protokoll", "2024-03-12"), [], False),
    ],
)
def test_a_year_left_out_is_taken_where_it_is_certain(text: str, head: Head, meant: list[str], doubtful: bool) -> None:
    assert _times(text, head) == meant
    assert any(one.doubt for one in _mentions(text, head)) == doubtful


def test_impossible_days_are_no_dates_but_are_told() -> None:
    structure = _structure("Mötet den 31 februari 2024 ställdes in, liksom det 2023-02-30.")
    assert dates(structure, []) == []
    assert [clause.text for clause in impossible(structure)] == ["den 31 februari 2024", "2023-02-30"]


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "2024-01-" * 4_000,
        "1 mars " * 4_000,
        "den " * 20_000,
        "2024\t" * 4_000,
        "\u05d0\u05d1 2024 " * 4_000,
        "01.01.2024-" * 2_000,
    ],
    ids=["digits", "iso", "days", "words", "years", "right to left", "dotted"],
)
def test_no_text_takes_long(text: str) -> None:
    began = time.process_time()
    _times(text)
    assert time.process_time() - began < 5
