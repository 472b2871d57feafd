from __future__ import annotations

import pytest

from avtalsarkiv.bench.annotated import Noted
from avtalsarkiv.bench.matching import Score, compare


def _fact(kind: str, text: str = "", page: int = 1, *, optional: bool = False, **fields: str) -> Noted:
    said = {name.rstrip("_"): value for name, value in fields.items()}
    return Noted(kind, page, 0, len(text), text, said, optional)


@pytest.mark.parametrize(
    ("expected", "found", "same"),
    [
        (_fact("party", name="Mora", type="organisation"), _fact("party", name="MORA", type="organisation"), True),
        (_fact("party", name="Mora", type="organisation"), _fact("party", name="Mora", type="person"), False),
        (_fact("amount", value="600000", unit="SEK"), _fact("amount", value="6E+5", unit="SEK"), True),
        (_fact("amount", value="600", unit="SEK"), _fact("amount", value="600", unit="EUR"), False),
        (_fact("date", from_="2024", to="2024"), _fact("date", from_="2024"), True),
        (_fact("date", from_="2024", to="2025"), _fact("date", from_="2024", to="2024"), False),
        (_fact("date", duration="P1Y"), _fact("date", duration="P12M"), True),
        (_fact("date", duration="P1M"), _fact("date", duration="P30D"), False),
        (_fact("decision", "att bifalla ansökan helt"), _fact("decision", "Att bifalla ansökan, helt och"), True),
        (_fact("decision", "att bifalla ansökan"), _fact("decision", "att avslå ansökan"), False),
    ],
)  # fmt: skip
def test_two_facts_are_the_same_when_they_say_the_same(expected: Noted, found: Noted, same: bool) -> None:
    assert bool(compare([expected], [found], expected.kind).pairs) is same


def test_each_fact_is_used_once_and_the_rest_is_missed_or_false() -> None:
    first, second, third = (_fact("amount", value="10", unit="SEK") for _ in range(3))
    outcome = compare([first], [second, third], "amount")
    assert (len(outcome.pairs), outcome.missed, outcome.false) == (1, (), (third,))


def test_the_pair_that_agrees_in_the_most_is_taken() -> None:
    expected = _fact("date", page=2, from_="2024", role="deadline")
    found = [_fact("date", page=1, from_="2024", role="other"), _fact("date", page=2, from_="2024", role="deadline")]
    (pair,) = compare([expected], found, "date").pairs
    assert pair.second_right and pair.page_right


def test_an_optional_fact_is_neither_missed_nor_counted() -> None:
    optional = _fact("date", optional=True, from_="2024")
    assert (
        Score.of([compare([optional], [], "date"), compare([optional], [_fact("date", from_="2024")], "date")])
        == Score()
    )


def test_scores_are_sums() -> None:
    right, missed = _fact("amount", value="1", unit="SEK", per="year"), _fact("amount", value="2", unit="SEK")
    found = _fact("amount", value="1", unit="SEK", page=3)
    score = Score.of([compare([right, missed], [found], "amount")])
    assert score == Score(expected=2, found=1, right=1, second=0, page=0)
    assert score.f1(score.right) == pytest.approx(2 / 3)
