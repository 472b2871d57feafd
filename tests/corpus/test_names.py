"""An archive vouches for the names of its undamaged pages, and for no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Verdict
from avtalsarkiv.corpus.names import names_of

TEXT = "Härjedalens kommun och Östbro-Åse AB vid Kalén i VÄSTRA län, av Åsa Lund den 3 mars; 4Ö och XÖ7"
PAGE = Page(1, TEXT, Origin.TEXT_LAYER, Quality(Verdict.KEEP, "as written"))


def test_names_are_capitalised_words_with_letters_that_are_never_gained() -> None:
    assert names_of([PAGE]) == {"Härjedalens", "Östbro-Åse", "Åsa"}


@pytest.mark.parametrize(
    "page",
    [
        replace(PAGE, quality=Quality(Verdict.REPAIR, "damaged")),
        replace(PAGE, waiting=True),
        replace(PAGE, repairs=(Repair(0, 11, "Härjedalens", "Härjedalen", 0.9, "language"),)),
    ],
)
def test_a_damaged_page_vouches_for_nothing(page: Page) -> None:
    assert names_of([page]) == frozenset()


def test_a_word_that_was_repaired_is_no_name() -> None:
    long = replace(PAGE, text=TEXT + " och så vidare" * 50)
    repair = Repair(0, 11, "Härjedalens", "Härjedalen", 0.9, "language")
    assert "Härjedalens" not in names_of([replace(long, repairs=(repair,))])
    assert "Åsa" in names_of([replace(long, repairs=(repair,))])
