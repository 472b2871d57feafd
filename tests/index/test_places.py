"""A page is found by every reading of its words, and none is lost to another."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import pairwise

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.corpus.repaired import repaired
from avtalsarkiv.index.analysis.keys import keys
from avtalsarkiv.index.analysis.lexemes import Analysis, analyse
from avtalsarkiv.index.analysis.places import places
from avtalsarkiv.tests.marked_up import marked_up

WORDS = [
    "avtal",
    "2 450 000",
    "{Jimtland=Jämtland}",
    "{ochregionen=och regionen}",
    "{till sammans=tillsammans}",
    "utveck-\n{lingsndmnden=lingsnämnden}",
    "{drlft cch=drift och}",
    "{Hammaren?Hammarén}",
    "{till kommer?tillkommer}",
    "{avtalot?avtalet} {mcd=med}",
    "{skolan!skalan}",
    "{4r=är}",
    "{|=}",
    "{=i} dag",
]


def page(text: str) -> Page:
    printed, repairs = marked_up(text)
    return Page(1, printed, Origin.PLAIN, Quality(Verdict.KEEP, "plain text"), repairs=repairs)


def stand_together(found: Analysis, stems: Sequence[str]) -> bool:
    """Could a phrase of these stems be found?"""
    starts = [{*found.positions.get(stem, ()), *found.beside.get(stem, ())} for stem in stems]
    return any(all(at + step in there for step, there in enumerate(starts)) for at in starts[0])


def in_order(text: str) -> list[str]:
    stems = {at: stem for stem, stands in analyse(text).positions.items() for at in stands}
    return [stem for _, stem in sorted(stems.items())]


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_damaged_the_page_has_all_keys_of_the_print_and_just_those_of_the_repaired_text(seed: int) -> None:
    damaged = page(" ".join(random.Random(seed).choices(WORDS, k=30)))
    printed, read, found = analyse(damaged.text), analyse(repaired(damaged).text), keys(damaged)
    assert (found.positions, found.loose) == (read.positions, read.loose)
    assert printed.positions.keys() <= found.positions.keys() | found.beside.keys()
    assert printed.loose.keys() <= found.loose.keys() | found.less_loose.keys() | found.positions.keys()


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_damaged_phrases_stand_in_the_print_and_in_the_repaired_text(seed: int) -> None:
    damaged = page(" ".join(random.Random(seed).choices(WORDS, k=30)))
    found = keys(damaged)
    for text in (damaged.text, repaired(damaged).text):
        stems = in_order(text)
        assert all(stand_together(found, stems[at : at + 4]) for at in range(len(stems) - 3))


@pytest.mark.parametrize("text", ["i {Jimtland=Jämtland}", "a {b c=bc} {de=d e}\n{f?g} h", "{a?b c} {d=e}", "{=x}", ""])
def test_places_are_in_the_order_of_the_print_and_inside_it(text: str) -> None:
    damaged = page(text)
    for row in places(damaged.text, damaged.repairs).rows:
        assert all(0 <= place.start <= place.end <= len(damaged.text) for place in row)
        assert all(first.start <= then.start for first, then in pairwise(row))


@pytest.mark.parametrize(
    ("text", "less", "less_loose"),
    [
        ("avtal", {}, {}),
        ("{Jimtland=Jämtland}", {"jimtland": 1}, {}),
        ("{Jamtland=Jämtland}", {}, {}),
        ("{avtalots=avtalet}", {"avtalot": 1}, {}),
        ("{avtalets=avtalet}", {}, {}),
        ("{kvall=kväll} {kvall=kväll}", {}, {}),
        ("{kvill?kväll} {kvill?kväll}", {"kväll": 2}, {"kvall": 2}),
        ("{Hirjedalsavtal=Härjedalsavtal}", {"hirjedalsavtal": 1}, {}),
        ("{skolan!skalan}", {}, {}),
    ],
)
def test_another_reading_adds_only_what_the_word_was_not_found_by_already(
    text: str, less: dict[str, int], less_loose: dict[str, int]
) -> None:
    found = keys(page(text))
    assert (found.less, found.less_loose) == (less, less_loose)
