from __future__ import annotations

import pytest

from avtalsarkiv.index.analysis.lexemes import analyse, tokens
from avtalsarkiv.swedish.reading import reading


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("Avtalet gäller. Avtal", {"avtal": [0, 2], "gäll": [1]}),
        ("§ 5 a", {"§": [0], "§5": [0], "5": [1], "a": [2]}),
        ("§ 5 §", {"§": [0, 2], "§5": [0], "5": [1]}),
        ("2 450 000 kr", {"2": [0], "2450000": [0], "450": [1], "000": [2], "kr": [3]}),
        ("100.000", {"100": [0], "100000": [0], "000": [1]}),
        ("2,4 miljoner", {"2": [0], "2400000": [0], "4": [1], "miljon": [2]}),
        ("1 200 tkr", {"1": [0], "1200000": [0], "200": [1], "tkr": [2]}),
        ("1,8 %", {"1": [0], "1,8": [0], "8": [1], "procent": [2]}),
        ("999999-1234", {"999999": [0], "9999991234": [0], "1234": [1]}),
        ("16999999-1234", {"16999999": [0], "9999991234": [0], "1234": [1]}),
        ("169999991234", {"169999991234": [0], "9999991234": [0]}),
        ("2b", {"2b": [0]}),
        ("720tkr", {"720tkr": [0], "720000": [0]}),
        ("2024-05-16", {"2024": [0], "2024-05-16": [0], "05": [1], "16": [2]}),
        ("16 maj 2024", {"16": [0], "2024-05-16": [0], "maj": [1], "2024": [2]}),
        ("16/5 2024", {"16": [0], "2024-05-16": [0], "5": [1], "2024": [2]}),
        (
            "XU 7/2024",
            {"xu": [0], "xu 2024 7": [0], "7": [1], "2024 7": [1], "2024": [2]},
        ),
        ("2019-2024", {"2019": [0], "2024": [1]}),
        (
            "2025-05-01--2028-04-30",
            {
                "2025-05-01": [0],
                "2025": [0],
                "05": [1],
                "01": [2],
                "2028-04-30": [3],
                "2028": [3],
                "04": [4],
                "30": [5],
            },
        ),
        ("utveck-\nlingens", {"utveckling": [0]}),
        ("_-–\x00", {}),
    ],
)
def test_a_text_has_these_keys(text: str, positions: dict[str, list[int]]) -> None:
    assert analyse(text).positions == positions


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("Västerdalens", {"vasterdal"}),
        ("samverkansavtalet", {"samverk", "avtal"}),
        ("miljönämnden", {"miljonamnd", "miljö", "miljo", "nämnd", "namnd"}),
        ("uppsägningen", {"uppsäg", "säg", "upp", "uppsagning"}),
        ("avtal", set()),
        ("2024-05-16", {"maj"}),
    ],
)
def test_words_are_loosely_found_without_marks_and_by_their_parts(text: str, loose: set[str]) -> None:
    assert set(analyse(text).loose) == loose


def test_tokens_know_their_places() -> None:
    view = reading("Avtal, utveck-\nling")
    assert [view.text[token.start : token.end] for token in tokens(view)] == ["Avtal", "utveckling"]
