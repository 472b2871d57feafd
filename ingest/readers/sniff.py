"""Which kind of file is this? Told by its content; a name says what someone believed."""

from __future__ import annotations

import codecs
import mmap
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Final, NoReturn

from ...corpus.errors import UnreadableFile
from ...swedish.wordlists import rows
from .encoding import utf16_without_mark

PDF: Final = "application/pdf"
TIFF: Final = "image/tiff"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
HTML: Final = "text/html"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT: Final = "application/vnd.oasis.opendocument.text"
TEXT: Final = "text/plain"
MAIL: Final = "message/rfc822"

_HEAD: Final = 8192
"""Bytes that are looked at; what tells one kind from another stands within them."""
_PDF_JUNK: Final = 1024
"""Bytes that may stand before the header of a PDF; readers of PDF allow as much."""

_FIRST_BYTES: Final = (
    (b"%PDF-", PDF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
    (b"II+\0", TIFF),
    (b"MM\0+", TIFF),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_OFFICE_MEMBERS: Final = frozenset({"[Content_Types].xml", "mimetype", "Index/Document.iwa"})
_MIMETYPE_BYTES: Final = 200

_CONTROLS: Final = bytes(byte for byte in range(0x20) if byte not in b"\b\t\n\v\f\r\x14\x15\x1a\x1b") + b"\x7f"
"""Never in a text; left out are those that DOS draws as § and ¶, its end of file, and what printers obey."""
_TEXT_CONTROLS: Final = 0.02
"""Of the bytes: a damaged text has a few control characters, other data has them everywhere."""
_UTF8_CONTROLS: Final = 0.1
"""Of the bytes, where letters beyond ASCII are whole UTF-8, which other data is not by chance."""

_MARKUP: Final = re.compile(
    r"\s*(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype html|html|head|body|title|meta)\b", re.IGNORECASE | re.DOTALL
)
_FRAGMENT: Final = re.compile(r"</(p|div|table|tr|td|ul|ol|li|h[1-6]|span|a)>|<br */?>", re.IGNORECASE)
_FRAGMENT_LEAST: Final = 4
_FLAT_ODT: Final = re.compile(r"<office:document\b[^>]*opendocument\.text\b", re.DOTALL)
_HEADER_BLOCK: Final = re.compile(r"\s*(?:From .*\n)?((?:[!-9;-~]+:.*\n(?:[ \t].*\n)*)+)")
_MAIL_HEADERS: Final = frozenset(
    {
        *("from", "to", "cc", "subject", "date", "message-id", "received", "return-path", "mime-version"),
        *("content-type", "delivered-to", "sender", "reply-to"),
    }
)
_MAIL_LEAST: Final = 3
_MAIL_LEAST_BY_NAME: Final = 1
"""A file called .eml needs fewer headers to be a mail: the name breaks the tie between two kinds of text."""

_OTHER_TEXTS: Final = (
    (re.compile(r"\{\\rtf"), "an RTF document", "save it as .docx or PDF and load that"),
    (re.compile(r"%!PS"), "a PostScript file", "convert it to PDF and load that"),
    (
        re.compile(r"\s*<\?xml[^>]*>\s*(<\?mso[^>]*>\s*)?<(w:wordDocument|pkg:package)\b"),
        "a Word document saved as XML",
        "save it as .docx and load that",
    ),
    (
        re.compile(r"\s*(<\?xml[^>]*>\s*)?(<!DOCTYPE svg[^>]*>\s*)?<svg\b"),
        "an SVG drawing",
        "print it to PDF and load that",
    ),
)


def sniff(path: Path) -> str:
    """The media type of a file, one of those named above.

    Raises:
        UnreadableFile: It is empty or of a kind that is not read; the sentence says which and what to do.
        OSError: It cannot be opened.
    """
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if not head:
        raise UnreadableFile("is empty: it has 0 bytes, get it again from where it came from")
    for first, media_type in _FIRST_BYTES:
        if head.startswith(first):
            return media_type
    if head.startswith(_ZIP):
        return _zip_kind(path)
    if head.startswith(_OLE):
        _reject_compound_file(path)
    if _is_late_pdf(head):
        return PDF
    return _text_kind(head, path.suffix.lower()) if _is_text(head) else _reject_binary(head)


def _is_late_pdf(head: bytes) -> bool:
    """A PDF behind something else, such as a printer's commands, and no text that speaks of one."""
    start = head.find(b"%PDF-", 0, _PDF_JUNK)
    return start >= 0 and re.search(rb"\d+ \d+ obj\b", head[start:]) is not None


def _zip_kind(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            marks = list(_marks(package))
    except (zipfile.BadZipFile, OSError, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise UnreadableFile(
            "is a damaged or cut-off Office or zip file: get it again from where it came from"
        ) from error
    for beginning, kind, advice in _table("packages.tsv"):
        if any(mark.startswith(beginning) for mark in marks):
            return _not_read(kind, advice) if advice else kind
    return _not_read("a zip archive", "unpack it and load its files")


def _marks(package: zipfile.ZipFile) -> Iterator[str]:
    """What tells the kind of a zip file: its own word for it, then the names of its members if it is an Office file."""
    names = package.namelist()
    if "mimetype" in names:
        with package.open("mimetype") as member:
            yield "mimetype=" + member.read(_MIMETYPE_BYTES).decode("ascii", "replace").strip()
    if _OFFICE_MEMBERS.isdisjoint(names):
        yield "a zip archive"
    else:
        yield from names


def _reject_compound_file(path: Path) -> NoReturn:
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        for stream, kind, advice in _table("ole.tsv"):
            if content.find(stream.encode("utf-16-le")) >= 0:
                _not_read(kind, advice)
    raise AssertionError("the last row fits every file")


def _is_text(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or utf16_without_mark(head):
        return True
    allowed = _UTF8_CONTROLS if _has_utf8_letters(head) else _TEXT_CONTROLS
    return len(head) - len(head.translate(None, _CONTROLS)) <= allowed * len(head)


def _has_utf8_letters(head: bytes) -> bool:
    try:
        return not codecs.getincrementaldecoder("utf-8")().decode(head).isascii()  # its end may be cut within a letter
    except UnicodeDecodeError:
        return False


def _text_kind(head: bytes, suffix: str) -> str:
    text = _as_read(head)
    for pattern, kind, advice in _OTHER_TEXTS:
        if pattern.match(text):
            _not_read(kind, advice)
    if _FLAT_ODT.search(text):
        return ODT
    if headers := _mail_headers(text):
        least = _MAIL_LEAST_BY_NAME if suffix in (".eml", ".mht", ".mhtml") else _MAIL_LEAST
        if len(headers) >= least:
            return HTML if _is_saved_page(text) else MAIL
    return HTML if _MARKUP.match(text) or _is_fragment(text, suffix) else TEXT


def _as_read(head: bytes) -> str:
    """Enough of the text to tell markup and headers, which are ASCII in every encoding that is read."""
    utf16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(head[:2]) or utf16_without_mark(head)
    text = head.decode(utf16, "replace") if utf16 else head.decode("utf-8-sig", "replace")
    return text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _mail_headers(text: str) -> set[str]:
    block = _HEADER_BLOCK.match(text + "\n")
    lines = block[1].splitlines() if block else []
    return {line.partition(":")[0].lower() for line in lines} & _MAIL_HEADERS


def _is_saved_page(text: str) -> bool:
    """Whether a mail is none, but how browsers save a web page with its pictures (.mht)."""
    return re.search(
        r"^content-type:\s*multipart/related", text, re.IGNORECASE | re.MULTILINE
    ) is not None and not re.search(r"^(to|received|return-path):", text, re.IGNORECASE | re.MULTILINE)


def _is_fragment(text: str, suffix: str) -> bool:
    least = 1 if suffix in (".html", ".htm", ".xhtml") else _FRAGMENT_LEAST
    return (text.lstrip().startswith("<") or least == 1) and len(_FRAGMENT.findall(text)) >= least


def _reject_binary(head: bytes) -> NoReturn:
    for offset, first, kind, advice in _table("signatures.tsv"):
        if re.match(first, head[int(offset) :].hex()):
            _not_read(kind, advice)
    if not head.strip(b"\0"):
        raise UnreadableFile("holds nothing but zero bytes: it was damaged when it was copied, get it again")
    raise UnreadableFile(
        "is data of an unknown kind, not a document: open it in the program it was made with and print it to PDF"
    )


def _not_read(kind: str, advice: str) -> NoReturn:
    raise UnreadableFile(f"is {kind}, which is not read: {advice}")


@cache
def _table(name: str) -> tuple[list[str], ...]:
    return tuple(row.split("\t") for row in rows(resources.files(__package__).joinpath("data", name)))
