"""Compounds that no lexicon divides are divided by the words of an archive."""

from __future__ import annotations

import pytest

from avtalsarkiv.swedish.dividing import Times, divisions


def standing(words: str) -> Times:
    """How often words stand of which some are given with a number, "led:9"; the others stand once."""
    times = {word: int(number or 1) for word, _, number in (each.partition(":") for each in words.split())}
    return lambda form: times.get(form, 0)


@pytest.mark.parametrize(
    ("compound", "archive", "way"),
    [
        ("släckbilsinköp", "släckbil inköp", "släckbil inköp"),
        ("lysdiodsbyte", "lysdiod byte", "lysdiod byte"),
        ("ledpistning", "led pistning", "led pistning"),
        ("fjällhelikopter", "fjäll helikopter", "fjäll helikopter"),
        ("murklegatan", "murkla gatan", "murkla gatan"),
        ("släckbilsinköpsavtal", "släckbil inköp avtal", "släckbil inköp avtal"),
        ("dagvattendamm", "dagvatten dag:9 vattendamm:9 damm", "dagvatten damm"),
        ("skidbrospår", "skid bro skidbro spår", "skidbro spår"),
        ("släckbilsupphandling", "släckbil", "släckbil upphandling"),
    ],
)
def test_a_compound_of_words_that_stand_somewhere(compound: str, archive: str, way: str) -> None:
    assert divisions(compound, standing(archive))[0] == tuple(way.split())


@pytest.mark.parametrize(
    ("whole", "archive"),
    [
        ("släckbilsxyzabc", "släckbil"),
        ("protokoll", "proto koll"),
        ("Fjällköping".lower(), "fjällk ping"),
        ("lundkvist", "lund kvist"),
        ("xyabcdef", "xy abcdef"),
        ("xyzabcdef", "xyz abcdef"),
        ("pistning", "pist ning"),
        ("släck" * 100, "släck"),
        ("", "släck"),
    ],
)
def test_what_is_no_compound_stays_whole(whole: str, archive: str) -> None:
    assert not divisions(whole, standing(archive))


def test_of_two_ways_the_one_of_frequent_words_comes_first() -> None:
    ways = divisions("markägarersättning", standing("markägar:2 ersättning:9 markägarer sättning:9"))
    assert ways == [("markägar", "ersättning"), ("markägarer", "sättning")]
