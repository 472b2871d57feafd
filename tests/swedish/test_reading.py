from __future__ import annotations

import pytest

from avtalsarkiv.swedish.reading import reading


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("utveck-\nlingsnämnd", "utvecklingsnämnd"),
        ("utveck-  \r\n  lingsnämnd", "utvecklingsnämnd"),
        ("UTVECK-\nLINGSNÄMND", "UTVECKLINGSNÄMND"),
        ("sam\u00adverkan", "samverkan"),
        ("sam\u00ad\nverkan", "samverkan"),
        ("miljö- och bygglovsnämnden", "miljö- och bygglovsnämnden"),
        ("miljö-\noch bygglovsnämnden", "miljö-\noch bygglovsnämnden"),
        ("utveck-\nochrafärgad", "utveckochrafärgad"),
        ("Lars-\nErik", "Lars-Erik"),
        ("2024-\n05-16", "2024-05-16"),
        ("EU-\nmedel", "EU-medel"),
        ("e-\npost", "e-post"),
        ("stycke -\npunkt", "stycke -\npunkt"),
        ("slut-\n\nnytt stycke", "slut-\n\nnytt stycke"),
        ("e\ufb00ektivt \ufb01ske", "effektivt fiske"),
        ("2\u00a0450\u2009000 kr", "2 450 000 kr"),
        ("”citat” – 2021–2024", '"citat" - 2021-2024'),
        ("inget att läsa om", "inget att läsa om"),
        ("", ""),
    ],
)
def test_print_is_read_as_words(printed: str, read: str) -> None:
    assert reading(printed).text == read


@pytest.mark.parametrize(
    ("printed", "word", "seen"),
    [
        ("en utveck-\nlingsnämnd här", "utvecklingsnämnd", "utveck-\nlingsnämnd"),
        ("en utveck-\nlingsnämnd här", "här", "här"),
        ("en utveck-\nlingsnämnd här", "utveck", "utveck"),
        ("en utveck-\nlingsnämnd här", "lings", "lings"),
        ("e\ufb00ektivt", "ef", "e\ufb00"),
        ("e\ufb00ektivt", "fekt", "\ufb00ekt"),
        ("Lars-\nErik", "Lars-Erik", "Lars-\nErik"),
        ("sam\u00adver\u00adkan nu", "samverkan", "sam\u00adver\u00adkan"),
        ("\ufb01ske", "fiske", "\ufb01ske"),
        ("2\u00a0450 kr", "2 450", "2\u00a0450"),
    ],
)
def test_what_was_read_is_found_in_print(printed: str, word: str, seen: str) -> None:
    view = reading(printed)
    start = view.text.index(word)
    first, after = view.seen_span(start, start + len(word))
    assert printed[first:after] == seen


def test_every_character_points_into_the_print() -> None:
    printed = "\u00adAv-\ntalet \ufb01nns\u00ad\n kvar-\n"
    view = reading(printed)
    spans = [view.seen_span(at, at + 1) for at in range(len(view.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(printed) for start, end in spans)


def test_an_empty_span_is_empty_in_print() -> None:
    assert reading("av-\ntal").seen_span(1, 1) == (1, 1)
