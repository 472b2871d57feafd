from __future__ import annotations

import pytest

from avtalsarkiv.swedish.places import may_be_place


@pytest.mark.parametrize("name", ["Östersund", "Upplands Väsby", "Dals-Ed", "Norrby", "Ostersund"])
def test_municipalities_and_words_that_nobody_knows_may_be_places(name: str) -> None:
    assert may_be_place(name)


@pytest.mark.parametrize("name", ["Senast", "Version", "Bilaga", "norrby", "Avtalet Norrby", ""])
def test_common_words_are_none(name: str) -> None:
    assert not may_be_place(name)
