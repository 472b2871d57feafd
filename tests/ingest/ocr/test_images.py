from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.words import Box
from avtalsarkiv.ingest.ocr.images import Picture, pictures
from avtalsarkiv.ingest.ocr.paper import cleaned
from avtalsarkiv.ingest.ocr.sheets import prepare, turn, unread_area
from tests.drawing import Wear, digital_pdf, page_image, scan, scan_pdf

WORDS = re.findall(r"\w+", "Kommunstyrelsen beslutar att godkänna avtalet om vägunderhåll, som gäller från årsskiftet.")
TEXT = "\n".join(" ".join(random.Random(line).choices(WORDS, k=9)) for line in range(40))
LEVEL = Wear(skew=0, noise=0, quality=None)


def picture(path: Path, media_type: str = "image/png") -> Picture:
    with pictures(path, media_type) as drawn:
        return drawn(1)


def saved(folder: Path, image: Image.Image, dpi: tuple[float, float] = (300, 300), name: str = "page.png") -> Path:
    image.save(folder / name, dpi=dpi)
    return folder / name


def test_a_scan_in_a_pdf_is_taken_pixel_by_pixel(tmp_path: Path) -> None:
    original = scan(TEXT, 200, LEVEL)
    drawn = picture(scan_pdf(tmp_path / "scan.pdf", [original], 200), "application/pdf")
    assert drawn.dpi == 200
    assert np.abs(np.asarray(drawn.image, np.int16) - np.asarray(original, np.int16)).mean() < 2


def test_a_page_without_a_scan_is_drawn_at_300_dpi(tmp_path: Path) -> None:
    assert picture(digital_pdf(tmp_path / "drawn.pdf", [TEXT]), "application/pdf").dpi == 300


@pytest.mark.parametrize(
    ("size", "dpi", "expected"),
    [
        ((1240, 1754), (150, 150), 150),
        ((4960, 7016), (600, 600), 300),
        ((1728, 1143), (204, 98), 204),
        ((3000, 4243), (72, 72), 363),
        ((1654, 2339), (0, 0), 200),
    ],
    ids=["coarse", "too fine", "fax", "photograph", "unknown"],
)
def test_resolution(tmp_path: Path, size: tuple[int, int], dpi: tuple[int, int], expected: int) -> None:
    drawn = picture(saved(tmp_path, Image.new("L", size, 255), dpi))
    assert drawn.dpi == pytest.approx(expected, abs=1)
    assert drawn.image.height / drawn.image.width == pytest.approx(drawn.height / drawn.width, rel=0.01)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "LA", "CMYK", "I;16"])
def test_every_kind_of_pixel_becomes_dark_ink_on_bright_paper(tmp_path: Path, mode: str) -> None:
    page = page_image("Avtal\n" * 30, 150)
    image = Image.fromarray(np.asarray(page, np.uint16) * 257) if mode == "I;16" else page.convert(mode)
    drawn = picture(saved(tmp_path, image, (150, 150), "page.tif"), "image/tiff").image
    assert drawn.mode in ("1", "L")
    assert np.asarray(drawn.convert("L")).mean() > 200


def test_transparent_paper_is_white(tmp_path: Path) -> None:
    assert np.asarray(picture(saved(tmp_path, Image.new("RGBA", (1240, 1754)), (150, 150))).image).min() == 255


def test_a_photograph_is_turned_as_the_camera_says(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (1754, 1240), 255).save(tmp_path / "page.jpg", dpi=(150, 150), exif=exif)
    assert picture(tmp_path / "page.jpg", "image/jpeg").image.size == (1240, 1754)


def test_what_is_no_picture_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.png").write_bytes(b"no picture")
    with pytest.raises(UnreadableFile, match="cannot be drawn"):
        picture(tmp_path / "page.png")


def test_a_page_of_five_hundred_metres_is_drawn_small(tmp_path: Path) -> None:
    huge = scan_pdf(tmp_path / "huge.pdf", [Image.new("L", (200, 200), 255)], 1)
    assert np.prod(picture(huge, "application/pdf").image.size) <= 40_000_000


def shadowed(page: Image.Image) -> Image.Image:
    light = np.linspace(0.6, 1, page.height)[:, None]
    return Image.fromarray((np.asarray(page) * light).astype(np.uint8))


def lidded(page: Image.Image) -> Image.Image:
    page = page.copy()
    page.paste(10, (0, 0, 60, page.height))
    return page


@pytest.mark.parametrize("damage", [ImageOps.invert, shadowed, lidded])
def test_paper_becomes_white(damage: Callable[[Image.Image], Image.Image]) -> None:
    paper = np.asarray(cleaned(damage(page_image(TEXT, 200, ink=90)), 200))
    assert np.percentile(paper, 15) > 240


def test_good_paper_is_left_alone() -> None:
    page = scan(TEXT)
    assert cleaned(page, 300) is page


@pytest.mark.parametrize("degrees", [-5, -2, 3])
def test_a_skewed_page_is_levelled_and_its_places_found_again(degrees: float) -> None:
    page = page_image(TEXT, 150).rotate(degrees, Image.Resampling.BICUBIC, fillcolor=255)
    sheet = prepare(Picture(page, 595, 842))
    centre = sheet.image.width / 2, sheet.image.height / 2
    assert sheet.levelled == pytest.approx(-degrees, abs=0.2)
    assert sheet.to_page(Box(*centre, *centre)) == pytest.approx((297.5, 421, 297.5, 421), abs=1)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_page_on_its_side_is_noticed_and_turned(degrees: int) -> None:
    sheet = prepare(Picture(page_image(TEXT, 150).rotate(degrees, expand=True), 842, 595))
    upright = turn(sheet, degrees)
    assert sheet.sideways
    assert (upright.width, upright.height, upright.turned) == (595, 842, degrees)


@pytest.mark.parametrize("content", ["", "12"])
def test_a_page_without_writing_is_blank(content: str) -> None:
    assert prepare(Picture(scan(content), 595, 842)).blank == (not content)


def scrawl(pen: ImageDraw.ImageDraw) -> None:
    for y in (900, 1050, 1200):
        pen.line([(200 + 9 * x, y + 60 * (-1) ** x + x % 7) for x in range(60)], fill=30, width=4)


def rule(pen: ImageDraw.ImageDraw) -> None:
    pen.line([(200, 1000), (1400, 1004)], fill=30, width=4)


@pytest.mark.parametrize(("draw", "unread"), [(scrawl, True), (rule, False)])
def test_ink_that_gave_no_words_is_measured(draw: Callable[[ImageDraw.ImageDraw], None], unread: bool) -> None:
    image = page_image("", 200)
    draw(ImageDraw.Draw(image))
    sheet = prepare(Picture(image, 595, 842))
    assert (unread_area(sheet, []) > 1.5) == unread
    assert unread_area(sheet, [Box(0, 0, *map(float, sheet.image.size))]) == 0
