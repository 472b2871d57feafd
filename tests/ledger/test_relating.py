"""What documents are to each other, told from what was extracted of each."""

from __future__ import annotations

import random
import time
from decimal import Decimal

import pytest

from avtalsarkiv.corpus.facts import (
    Agreement,
    Amount,
    Clause,
    Extraction,
    Fact,
    Party,
    PartyRole,
    Reference,
    Relation,
    Section,
    Status,
)
from avtalsarkiv.corpus.likeness import signature
from avtalsarkiv.ledger.relating import Record, Relations, related

CLAUSE = Clause(1, 0, 1, "x")
TEXT = " ".join(f"ord{place * place % 997}" for place in range(400))
OTHER = " ".join(f"annat{place * place % 991}" for place in range(400))


def party(name: str, role: PartyRole = "party") -> Fact:
    return Fact(Party(name, "organisation", role), 1, 0, 1, name, "test", 1.0)


def amount(start: int, value: int) -> Fact:
    return Fact(Amount(Decimal(value), "SEK"), 1, start, start + 1, str(value), "test", 1.0)


def refers(relation: Relation, **what: object) -> Reference:
    return Reference(relation, CLAUSE, **what)  # type: ignore[arg-type]


def agreement(
    name: str,
    *facts: Fact,
    date: str | None = None,
    dnr: str = "",
    title: str = "Samverkansavtal om badplatsen",
    term: tuple[str | None, str | None] = (None, None),
    status: Status | None = None,
    text: str = "",
    references: tuple[Reference, ...] = (),
) -> Record:
    extraction = Extraction(
        facts=facts or (party("Vikens kommun"), party("Region Norrdal")),
        agreement=Agreement(status, *term),
        references=references,
        likeness=signature(text),
    )
    return Record(name, title, "avtal", date, (dnr,) if dnr else (), extraction)


def minutes(name: str, date: str, numbers: range, *, title: str = "Protokoll", owner: str = "Vikens kommun") -> Record:
    sections = tuple(Section(str(number), None, (), 1, 0, 1) for number in numbers)
    facts = (party(owner), party("Kommunstyrelsen", "decision_maker"))
    return Record(name, title, "protokoll", date, (), Extraction(facts=facts, sections=sections))


def links(relations: Relations) -> list[tuple[str, str, str]]:
    return [(link.source, link.relation, link.target) for link in relations.links]


# References.


def test_a_dnr_in_any_writing_finds_the_agreement() -> None:
    old = agreement("old", dnr="KS 2018/44", date="2018-05-03")
    new = agreement("new", date="2022-01-01", references=(refers("replaces", dnr="KS2018-44", title="avtal"),))
    found = related([new, old])
    assert links(found) == [("new", "replaces", "old")]
    assert [(one.document, one.relation) for one in found.of("old")] == [("new", "replaced_by")]


def test_a_day_and_the_parties_find_the_agreement() -> None:
    old = agreement("old", date="2018-05-03")
    stranger = agreement("stranger", party("Ås kommun"), party("Bolaget AB"), date="2018-05-03")
    new = agreement("new", date="2022-01-01", references=(refers("amends", title="avtal", date="2018-05-03"),))
    assert links(related([new, old, stranger])) == [("new", "amends", "old")]


def test_a_year_needs_the_title_too() -> None:
    old = agreement("old", date="2018-05-03", title="Samverkansavtal om bad")
    new = agreement("new", references=(refers("mentions", title="samverkansavtal", date="2018"),))
    other = agreement("other", references=(refers("mentions", title="hyresavtal", date="2018"),))
    assert links(related([new, other, old])) == [("new", "mentions", "old")]


def test_a_title_finds_the_agreement_where_one_alone_has_it() -> None:
    old = agreement("old", title="Avtal om skötsel av Granvikens badplats")
    new = agreement("new", title="Nytt", references=(refers("extends", title="avtalet om Granvikens badplats"),))
    assert links(related([new, old, agreement("third", title="Avtal om snö")])) == []
    new = agreement("new", title="Nytt", references=(refers("extends", title="avtal om Granvikens badplats"),))
    assert links(related([new, old])) == [("new", "extends", "old")]


def test_a_decision_is_found_in_the_minutes_of_its_body_day_and_paragraf() -> None:
    reference = refers("decided_by", body="Kommunstyrelsen", date="2021-12-08", paragraph="97")
    new = agreement("new", references=(reference,))
    held = [
        minutes("here", "2021-12-08", range(90, 99)),
        minutes("there", "2021-12-08", range(90, 99), owner="Ås kommun"),
    ]
    assert links(related([new, *held])) == [("new", "decided_by", "here")]
    assert links(related([new, minutes("short", "2021-12-08", range(1, 9))])) == []


def test_of_minutes_and_an_extract_of_one_meeting_the_minutes_are_meant() -> None:
    reference = refers("decided_by", body="Kommunstyrelsen", date="2021-12-08", paragraph="97")
    held = [minutes("extract", "2021-12-08", range(97, 98)), minutes("whole", "2021-12-08", range(90, 99))]
    assert links(related([agreement("new", references=(reference,)), *held])) == [("new", "decided_by", "whole")]


def test_what_is_not_held_is_named_once_for_all_who_name_it() -> None:
    one = agreement("one", references=(refers("mentions", title="samverkansavtal", date="2018"),))
    two = agreement("two", references=(refers("replaces", title="samverkansavtal", date="2018"),))
    [named] = related([one, two]).named
    assert (named.title, named.date) == ("samverkansavtal", "2018")
    assert [(document, reference.relation) for document, reference in named.named_by] == [
        ("one", "mentions"),
        ("two", "replaces"),
    ]


def test_what_may_be_either_of_two_is_linked_to_neither() -> None:
    held = [agreement("a", date="2018-05-03", text=TEXT), agreement("b", date="2018-05-03", text=OTHER)]
    new = agreement("new", references=(refers("amends", title="avtal", date="2018-05-03"),))
    found = related([new, *held])
    assert found.links == ()
    assert len(found.named) == 1


# Copies.


def test_draft_and_signed_copy_are_one_group_and_the_signed_one_counts() -> None:
    facts = party("Vikens kommun"), amount(10, 500)
    draft = agreement("a", *facts, status="draft", text=TEXT)
    signed = agreement("b", *facts, status="signed", text=TEXT + " undertecknat av båda parter")
    found = related([draft, signed])
    [group] = found.groups
    assert (group.documents, group.signed, group.counted) == (("b", "a"), "b", "b")
    assert found.repeated == {("a", 10)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (agreement("a", party("A kommun"), text=TEXT), agreement("b", party("B kommun"), text=TEXT)),
        (agreement("a", term=("2021-01-01", None), text=TEXT), agreement("b", term=("2024-01-01", None), text=TEXT)),
        (agreement("a", text=TEXT), agreement("b", text=OTHER)),
        (
            agreement("a", status="signed", date="2021-03-01", text=TEXT),
            agreement("b", status="signed", date="2022-03-01", text=TEXT),
        ),
    ],
)
def test_texts_of_one_template_are_no_copies(one: Record, other: Record) -> None:
    assert related([one, other]).groups == ()


def test_a_link_leads_to_the_copy_that_counts() -> None:
    copies = [agreement("a", dnr="KS 2018/44", status="draft", text=TEXT), agreement("b", status="signed", text=TEXT)]
    new = agreement("new", references=(refers("replaces", dnr="KS 2018/44", title="avtal"),))
    assert links(related([new, *copies])) == [("new", "replaces", "b")]


def test_the_text_of_an_agreement_stands_in_the_minutes_too() -> None:
    inner = agreement("inner", party("Vikens kommun"), amount(5, 700), text=TEXT)
    facts = (party("Vikens kommun", "mentioned"), amount(3, 700), amount(20, 900), amount(40, 700))
    extraction = Extraction(facts=facts, likeness=signature(f"{OTHER} {OTHER[::-1]} {TEXT}"))
    outer = Record("outer", "Protokoll", "protokoll", None, (), extraction)
    found = related([inner, outer])
    assert [(annex.document, annex.within) for annex in found.annexes] == [("inner", "outer")]
    assert found.repeated == {("outer", 40)}


def test_a_longer_text_of_the_same_template_holds_no_annex() -> None:
    one = agreement("one", party("A kommun"), text=TEXT)
    other = agreement("other", party("B kommun"), text=f"{TEXT} {OTHER}")
    assert related([one, other]).annexes == ()


# Lives.


def test_the_life_of_an_agreement() -> None:
    of_first, of_new = refers("extends", dnr="KS 2018/44"), refers("replaces", dnr="KS 2018/44")
    first = agreement("first", date="2018-05-03", dnr="KS 2018/44", term=("2018-06-01", "2020-05-31"))
    longer = agreement("longer", date="2020-04-01", term=("2020-06-01", "2022-05-31"), references=(of_first,))
    new = agreement("new", date="2022-05-01", dnr="KS 2022/9", term=("2022-06-01", None), references=(of_new,))
    end = agreement("end", date="2023-01-01", references=(refers("terminates", dnr="KS 2022/9", until="2023-06-30"),))
    found = related([end, new, longer, first])
    assert [(one.document, one.inverse, one.valid_to) for one in found.changes_of("first")] == [
        ("longer", "extended_by", "2022-05-31"),
        ("new", "replaced_by", None),
    ]
    assert found.changes_of("first")[1].begins == "2022-06-01"
    assert [(one.document, one.valid_to) for one in found.changes_of("new")] == [("end", "2023-06-30")]


def test_what_is_done_to_an_extension_is_done_to_the_agreement() -> None:
    first = agreement("first", dnr="KS 2018/44", term=("2018-06-01", "2020-05-31"))
    longer = agreement("longer", date="2020", dnr="KS 2020/1", references=(refers("extends", dnr="KS 2018/44"),))
    again = agreement("again", date="2021", references=(refers("extends", dnr="KS 2020/1", until="2024"),))
    draft = agreement("draft", status="draft", references=(refers("terminates", dnr="KS 2018/44", until="2019"),))
    found = related([first, longer, again, draft]).changes_of("first")
    assert [(one.document, one.valid_to) for one in found] == [("longer", None), ("again", "2024")]


def test_an_annex_of_the_same_case_does_not_take_the_place_of_the_agreement() -> None:
    held = agreement("held", dnr="SN 2020/55", title="Avtal om lokalvård")
    annex = agreement("annex", party("Vikens kommun"), dnr="SN 2020/55", title="Prislista, bilaga 2 till avtal")
    end = agreement("end", references=(refers("terminates", title="avtal om lokalvård", dnr="SN 2020/55"),))
    assert links(related([held, annex, end])) == [("end", "terminates", "held")]


def test_what_ends_an_agreement_may_say_no_more_than_their_common_dnr() -> None:
    held = agreement("held", dnr="SN 2020/55", title="Avtal om lokalvård")
    letter = Record("letter", "Uppsägning", "ovrigt", None, ("SN 2020/55",), Extraction(
        facts=(party("Vikens kommun"),), references=(refers("terminates", title="avtalet om städning"),)
    ))  # fmt: skip
    assert links(related([held, letter])) == [("letter", "terminates", "held")]


# Gaps.


def test_gaps_in_the_numbers_of_a_year() -> None:
    held = [minutes("a", "2024-01-10", range(1, 21)), minutes("b", "2024-03-10", range(28, 50))]
    [gap] = related(held).findings
    assert gap.finding.kind == "paragraf_gap"
    assert gap.finding.message == "Kommunstyrelsen 2024: §§ 21-27 are in none of the minutes held"
    assert gap.documents == ("a", "b")


@pytest.mark.parametrize(
    "more",
    [
        minutes("c", "2024-02-10", range(21, 28)),
        minutes("c", "2024-02-10", range(21, 28), title="Protokollsutdrag"),
    ],
)
def test_extracts_fill_gaps_too(more: Record) -> None:
    held = [minutes("a", "2024-01-10", range(1, 21)), minutes("b", "2024-03-10", range(28, 50)), more]
    assert related(held).findings == ()


@pytest.mark.parametrize(
    "held",
    [
        [minutes("a", "2024-05-10", range(100, 121))],
        [minutes("a", "2024-01-10", range(1, 9)), minutes("b", "2024-12-10", range(200, 209))],
        [minutes("a", "2024-01-10", range(1, 21)), minutes("b", "2025-01-10", range(40, 60))],
        [minutes("a", "2024-01-10", range(1, 21)), minutes("b", "2024-03-10", range(40, 60), owner="Ås kommun")],
        [minutes("a", "2024-01-10", range(1, 2)), minutes("b", "2024-03-10", range(9, 10))],
    ],
)
def test_what_is_not_held_at_all_is_no_gap(held: list[Record]) -> None:
    assert related(held).findings == ()


def test_the_order_of_the_documents_does_not_matter() -> None:
    following = [(refers("mentions", dnr=f"KS {number + 1}/2020"),) for number in range(12)]
    held = [agreement(f"n{at}", dnr=f"KS {at}/2020", text=TEXT, references=then) for at, then in enumerate(following)]
    mixed = random.Random(1).sample(held, len(held))
    assert related(held) == related(mixed)


def test_two_thousand_documents_take_no_time() -> None:
    choice = random.Random(2)
    held = []
    for number in range(2000):
        text = " ".join(f"o{choice.randrange(5000)}" for _ in range(300))
        earlier = (refers("replaces", dnr=f"KS {number // 2}/2020"),)
        held.append(agreement(f"n{number:05}", dnr=f"KS {number}/2020", text=text, references=earlier))
    start = time.perf_counter()
    related(held)
    assert time.perf_counter() - start < 4
