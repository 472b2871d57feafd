from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.corpus.model import Verdict
from avtalsarkiv.ingest.readers import image
from avtalsarkiv.ingest.readers.image import read

A4_AT_100_DPI = (827, 1169)


def grey(shade: int = 255, size: tuple[int, int] = A4_AT_100_DPI) -> Image.Image:
    return Image.effect_noise(size, 60).point(lambda level: min(level, shade))


def tiff(path: Path, frames: int = 3) -> Path:
    grey().save(path, "TIFF", save_all=True, append_images=[grey()] * (frames - 1), dpi=(100, 100))
    return path


def test_every_picture_of_a_tiff_is_a_page_that_waits_to_be_read(tmp_path: Path) -> None:
    draft = read(tiff(tmp_path / "skannat"))
    assert [page.number for page in draft.pages] == [1, 2, 3]
    assert all(page.waiting and page.text == "" and page.quality.verdict is Verdict.REREAD for page in draft.pages)
    assert draft.warnings == ()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_the_size_on_paper_comes_from_the_resolution(tmp_path: Path, kind: str) -> None:
    grey().save(tmp_path / "bild", kind, dpi=(100, 100))
    (page,) = read(tmp_path / "bild").pages
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


@pytest.mark.parametrize("dpi", [None, (1, 1), (72, 72)])
def test_without_a_resolution_the_sheet_is_taken_for_a4(tmp_path: Path, dpi: tuple[int, int] | None) -> None:
    grey().save(tmp_path / "foto", "JPEG", **({"dpi": dpi} if dpi else {}))
    (page,) = read(tmp_path / "foto").pages
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


def test_a_photograph_taken_sideways_is_measured_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    grey(size=(1169, 827)).save(tmp_path / "foto", "JPEG", exif=exif)
    (page,) = read(tmp_path / "foto").pages
    assert (page.width, page.height) == pytest.approx((595, 842), abs=1)


def test_only_the_first_picture_of_an_animation_is_a_page(tmp_path: Path) -> None:
    grey(200).save(tmp_path / "rörlig", "PNG", save_all=True, append_images=[grey(90), grey(10)])
    assert len(read(tmp_path / "rörlig").pages) == 1


def test_a_damaged_page_is_named_and_the_others_are_kept(tmp_path: Path) -> None:
    path = tiff(tmp_path / "skannat")
    whole = path.read_bytes()
    start = whole.index(b"II*\0", 1) if b"II*\0" in whole[1:] else len(whole) * 2 // 3
    path.write_bytes(whole[:start])
    draft = read(path)
    assert draft.pages[0].waiting
    assert any("page" in warning and "damaged" in warning for warning in draft.warnings)


def test_pages_that_the_directory_leads_away_from_are_told_of(tmp_path: Path) -> None:
    path = tiff(tmp_path / "skannat")
    content = bytearray(path.read_bytes())
    (first,) = struct.unpack_from("<I", content, 4)
    (entries,) = struct.unpack_from("<H", content, first)
    struct.pack_into("<I", content, first + 2 + 12 * entries, first)
    path.write_bytes(content)
    draft = read(path)
    assert draft.pages[0].waiting
    assert any("leads back to a page before" in warning for warning in draft.warnings)


@pytest.mark.parametrize("kept", [0, 10, 3000])
def test_a_picture_cut_short_is_refused_with_what_to_do(tmp_path: Path, kept: int) -> None:
    whole = io.BytesIO()
    grey().save(whole, "JPEG")
    (tmp_path / "avbruten").write_bytes(whole.getvalue()[:kept])
    with pytest.raises(UnreadableFile, match="again"):
        read(tmp_path / "avbruten")


def test_a_picture_too_large_for_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_MOST_PIXELS", 1000)
    grey().save(tmp_path / "jätte", "PNG")
    with pytest.raises(UnreadableFile, match="827 x 1169 pixels"):
        read(tmp_path / "jätte")


def test_a_file_with_too_many_pictures_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image, "_MOST_PAGES", 2)
    with pytest.raises(UnreadableFile, match="more than 2 pictures: split it"):
        read(tiff(tmp_path / "många"))
