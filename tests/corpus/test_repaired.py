"""The repaired text is made of the seen one, and every place in it leads back."""

from __future__ import annotations

import random

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Standing, Verdict
from avtalsarkiv.corpus.repaired import as_repaired, beginning, repaired

SEEN = "Jimtland och Hirjedalen f6r"


def repair(text: str, seen: str, meant: str, standing: Standing = Standing.MADE) -> Repair:
    start = text.index(seen)
    return Repair(start, start + len(seen), seen, meant, 0.99, "language", standing)


REPAIRS = (repair(SEEN, "Jimtland", "Jämtland"), repair(SEEN, "Hirjedalen", "Härjedalens"), repair(SEEN, "f6r", "för"))


def test_the_text_reads_as_repaired() -> None:
    assert as_repaired(SEEN, REPAIRS).text == "Jämtland och Härjedalens för"


@pytest.mark.parametrize(
    ("standing", "text"),
    [
        (Standing.MADE, "år"), (Standing.ACCEPTED, "år"),
        (Standing.SUGGESTED, "&r"), (Standing.REJECTED, "&r"),
    ],
)  # fmt: skip
def test_only_repairs_in_force_are_read(standing: Standing, text: str) -> None:
    assert as_repaired("&r", [repair("&r", "&r", "år", standing)]).text == text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ((0, 8), (0, 8)), ((9, 12), (9, 12)), ((13, 23), (13, 24)), ((24, 27), (25, 28)), ((0, 27), (0, 28)),
        ((8, 13), (8, 13)), ((12, 24), (12, 25)),
    ],
)  # fmt: skip
def test_a_span_is_found_in_both_texts(seen: tuple[int, int], meant: tuple[int, int]) -> None:
    view = as_repaired(SEEN, REPAIRS)
    assert view.repaired_span(*seen) == meant
    assert view.seen_span(*meant) == seen


def test_a_part_of_a_repaired_word_stands_for_all_of_it() -> None:
    view = as_repaired(SEEN, REPAIRS)
    assert view.seen_span(14, 16) == (13, 23)
    assert view.repaired_span(20, 26) == (13, 28)


def test_a_text_without_repairs_is_itself() -> None:
    view = as_repaired("avtal", ())
    assert (view.text, view.seen_span(1, 3), view.repaired_span(1, 3)) == ("avtal", (1, 3), (1, 3))


def test_the_beginning_of_a_page_has_the_repairs_within_it() -> None:
    page = Page(1, SEEN, Origin.PLAIN, Quality(Verdict.KEEP, "as written"), repairs=REPAIRS)
    assert repaired(beginning(page, 20)).text == "Jämtland och Hirjeda"
    assert beginning(page, 1000) is page


@pytest.mark.parametrize("seed", range(200))
def test_undoing_all_repairs_gives_the_seen_text_back(seed: int) -> None:
    chance = random.Random(seed)
    text = "".join(chance.choices("aåi 1\n", k=chance.randint(1, 40)))
    bounds = sorted(chance.sample(range(len(text) + 1), k=2 * chance.randint(0, len(text) // 2)))
    spans = list(zip(bounds[::2], bounds[1::2], strict=True))
    meant = ["".join(chance.choices("xyz", k=chance.randint(1, 4))) for _ in spans]
    repairs = [Repair(s, e, text[s:e], m, 1.0, "language") for (s, e), m in zip(spans, meant, strict=True)]
    view, undone = as_repaired(text, repairs), ""
    at = 0
    for (start, end), word in zip(spans, meant, strict=True):
        first, last = view.repaired_span(start, end)
        assert (view.text[first:last], view.seen_span(first, last)) == (word, (start, end))
        undone += view.text[at:first] + text[start:end]
        at = last
    assert undone + view.text[at:] == text
