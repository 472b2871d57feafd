from __future__ import annotations

import pytest
from PIL import Image, ImageDraw

from avtalsarkiv.corpus.words import Box
from avtalsarkiv.ingest.ocr.fusion import fused
from avtalsarkiv.ingest.ocr.gaps import with_lost_spaces
from avtalsarkiv.ingest.ocr.noise import sift
from avtalsarkiv.ingest.ocr.signs import corrected, fold
from avtalsarkiv.ingest.ocr.tesseract import Found

HEIGHT = 28
CHARACTER = 18


def line(*words: str | tuple[str, int, int], gap: float = 0.4) -> list[Found]:
    """Words of one printed line: text alone, or text, confidence and height."""
    found, x = [], 100.0
    for word in words:
        text, confidence, height = (word, 96, HEIGHT) if isinstance(word, str) else word
        box = Box(x, 200 - height, x + CHARACTER * len(text), 200)
        found.append(Found(text, box, confidence, (1, 1, 1)))
        x = box.x1 + gap * HEIGHT
    return found


def texts(found: list[Found]) -> str:
    return " ".join(word.text for word in found)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ((("8", 96, 32), "12", "Val"), "§ 12 Val"),
        ((("S", 55, 28), "12", "Val"), "§ 12 Val"),
        ((("88", 90, 32), "12", "och", "13"), "§§ 12 och 13"),
        ((("831", 63, 32), "Val"), "§ 31 Val"),
        (("$", "12"), "§ 12"),
        (("enligt", "$12"), "enligt § 12"),
        (("§12", "Val"), "§ 12 Val"),
        (("|", "avtalet", "sägs"), "I avtalet sägs"),
    ],
)
def test_a_section_sign_is_known_by_its_shape(seen: tuple[str | tuple[str, int, int], ...], meant: str) -> None:
    assert texts(corrected([*line(*seen), *line("40", "41", "42")])) == f"{meant} 40 41 42"


@pytest.mark.parametrize(
    "seen", [("801", "88", "Bynäs"), ("8", "000", "kr"), ("831", "000"), ("S", "Ek"), ("8", "personer")]
)
def test_real_digits_and_letters_stay(seen: tuple[str, ...]) -> None:
    assert texts(corrected(line(*seen))) == " ".join(seen)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("januarì", "januari"),
        ("fràn", "från"),
        ("tłll", "tlll"),
        ("utgâng", "utgång"),
        ("à", "à"),
        ("Linné", "Linné"),
        ("Müller", "Müller"),
    ],
)
def test_foreign_letters_are_read_as_the_swedish_ones_they_look_like(seen: str, meant: str) -> None:
    assert fold(seen) == meant


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        (("2024", "/71"), "2024/71"),
        (("KS", "/319/2022"), "KS/319/2022"),
        (("2026-", "01-31"), "2026-01-31"),
        (("ulla", ".ek@byn.example"), "ulla.ek@byn.example"),
        (("samman", "träde"), "samman träde"),
        (("kommunfull", "mäktige"), "kommunfullmäktige"),
    ],
)
def test_what_was_cut_is_joined_where_nothing_but_a_gap_speaks_against_it(seen: tuple[str, ...], meant: str) -> None:
    assert texts(corrected(line(*seen, gap=0.3))) == meant


def test_a_spaced_heading_is_a_word() -> None:
    protocol, of = line(*"PROTOKOLL"), line(*"FÖRT")
    moved = [word._replace(box=word.box._replace(x0=word.box.x0 + 400, x1=word.box.x1 + 400)) for word in of]
    assert texts(corrected([*protocol, *moved])) == "PROTOKOLL FÖRT"


@pytest.mark.parametrize(
    ("text", "space", "meant"),
    [
        ("1240", 16, "1 240"),
        ("1240", 4, "1240"),
        ("2026", 10, "2026"),
        ("25%", 14, "25 %"),
        ("1juli", 12, "1 juli"),
    ],
)
def test_a_space_that_was_lost_is_seen_in_the_picture(text: str, space: int, meant: str) -> None:
    image, place = Image.new("L", (400, 60), 255), 2 if text == "25%" else 1
    pen, x = ImageDraw.Draw(image), 10
    for at in range(len(text)):
        x += space if at == place else 3
        pen.rectangle((x, 10, x + 14, 10 + HEIGHT), fill=0)
        x += 15
    word = Found(text, Box(13, 10, x, 10 + HEIGHT), 80, (1, 1, 1))
    assert texts(with_lost_spaces([word], image)) == meant


@pytest.mark.parametrize(
    ("first", "second", "meant"),
    [
        (("kommnnen", 70), ("kommunen", 60), ("kommunen", 70)),
        (("kommunen", 70), ("kommnnen", 90), ("kommunen", 70)),
        (("§", 60), ("8", 90), ("§", 60)),
        (("1935", 93), ("1985", 95), ("1935", 60)),
        (("Ahlby", 60), ("Ahlby", 85), ("Ahlby", 85)),
    ],
    ids=["the second is a word", "the first is a word", "signs stay", "digits stay, marked", "both agree"],
)
def test_two_readings_become_one(first: tuple[str, int], second: tuple[str, int], meant: tuple[str, int]) -> None:
    one, other = (line((text, confidence, HEIGHT)) for text, confidence in (first, second))
    assert [(word.text, word.confidence) for word in fused(one, other)] == [meant]


def test_handwriting_is_left_out_and_told() -> None:
    sifted = sift([Found("Wnulh", Box(0, 0, 90, 40), 12, (2, 1, 1)), *line("Ort", "och", "datum")])
    assert (texts(sifted.words), sifted.writing) == ("Ort och datum", True)


def test_unsure_print_and_figures_stay() -> None:
    unsure = line(("protokoll", 20, HEIGHT), ("2(2)", 0, HEIGHT))
    assert sift(unsure) == (unsure, False)


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("utvecklingSnämnden", "utvecklingsnämnden"),
        ("RegionenS, mål", "Regionens, mål"),
        ("parterna Ska betala", "parterna ska betala"),
        ("den 2 i September", "den 2 i september"),
        ("avtal. Ska parten", "avtal. Ska parten"),
        ("av Stina", "av Stina"),
        ("tidningen Vi", "tidningen Vi"),
        ("PowerPoint", "PowerPoint"),
    ],
)
def test_a_capital_of_the_small_letter_s_shape_is_lowered_where_no_name_can_be(seen: str, meant: str) -> None:
    assert texts(corrected(line(*seen.split()))) == meant
