"""Personal identity numbers are masked in what was seen, in what was meant, and in what either completes."""

from __future__ import annotations

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Standing, Verdict
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.masking import masked_page

KEPT = Quality(Verdict.KEEP, "as written")


def page(text: str, seen: str, meant: str, standing: Standing) -> Page:
    start = text.index(seen)
    repair = Repair(start, start + len(seen), seen, meant, 0.9, "digits", standing)
    return Page(1, text, Origin.PLAIN, KEPT, repairs=(repair,))


@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize(
    ("seen", "meant"),
    [("85O1O1-1238", "850101-1238"), ("8S0101-1238", "850101-1238"), ("850101-1238", "850101-1239"), ("123&", "1238")],
)
def test_a_number_shows_neither_as_seen_nor_as_meant(standing: Standing, seen: str, meant: str) -> None:
    text = "Betalas till 850101-123& genast" if seen == "123&" else f"Betalas till {seen} genast"
    shown = masked_page(page(text, seen, meant, standing))
    [repair] = shown.repairs
    digits = "".join(sign for sign in f"{repair.meant}{repaired(shown).text}" if sign.isdigit())
    assert not digits
    assert (len(shown.text), len(repair.seen), len(repair.meant)) == (len(text), len(seen), len(meant))


@pytest.mark.parametrize("standing", Standing)
def test_other_repairs_are_shown_as_they_are(standing: Standing) -> None:
    [repair] = masked_page(page("i Jimtland till 850101-1238", "Jimtland", "Jämtland", standing)).repairs
    assert (repair.seen, repair.meant) == ("Jimtland", "Jämtland")
