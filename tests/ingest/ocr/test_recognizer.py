from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PIL import Image, ImageFilter

from avtalsarkiv.corpus.errors import MissingDependency
from avtalsarkiv.corpus.model import Origin, Page, Quality, Verdict
from avtalsarkiv.corpus.words import bounding_box
from avtalsarkiv.ingest.ocr import recognizer as ocr
from avtalsarkiv.ingest.ocr import tesseract
from avtalsarkiv.ingest.ocr.tesseract import Found, Installed, RecognitionFailed
from tests.drawing import Wear, page_image, scan, scan_pdf, tiff, typewritten

TEXT = """Protokoll fört vid nämndens sammanträde

§ 12  Avtal om väghållning
Nämnden godkänner avtalet och avsätter 1 240 000 kr, varav 25 % år 2026.
Ärendet har diarienummer KS 2026/319 och gäller Övre Åsvägen.

Lokaler            600 tkr
Resor              150 tkr
Summa              750 tkr"""


def waiting(*numbers: int) -> list[Page]:
    quality = Quality(Verdict.REREAD, "a picture")
    return [Page(number, "", Origin.TEXT_LAYER, quality, waiting=True) for number in numbers]


def read(path: Path, image: Image.Image, dpi: int = 300) -> Page:
    image.save(path / "page.png", dpi=(dpi, dpi))
    (page,) = ocr.recognize(path / "page.png", "image/png", waiting(1))
    return page


def lines(text: str) -> list[list[str]]:
    return [line.split() for line in text.split("\n") if line]


@pytest.mark.slow
def test_a_scan_is_read_with_signs_rows_and_places(tmp_path: Path) -> None:
    pdf = scan_pdf(tmp_path / "scan.pdf", [scan(TEXT), scan("")])
    read_page, blank = ocr.recognize(pdf, "application/pdf", waiting(1, 2))
    assert lines(read_page.text) == lines(TEXT)
    assert (read_page.origin, read_page.waiting, read_page.rotation) == (Origin.OCR, False, 0)
    assert read_page.confidence is not None and read_page.confidence > 85
    at = read_page.text.index("Övre")
    box = bounding_box(read_page.words.within(at, at + 4))
    assert box is not None and 0 < box.x0 < box.x1 < 595 and 90 < box.top < box.bottom < 140
    assert (blank.text, blank.waiting, blank.confidence) == ("", False, None)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("image", "rotation"),
    [
        (scan(TEXT).rotate(90, expand=True), 90),
        (scan(TEXT).rotate(180, expand=True), 180),
        (scan(TEXT, wear=Wear(skew=5)), 0),
    ],
    ids=["on its side", "on its head", "five degrees"],
)
def test_a_page_is_read_whichever_way_it_lies(tmp_path: Path, image: Image.Image, rotation: int) -> None:
    page = read(tmp_path, image)
    assert page.rotation == rotation
    assert lines(page.text) == lines(TEXT)


@pytest.mark.slow
@pytest.mark.parametrize(
    "image",
    [
        typewritten(TEXT),
        scan(TEXT, wear=Wear(noise=4)).point(lambda grey: 190 + grey // 5),
        page_image(TEXT).filter(ImageFilter.GaussianBlur(2)).point(lambda grey: 120 + grey // 3),
        scan(TEXT, 204, Wear(threshold=140)),
    ],
    ids=["typewriter", "faded", "carbon copy", "fax"],
)
def test_old_pages_are_read(tmp_path: Path, image: Image.Image) -> None:
    dpi = 204 if image.mode == "1" else 300
    words, expected = read(tmp_path, image, dpi).text.split(), TEXT.split()
    assert sum(word in words for word in expected) >= 0.95 * len(expected)


TABLE = """Nr  Aktivitet                          Period                      Kostnad (kr)
1   Projektledning och uppföljning     2026-01-01-2028-06-30          1 240 000
2   Kartläggning av vägar              2026-02-01-2026-08-31            385 000
3   Provning av lagat trä              2026-09-01-2028-03-31          1 650 000
4   Kurser för 120 snickare            2027-01-15-2027-12-15            723 000
5   Spridning och slutrapport          2027-06-01-2028-06-30            210 000
    Summa                                                             4 208 000"""


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_digit_of_a_table_is_lost(tmp_path: Path, seed: int) -> None:
    page = read(tmp_path, typewritten(TABLE, seed=seed))
    numbers = [word for word in TABLE.split() if word[0].isdigit()]
    assert [word for word in page.text.split() if word[0].isdigit()] == numbers


@pytest.mark.slow
def test_pages_of_a_tiff_are_read_in_the_order_asked_for(tmp_path: Path) -> None:
    path = tiff(tmp_path / "two.tif", [scan("Första sidan"), scan("Andra sidan")])
    assert [page.text for page in ocr.recognize(path, "image/tiff", waiting(2, 1))] == ["Andra sidan", "Första sidan"]


def failing(found: Sequence[Found]) -> Iterator[Sequence[list[Found]] | RecognitionFailed]:
    """What a Tesseract does that dies of the second of three pages."""
    yield RecognitionFailed("died")
    yield [list(found)]
    yield RecognitionFailed("took too long")
    yield [list(found)]
    yield RecognitionFailed("died of what was passed over")


def test_a_page_that_kills_tesseract_takes_no_other_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = failing(tesseract.read([(page_image("Avtal"), 300)], tesseract.model(), 60)[0])

    def answer(*arguments: object) -> Sequence[list[Found]]:
        given = next(answers)
        if isinstance(given, RecognitionFailed):
            raise given
        return given

    monkeypatch.setattr(tesseract, "read", answer)
    path = scan_pdf(tmp_path / "three.pdf", [page_image("Avtal")] * 3)
    pages = ocr.recognize(path, "application/pdf", waiting(1, 2, 3))
    assert [(page.text, page.waiting) for page in pages] == [("Avtal", False), ("", True), ("Avtal", False)]
    assert pages[1].quality.reason == "took too long"
    assert "single letters or digits" in pages[2].quality.reason


def test_a_file_that_cannot_be_drawn_waits_with_the_cause(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and no more")
    (page,) = ocr.recognize(tmp_path / "broken.pdf", "application/pdf", waiting(1))
    assert page.waiting
    assert "cannot be drawn" in page.quality.reason


def test_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RecognitionFailed, match="timeout"):
        tesseract.read([(scan(TEXT), 300)], tesseract.model(), 0.05)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (None, "Tesseract is not installed"),
        (Installed("5.3.0", frozenset({"eng", "osd"})), "no model for Swedish"),
    ],
)
def test_what_is_missing_is_told_before_any_work(
    monkeypatch: pytest.MonkeyPatch, found: Installed | None, told: str
) -> None:
    monkeypatch.setattr(tesseract, "installed", lambda: found)
    with pytest.raises(MissingDependency, match=told) as error:
        tesseract.check_installed()
    assert "apt-get install tesseract-ocr" in str(error.value)


@pytest.mark.parametrize(
    ("languages", "model", "warned"),
    [
        ({"swe", "osd", "Latin"}, "Latin", False),
        ({"swe", "osd", "script/Latin"}, "script/Latin", False),
        ({"swe", "Latin"}, "Latin", True),
        ({"swe", "eng"}, "swe", True),
    ],
)
def test_the_best_model_there_is_is_taken(
    monkeypatch: pytest.MonkeyPatch, languages: set[str], model: str, warned: bool
) -> None:
    monkeypatch.setattr(tesseract, "installed", lambda: Installed("5.3.0", frozenset(languages)))
    assert tesseract.model() == model
    assert bool(tesseract.check_installed()) == warned


def test_the_models_installed_are_the_ones_tesseract_names() -> None:
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=True).stdout
    found = tesseract.installed()
    assert found is not None and found.languages == frozenset(listed.split("\n")[1:]) - {""}
