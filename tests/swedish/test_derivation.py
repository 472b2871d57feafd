from __future__ import annotations

import pytest

from avtalsarkiv.swedish.derivation import root, verb_and_particle
from avtalsarkiv.swedish.stemming import stem


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("ersättningen", "ersätts"),
        ("uppsägningar", "uppsagt"),
        ("förlängning", "förlängs"),
        ("betalning", "betalas"),
        ("reservation", "reserverade"),
        ("finansieringen", "finansierar"),
        ("skyldigheter", "skyldiga"),
        ("snöröjning", "snöröja"),
    ],
)
def test_a_noun_has_the_stem_of_its_verb(noun: str, verb: str) -> None:
    assert root(stem(noun)) == stem(verb)


@pytest.mark.parametrize("word", ["handling", "avdelningen", "regering", "station", "avtal", "ring", "enhet", "", "§"])
def test_other_nouns_come_from_no_verb(word: str) -> None:
    assert root(stem(word)) == ""


@pytest.mark.parametrize(
    ("together", "apart"),
    [("uppsäga", "säga upp"), ("utbetala", "betala ut"), ("inköp", "köpa in"), ("uppfölja", "följa upp")],
)
def test_a_verb_may_be_written_apart(together: str, apart: str) -> None:
    verb, particle = apart.split()
    assert verb_and_particle(stem(together)) == (stem(verb), particle)
