from __future__ import annotations

import math
from collections.abc import Iterator
from textwrap import wrap

import pytest

from avtalsarkiv.corpus.words import Box
from avtalsarkiv.ingest.layout.rows import Token, lay_out

SIZE = 10.0
CHARACTER = 5.0
PROSE = wrap(
    "Nämnden behandlade frågan vid sitt möte i mars och fann att underlaget behövde kompletteras innan beslut "
    "kunde fattas. Förvaltningen fick därför i uppdrag att återkomma med en ny beräkning av kostnaderna, som "
    "också tar hänsyn till de önskemål som har kommit in från skolorna under hösten och vintern. Till nästa "
    "möte ska även en plan för hur eleverna kan få bättre mat läggas fram.",
    36,
)


def tokens(text: str, x: float = 50, y: float = 50, pitch: float = 14) -> Iterator[Token]:
    """The words of lines set in characters of one width, from the upper left corner."""
    for row, line in enumerate(text.split("\n")):
        at = 0
        for word in line.split(" "):
            left, top = x + at * CHARACTER, y + row * pitch
            if word:
                yield Token(word, Box(left, top, left + len(word) * CHARACTER, top + SIZE))
            at += len(word) + 1


def read(*parts: Iterator[Token]) -> str:
    return lay_out(token for part in parts for token in part)[0]


def test_words_that_stand_side_by_side_are_a_line() -> None:
    assert read(reversed(list(tokens("Avtal om\nväghållning")))) == "Avtal om\nväghållning"


def test_cells_of_a_row_stay_on_a_line_and_under_each_other() -> None:
    table = "Lokaler      2026    1 200\nResor        2027      150"
    assert read(tokens(table)) == table


def test_a_blank_line_divides_paragraphs() -> None:
    assert read(tokens("Första stycket\nfortsätter\n\nAndra stycket\nfortsätter")).split("\n\n") == [
        "Första stycket\nfortsätter",
        "Andra stycket\nfortsätter",
    ]


def test_columns_of_prose_follow_each_other_although_their_lines_do_not_meet() -> None:
    half = len(PROSE) // 2
    left, right = "\n".join(PROSE[:half]), "\n".join(PROSE[half:])
    title = "En rubrik som går över båda spalterna och är bred nog för det"
    heading = tokens(title, y=20)
    text = read(heading, tokens(left), tokens(right, x=50 + 40 * CHARACTER, y=55))
    assert text.split() == f"{title} {' '.join(PROSE)}".split()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("För beställaren\n\nUlla Ek\nKommunchef\nFalun", "För utföraren\n\nBo Alm\nDirektör\nMora"),
        ("Dnr\nDatum\nHandläggare\nMottagare\nStatus", "KS 2026/4\n2026-03-01\nUlla Ek\nAlla nämnder\nBeslutad"),
    ],
    ids=["signatures", "labels and values"],
)
def test_short_lines_side_by_side_are_read_across(left: str, right: str) -> None:
    lines = read(tokens(left), tokens(right, x=300)).split("\n")
    assert [line.split("  ")[0] for line in lines if line] == [line for line in left.split("\n") if line]


def test_two_pages_of_a_spread_follow_each_other() -> None:
    list_of_names = "\n".join(f"Ledamot nummer {number} av nämnden" for number in range(len(PROSE)))
    text = read(tokens("\n".join(PROSE)), tokens(list_of_names, x=50 + 50 * CHARACTER))
    assert text.split() == f"{' '.join(PROSE)} {list_of_names}".split()


def test_rows_are_found_on_a_page_that_is_not_level() -> None:
    slope = math.tan(math.radians(2))
    fallen = (
        Token(token.text, token.box._replace(top=token.box.top + down, bottom=token.box.bottom + down))
        for token in tokens(
            "Lokaler      2026                          1 200\nResor        2027                            150"
        )
        for down in [slope * (token.box.x0 + token.box.x1) / 2]
    )
    assert [line.split() for line in lay_out(fallen, slope)[0].split("\n")] == [
        ["Lokaler", "2026", "1", "200"],
        ["Resor", "2027", "150"],
    ]


def test_words_keep_place_and_confidence_and_are_nfc() -> None:
    box = Box(1, 2, 30, 12)
    text, words = lay_out([Token("Ja\u0308mtland", box, 91), Token(" ", box), Token("", box)])
    assert text == "Jämtland"
    assert [(text[word.start : word.end], word.box, word.confidence) for word in words] == [("Jämtland", box, 91)]


def test_a_page_without_words_has_no_text() -> None:
    text, words = lay_out([])
    assert (text, len(words)) == ("", 0)
