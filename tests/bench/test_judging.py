from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import pytest

from avtalsarkiv.bench import judging
from avtalsarkiv.bench.judging import changed_words, judged, together
from avtalsarkiv.bench.pairs import Pair
from avtalsarkiv.corpus.model import Known, Page, Repair, Standing

PAIR: Final = Pair("1", "Så går året\fPå ön och ån", "Sa gar aret\fPa 6n och an", "Så går året\fPå ön och än")
NOTHING: Final = MappingProxyType[str, str]({})
Table: TypeAlias = Mapping[str, str]


def repair(monkeypatch: pytest.MonkeyPatch, made: Table, suggested: Table = NOTHING) -> None:
    """Let the words be repaired that stand in a table, wherever they stand first on a page."""

    def repairs(page: Page) -> tuple[Repair, ...]:
        both = [(made, Standing.MADE), (suggested, Standing.SUGGESTED)]
        found = [
            Repair(page.text.index(seen), page.text.index(seen) + len(seen), seen, meant, 0.9, "", standing)
            for words, standing in both
            for seen, meant in words.items()
            if seen in page.text
        ]
        return tuple(sorted(found, key=lambda one: one.start))

    def repair_pages(pages: Sequence[Page], known: Known) -> list[tuple[Repair, ...]]:
        return [repairs(page) for page in pages]

    monkeypatch.setattr(judging, "repair_pages", repair_pages)


def test_word_errors_are_counted_before_and_after(monkeypatch: pytest.MonkeyPatch) -> None:
    repair(monkeypatch, {"gar": "går", "aret": "året", "6n": "ön"})
    one = judged(PAIR)
    assert (one.words, one.before, one.after, one.read_again) == (7, 6, 3, 1)
    assert one.left == (("Så", "Sa"), ("På", "Pa"), ("ån", "an"))


def test_a_right_word_made_wrong_is_spoilt(monkeypatch: pytest.MonkeyPatch) -> None:
    repair(monkeypatch, {"och": "öch", "an": "än"})
    assert (judged(PAIR).right, judged(PAIR).spoilt) == (1, (("och", "öch"),))


def test_repairs_and_suggestions_are_verified_against_the_print(monkeypatch: pytest.MonkeyPatch) -> None:
    repair(monkeypatch, {"gar": "går", "aret": "äret"}, {"6n": "ön", "an": "än"})
    right = {verified.repair.meant: verified.right for verified in judged(PAIR).verified}
    assert right == {"går": True, "äret": False, "ön": True, "än": False}


def test_documents_are_summed(monkeypatch: pytest.MonkeyPatch) -> None:
    repair(monkeypatch, {"gar": "går"})
    both = together([judged(PAIR), judged(PAIR)])
    assert (both.words, both.after, len(both.verified)) == (14, 10, 2)


def test_harm_is_each_word_of_an_undamaged_text_that_is_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    repair(monkeypatch, {"an eye": "än", "for": "för"}, {"The": "Thé"})
    assert changed_words("The pen for an eye") == (5, [("for", "för"), ("an", "än"), ("eye", "än")])
