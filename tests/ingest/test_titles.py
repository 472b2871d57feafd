from __future__ import annotations

import pytest

from avtalsarkiv.ingest.titles import declared_title, title_of


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
