"""What a person is told of the hits that an index found."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from avtalsarkiv.corpus.answers import Answer, Question
from avtalsarkiv.corpus.answers import Hit as Match
from avtalsarkiv.corpus.facts import Agreement, Section
from avtalsarkiv.corpus.model import Document, Input, Outcome, OutcomeKind
from avtalsarkiv.corpus.store import Store
from avtalsarkiv.corpus.words import Box
from avtalsarkiv.finding import Finder, Found, Hit
from avtalsarkiv.selection import Options
from avtalsarkiv.tests.facts import BOLAG, KOMMUN, document, put, stating
from avtalsarkiv.tests.marked_up import marked_up

NAME = "ab" * 8
MINUTES = ("Protokoll\n§ 1 Simhall\nBygg simhallen. § 2 Väg", "Vägen byggs. § 3 Bad\nNytt bad.")
LENGTH = len(MINUTES[0]) + 1
SECTIONS = (
    Section("1", "Simhall", (), 1, 10, 37),
    Section("2", "Väg för 850101-1238", (), 1, 38, LENGTH + 12),
    Section("3", "Bad", (), 2, LENGTH + 13, LENGTH + 30),
)


class Index:
    """One that gives the same answer to everything, and keeps what it was asked."""

    def __init__(self, answer: Answer, through: int) -> None:
        self.through = through
        self.asked: list[Question] = []
        self._answer = answer

    def search(self, question: Question) -> Answer:
        self.asked.append(question)
        return self._answer


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, "1", create=True)


def found(store: Store, query: str, *matches: Match, options: Options | None = None, **answer: object) -> Found:
    """What a finder makes of an answer."""
    told = replace(Answer(len(matches), 1, matches), **answer)  # type: ignore[arg-type]
    return Finder(store, Index(told, store.revision)).find(query, options or {})


def hit(store: Store, query: str, match: Match | None = None, *, unmask: bool = False) -> Hit:
    """The only hit."""
    [only] = found(store, query, match or Match(NAME, 1, 1.0), options={"unmask": unmask}).hits
    return only


def damaged(*texts: str) -> Document:
    """A document in whose texts {seen=meant} is a repair."""
    printed = [marked_up(text) for text in texts]
    made = document(text for text, _ in printed)
    pages = (replace(page, repairs=repairs) for page, (_, repairs) in zip(made.pages, printed, strict=True))
    return replace(made, pages=tuple(pages))


@pytest.mark.parametrize("query", ["Jämtland", "Jimtland", '"med Jämtland"'])
def test_a_hit_shows_and_frames_what_is_printed(store: Store, query: str) -> None:
    put(store, damaged("Avtal med {Jimtland=Jämtland} nu"))
    only, start = hit(store, query), 6 if '"' in query else 10
    assert (only.snippet, only.marks) == ("Avtal med Jimtland nu", ((start, 18),))
    assert (only.box, only.boxes) == (Box(10.0 * start, 0, 180, 12), (Box(10.0 * start, 0, 180, 12),))


def test_each_line_of_each_mark_has_its_box(store: Store) -> None:
    put(store, document(["drift och\nvård, drift"]))
    only = hit(store, '"och vård" drift')
    assert [(box.x0, box.top) for box in only.boxes] == [(0, 0), (60, 0), (0, 20), (60, 20)]
    assert only.box == Box(0, 0, 50, 12)


def test_a_hit_tells_what_is_known_of_its_document(store: Store) -> None:
    term = Agreement(valid_from="2024-01-01", valid_to="2025-12-31", ends="fixed")
    put(store, stating(document(), agreement=term))
    only = hit(store, "snöröjning", Match(NAME, 1, 2.5, ("snöröjning",), of_document=2))
    assert (only.parties, only.paths) == ((KOMMUN.name, BOLAG.name), ("/registry/avtal.txt",))
    assert (only.valid_from, only.valid_to, only.ends) == ("2024-01-01", "2025-12-31", "fixed")
    assert (only.matched, only.pages_of_document, only.score) == (("snöröjning",), 2, 2.5)
    assert [str(only.title)[start:end] for start, end in only.title_marks] == ["snöröjning"]


def test_a_paragraf_is_shown_from_its_own_text_on_the_page_that_answers(store: Store) -> None:
    put(store, stating(document(MINUTES), {}, sections=SECTIONS))
    only = hit(store, "vägen byggs", Match(NAME, 1, 1.0, paragraph="2", spans=((38, LENGTH + 12),)))
    assert (only.page, only.last_page, only.paragraph) == (2, 2, "2")
    assert (only.snippet, only.heading) == ("Vägen byggs.", "Väg för ******-****")


@pytest.mark.parametrize(("query", "paragraph"), [("simhallen", "1"), ("protokoll", None)])
def test_a_page_tells_in_which_paragraf_the_first_of_what_answers_stands(
    store: Store, query: str, paragraph: str | None
) -> None:
    put(store, stating(document(MINUTES), {}, sections=SECTIONS))
    only = hit(store, query)
    assert (only.paragraph, only.heading, only.last_page) == (paragraph, None, None)


@pytest.mark.parametrize(
    "match", [Match("cd" * 8, 1, 1.0), Match(NAME, 9, 1.0), Match(NAME, 1, 1.0, paragraph="9", spans=((900, 950),))]
)
def test_what_the_store_no_longer_has_is_not_shown(store: Store, match: Match) -> None:
    put(store, document())
    assert found(store, "avtal", match).hits == ()


def test_a_replaced_document_is_not_shown(store: Store) -> None:
    put(store, document())
    put(store, document(name="cd"))
    assert found(store, "avtal", Match(NAME, 1, 1.0)).hits == ()


def test_options_become_conditions_of_the_question(store: Store) -> None:
    put(store, document())
    index = Index(Answer(), store.revision)
    Finder(store, index).find("vite", {"like": NAME, "date_from": "2021", "min_amount": "100 000", "facets": True})
    [question] = index.asked
    assert [str(one) for one in question.conditions] == [
        "Dated(first='2021', last=None)",
        f"Costing(least={Decimal(100000)!r}, most=None)",
    ]
    assert (question.text, question.facets, question.like and len(question.like.pages)) == ("vite", True, 2)


def test_an_answer_says_what_it_does_not_cover(store: Store) -> None:
    put(store, replace(document(), pages=(replace(document().pages[0], waiting=True),)))
    store.note(Input("/x.pdf", b"/x.pdf"), Outcome("/x.pdf", OutcomeKind.REJECTED, reason="is empty"))
    told = found(store, "avtal", searched=3, unknown={"date": 1, "type": 0}, notes=("mind this",))
    assert (told.searched, told.waiting, told.rejected, told.unknown["date"]) == (3, 1, 1, 1)
    assert told.notes == (
        "mind this",
        "not found yet, since pages of theirs wait to be read: 1 document; `retry` reads them",
        "in no answer, since they could not be read: 1 input; `status` lists them",
        "without a known date, and so left out: 1 of 1 document",
    )


def test_an_index_behind_the_archive_is_told(store: Store) -> None:
    put(store, document())
    told = Finder(store, Index(Answer(), 0)).find("avtal", {})
    assert ["behind" in note for note in told.notes] == [True]


def test_counts_follow_the_archive(store: Store) -> None:
    finder = Finder(store, Index(Answer(), 0))
    assert finder.find("avtal", {}).rejected == 0
    store.note(Input("/x.pdf", b"/x.pdf"), Outcome("/x.pdf", OutcomeKind.REJECTED, reason="is empty"))
    assert finder.find("avtal", {}).rejected == 1


NUMBER = "850101-1238"


def test_repairs_stay_in_place_where_personnummer_are_masked(store: Store) -> None:
    put(store, damaged(f"{{Sdkande=Sökande}} {NUMBER} i {{Jimtland=Jämtland}}"))
    only = hit(store, "sökande jämtland")
    assert [only.snippet[start:end] for start, end in only.marks] == ["Sdkande", "Jimtland"]
    assert "1238" not in only.snippet


def test_personnummer_are_masked_wherever_an_answer_tells_of_them(store: Store) -> None:
    put(store, replace(document([f"Bidrag till {NUMBER}"]), title=f"Beslut om {NUMBER}", dnr=(NUMBER,)))
    match = Match(NAME, 1, 1.0, (NUMBER,))
    counts = {"party": {NUMBER: 2, "850101-1246": 1}}
    told = found(store, f"bidrag {NUMBER}", match, notes=(NUMBER,), suggestion=NUMBER, facets=counts)
    assert "8501" not in str(told)
    assert told.facets == {"party": {"******-****": 3}}
    assert NUMBER in hit(store, "bidrag", unmask=True).snippet


@pytest.mark.parametrize(("first", "second"), [("850101-", "1238"), ("850101", "-1238"), ("850101 -\n", "\n 1238")])
def test_a_number_across_the_pages_of_a_paragraf_is_masked(store: Store, first: str, second: str) -> None:
    put(store, document([f"§ 1 Bidrag till {first}", f"{second} beviljas."]))
    starts = (0, len(f"§ 1 Bidrag till {first}") + 1 + len(f"{second} beviljas."))
    for query in ("bidrag", "beviljas"):
        only = hit(store, query, Match(NAME, 1, 1.0, paragraph="1", spans=(starts,)))
        assert not any(map(str.isdigit, only.snippet.replace("§ 1", "")))


def test_a_very_long_page_is_looked_through_as_far_as_is_useful(store: Store) -> None:
    made = document(["avtal"])
    put(store, replace(made, pages=(replace(made.pages[0], text="avtal " + "x " * 400_000 + "avtal"),)))
    only = hit(store, "avtal")
    assert (only.marks, len(only.boxes)) == (((0, 5),), 1)
