"""Which known words may stand behind the letters that are seen."""

from __future__ import annotations

import time
from typing import Final

import pytest

from avtalsarkiv.ingest.repair.channel import Channel
from avtalsarkiv.ingest.repair.lexicon import Lexicon
from avtalsarkiv.ingest.repair.spellings import Damage, known, stretches

CHANNEL: Final = Channel.parse("ä\ta\t-1\nä\té\t-2\nö\to\t-1\nå\ta\t-2\nm\trn\t-3\nl\ti\t-4\ni\t\t-5\nh\tk\t-4\n")
LEXICON: Final = Lexicon.of(["lägger", "lager", "läger", "mål", "mal", "älg", "vil", "väl", "hål"])


def found(core: str) -> dict[str, Damage]:
    return {spelling.word: spelling.damage for spelling in known(core, CHANNEL.edits(core), LEXICON)}


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        ("lagger", {"lägger": Damage(1, lost=1)}),
        ("lager", {"lager": Damage(), "läger": Damage(1, lost=1)}),
        ("läger", {"läger": Damage(kept=1)}),
        ("rnal", {"mal": Damage(3, shapes=1), "mål": Damage(5, lost=1, shapes=1)}),
        ("kal", {"hål": Damage(6, lost=1, shapes=1)}),
        ("vl", {"vil": Damage(5, shapes=1)}),
        ("xyz", {}),
        ("", {}),
    ],
)
def test_words_are_found_with_what_must_have_happened(seen: str, words: dict[str, Damage]) -> None:
    assert found(seen) == words


def test_no_more_than_two_shapes_are_misread_in_a_word() -> None:
    assert found("rnai") == {"mal": Damage(7, shapes=2), "mål": Damage(9, lost=1, shapes=2)}
    lexicon = Lexicon.of(["mlll"])
    assert not list(known("rniii", CHANNEL.edits("rniii"), lexicon))


def test_a_stretch_may_end_before_the_word_does() -> None:
    core = "malvilar"
    ends = {(end, LEXICON.words[place]) for end, place in stretches(core, 0, CHANNEL.edits(core), LEXICON)}
    assert ends == {(3, "mal"), (3, "mål")}


def test_what_happened_to_two_parts_happened_to_both() -> None:
    assert Damage(1, lost=1).after(Damage(2, kept=1, shapes=1)) == Damage(3, 1, 1, 1)


def test_a_search_ends_however_many_ways_there_are() -> None:
    lexicon = Lexicon.of(["a" * n for n in range(1, 60)])
    channel = Channel.parse("aa\ta\t-0.1\na\taa\t-0.1\na\t\t-0.1\na\tb\t-0.1\n")
    begun = time.perf_counter()
    list(known("ab" * 30, channel.edits("ab" * 30), lexicon))
    assert time.perf_counter() - begun < 1
