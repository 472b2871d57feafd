"""What letters become: the edits that fit what is seen."""

from __future__ import annotations

from typing import Final

import pytest

from avtalsarkiv.ingest.repair.channel import Channel, Edit

CHANNEL: Final = Channel.parse("ä\ta\t-0.50\nä\t4\t-2.00\nm\trn\t-3.25\nl\t\t-6.00\n")


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("xyz", [{"l"}, {"l"}, {"l"}]),
        ("a4", [{"ä", "l"}, {"ä", "l"}]),
        ("arn", [{"ä", "l"}, {"m", "l"}, {"l"}]),
        ("", []),
    ],
)
def test_each_letter_has_the_edits_that_begin_there(seen: str, meant: list[set[str]]) -> None:
    assert [{edit.meant for edit in edits} for edits in CHANNEL.edits(seen)] == meant


def test_an_edit_knows_its_length_its_cost_and_whether_an_accent_was_lost() -> None:
    assert CHANNEL.by_seen["rn"] == (Edit(2, "m", 3.25, accented=False),)
    assert CHANNEL.by_seen["a"] == (Edit(1, "ä", 0.5, accented=True),)
    assert CHANNEL.by_seen[""] == (Edit(0, "l", 6.0, accented=False),)


def test_a_channel_may_be_of_some_edits_only() -> None:
    assert set(CHANNEL.only(lambda _, edit: edit.accented).by_seen) == {"a", "4"}
    assert set(CHANNEL.only(lambda seen, edit: edit.cost < 3 and seen == "4").by_seen) == {"4"}


def test_a_channel_of_nothing_has_no_edits() -> None:
    assert Channel.parse("").edits("ab") == [(), ()]
