"""What a word may have been: the token itself always, and what damage may have made of others."""

from __future__ import annotations

from functools import cache

import pytest

from avtalsarkiv.ingest.repair.lexicon import Lexicon
from avtalsarkiv.ingest.repair.model import model
from avtalsarkiv.ingest.repair.reader import Reader
from avtalsarkiv.ingest.repair.readings import Readings


@cache
def reader() -> Reader:
    return Reader(model())


def texts(seen: str, *, begins: bool = False, damaged: bool = True) -> list[str]:
    return [option.text for option in reader().readings(seen, begins, damaged).options]


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("ar", {"ar", "är", "år"}),
        ("4r", {"är", "år"}),
        ("nimnden", {"nämnden"}),
        ("Are", {"Are", "Åre"}),
        ("NAMNDEN", {"NÄMNDEN"}),
        ("utvecklingsndmnden", {"utvecklingsnämnden"}),
        ("fjallraddningsradet", {"fjällräddningsrådet"}),
    ],
)
def test_readings_have_what_may_have_been_printed(seen: str, meant: set[str]) -> None:
    assert meant <= set(texts(seen))


@pytest.mark.parametrize("seen", ["hus", "nämnden", "Maria", "KS", "Ekfors", "the"])
def test_what_is_seen_may_be_what_was_printed(seen: str) -> None:
    assert seen in texts(seen)


@pytest.mark.parametrize("seen", ["ar", "Hakan", "är", "for"])
def test_on_a_good_page_known_words_have_no_other_reading(seen: str) -> None:
    assert len(texts(seen, damaged=False)) == 1


def test_where_a_sentence_begins_a_capital_may_be_hidden() -> None:
    assert "Är" in texts("4r", begins=True)


def test_words_of_the_archive_are_readings_too() -> None:
    found = reader().with_own("Snorrabo", False, reader().readings("Snorrabo", False, True), Lexicon.of(["Snörrabo"]))
    assert "Snörrabo" in [option.text for option in found.options]


@pytest.mark.parametrize(
    "seen", ["n4" * 30, "a&" * 29 + "a", "l1|I" * 15, "öäå" * 20, "x-" * 20 + "x", "1", "É", "ß", "İ"]
)
def test_however_strange_a_word_has_few_readings(seen: str) -> None:
    found: Readings = reader().readings(seen, False, True)
    assert 1 <= len(found.options) <= 12
