from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.layout.furniture import furniture
from avtalsarkiv.ingest.extract.layout.paragrafs import Begin, paragrafs
from avtalsarkiv.ingest.extract.printed import printed


def found(text: str) -> list[Begin]:
    lines = list(printed(text))
    begins, _ = paragrafs(lines, furniture(lines))
    return begins


@pytest.mark.parametrize(
    ("heading", "number", "title", "dnr", "body"),
    [
        ("§ 65 Dnr 2023KS133\nVägbelysning i Sörbyn", "65", "Vägbelysning i Sörbyn", ("2023KS133",), None),
        ("§63 Vägbelysning", "63", "Vägbelysning", (), None),
        ("§ 4   Dnr BKU 2018/1\nVägbelysning", "4", "Vägbelysning", ("BKU 2018/1",), None),
        ("KF § 102 DNR: KU.2017.3\nVägbelysning", "102", "Vägbelysning", ("KU.2017.3",), "Kommunfullmäktige"),
        ("Kf § 275 Dnr Ks 2009/1009\nVal", "275", "Val", ("Ks 2009/1009",), "Kommunfullmäktige"),
        ("Ks § 16 Au § 7 Dnr KS 2019/153\nVal", "16", "Val", ("KS 2019/153",), "Kommunstyrelsen"),
        ("Kst § 25  Val", "25", "Val", (), "Kommunstyrelsen"),
        ("56 § Vägbelysning", "56", "Vägbelysning", (), None),
        ("§ 162        Vägbelysning            Diarienummer 00322/2026", "162", "Vägbelysning", ("00322/2026",), None),
        ("§ 2023/50 Vägbelysning", "2023/50", "Vägbelysning", (), None),
        ("KSAU § 7\nVägbelysning", "7", "Vägbelysning", (), "Kommunstyrelsens arbetsutskott"),
        ("§ 17 A  Vägbelysning", "17 A", "Vägbelysning", (), None),
        ("§ 50\n\nVal av justerare", "50", "Val av justerare", (), None),
        ("Val av justerare\n§ 50", "50", "Val av justerare", (), None),
        ("§ 7 Vägbelysning (RS/333/2023)", "7", "Vägbelysning", ("RS/333/2023",), None),
        ("§ 7 Vägbelysning\nDnr KS 2023/4, KS 2023/5", "7", "Vägbelysning", ("KS 2023/4", "KS 2023/5"), None),
        ("§ 7 Remiss om belysning från länsstyrelsen, dnr 316-259/2012    Dnr KS 2012/8", "7",
         "Remiss om belysning från länsstyrelsen", ("KS 2012/8", "316-259/2012"), None),
        ("§ 7                    RS/12/2023\nVägbelysning", "7", "Vägbelysning", ("RS/12/2023",), None),
        ("§ 7 Svar på motion om belysning av vägen mellan skolan och\nbadplatsen i Sörbyn", "7",
         "Svar på motion om belysning av vägen mellan skolan och badplatsen i Sörbyn", (), None),
        ("§ 7. Vägbelysning", "7", "Vägbelysning", (), None),
        ("Ärende 5. / 86 §\nVägbelysning", "86", "Vägbelysning", (), None),
        ("Paragraf 12  Vägbelysning", "12", "Vägbelysning", (), None),
    ],
)  # fmt: skip
def test_a_paragraf_begins_in_many_shapes(
    heading: str, number: str, title: str, dnr: tuple[str, ...], body: str | None
) -> None:
    (begin,) = found(f"Protokoll\n\n{heading}\n\nBeslut\nFörslaget antas.\n")
    assert (begin.number, begin.title, begin.dnr, begin.body) == (number, title, dnr, body)


@pytest.mark.parametrize(
    "line",
    [
        "§ 4 lämnas bidrag inte till föreningar som saknar revisor.",
        "§§ 45-50",
        "§ 37, av vilka två kom för sent",
        "§ 4:40",
        "Se § 4 i reglementet",
        "9 kap. 37 § KL",
    ],
)
def test_a_reference_begins_no_paragraf(line: str) -> None:
    assert found(f"Protokoll\n\n{line}\n") == []


def test_a_reference_at_the_beginning_of_a_line_goes_on_with_the_sentence_above() -> None:
    text = "Ärendet behandlades av kommunfullmäktige den 8 december 2021 enligt\n§ 97 Kommunfullmäktiges protokoll\n"
    assert found(text) == []


def test_the_list_of_contents_gives_titles_and_no_paragrafs() -> None:
    contents = "§ 1 Val av justerare ......... 3\n§ 2 Svar på motion om ny väg till Sörbyns gamla skola ...... 4\n\n"
    minutes = "§ 1 Val av justerare\n\nAda utses.\n\n§ 2 Svar på motion om ny väg\n\nMotionen avslås.\n"
    text = f"Protokoll\n\n{contents}{minutes}"
    assert [(b.number, b.title) for b in found(text)] == [
        ("1", "Val av justerare"),
        ("2", "Svar på motion om ny väg till Sörbyns gamla skola"),
    ]


def test_a_paragraf_named_again_on_the_next_page_is_one() -> None:
    assert len(found("Protokoll\n\n§ 7 Väg\n\nVägen är lång.\n\f§ 7 forts.\n\nDen är smal.\n")) == 1


def test_text_on_the_line_of_the_number_is_no_title() -> None:
    (begin,) = found("Protokoll\n\n§ 7 Årsredovisningen föredrogs och lades till handlingarna.\n")
    assert begin.title is None
