from __future__ import annotations

import pytest

from avtalsarkiv.ingest.extract.amounts import amounts, unexplained
from avtalsarkiv.ingest.extract.head import Head
from avtalsarkiv.ingest.extract.identifiers import identifiers
from avtalsarkiv.ingest.extract.layout.zones import structured


def left(text: str) -> list[str]:
    structure = structured(text, Head())
    known = identifiers(structure)
    return [clause.text for clause in unexplained(structure, known, amounts(structure, known, []))]


@pytest.mark.parametrize(
    "text",
    ["Föreningen får 40 000 till läger.", "Beloppet 12 500 000 omfördelas.", "Bidraget är 4O0O kr."],
)
def test_money_like_numbers_without_a_fact_are_shown_with_their_words(text: str) -> None:
    assert left(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Bidraget är 400 000 kr, 300 000 och 200 000 kronor.",
        "I kommunen bor 12 400 personer.",
        "Org.nr 212000-9417, telefon 063-14 90 210.",
        "Under 2024 hölls 24 möten.",
        "Andelen är 40 procent.",
    ],
)
def test_other_numbers_need_no_explanation(text: str) -> None:
    assert left(text) == []
