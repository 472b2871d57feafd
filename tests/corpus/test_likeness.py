"""Signatures of texts: what is alike has like ones."""

from __future__ import annotations

import random

import pytest

from avtalsarkiv.corpus.likeness import Sketch, signature


def words(count: int, seed: int) -> list[str]:
    choice = random.Random(seed)
    return [f"ord{choice.randrange(4000)}" for _ in range(count)]


def sketch(*parts: list[str]) -> Sketch:
    return Sketch.of(signature(" ".join(word for part in parts for word in part)))


@pytest.mark.parametrize("length", [60, 300, 4000])
def test_a_text_is_like_itself_and_unlike_another(length: int) -> None:
    text, other = words(length, 1), words(length, 2)
    assert sketch(text).resemblance(sketch(text)) == 1.0
    assert sketch(text).resemblance(sketch(other)) < 0.05


def test_the_resemblance_tells_how_much_two_texts_share() -> None:
    text = words(2000, 3)
    damaged = [word if place % 50 else "annat" for place, word in enumerate(text)]
    assert sketch(text).resemblance(sketch(damaged)) == pytest.approx(1880 / 2120, abs=0.06)


def test_an_annex_stands_in_the_minutes_it_was_added_to() -> None:
    annex, minutes = words(800, 4), words(6000, 5)
    assert sketch(annex).share_in(sketch(minutes, annex)) > 0.9
    assert sketch(annex).share_in(sketch(minutes)) < 0.1
    assert sketch(minutes, annex).share_in(sketch(annex)) < 0.2


def test_what_is_too_short_to_tell_shares_nothing() -> None:
    assert sketch(words(8, 6)).share_in(sketch(words(6000, 6))) == 0.0
    assert signature("Två ord") == b""
    assert Sketch.of(b"").resemblance(sketch(words(50, 7))) == 0.0


def test_case_line_breaks_and_punctuation_do_not_count() -> None:
    assert signature("Avtalet gäller från\nden 1 mars.") == signature("AVTALET gäller, från den 1 mars")


def test_a_signature_is_small() -> None:
    assert len(signature(" ".join(words(50_000, 8)))) == 1024


@pytest.mark.parametrize("length", [100, 3000])
def test_the_length_of_a_text_is_known_about(length: int) -> None:
    assert sketch(words(length, 9)).runs == pytest.approx(length, rel=0.2)
