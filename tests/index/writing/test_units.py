from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest

from avtalsarkiv.corpus.facts import Extraction, Section
from avtalsarkiv.corpus.model import Document
from avtalsarkiv.index.writing.units import cut, units

Make = Callable[..., Document]


def minutes(document: Document, *sections: str) -> Document:
    """The document with a § from where each of these words stands to where the next does; "END" ends the last."""
    text = document.text
    starts = [text.index(word) for word in (*sections, "END")]
    found = [Section(str(number), None, (), 1, start, end) for number, (start, end) in enumerate(pairwise(starts), 1)]
    return replace(document, extraction=Extraction(sections=tuple(found)))


def told(document: Document) -> list[tuple[str, int, int, str | None]]:
    found = units(document)
    return [
        (one.page.text, one.page.number, one.last_page, one.section.number if one.section else None) for one in found
    ]


def test_a_page_is_a_unit(document: Make) -> None:
    assert told(document("a", "ett", "", "två")) == [("ett", 1, 1, None), ("", 2, 2, None), ("två", 3, 3, None)]


def test_a_paragraf_is_one_over_all_its_pages(document: Make) -> None:
    found = minutes(document("a", "huvud ALFA ett", "två", "tre BETA fyra END fot"), "ALFA", "BETA")
    assert told(found) == [
        ("huvud ", 1, 1, None),
        ("ALFA ett\ntvå\ntre ", 1, 3, "1"),
        ("END fot", 3, 3, None),
        ("BETA fyra ", 3, 3, "2"),
    ]


def test_what_holds_no_word_beside_a_paragraf_is_none(document: Make) -> None:
    found = minutes(document("a", "§ -- ALFA ett END"), "ALFA")
    cut_off = replace(found.extraction.sections[0], end=len(found.text))  # type: ignore[union-attr]
    assert told(replace(found, extraction=Extraction(sections=(cut_off,)))) == [("ALFA ett END", 1, 1, "1")]


def test_repairs_move_with_their_words(document: Make) -> None:
    found = minutes(document("a", "i {Jimtland=Jämtland} ALFA om {sk0la=skola}", "{b&da=båda} END"), "ALFA")
    [section] = [unit for unit in units(found) if unit.section]
    assert [(one.seen, one.meant) for one in section.page.repairs] == [("sk0la", "skola"), ("b&da", "båda")]
    assert all(section.page.text.startswith(one.seen, one.start) for one in section.page.repairs)


@pytest.mark.parametrize("pages", [("ALFA ett", "två END"), ("före ALFA ett två", "", "tre END efter")])
def test_a_unit_can_be_cut_out_again(document: Make, pages: tuple[str, ...]) -> None:
    found = minutes(document("a", *pages), "ALFA")
    assert [cut(found, unit.spans) for unit in units(found) if unit.spans] == [
        unit.page for unit in units(found) if unit.spans
    ]


def test_of_paragrafer_that_overlap_each_ends_where_the_next_begins(document: Make) -> None:
    found = document("a", "ALFA ett BETA två")
    sections = (Section("1", None, (), 1, 0, 17), Section("2", None, (), 1, 9, 17))
    assert told(replace(found, extraction=Extraction(sections=sections))) == [
        ("ALFA ett ", 1, 1, "1"),
        ("BETA två", 1, 1, "2"),
    ]
