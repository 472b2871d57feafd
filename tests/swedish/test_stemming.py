from __future__ import annotations

import pytest

from avtalsarkiv.swedish.folding import fold
from avtalsarkiv.swedish.stemming import stem, stop_words


@pytest.mark.parametrize(
    "forms",
    [
        "avtal avtalet avtalets avtalen avtalens avtals",
        "ärende ärendet ärendets ärenden ärendena ärendenas",
        "yttrande yttrandet yttrandets yttranden yttrandena",
        "protokoll protokollet protokollets protokollen",
        "kontrakt kontraktet kontrakten",
        "kontor kontoret kontors kontoren energikontoret",
        "budget budgeten budgetens",
        "universitet universitetet universitetets",
        "verksamhet verksamheten verksamheter",
        "skola skolan skolor skolorna skolans",
        "plan planen planer planerna",
        "beslut beslutet beslutar beslutades",
        "register registret registren",
        "bok böcker böckerna",
        "kommun kommunen kommuner kommunernas",
        "år året årets åren",
        "effektiv effektivt effektiva",
        "kommunal kommunalt kommunala",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    heads = {stem(form).removeprefix("energi") for form in forms.split()}
    assert len(heads) == 1


@pytest.mark.parametrize(("one", "other"), [("plan", "plats"), ("man", "mål"), ("län", "lån"), ("budget", "bud")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


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
    assert {"och", "vad", "om"} <= stop_words()
    assert not {"avtal", "beslut", "nämnd", "år"} & stop_words()
