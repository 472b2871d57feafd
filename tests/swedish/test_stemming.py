from __future__ import annotations

from pathlib import Path

import pytest

from avtalsarkiv.swedish.folding import fold
from avtalsarkiv.swedish.stemming import stem, stop_words

TABLES = Path(__file__).parent / "tables"
APART = """
tjänst tjänsteman, kommun kommunikation, region regional, region regering, regel region, fast fastighet, rätt rättighet,
lag lager, plan plats, man mål, län lån, mål mal, lön lån, budget bud, bro bror, led ledamot, led ledning, part parti,
bolag lag, avtal antal, beslut slut, vård värd, vård värde, mark marknad, säker säkerhet, ren rening, läge läger,
läge lägenhet, för förening, verk verksamhet, del delegation, bank bänk, park parkering, timme timmer, liten liter,
ny nytta, motion motor, kurs kurator, kost kostnad, inkomst inkom, plats platt, form formell, natur nation,
polis policy, barn bar, ort år, år är, bad båda, ljus lju, kontor kontroll, bil bilaga, vit vite, sekretess sekreterare,
revisor revision, dom domare, kapital kapitel, skatt skada, arv arvode, arrende arrangemang, avfall avslag, mat mått,
vägarna ägarna, utlåtanden tanden, domän man, allmän man, personen sonen, förhållandet land
"""


@pytest.mark.parametrize("forms", TABLES.joinpath("forms.txt").read_text(encoding="utf-8").splitlines())
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("pair", APART.strip().replace("\n", " ").split(", "))
def test_other_words_have_other_stems(pair: str) -> None:
    one, other = map(stem, pair.split())
    assert one != other


@pytest.mark.parametrize(
    "forms",
    [
        "tjänsteman tjänstemannen tjänstemän tjänstemännens",
        "årsbok årsboken årsböcker",
        "diarienummer diarienumret",
        "fullmäktigeledamot fullmäktigeledamöter",
        "läkemedel läkemedlen",
        "energikontor energikontoret",
        "järnväg järnvägar järnvägarna",
        "samarbetsprogram samarbetsprogrammet",
    ],
)
def test_the_forms_of_a_compound_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("word", ["2019", "5", "§", "a", "", "xyz123"])
def test_what_is_no_word_is_its_own_stem(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize(
    ("word", "bare"),
    [("Västerdalen", "Vasterdalen"), ("åäö", "aao"), ("idé", "ide"), ("Løkken", "Lokken"), ("avtal", "avtal")],
)
def test_marks_fall_away(word: str, bare: str) -> None:
    assert fold(word) == bare


def test_stop_words_are_small_words() -> None:
    assert {"och", "vad", "om", "åt", "vilka", "finns"} <= stop_words()
    assert not {"avtal", "beslut", "nämnd", "år"} & stop_words()
