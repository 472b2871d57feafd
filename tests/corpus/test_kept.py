"""What the pages add to facts: the print, the box, and how well the figures could be read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avtalsarkiv.corpus.kept import kept
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.corpus.words import Words
from avtalsarkiv.tests.facts import KOMMUN, YEARLY, document, fact, stating


def read_with(confidences: dict[str, int]) -> Document:
    """A document of one page with two facts, whose words were read with these confidences, the others surely."""
    made = document(["Norrbygdens kommun betalar 12 500 kr"])
    [page] = made.pages
    words = [replace(w, confidence=confidences.get(page.text[w.start : w.end], 95)) for w in page.words]
    return replace(made, pages=(replace(page, words=Words(words)),))


@pytest.mark.parametrize(
    ("confidences", "doubts"),
    [
        ({"500": 61, "12": 80}, ["figures in it were hard to read (confidence 61)"]),
        ({"500": 90}, []),
        ({"kr": 40}, []),
    ],
)
def test_an_amount_is_doubted_whose_figures_were_hard_to_read(confidences: dict[str, int], doubts: list[str]) -> None:
    made = stating(read_with(confidences), {"12 500 kr": YEARLY})
    assert made.extraction
    [found] = kept(made, made.extraction.facts)
    assert list(found.fact.doubt) == doubts


def test_a_name_is_not_doubted_for_its_letters() -> None:
    made = stating(read_with({"Norrbygdens": 50}), {"Norrbygdens kommun": KOMMUN})
    assert made.extraction
    [found] = kept(made, made.extraction.facts)
    assert found.fact.doubt == ()


def test_what_stands_on_a_page_that_waits_is_doubted() -> None:
    made = read_with({})
    made = replace(made, pages=(replace(made.pages[0], waiting=True),))
    [found] = kept(made, [fact(made, "12 500 kr", YEARLY)])
    assert found.fact.doubt == ("the text under this page is wrong; it waits to be read from its picture",)
