from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from avtalsarkiv.corpus.answers import Change
from avtalsarkiv.corpus.facts import Extraction, Party, Ruling, Section
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index.analysis.lexemes import word
from avtalsarkiv.index.fields import ABOUT, CARD, DECISION, FILE, HEADING, LENGTH, LOOSE, PAGE, PARTY, SPANS, TITLE
from avtalsarkiv.index.writing.records import records
from avtalsarkiv.tests.facts import document as stored
from avtalsarkiv.tests.facts import stating

Make = Callable[..., Document]


def stem(form: str) -> str:
    return word(form).exact


def made(document: Document, *paths: str) -> list[dict[str, Any]]:
    return [{**record.words, **record.columns} for record in records(Change(document.id, document, paths))]


def test_a_document_comes_before_its_units(document: Make) -> None:
    found = made(document("a", "ett avtal", ""))
    assert [record[PAGE] for record in found] == [0, 1, 2]
    assert [record[LENGTH] for record in found] == [0, 2, 0]
    assert [bool(record[CARD]) for record in found] == [True, False, False]


def test_what_is_gone_has_no_records() -> None:
    assert list(records(Change("a", None))) == []


def test_loose_keys_count_half(document: Make) -> None:
    title = made(document("a", "", title="Avtal om idé"))[0][TITLE]
    assert (title[stem("avtal")], title[stem("idé")], title[stem("ide")]) == (1, 1, 0.5)


def test_the_title_has_what_was_printed_for_half(document: Make) -> None:
    title = made(document("a", "{Ansikan=Ansökan} om bidrag", title="Ansökan om bidrag"))[0][TITLE]
    assert (title[stem("ansökan")], title[stem("ansikan")]) == (1, 0.5)


def test_another_reading_adds_half_to_the_loose_keys(document: Make) -> None:
    [_, page] = made(document("a", "i {Jimtland?Jämtland}"))
    assert (page[LOOSE][stem("jamtland")], page[LENGTH]) == (0.5, 2)


def test_a_party_is_found_by_its_other_names() -> None:
    region = {"Norrbygdens kommun": Party("Region Jämtland Härjedalen", "organisation", "party")}
    party = made(stating(stored(), dict(region)))[0][PARTY]
    assert {*map(stem, ("region", "härjedalen", "rjh"))} <= party.keys()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/arkiv/2019/Avtal_Snö-röjning.pdf", {"arkiv", "2019", "avtal", "snö", "röjning"}),
        ("/a/b/c/brev.eml//bilaga 3.docx", {"c", "brev", "bilaga", "3"}),
    ],
)
def test_a_document_is_found_by_its_file(document: Make, path: str, words: set[str]) -> None:
    found = made(document("a", ""), path)[0][FILE]
    assert {*map(stem, words)} <= found.keys()
    assert "pdf" not in found


def test_a_document_is_found_by_what_it_is(document: Make) -> None:
    about = replace(document("a", ""), doc_type="tjansteskrivelse", date="2019-03-04", dnr=("KS 2019/45",))
    assert {stem("tjänsteskrivelse"), "2019", "ks 2019 45", "ks", "45"} <= made(about)[0][ABOUT].keys()


def test_a_paragraf_has_its_heading_and_what_is_decided() -> None:
    text = "§ 45 Skoterleder\nNämnden beslutar att avslå ansökan."
    section = Section("45", "Skoterleder", ("KS 2019/45",), 1, 0, len(text))
    ruling = {"beslutar att avslå": Ruling("45", None, "Kulturnämnden", "reject")}
    found = stating(stored((text,), doc_type="protokoll"), dict(ruling), sections=(section,))
    [_, unit] = made(found)
    assert {stem("skoterleder"), "§45", "ks 2019 45"} <= unit[HEADING].keys()
    assert {*map(stem, ("avslå", "kulturnämnden", "avslag"))} <= unit[DECISION].keys()
    assert unit[SPANS] == f"0-{len(text)}".encode()


def test_a_page_has_the_decisions_that_stand_on_it() -> None:
    found = stating(stored(), {"500 kr.": Ruling(outcome="approve"), "12 500 kr": Ruling(outcome="reject")})
    assert [tuple(stem(said) in one[DECISION] for said in ("bifall", "avslag")) for one in made(found)[1:]] == [
        (False, True),
        (True, False),
    ]


def test_without_an_extraction_there_are_only_words(document: Make) -> None:
    found = made(replace(document("a", "avtal"), extraction=Extraction()))
    assert [record[HEADING] for record in found[1:]] == [{}]
