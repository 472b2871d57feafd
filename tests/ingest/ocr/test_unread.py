from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from avtalsarkiv.corpus.words import Box
from avtalsarkiv.ingest.ocr.blobs import blobs
from avtalsarkiv.ingest.ocr.noise import without_stacks
from avtalsarkiv.ingest.ocr.refill import Refilled, refilled
from avtalsarkiv.ingest.ocr.sheets import Sheet
from avtalsarkiv.ingest.ocr.tesseract import Found
from avtalsarkiv.ingest.ocr.unread import Place, unread_places

HEIGHT = 30
ROW = 300


def box(x0: int, x1: int, top: int = ROW, height: int = HEIGHT) -> Box:
    return Box(x0, top, x1, top + height)


def word(text: str, x0: int, x1: int, confidence: int = 95) -> Found:
    return Found(text, box(x0, x1), confidence, (1, 1, 1))


def sheet(*ink: Box) -> Sheet:
    image = Image.new("L", (1000, 700), 255)
    for mark in ink:
        ImageDraw.Draw(image).rectangle((mark.x0, mark.top, mark.x1 - 1, mark.bottom - 1), fill=20)
    return Sheet(image, 300, 240, 168, blank=False)


def test_ink_outside_the_words_is_found_piece_by_piece() -> None:
    bent = (box(100, 110), box(110, 140, ROW + 20, 10))
    assert blobs(sheet(*bent, box(200, 260), box(400, 420)), [box(400, 420)]) == [box(100, 140), box(200, 260)]


@pytest.mark.parametrize(
    ("ink", "found"),
    [
        (box(500, 516), True),
        (box(900, 916), True),
        (box(500, 504, height=4), False),
        (box(300, 900, height=4), False),
        (box(500, 516, 100, 200), False),
        (box(500, 516, 600), False),
    ],
    ids=["beside the number", "far to the right", "speck", "rule", "mark of several lines", "alone on its row"],
)
def test_ink_of_a_letter_s_size_on_a_row_is_unread(ink: Box, found: bool) -> None:
    number = word("240", 540, 600)
    places = unread_places(sheet(ink, number.box), [number])
    assert [place.signs for place in places] == ([(ink,)] if found else [])


def test_a_line_without_any_word_is_unread_as_one_place() -> None:
    line = box(100, 120, 600), box(140, 160, 600), box(180, 200, 600)
    (place,) = unread_places(sheet(*line, box(540, 600)), [word("240", 540, 600)])
    assert place.signs == line


def refill(*read: Found, number: Found) -> Refilled:
    """What comes of "240" with an unread sign before it, when its place is read so."""
    return refilled([number], [Place((box(500, 516),), Box(0, 0, 1000, 700))], [read])


@pytest.mark.parametrize(
    ("read", "text", "confidence"),
    [
        ([word("1", 500, 516), word("240", 540, 600)], "1 240", 95),
        ([word("1240", 500, 600)], "1 240", 95),
        ([word("1", 500, 516), word("246", 540, 600)], "1 240", 60),
        ([word("l", 500, 516, 40), word("240", 540, 600)], "240", 60),
        ([], "240", 60),
    ],
    ids=["read", "read as one", "other digits", "unsure", "nothing"],
)
def test_a_number_gets_its_lost_digit_or_is_in_doubt(read: list[Found], text: str, confidence: int) -> None:
    found, unread = refill(*read, number=word("240", 540, 600))
    assert " ".join(one.text for one in sorted(found, key=lambda one: one.box.x0)) == text
    assert found[0].confidence == confidence
    assert bool(unread) == (text == "240")


def test_a_sign_that_was_read_but_lies_outside_its_word_s_box_adds_nothing() -> None:
    found, unread = refill(word("1240", 500, 600), number=word("1240", 530, 600))
    assert ([one.text for one in found], unread) == (["1240"], [])


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ([Found("NE", box(100, 120, 100, 90), 51, (1, 1, 1)), Found("a", box(100, 120, 220), 75, (1, 1, 1))], 0),
        ([Found("AUO", box(100, 120, 100, 90), 65, (1, 1, 1))], 0),
        ([Found("Summa", box(100, 130, 100, 150), 90, (1, 1, 1))], 1),
        ([word("1", 100, 120), word("2", 140, 160)], 2),
    ],
    ids=["numbers of rows", "one word of them", "a word that runs up", "a level line"],
)
def test_numbers_under_each_other_are_no_line_that_runs_up_the_page(line: list[Found], kept: int) -> None:
    assert len(without_stacks(line)) == kept
