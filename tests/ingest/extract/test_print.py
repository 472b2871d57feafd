"""The way from the text that is extracted from, which is repaired, to the print that facts point at."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.facts import Party
from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Verdict
from avtalsarkiv.ingest.extract.extractor import Places
from avtalsarkiv.ingest.extract.mentions import Mention

GOOD = Quality(Verdict.KEEP, "")


def page(number: int, text: str, *repairs: tuple[str, str]) -> Page:
    made = [Repair(text.index(seen), text.index(seen) + len(seen), seen, meant, 0.9, "word") for seen, meant in repairs]
    return Page(number, text, Origin.PLAIN, GOOD, repairs=tuple(made))


def mention(text: str, words: str) -> Mention:
    start = text.index(words)
    return Mention(start, start + len(words), Party(words, "organisation", "party"), "shape", 0.9)


def test_a_fact_says_what_was_meant_and_points_at_what_was_printed() -> None:
    places = Places([page(1, "Avtal med Jimtlands motorklubb.", ("Jimtlands", "Jämtlands"))])
    fact = places.fact(mention(places.text, "Jämtlands motorklubb"))
    assert (fact.text, fact.start, fact.end) == ("Jämtlands motorklubb", 10, 30)


@pytest.mark.parametrize(
    ("words", "number", "start", "end"), [("Ett", 1, 0, 3), ("med", 1, 4, 6), ("vå", 2, 7, 9), ("år", 3, 10, 13)]
)
def test_offsets_go_through_the_whole_document(words: str, number: int, start: int, end: int) -> None:
    places = Places([page(1, "Ett &c", ("&c", "med")), page(2, "vå"), page(3, "a8r", ("a8r", "år"))])
    fact = places.fact(mention(places.text, words))
    assert (fact.page, fact.start, fact.end) == (number, start, end)


def test_a_fact_that_runs_over_a_page_break_stands_on_the_page_where_it_begins() -> None:
    places = Places([page(1, "den 3"), page(2, "mars 2021")])
    fact = places.fact(mention(places.text, "3\fmars"))
    assert (fact.page, fact.start, fact.end) == (1, 4, 10)


def test_a_page_without_text_takes_its_room() -> None:
    places = Places([page(1, ""), page(2, ""), page(3, "Norrby kommun")])
    fact = places.fact(mention(places.text, "Norrby"))
    assert (fact.page, fact.start) == (3, 2)
