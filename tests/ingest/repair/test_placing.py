"""A word that a line end divides keeps its halves."""

from __future__ import annotations

import pytest

from avtalsarkiv.ingest.repair.placing import printed_parts
from avtalsarkiv.ingest.repair.tokens import Kind, tokens
from avtalsarkiv.swedish.reading import reading


@pytest.mark.parametrize(
    ("text", "meant", "parts"),
    [
        ("om vigen nu", "vägen", ["vägen"]),
        ("om vi-\ngen nu", "vägen", ["vä-"]),
        ("om utveck-\r\n  lingsndmnden", "utvecklingsnämnden", ["lingsnämnden"]),
        ("om bygg-\nnadsndmnden", "byggnadsnämnden", ["nadsnämnden"]),
        ("om utfi-\nnns nu", "utfinns", []),
        ("om sjuk-\nvards-\nndmnden nu", "sjukvårdsnämnden", ["vårds", "nämnden"]),
        ("om vi\u00adgen nu", "vägen", ["vägen"]),
        ("om ut\u00adveck-\nlingsndmnden", "utvecklingsnämnden", ["lingsnämnden"]),
    ],
)
def test_each_part_that_changes_means_its_part(text: str, meant: str, parts: list[str]) -> None:
    view = reading(text)
    word = [token for token in tokens(view.text) if token.kind is Kind.WORD][1]
    found = list(printed_parts(word, meant, text, view))
    assert [part.rstrip("-") for _, _, part in found] == [part.rstrip("-") for part in parts]
    assert all(3 <= start < end <= len(text) for start, end, _ in found)
    assert "\n" not in "".join(text[start:end] for start, end, _ in found)
