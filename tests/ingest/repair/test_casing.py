"""What was meant has the case of what is seen."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.repair.casing import is_upper, recased, with_initial


@pytest.mark.parametrize(
    ("seen", "word", "meant"),
    [
        ("nimnden", "nämnden", "nämnden"),
        ("Nimnden", "nämnden", "Nämnden"),
        ("NAMNDEN", "nämnden", "NÄMNDEN"),
        ("Are", "åre", "Åre"),
        ("OVRE", "övre", "ÖVRE"),
        ("f6r", "för", "för"),
        ("nAmnden", "nämnden", "nämnden"),
        ("IT-enhdten", "it-enheten", "IT-enheten"),
        ("Rarn", "ram", "Ram"),
        ("nämnden", "nämnden", "nämnden"),
    ],
)
def test_letters_that_came_through_keep_their_case(seen: str, word: str, meant: str) -> None:
    assert recased(seen, word) == meant


@pytest.mark.parametrize(("text", "capital", "meant"), [("år", True, "År"), ("År", False, "år"), ("", True, "")])
def test_the_first_letter_may_be_changed_alone(text: str, capital: bool, meant: str) -> None:
    assert with_initial(text, capital=capital) == meant


@pytest.mark.parametrize(("seen", "upper"), [("KS", True), ("A", False), ("Ks", False), ("ÅRE4", True), ("", False)])
def test_capitals_begin_with_two(seen: str, upper: bool) -> None:
    assert is_upper(seen) is upper
