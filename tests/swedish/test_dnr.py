from __future__ import annotations

import pytest

from avtalsarkiv.swedish.dnr import labelled, normal_form, standing


@pytest.mark.parametrize(
    "writing", ["KS 2021/17", "KS2021/17", "ks-2021-17", "KS.2021.17", "Ks/2021:17", "KS 17/2021", "2021/KS 0017"]
)
def test_all_writings_of_a_number_have_one_form(writing: str) -> None:
    assert normal_form(writing) == "ks 2021 17"


@pytest.mark.parametrize("number", ["KS 2021/71", "KS 2021/1", "KSN 2021/17"])
def test_other_numbers_have_other_forms(number: str) -> None:
    assert normal_form(number) != "ks 2021 17"


@pytest.mark.parametrize("below", [" ", ": ", "\n"])
@pytest.mark.parametrize(
    "number",
    [
        "RS/12/2024", "00712/2025", "Ks 12/2024", "040-12/2003", "1.2.4-12-2014", "2015/KS 0017 001", "2024/KS 0117",
        "2015/117", "2024KS117", "KS2025/1117", "2013-KS0117 / 003", "KSN-2017-1117", "KS 2024-00117", "2025.117 KS",
        "KU.2018.17", "740.2018.00117", "2007-117-12", "KS/2019:7", "Ks 98/1117 253", "Ks 00-1117 006", "RV190117",
        "UE/120117", "102-117-04", "LS 0703-0117", "13/5117", "09-117.20", "S2015/1117/SFÖ",
        "NKBY/117/10.04.00.01/2023", "RUN/117//2024",
    ],
)  # fmt: skip
def test_a_labelled_number_is_taken_as_printed(number: str, below: str) -> None:
    assert list(labelled(f"Norrby kommun   Dnr{below}{number}\nAvtal")) == [number]


@pytest.mark.parametrize(
    "label",
    [
        "Dnr", "DNR:", "Dnr.", "D nr", "D.nr", "Diarienr", "Diarienummer:", "Ärendenummer", "Ärendenr", "Ärende:",
        "Ärendebeteckning", "Beteckning", "Vår beteckning:", "Vårt dnr", "Sökandens dnr:",
    ],
)  # fmt: skip
def test_labels_of_all_kinds(label: str) -> None:
    assert list(labelled(f"{label} KS 2021/17")) == ["KS 2021/17"]


@pytest.mark.parametrize(
    "text",
    [
        "Dnr saknas, lagen (2009:400)",
        "Dnr 2009:400",
        "Dnr SFS 2009:400",
        "Dnr 212000-2775",
        "Dnr 850101-1238",
        "Diarienummer     2024-05-16",
        "Dnr 20240516",
        "Dnr 2024",
        "Dnr 063-14 90 210",
        "Dnr Tel 063-149021",
        "Dnr   Sida 12/24",
        "Dnr\n1.12 Bakgrund",
        "Dnr\n12 500 kr",
        "Ert dnr KS 2021/17",
        "Er beteckning: KS 2021/17",
        "fastighetsbeteckning Backen 52:16",
        "Beteckning\nBacken 52:16",
        "Ärende: 12",
        "Avtalsnr 57/12",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert list(labelled(text)) == []


def test_each_number_comes_once() -> None:
    assert list(labelled("§ 4 Dnr KS 2021/17\n§ 5 Dnr KS 2021/18\nDnr: ks-2021-17")) == ["KS 2021/17", "KS 2021/18"]


def test_without_a_label_a_number_must_fill_its_cell() -> None:
    lines = ["Norrby kommun     KS 2021/17", "RUN/12/2024", "HT 2024/25", "enligt KS 2021/18", "2021/19"]
    assert list(standing(lines)) == ["KS 2021/17", "RUN/12/2024"]
