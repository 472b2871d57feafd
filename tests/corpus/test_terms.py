from __future__ import annotations

import datetime as dt

import pytest

from avtalsarkiv.corpus.terms import Duration, first_day, last_day, whole_years

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("end", "notice", "day"),
    [
        ("2025-12-31", "P6M", "2025-06-30"),
        ("2025-12-31", "P10M", "2025-02-28"),
        ("2024-06-30", "P3M", "2024-03-31"),
        ("2025-03-15", "P1Y", "2024-03-15"),
        ("2025-03-15", "P2W", "2025-03-01"),
        ("2025-03-15", "P30D", "2025-02-13"),
        ("2025-01-31", "P1Y1M", "2023-12-31"),
    ],
)
def test_notice_is_given_so_long_before(end: str, notice: str, day: str) -> None:
    assert Duration.of(notice).before(DAY(end)) == DAY(day)


@pytest.mark.parametrize(("begin", "later"), [("2025-01-31", "2025-02-28"), ("2024-12-01", "2025-01-01")])
def test_a_month_later_is_in_the_next_month(begin: str, later: str) -> None:
    assert Duration.of("P1M").after(DAY(begin)) == DAY(later)


@pytest.mark.parametrize("text", ["P", "6M", "P6", "PM", "P6MM", "P-6M", ""])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no duration"):
        Duration.of(text)


def test_before_the_calendar_is_an_overflow() -> None:
    with pytest.raises(OverflowError):
        Duration.of("P9999Y").before(DAY("2025-01-01"))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_month_and_a_year_have_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert (first_day(text), last_day(text)) == (DAY(first), DAY(last))


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2024-01-01", "2025-12-31", 2),
        ("2024-07-01", "2025-06-30", 1),
        ("2024-01-01", "2024-06-30", None),
        ("2024-01-01", "2023-12-31", None),
    ],
)
def test_whole_years_are_counted(first: str, last: str, years: int | None) -> None:
    assert whole_years(DAY(first), DAY(last)) == years
