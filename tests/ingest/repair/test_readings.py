"""The readings of a token as arrays, the likeliest first."""

from __future__ import annotations

import numpy as np

from avtalsarkiv.ingest.repair.language import UNKNOWN
from avtalsarkiv.ingest.repair.lexicon import SURNAME
from avtalsarkiv.ingest.repair.readings import Reading, Readings
from avtalsarkiv.ingest.repair.spellings import Damage

WHOLE = Reading("ar", "ar", (7,), -1.0)
LOST = Reading("år", "år", (8,), -2.0, Damage(0.5, lost=1))
TWO = Reading("a r", "a r", (5, 6), -9.0, Damage(shapes=1))


def test_readings_are_told_as_words_of_the_language() -> None:
    found = Readings.of([WHOLE, LOST, TWO], [-3.0, -1.0, -8.0])
    assert found.words.first.tolist() == [7, 8, 5]
    assert found.words.last.tolist() == [7, 8, 6]
    assert found.words.two.tolist() == [False, False, True]


def test_what_is_seen_has_the_worth_of_its_best_reading() -> None:
    found = Readings.of([WHOLE, LOST, TWO], [-3.0, -1.0, -8.0])
    assert found.best == -3.0
    assert np.allclose(found.likelihood, [-4.0, -2.5, -17.0])


def test_damage_is_told_apart_by_its_kind() -> None:
    assert Readings.of([WHOLE, LOST, TWO], [0.0] * 3).damage.tolist() == [[0, 0, 0], [1, 0, 0], [0, 0, 1]]


def test_names_and_rare_words_are_not_common() -> None:
    assert LOST.common
    assert not Reading("Ek", "ek", (9,), 0.0, kinds=SURNAME).common
    assert not Reading("ekbo", "ekbo", (UNKNOWN,), 0.0).common
