from __future__ import annotations

import pytest

from avtalsarkiv.index.querying import parse
from avtalsarkiv.index.querying.nodes import Word
from avtalsarkiv.swedish.dnr import normal_form

from .asked import words


@pytest.mark.parametrize(
    "typed",
    [
        "KS 2024/117", "KS/2024/117", "KS 2024-117", "ks 2024-117", "ks/2024/117", "run 17/2024", "XU 17/2024",
        "2024/117", "17/2024", "2024-00117", "KU.2024.17", "2024/KS 0117", '"KS 2024/117"',
    ],
)  # fmt: skip
def test_a_dnr_is_one_word_in_its_normal_form(typed: str) -> None:
    _, dnr, _ = parse(f"avtal {typed} simhall").words
    assert isinstance(dnr, Word)
    assert dnr.text == typed.strip('"')
    assert dnr.lexemes[0].whole == normal_form(typed)
    assert sorted(lexeme.exact.lstrip("0") for lexeme in dnr.lexemes) == sorted(normal_form(typed).split())


@pytest.mark.parametrize("typed", ["§ 45", "§45", "§§ 45", "paragraf 45", "Paragraf 45", "45 §"])
def test_a_paragraf_is_one_word(typed: str) -> None:
    paragraf, _ = parse(f"{typed} 2019").words
    assert isinstance(paragraf, Word)
    assert paragraf.lexemes[0].whole == "§45"
    assert {lexeme.exact for lexeme in paragraf.lexemes} == {"§", "45"}


@pytest.mark.parametrize("label", ["dnr", "Dnr", "Dnr:", "diarienummer", "d.nr", "Ärendenr."])
def test_what_calls_a_number_a_dnr_need_not_be_there(label: str) -> None:
    assert words(f"avtal {label} KS 2024/117") == ["avtal", "KS 2024/117"]
    assert words(f"avtal {label} 17/2024 bad") == ["avtal", "17/2024", "bad"]
    assert words(f"{label} 040 207 2019") == ["040 207 2019"]


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("2019-2021", ["2019", "2021"]),
        ("läsåret 2019/2020", ["läsåret", "2019", "2020"]),
        ("avtal i 5/2019", ["avtal", "5/2019"]),
        ("mars 14/2012", ["mars", "14/2012"]),
        ("§ 45-47", ["§ 45", "47"]),
        ("3 kap. 5 §", ["3", "kap", "5 §"]),
        ("50 %", ["50", "%"]),
        ("Norrby 4:21, 3:2", ["Norrby", "4:21", "3:2"]),
        ("SFS 2017:725", ["SFS", "2017:725"]),
        ("kl. 10.30", ["kl", "10", "30"]),
        ("14.9.2012", ["14.9.2012"]),
        ("dnr för 2019", ["dnr", "2019"]),
    ],
)
def test_other_numbers_are_what_they_were(question: str, asked: list[str]) -> None:
    assert words(question) == asked
