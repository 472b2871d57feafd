from __future__ import annotations

import pytest

from avtalsarkiv.swedish.closeness import distance


@pytest.mark.parametrize(
    ("typed", "closer", "farther"),
    [
        ("lundkvist", "lundqvist", "lundtvist"),
        ("bystrom", "byström", "bystrum"),
        ("hemerud", "hernerud", "hemberud"),
        ("simhalen", "simhallen", "simhamen"),
        ("avtla", "avtal", "avila"),
        ("jimtland", "jämtland", "jomtland"),
        ("smidt", "smit", "smid"),
        ("karlson", "carlsson", "barlsson"),
        ("svtal", "avtal", "kvtal"),
    ],
)
def test_usual_slips_are_closer_than_others(typed: str, closer: str, farther: str) -> None:
    assert distance(typed, closer) < distance(typed, farther)


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("", "", 0), ("avtal", "avtal", 0), ("", "ab", 2), ("väg", "ort", 3), ("lån", "lån", 0)]
)
def test_any_other_letter_costs_one(one: str, other: str, apart: float) -> None:
    assert distance(one, other) == apart


@pytest.mark.parametrize(("one", "other"), [("hemerud", "hernerud"), ("avtal", "vatal"), ("qvist", "kvist"), ("a", "")])
def test_it_is_as_far_either_way(one: str, other: str) -> None:
    assert distance(one, other) == pytest.approx(distance(other, one)) and distance(one, other) <= 1
