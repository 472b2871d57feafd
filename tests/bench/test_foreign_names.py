from __future__ import annotations

from collections.abc import Callable

import pytest

from avtalsarkiv.bench.foreign_names import Setting, as_misread, as_written, changed


@pytest.mark.parametrize(
    ("seen", "meant", "found"),
    [
        ("Kuoljok", "Kuoljök", [("Kuoljok", "Kuoljök")]),
        ("Jaaskelainen", "Jääskeläinen", []),
        ("Jaaskelainen", "Jaäskelainen", [("Jaaskelainen", "Jaäskelainen")]),
    ],
)
def test_a_name_that_gets_its_letters_back_is_not_changed(
    seen: str, meant: str, found: list[tuple[str, str]], let_repair: Callable[..., None]
) -> None:
    let_repair({seen: meant, "arendet": "ärendet"})
    page = f"Om arendet talade {seen} i gar"
    assert changed([Setting("Jääskeläinen", seen, page.index(seen), page)]) == found


def test_every_name_stands_on_its_page() -> None:
    settings = [*as_written(), *as_misread()]
    assert len(as_written()) == 300
    assert all(one.page[one.start :].startswith(one.seen) for one in settings)


def test_misread_names_have_plain_letters_only() -> None:
    assert [one.seen for one in as_misread() if not one.seen.isascii()] == []
