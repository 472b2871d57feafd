from __future__ import annotations

import pytest

from avtalsarkiv.swedish.spaced import joined, runs


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("P R O T O K O L L  1987", "PROTOKOLL  1987"),
        ("K Ö P E K O N T R A K T", "KÖPEKONTRAKT"),
        ("punkt a b c", "punkt a b c"),
        ("1 0 2 5", "1 0 2 5"),
        ("i E U", "i E U"),
    ],
)
def test_spaced_words_are_written_together(text: str, whole: str) -> None:
    assert joined(text) == whole


def test_runs_keep_their_spaces() -> None:
    assert list(runs("A V T A L  om  V A T T E N")) == ["A V T A L", "V A T T E N"]
