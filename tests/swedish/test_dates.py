from __future__ import annotations

import datetime as dt

import pytest

from avtalsarkiv.swedish.dates import around_dates, full_dates


@pytest.mark.parametrize(
    "text",
    [
        "2021-03-03", "2021\u201103\u201103", "3 mars 2021", "den 3 MARS 2021", "3:e mars 2021", "3 mar. 2021",
        "3/3-2021", "3/3 2021", "3.3.2021",
    ],
)  # fmt: skip
def test_a_full_date_in_any_writing(text: str) -> None:
    assert [date for _, date in full_dates(f"Norrby {text}.")] == [dt.date(2021, 3, 3)]


@pytest.mark.parametrize(
    "text", ["2023-02-31", "mars 2021", "3 mars", "12021-03-03", "2021-03-033", "KS 1/3/2021", "avsnitt 1.3.3.2021"]
)
def test_what_is_no_date_or_not_in_full_is_left(text: str) -> None:
    assert list(full_dates(text)) == []


def test_a_date_knows_where_it_begins() -> None:
    assert list(full_dates("Norrby 2021-03-03")) == [(7, dt.date(2021, 3, 3))]


def test_the_text_around_dates_is_one_piece_more_than_the_dates() -> None:
    pieces, dates = around_dates("Norrby 2021-03-03  Sundby den 5 mars 2021.")
    assert pieces == ["Norrby ", "  Sundby den ", "."]
    assert dates == [dt.date(2021, 3, 3), dt.date(2021, 3, 5)]


def test_a_line_without_dates_is_one_piece() -> None:
    assert around_dates("Norrby") == (["Norrby"], [])
