"""Which letters became which, counted from pages of which the print is known."""

from __future__ import annotations

import math

import pytest

from avtalsarkiv.scripts.channel_counts import Pair, channel_table


def rates(*mixtures: list[Pair]) -> dict[Pair, float]:
    rows = (line.split("\t") for line in channel_table(mixtures).splitlines())
    return {(meant, seen): math.exp(float(likely)) for meant, seen, likely in rows}


def test_of_a_lost_accent_what_it_became_is_counted() -> None:
    page = ("väg läge häst näst " * 5, "vag lage hist näst " * 5)
    found = rates([page])
    assert found["ä", "a"] == pytest.approx(2 / 3, abs=0.01)
    assert found["ä", "i"] == pytest.approx(1 / 3, abs=0.01)


def test_of_other_letters_how_often_they_are_misread_is_counted() -> None:
    page = ("modest " * 10, "modest " * 5 + "rnodest " * 5)
    assert rates([page])["m", "rn"] == pytest.approx(5 / 10, rel=0.05)


def test_each_mixture_weighs_the_same() -> None:
    many, few = [("väg " * 90, "vag " * 90)], [("väg " * 3, "vdg " * 3)]
    found = rates(many, few)
    assert found["ä", "a"] == pytest.approx(found["ä", "d"], abs=0.01)


def test_what_happened_once_is_no_habit() -> None:
    assert ("ä", "q") not in rates([("väg bro", "vqg bro")])
