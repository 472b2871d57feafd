from __future__ import annotations

import pytest

from avtalsarkiv.bench.scoring import PART, align, overlapping, tokens, wilson


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lön och kost, 2,5 %", ["Lön", "och", "kost", "2,5", "%"]),
        ("2019–2021 och 2019-2021", ["2019-2021", "och", "2019-2021"]),
        ("e bygga om\no riva", ["bygga", "om", "riva"]),
        ("§ 45, dnr KS/17", ["§", "45", "dnr", "KS/17"]),
        ("", []),
    ],
)
def test_words_are_letters_and_digits_with_the_signs_within_them(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


def test_words_know_their_place_also_after_a_bullet() -> None:
    text = "Beslut\n\n• att bifalla"
    assert [text[token.start : token.end] for token in tokens(text)] == ["Beslut", "att", "bifalla"]


def test_parts_of_a_word_are_words_of_their_own() -> None:
    assert [token.text for token in tokens("hälso- och Maj-Britt", PART)] == ["hälso", "och", "Maj", "Britt"]


def test_words_that_share_a_letter_with_a_span_are_found() -> None:
    assert list(overlapping(tokens("ett två tre"), 4, 9)) == [1, 2]


def test_texts_are_laid_beside_each_other() -> None:
    alignment = align(tokens("vi ses i Ås snart"), tokens("vi ses Åse snart"))
    assert alignment.errors == len(alignment.differences) == 2
    assert alignment.same == {0: 0, 1: 1, 4: 3}


@pytest.mark.parametrize(("count", "n", "low", "high"), [(0, 100, 0.0, 0.037), (50, 100, 0.404, 0.596), (0, 0, 0, 1)])
def test_intervals_hold_for_small_counts_too(count: int, n: int, low: float, high: float) -> None:
    assert wilson(count, n) == pytest.approx((low, high), abs=0.001)
