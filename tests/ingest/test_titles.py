from __future__ import annotations

from dataclasses import replace

import pytest

from avtalsarkiv.corpus.model import Origin, Page, Quality, Repair, Verdict
from avtalsarkiv.corpus.words import Box, Word, Words
from avtalsarkiv.ingest.titles import declared_title, followed, heading_of, title_of


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["", "Sida 1 (4)", "2024-03-05", "SAMMANTRÄDESPROTOKOLL", "Kommunstyrelsen"], "SAMMANTRÄDESPROTOKOLL"),
        (["1(2)", "Tisdagen den 5 mars 2024", "Dnr KS 2024/71", "Avtal om  snöröjning"], "Avtal om snöröjning"),
        (["Hoppa över navigering", "Styrgrupp för bredband"], "Styrgrupp för bredband"),
        (["P R O T O K O L L  1987   "], "PROTOKOLL 1987"),
        (["# Beslut"], "Beslut"),
        (["Norrbygdens kommun      Dnr KS 2024/12", "Hyresavtal för idrottshall"], "Hyresavtal för idrottshall"),
        (["Styrgruppen", "Parterna har träffat följande avtal."], "Styrgruppen"),
        (["12 500", "---", ""], None),
        ([], None),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_a_heading(lines: list[str], title: str | None) -> None:
    assert title_of(lines) == title


def test_a_long_title_is_cut_between_words() -> None:
    title = title_of(["Avtal om samverkan " * 20])
    assert title is not None
    assert len(title) <= 120
    assert title.endswith(("Avtal…", "om…", "samverkan…"))


@pytest.mark.parametrize(
    ("declared", "kept"),
    [("Avtal om vatten", True), ("Microsoft Word - mall.dotx", False), ("Namnlös 1", False), ("Budget", False)],
)
def test_a_declared_title_counts_when_the_text_bears_it_out(declared: str, kept: bool) -> None:
    text = "Norrbygdens kommun\nAVTAL OM VATTEN\nMicrosoft Word - mall.dotx Namnlös 1"
    assert declared_title(declared, text) == (declared if kept else None)


def pages(text: str, *meant: tuple[str, str]) -> list[Page]:
    repairs = (
        Repair(text.index(seen), text.index(seen) + len(seen), seen, word, 0.99, "language") for seen, word in meant
    )
    return [Page(1, text, Origin.PLAIN, Quality(Verdict.REPAIR, "damaged"), repairs=tuple(repairs))]


@pytest.mark.parametrize(
    ("text", "title", "repairs", "expected"),
    [
        ("Avtal om Jimtland", "Avtal om Jimtland", [("Jimtland", "Jämtland")], "Avtal om Jämtland"),
        ("Norrby\nAnsikan 2021", "Norrby", [("Ansikan", "Ansökan")], "Ansökan 2021"),
        ("Från: Norrby\nÄmne: Sv:\n  &r 2021", "Sv: &r", [("&r", "år")], "Sv: år"),
        ("Avtal om Jimtland", "Subject", [("Jimtland", "Jämtland")], "Subject"),
        ("Avtal om Jimtland", None, [("Jimtland", "Jämtland")], None),
    ],
)
def test_a_title_follows_what_is_repaired(
    text: str, title: str | None, repairs: list[tuple[str, str]], expected: str | None
) -> None:
    assert followed(title, pages(text), pages(text, *repairs)) == expected
    assert followed(expected, pages(text, *repairs), pages(text)) == title


def test_a_heading_in_large_letters_is_read_as_repaired() -> None:
    words = Words(
        [Word(0, 7, Box(50, 50, 90, 64)), Word(8, 16, Box(100, 50, 160, 64)), Word(17, 21, Box(50, 80, 70, 90))]
    )
    before = [replace(page, words=words) for page in pages("Vigar i Jimtland\nText")]
    after = [replace(page, words=words) for page in pages("Vigar i Jimtland\nText", ("Jimtland", "Jämtland"))]
    assert followed(heading_of(before[0]), before, after) == "Vigar i Jämtland"
