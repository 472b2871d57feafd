"""Which documents meet a condition, and of which nobody knows."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.answers import Change, Question
from avtalsarkiv.corpus.conditions import InForce
from avtalsarkiv.corpus.facts import Agreement
from avtalsarkiv.index import WhooshIndex
from avtalsarkiv.tests.facts import document, stating


@pytest.mark.parametrize(("year", "found", "unknown"), [("2023", 1, {}), ("2026", 0, {"term": 1}), ("2019", 0, {})])
def test_an_agreement_that_may_have_been_extended_is_told(
    whoosh: WhooshIndex, year: str, found: int, unknown: dict[str, int]
) -> None:
    term = Agreement(valid_from="2021-06-01", valid_to="2024-05-31", ends="earliest_possible")
    made = stating(document(["Avtal om simhallen"], "aa", date="2021-05-04"), {}, agreement=term)
    whoosh.update([Change(made.id, made)], 1)
    answer = whoosh.search(Question("", conditions=(InForce(year, year),)))
    assert (answer.documents, answer.unknown) == (found, unknown)
