from __future__ import annotations

import pickle

import pytest

from avtalsarkiv.corpus.words import Box, Word, Words, bounding_box

AVTAL = Word(0, 5, Box(50, 60, 80.5, 70), 96)
OM = Word(6, 8, Box(84, 60, 95, 70))


def test_words_are_what_they_were_made_from() -> None:
    assert list(Words([AVTAL, OM])) == [AVTAL, OM]
    assert Words([AVTAL, OM])[-1] == OM
    assert list(Words([AVTAL, OM])[:1]) == [AVTAL]


def test_words_travel_as_bytes_and_between_processes() -> None:
    words = Words([AVTAL, OM])
    assert Words.from_bytes(bytes(words)) == words
    assert pickle.loads(pickle.dumps(words)) == words


def test_half_a_word_is_refused() -> None:
    with pytest.raises(ValueError, match="no whole number of words"):
        Words.from_bytes(bytes(Words([AVTAL]))[:-1])


@pytest.mark.parametrize(("span", "found"), [((0, 1), [AVTAL]), ((5, 6), []), ((4, 7), [AVTAL, OM])])
def test_words_are_found_by_the_text_they_share(span: tuple[int, int], found: list[Word]) -> None:
    assert list(Words([AVTAL, OM]).within(*span)) == found


def test_a_box_goes_around_all() -> None:
    assert bounding_box([AVTAL, OM]) == Box(50, 60, 95, 70)
    assert bounding_box([]) is None


def test_each_line_of_a_span_has_a_box_of_its_own() -> None:
    below = Word(9, 14, Box(50, 75, 80, 85))
    words = Words([AVTAL, OM, below])
    assert words.boxes([(0, 4), (6, 14), (20, 25)]) == [
        (Box(50, 60, 80.5, 70),),
        (Box(84, 60, 95, 70), Box(50, 75, 80, 85)),
        (),
    ]
