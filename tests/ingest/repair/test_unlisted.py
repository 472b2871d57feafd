"""Words that no list holds: of known parts, two in one, and by their letters alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
import pytest

from avtalsarkiv.ingest.repair.channel import Channel
from avtalsarkiv.ingest.repair.lexicon import SEPARATE, Lexicon
from avtalsarkiv.ingest.repair.model import model
from avtalsarkiv.ingest.repair.spellings import Why
from avtalsarkiv.ingest.repair.unlisted import compounds, likely, splits

CHANNEL: Final = Channel.parse("ä\ta\t-1\nö\to\t-1\nå\ta\t-2\n")
WORDS: Final = ("avtal", "och", "sjö", "stuga", "väg")
LEXICON: Final = replace(Lexicon.of(WORDS), part=[-5.0] * 5, ids=[2, 3, 4, 5, 6], kinds=[0, SEPARATE, 0, 0, 0])
UNIGRAMS: Final = np.full(7, -4.0, dtype=np.float32)


@pytest.mark.parametrize(
    ("seen", "word"),
    [("sjöstuga", "sjöstuga"), ("sjostuga", "sjöstuga"), ("vagavtal", "vägavtal"), ("sjosvagavtal", "sjösvägavtal")],
)
def test_known_parts_make_words(seen: str, word: str) -> None:
    [best] = compounds(seen, CHANNEL.edits(seen), LEXICON)
    assert (best.word, best.why) == (word, Why.COMPOUND)


@pytest.mark.parametrize("seen", ["sjö", "sjoxstuga", "sjöstugavägavtal", "sjöstugas", ""])
def test_a_compound_has_two_or_three_parts_and_ends_with_one(seen: str) -> None:
    assert [spelling.word for spelling in compounds(seen, CHANNEL.edits(seen), LEXICON)] == (
        ["sjöstugas"] if seen == "sjöstugas" else []
    )


def test_two_words_in_one_are_divided_where_one_makes_no_compounds() -> None:
    [split] = splits("avtaloch", CHANNEL.edits("avtaloch"), LEXICON, UNIGRAMS)
    assert (split.word, split.ids, split.why) == ("avtal och", (2, 3), Why.SPACE)
    assert splits("avtalväg", CHANNEL.edits("avtalväg"), LEXICON, UNIGRAMS) == []


@pytest.mark.parametrize(("seen", "word"), [("snorojning", "snöröjning"), ("forsaljning", "försäljning")])
def test_letters_alone_lead_to_words(seen: str, word: str) -> None:
    assert word in [found for found, _ in likely(seen, CHANNEL.edits(seen), model().letters)]


def test_each_way_of_letters_tells_its_damage() -> None:
    ways = dict(likely("sjo", CHANNEL.edits("sjo"), model().letters))
    assert ways["sjö"].lost == 1
    assert ways["sjo"].lost == 0
