"""How damaged a passage is, by its own words."""

from __future__ import annotations

import numpy as np
import pytest

from avtalsarkiv.ingest.repair.damage import blocks, first_rate, rates, suspect, weights
from avtalsarkiv.ingest.repair.model import model

LOST, KEPT = 0, 1


@pytest.mark.parametrize(
    "text",
    [
        "beslutet galler for de som ar pa motet",
        "det &r en fr&ga som vi tar upp",
        "vigen och bron " * 30,
        "för att f6r att " + "på mötet " * 20,
    ],
)
def test_damaged_text_is_suspected(text: str) -> None:
    assert suspect(text.split(), model())


@pytest.mark.parametrize(
    "text",
    [
        "beslutet gäller för dem som är på mötet och som får sin lön av oss",
        "nämnden möts på ön för att höra om vägen " * 20,
        "avtal om drift",
        "",
    ],
)
def test_good_text_is_not(text: str) -> None:
    assert not suspect(text.split(), model())


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("", 0.1, 0.1),
        ("12 %", 0.1, 0.1),
        ("åäö" * 9, 0.02, 0.02),
        ("abc" * 9, 0.2, 0.5),
        ("abc" * 90, 0.98, 0.98),
        ("a" * 78 + "öö", 0.4, 0.6),
    ],
)
def test_the_first_guess_goes_by_how_many_accents_there_are_and_might_be(text: str, least: float, most: float) -> None:
    assert least <= first_rate(text) <= most


def test_blocks_end_at_breaks_when_they_are_long_enough() -> None:
    short, long = [True, *[False] * 9], [True, *[False] * 99]
    assert set(blocks(short * 3)) == {0}
    assert [int(number) for number in blocks(long * 2 + short)] == [0] * 100 + [1] * 100 + [2] * 10


def test_each_block_has_its_own_rate() -> None:
    expected = np.zeros((200, 3))
    expected[:100, LOST], expected[100:, KEPT] = 0.5, 0.5
    damaged, clean = rates(expected, np.repeat([0, 1], 100))
    assert damaged > 0.9
    assert clean < 0.1


def test_a_page_without_accents_is_taken_to_be_undamaged() -> None:
    assert rates(np.zeros((10, 3)), np.zeros(10, dtype=np.int64)) < 0.1


def test_damage_costs_less_where_there_is_more_of_it() -> None:
    clean, damaged = weights(np.array([0.01, 0.9]), 0.01)
    assert clean[LOST] < damaged[LOST] < 0
    assert 0 > clean[KEPT] > damaged[KEPT]
    assert np.isfinite([clean, damaged]).all()
