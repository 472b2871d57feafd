"""Repairs lie over what was seen: those of a wrong encoding first, those of lost letters in what they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from avtalsarkiv.corpus.model import Known, Origin, Page, Repair, Standing
from avtalsarkiv.corpus.repaired import as_repaired
from avtalsarkiv.ingest.restoring import ENCODING, model_version, restore
from avtalsarkiv.tests.fakes import KEPT, repair

ENCODED = Repair(0, 7, "LÃ¤nets", "Länets", 1.0, ENCODING)
PAGE = Page(1, "LÃ¤nets 4r, Jimtland", Origin.PLAIN, KEPT, repairs=(ENCODED,))


def test_lost_letters_are_restored_beside_a_wrong_encoding() -> None:
    [repairs] = restore(repair, [PAGE], Known())
    assert [(found.start, found.end, found.seen, found.why) for found in repairs] == [
        (0, 7, "LÃ¤nets", ENCODING), (12, 20, "Jimtland", "language"),
    ]  # fmt: skip
    assert as_repaired(PAGE.text, repairs).text == "Länets 4r, Jämtland"


@pytest.mark.parametrize("standing", [Standing.MADE, Standing.REJECTED])
def test_letters_of_a_wrong_encoding_are_sure_or_decided(standing: Standing) -> None:
    def change_first_word(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
        word = pages[0].text.split()[0]
        return [(Repair(0, len(word), word, "Lånets", 0.9, "language"),)]

    encoded = replace(ENCODED, standing=standing)
    assert restore(change_first_word, [replace(PAGE, repairs=(encoded,))], Known()) == [(encoded,)]


def test_earlier_repairs_are_forgotten() -> None:
    before = replace(PAGE, repairs=(ENCODED, Repair(8, 10, "4r", "år", 0.6, "language")))
    [repairs] = restore(repair, [before], Known())
    assert [found.seen for found in repairs] == ["LÃ¤nets", "Jimtland"]


def test_a_page_that_waits_is_left_alone() -> None:
    waiting = replace(PAGE, number=2, text="Jimtland", waiting=True, repairs=())
    third = replace(PAGE, number=3)
    assert [len(repairs) for repairs in restore(repair, [PAGE, waiting, third], Known())] == [2, 0, 2]


def test_two_repairs_of_one_place_are_a_fault() -> None:
    def twice(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
        return [repair(pages, known)[0] * 2]

    with pytest.raises(ValueError, match="two repairs"):
        restore(twice, [PAGE], Known())


def test_a_model_is_told_from_another_by_what_is_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("avtalsarkiv.ingest.restoring.MODEL", tmp_path)
    (tmp_path / "words.txt").write_text("avtal", encoding="utf-8")
    before = model_version()
    assert model_version() == before
    (tmp_path / "words.txt").write_text("avtar", encoding="utf-8")
    assert model_version() != before
