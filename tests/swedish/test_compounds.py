from __future__ import annotations

import pytest

from avtalsarkiv.swedish.compounds import parts


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("samverkansavtal", "samverkan avtal"),
        ("samverkansavtalet", "samverkan avtalet"),
        ("utvecklingsnämnden", "utveckling nämnden"),
        ("parkeringsplatser", "parkering platser"),
        ("energikontor", "energi kontor"),
        ("fönsterbyte", "fönster byte"),
        ("ramavtal", "ram avtal"),
        ("inkomstpension", "inkomst pension"),
        ("cykelparkeringar", "cykel parkeringar"),
    ],
)
def test_a_compound_is_taken_apart(word: str, made_of: str) -> None:
    assert parts(word) == tuple(made_of.split())


@pytest.mark.parametrize("word", ["landsting", "förslag", "uppdrag", "verksamheten", "regeringen", "kommunerna"])
def test_words_that_only_begin_like_another_stay_whole(word: str) -> None:
    assert parts(word) == ()


@pytest.mark.parametrize("word", ["", "avtal", "123456789", "x" * 500, "avtal" * 100, "SAMVERKANSAVTAL"])
def test_what_is_no_lower_case_compound_has_no_parts(word: str) -> None:
    assert parts(word) == ()
