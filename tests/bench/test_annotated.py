from __future__ import annotations

from pathlib import Path

import pytest
from stdnum import luhn

from avtalsarkiv.bench.annotated import Annotated, Noted, read, read_file
from avtalsarkiv.bench.matching import KINDS

FOLDER = Path(__file__).parents[1] / "annotated"
DOCUMENTS = [path for path in sorted(FOLDER.glob("*.txt"))]


def _facts(body: str, head: str = "dnr: KS 2024/1\ndecider: Kommunstyrelsen") -> tuple[Noted, ...]:
    return read("example", f"{head}\n---\n{body}").facts[1:]


def test_marks_vanish_and_leave_their_places() -> None:
    document = read("example", "title: Avtal\n---\nOm {amount 600 tkr | year} för {org Mora kommun | party}.\n")
    assert document.text == "Om 600 tkr för Mora kommun.\n"
    assert [document.text[fact.start : fact.end] for fact in document.facts[1:]] == ["600 tkr", "Mora kommun"]
    assert document.facts[0].fields == {"title": "Avtal"}


@pytest.mark.parametrize(
    ("mark", "fields"),
    [
        ("{org styrelsen | mentioned}", {"name": "Styrelsen", "type": "organisation", "role": "mentioned"}),
        ("{person Ek Bo | member; name=Bo Ek}", {"name": "Bo Ek", "type": "person", "role": "member"}),
        ("{amount 76 | tkr; 2026}", {"value": "76000", "unit": "SEK", "from": "2026", "to": "2026"}),
        ("{amount 7 (sju) kronor | value=7; unit=SEK}", {"value": "7", "unit": "SEK"}),
        ("{date den 3 maj 2021 | signed}", {"from": "2021-05-03", "to": "2021-05-03", "role": "signed"}),
        ("{date 3/5 2021 | other; 2021-05-03}", {"from": "2021-05-03", "to": "2021-05-03", "role": "other"}),
        ("{date ett år | notice; P1Y}", {"duration": "P1Y", "role": "notice"}),
    ],
)  # fmt: skip
def test_a_mark_says_what_its_words_do_not(mark: str, fields: dict[str, str]) -> None:
    (fact,) = _facts(mark)
    assert fact.fields == fields


def test_marks_stand_within_marks_in_the_order_of_the_text() -> None:
    outer, inner = _facts("{decision att bevilja {amount 40 000 kr} | approve; point=2}")
    assert (outer.text, inner.text) == ("att bevilja 40 000 kr", "40 000 kr")
    assert outer.fields["outcome"] == "approve"


def test_decisions_take_paragraph_and_dnr_from_their_section() -> None:
    before, after = _facts("{decision Ja. | approve}\n{section § 18 | KS 2024/7} Vägen\n{decision Nej. | reject}")
    assert before.fields == {"decider": "Kommunstyrelsen", "dnr": "KS 2024/1", "outcome": "approve"}
    assert after.fields == {
        "decider": "Kommunstyrelsen", "dnr": "KS 2024/7", "paragraph": "18", "outcome": "reject",
    }  # fmt: skip


def test_pages_are_counted_from_their_breaks() -> None:
    _, second = _facts("{date 2020 | other}\n=== page ===\n{date 2021 | other}\n")
    assert second.page == 2


@pytest.mark.parametrize(
    "body", ["{org Mora kommun | parti}", "{org Mora", "Mora}", "{amount en krona}", "{date i fjol | other}"]
)
def test_what_means_nothing_is_refused(body: str) -> None:
    with pytest.raises(ValueError, match=r"mark|says nothing|say "):
        _facts(body)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_our_documents_are_sound(path: Path) -> None:
    document = read_file(path)
    assert not {"{", "}", "=== page"} & set(document.text.split())
    assert all(fact.text == fact.text.strip() for fact in document.facts if fact.kind in KINDS)
    assert all({"role", "outcome", "value"} & fact.fields.keys() for fact in document.facts if fact.kind in KINDS)
    assert _org_nrs_with_wrong_check_digit(document) == []
    assert len({fact.fields["name"] for fact in document.facts if fact.kind == "party"}) == len(_parties(document))


def _parties(document: Annotated) -> list[Noted]:
    return [fact for fact in document.facts if fact.kind == "party"]


def _org_nrs_with_wrong_check_digit(document: Annotated) -> list[str]:
    numbers = (fact.fields.get("org_nr", "") for fact in _parties(document))
    return [number for number in numbers if number and not luhn.is_valid(number.replace("-", ""))]
