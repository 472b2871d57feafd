from __future__ import annotations

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.corpus.words import Box, Word, Words
from avtalsarkiv.picture import marked
from avtalsarkiv.tests.marked_up import marked_up


@pytest.mark.parametrize(
    ("query", "boxes"),
    [
        ("Jämtland", [(20, 40)]),
        ("Jimtland", [(20, 40)]),
        ("tillsammans", [(60, 100)]),
        ('"nu tillsammans"', [(40, 100)]),
        ("Härjedalen", []),
    ],
)
def test_damaged_words_are_framed_where_they_stand(query: str, boxes: list[tuple[float, float]]) -> None:
    text, repairs = marked_up("i {Jimtland=Jämtland} nu {till sammans=tillsammans}")
    bounds = [(0, 1), (2, 10), (11, 13), (14, 18), (19, 26)]
    words = Words(Word(*span, Box(20 * at, 0, 20 * at + 20, 10)) for at, span in enumerate(bounds))
    page = Page(1, text, Origin.OCR, Quality(Verdict.REPAIR, "damaged letters"), words=words, repairs=repairs)
    assert [(box.x0, box.x1) for box in marked(page, query)] == boxes
