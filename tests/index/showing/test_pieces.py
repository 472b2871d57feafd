"""A § of minutes is shown from its own text, on the page of it that says most."""

from __future__ import annotations

from avtalsarkiv.corpus.answers import Span
from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.index.showing.matches import Matcher
from avtalsarkiv.index.showing.pieces import pieces
from avtalsarkiv.index.showing.snippets import Snippet, snippet
from avtalsarkiv.index.showing.wanted import wanted
from avtalsarkiv.tests.index.showing.asked import query
from avtalsarkiv.tests.marked_up import marked_up

FIRST = "§ 1 Taxa för simhallen. § 2 Ny väg"
SECOND = "Vägen till {slmhallen=simhallen} byggs. § 3 Simhallen"
STARTS = {3: 100, 4: 100 + len(FIRST) + 1}


def of_unit(question: str, *spans: Span) -> Snippet:
    both = [_page(3, FIRST), _page(4, SECOND)]
    return snippet(pieces(both, STARTS, spans), Matcher(wanted(query(question))))


def _page(number: int, text: str) -> Page:
    printed, repairs = marked_up(text)
    return Page(number, printed, Origin.PLAIN, Quality(Verdict.KEEP, "plain text"), repairs=repairs)


def test_the_best_place_of_a_paragraf_may_stand_on_its_second_page() -> None:
    start = STARTS[3] + FIRST.index("§ 2")
    found = of_unit("simhallen väg", (start, STARTS[4] + 27))
    assert (found.page, found.text) == (4, "Vägen till slmhallen byggs.")
    assert [found.text[start:end] for start, end in found.marks] == ["Vägen", "slmhallen"]
    assert found.spans == ((0, 5), (11, 20))


def test_offsets_count_from_the_beginning_of_the_page() -> None:
    found = of_unit("väg", (STARTS[3] + FIRST.index("§ 2"), STARTS[3] + len(FIRST)))
    assert [(found.page, FIRST[start:end]) for start, end in found.spans] == [(3, "väg")]


def test_a_paragraf_of_which_only_the_title_answers_begins_with_its_heading() -> None:
    assert of_unit("hyresavtal", (STARTS[3] + FIRST.index("§ 2"), STARTS[4] + 27)).text == "§ 2 Ny väg"
