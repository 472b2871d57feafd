from __future__ import annotations

from avtalsarkiv.swedish.blanks import plain


def test_spaces_of_all_kinds_become_blanks_and_nothing_moves() -> None:
    assert plain("§\u00a061, 420\u202f000\u2009kr\n\tnästa") == "§ 61, 420 000 kr\n\tnästa"
