"""What was decided lies over what is found, and outlives it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from avtalsarkiv.corpus.decisions import Decision, carried_over, decided
from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Standing, Verdict

MADE, SUGGESTED, ACCEPTED, REJECTED = Standing
SEEN = "Jimtland och Hirjedalen"
JAMTLAND = Repair(0, 8, "Jimtland", "Jämtland", 0.99, "language")
HARJEDALEN = Repair(13, 23, "Hirjedalen", "Härjedalen", 0.7, "name", SUGGESTED)
PAGE = Page(1, SEEN, Origin.PLAIN, Quality(Verdict.REPAIR, "damaged"), repairs=(JAMTLAND, HARJEDALEN))


def here(repair: Repair, standing: Standing) -> Decision:
    return Decision(repair.seen, repair.meant, standing, 1, repair.start)


def everywhere(repair: Repair, standing: Standing) -> Decision:
    return Decision(repair.seen, repair.meant, standing)


def standings(page: Page) -> list[Standing]:
    return [repair.standing for repair in page.repairs]


@pytest.mark.parametrize(
    ("decisions", "expected"),
    [
        ([], [MADE, SUGGESTED]),
        ([here(HARJEDALEN, ACCEPTED)], [MADE, ACCEPTED]),
        ([here(JAMTLAND, REJECTED)], [REJECTED, SUGGESTED]),
        ([everywhere(HARJEDALEN, ACCEPTED)], [MADE, ACCEPTED]),
        ([everywhere(HARJEDALEN, ACCEPTED), here(HARJEDALEN, REJECTED)], [MADE, REJECTED]),
        ([here(HARJEDALEN, REJECTED), everywhere(HARJEDALEN, ACCEPTED)], [MADE, REJECTED]),
        ([replace(here(HARJEDALEN, ACCEPTED), page=2)], [MADE, SUGGESTED]),
        ([replace(here(HARJEDALEN, ACCEPTED), meant="Herjedalen")], [MADE, ACCEPTED]),
    ],
)
def test_a_repair_stands_as_was_decided(decisions: list[Decision], expected: list[Standing]) -> None:
    assert standings(decided(PAGE, decisions)) == expected


def test_what_was_accepted_is_made_where_it_is_no_longer_found() -> None:
    forgetful = replace(PAGE, repairs=(JAMTLAND,))
    page = decided(forgetful, [here(HARJEDALEN, ACCEPTED)])
    assert [(repair.meant, repair.why) for repair in page.repairs] == [
        ("Jämtland", "language"),
        ("Härjedalen", "decided"),
    ]


def test_what_was_accepted_goes_before_what_is_found_beside_it() -> None:
    otherwise = replace(PAGE, repairs=(replace(HARJEDALEN, meant="Herjedalen"),))
    assert [repair.meant for repair in decided(otherwise, [here(HARJEDALEN, ACCEPTED)]).repairs] == ["Härjedalen"]


def test_of_two_that_overlap_the_later_is_made() -> None:
    both = Decision("och Hirjedalen", "och Härjedalens", ACCEPTED, 1, 9)
    unfound = replace(PAGE, repairs=())
    assert [repair.seen for repair in decided(unfound, [here(HARJEDALEN, ACCEPTED), both]).repairs] == [both.seen]


def test_what_was_rejected_stays_away() -> None:
    assert decided(replace(PAGE, repairs=()), [here(JAMTLAND, REJECTED)]).repairs == ()


def test_a_page_that_reads_otherwise_now_keeps_what_was_decided() -> None:
    moved = replace(PAGE, text=f"I {SEEN}", repairs=(replace(JAMTLAND, start=2, end=10),))
    assert standings(decided(moved, [here(JAMTLAND, REJECTED)])) == [REJECTED]


def test_a_decision_for_one_place_is_none_for_another_that_stands_too() -> None:
    twice = replace(PAGE, text=f"{SEEN} Jimtland", repairs=(JAMTLAND, replace(JAMTLAND, start=24, end=32)))
    assert standings(decided(twice, [here(JAMTLAND, REJECTED)])) == [REJECTED, MADE]


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ("Avtal om Jimtland nu", "Ett nytt avtal om Jimtland\nnu gällande", [(1, 18)]),
        ("Avtal om Jimtland nu", "Sida ett\fAvtal om Jimtland nu", [(2, 9)]),
        ("Avtal om Jimtland nu", "Avtal om Jämtland nu", []),
        ("Avtal om Jimtland nu", "Avtal om Jimtland då", []),
        ("Avtal om Jimtland nu", "Avtal omJimtland nu", []),
        ("Avtal om Jimtland nu", "Brev om Jimtland nu och om Jimtland nu", []),
        ("om Jimtland nu\fom Jimtland nu", "Först om Jimtland nu, om Jimtland nu", []),
        ("om Jimtland nu\fom Jimtland nu", "Först om Jimtland nu och om Jimtland nu", [(1, 9)]),
    ],
)
def test_a_decision_goes_over_to_the_same_place_of_a_newer_version(
    before: str, after: str, places: list[tuple[int, int]]
) -> None:
    decision = Decision("Jimtland", "Jämtland", REJECTED, 1, before.index("Jimtland"))
    carried = list(carried_over([decision], pages(before), pages(after)))
    assert carried == [replace(decision, page=page, start=start) for page, start in places]


def pages(text: str) -> list[Page]:
    return [replace(PAGE, number=number, text=page) for number, page in enumerate(text.split("\f"), 1)]
