"""What holds of every snippet, of pages made of anything."""

from __future__ import annotations

import random

import pytest

from avtalsarkiv.index.analysis.lexemes import tokens
from avtalsarkiv.index.querying.parsing import parse
from avtalsarkiv.index.showing.fragments import WIDTH
from avtalsarkiv.index.showing.wanted import ANY_ENDING, LOOSELY, wanted
from avtalsarkiv.swedish.reading import reading
from avtalsarkiv.tests.index.showing.asked import shown
from avtalsarkiv.tests.marked_up import marked_up

WORDS = [
    "avtal", "Avtalet", "samverkansavtal", "simhallen", "Jämtland", "{Jimtland=Jämtland}", "{ochregionen=och regionen}",
    "§ 5", "{till sammans=tillsammans}", "2 450 000 kr", "KS 2024/117", "den 3 maj 2024", "utveck-\nlingsnämnd", "vård",
    "{skolan?skalan}", "e\ufb00ektiv", "Region\n\nNorr.", "drift och", "ersättningen", "ersätts", "50 %",
    "Ödensala\t\t,", "{drlft cch=drift och}", ";", "- ”citat”", "a",
]  # fmt: skip
QUERIES = [
    "avtal simhall", "jämtland jimtland", '"och regionen" tillsammans', "2450000 KS 2024/117", "maj 5 procent",
    '"drift och vård"', "utvecklingsnämnd effektiv skalan", "ersättning odensala", "avtal INTE samverkansavtal",
    "avtal*", "regio~",
]  # fmt: skip


def page_of(seed: int) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(chosen.choice([3, 30, 300])))


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("seed", range(12))
def test_marks_are_true_and_answer_the_question(query: str, seed: int) -> None:
    printed, repairs = marked_up(page_of(seed))
    found = shown(printed, query, repairs=repairs)
    sought, folded = wanted(parse(query)), " ".join(printed.split())
    assert found.text in folded
    assert len(found.text) <= WIDTH
    for start, end in found.marks:
        assert found.text[start:end] in {" ".join(printed[first:after].split()) for first, after in found.spans}
    for start, end in found.spans:
        meant = [repair.meant for repair in repairs if start < repair.end and repair.start < end]
        keys = {key for text in (printed[start:end], *meant) for key in _keys(text)}
        begun = {each + ANY_ENDING for each in sought.beginnings if any(key.startswith(each) for key in keys)}
        assert sought.keys & (keys | begun)


def _keys(text: str) -> set[str]:
    words = [lexeme for token in tokens(reading(text)) for lexeme in token.lexemes]
    return {key for word in words for key in (word.exact, word.whole, *(LOOSELY + loose for loose in word.loose))} - {
        ""
    }
