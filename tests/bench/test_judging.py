from __future__ import annotations

from collections.abc import Callable
from typing import Final

from avtalsarkiv.bench.judging import changed_words, judged, together
from avtalsarkiv.bench.pairs import Pair

PAIR: Final = Pair("1", "Så går året\fPå ön och ån", "Sa gar aret\fPa 6n och an", "Så går året\fPå ön och än")


def test_word_errors_are_counted_before_and_after(let_repair: Callable[..., None]) -> None:
    let_repair({"gar": "går", "aret": "året", "6n": "ön"})
    one = judged(PAIR)
    assert (one.words, one.before, one.after, one.read_again) == (7, 6, 3, 1)
    assert one.left == (("Så", "Sa"), ("På", "Pa"), ("ån", "an"))


def test_a_right_word_made_wrong_is_spoilt(let_repair: Callable[..., None]) -> None:
    let_repair({"och": "öch", "an": "än"})
    assert (judged(PAIR).right, judged(PAIR).spoilt) == (1, (("och", "öch"),))


def test_repairs_and_suggestions_are_verified_against_the_print(let_repair: Callable[..., None]) -> None:
    let_repair({"gar": "går", "aret": "äret"}, {"6n": "ön", "an": "än"})
    right = {verified.repair.meant: verified.right for verified in judged(PAIR).verified}
    assert right == {"går": True, "äret": False, "ön": True, "än": False}


def test_documents_are_summed(let_repair: Callable[..., None]) -> None:
    let_repair({"gar": "går"})
    both = together([judged(PAIR), judged(PAIR)])
    assert (both.words, both.after, len(both.verified)) == (14, 10, 2)


def test_harm_is_each_word_of_an_undamaged_text_that_is_changed(let_repair: Callable[..., None]) -> None:
    let_repair({"an eye": "än", "for": "för"}, {"The": "Thé"})
    assert changed_words("The pen for an eye") == (5, [("for", "för"), ("an", "än"), ("eye", "än")])
