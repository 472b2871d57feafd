"""A file is what it holds, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from avtalsarkiv.corpus.errors import UnreadableFile
from avtalsarkiv.ingest.readers import READERS, read, sniff
from avtalsarkiv.ingest.readers.sniff import DOCX, HTML, JPEG, MAIL, ODT, PDF, PNG, TEXT, TIFF

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIL_HEAD = b"From: anna@ek.example\nTo: bo@al.example\nSubject: Avtal\n\nHej"
SAVED_PAGE = (
    b"From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"
OFFICE = "[Content_Types].xml"


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def zipped(*names: str, mimetype: str = "") -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "")
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"%PDF-1.7\n", PDF),
        ("a.pdf", b"\x1b%-12345X@PJL\n%PDF-1.4\n1 0 obj\n", PDF),
        ("a.pdf", b"Protokoll\n", TEXT),
        ("a.txt", b"En fil med huvudet %PDF-1.4 kan vara text", TEXT),
        ("a.jpg", b"II*\0\x08\0\0\0", TIFF),
        ("a.jpg", b"MM\0*\0\0\0\x08", TIFF),
        ("a.tif", b"\x89PNG\r\n\x1a\n\0", PNG),
        ("a.png", b"\xff\xd8\xff\xe0\0", JPEG),
        ("a.zip", zipped(OFFICE, "word/document.xml"), DOCX),
        ("a.zip", zipped("content.xml", mimetype=ODT_TYPE), ODT),
        ("a.doc", b"<!DOCTYPE html><p>Protokoll", HTML),
        ("a.txt", b"\xef\xbb\xbf<html><body>", HTML),
        ("a.txt", "\ufeff<html>".encode("utf-16-le"), HTML),
        ("a.html", b"<p>Hej</p>", HTML),
        ("a.txt", b"<p>Hej</p>", TEXT),
        ("a.txt", "Avtal\0 om \1\2\7 ärendet, och beslut om hur det verkställs\n".encode() * 300, TEXT),
        ("a.mht", SAVED_PAGE, HTML),
        ("a.txt", MAIL_HEAD, MAIL),
        ("a.eml", b"Subject: Avtal\n\nHej", MAIL),
        ("a.txt", b"Subject: Avtal\n\nHej", TEXT),
        ("a.txt", "§ 5 Åre".encode("utf-16-le"), TEXT),
        ("a.txt", b"BM och MZ inleder texten", TEXT),
        ("a.dat", b"Text \x15 5 med ett DOS-tecken\x1a", TEXT),
    ],
)
def test_kinds_are_told_by_content(tmp_path: Path, name: str, content: bytes, media_type: str) -> None:
    assert sniff(write(tmp_path, name, content)) == media_type


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (bytes(500), "nothing but zero bytes"),
        (bytes(range(256)) * 4, "unknown kind"),
        (b"PK\x03\x04 and no more", "damaged or cut-off"),
        (zipped(OFFICE, "xl/workbook.xml"), "Excel workbook (.xlsx), which is not read: print it to PDF"),
        (zipped(OFFICE, "ppt/slides"), "PowerPoint"),
        (zipped("content.xml", mimetype="application/epub+zip"), "e-book"),
        (zipped("word/a.txt", "b.txt"), "a zip archive, which is not read: unpack it"),
        (OLE + "WordDocument".encode("utf-16-le"), "old Word document (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (OLE + "__properties_version1.0".encode("utf-16-le"), "Outlook message (.msg)"),
        (OLE, "old Office program"),
        (b"{\\rtf1 Protokoll}", "RTF"),
        (b"GIF89a\x01\0\x01\0\0\0", "GIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 \0\0", "WebP"),
        (b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"),
        (b"\0\0\0\x0cjP  \r\n\x87\n\0\0", "JPEG 2000"),
        (b"BM\x36\0\x03\0\0\0\0\0\x36\0", "BMP"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "gzip"),
        (b"7z\xbc\xaf\x27\x1c\0\x04", "7z"),
        (b"Rar!\x1a\x07\x01\0\0\0\0\0", "RAR"),
        (b"MZ\x90\0\x03\0\0\0", "Windows program"),
        (b"SQLite format 3\0\x10\0", "SQLite"),
        (b"ID3\x03\0\0\0\0\0\x0f", "sound"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0", "video"),
    ],
)
def test_what_is_not_read_is_named_with_what_to_do(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        sniff(write(tmp_path, "protokoll.pdf", content))
    assert reason in str(caught.value)


def test_each_kind_has_a_reader(tmp_path: Path) -> None:
    assert set(READERS) == {PDF, TIFF, PNG, JPEG, HTML, DOCX, ODT, TEXT, MAIL}
    assert read(write(tmp_path, "a", b"Protokoll"), TEXT).pages[0].text == "Protokoll"
    with pytest.raises(UnreadableFile, match="video/mp4"):
        read(tmp_path / "a", "video/mp4")
