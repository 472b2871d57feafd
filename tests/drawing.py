"""Documents drawn for the tests: pages with known words, as pictures, PDFs and Word files, worn as a registry's are.

Every function gives the same output for the same arguments. A page is a `Sheet`: letters and lines at places in points
from the upper left corner, which can be drawn as a picture or as a digital PDF. Plain text is accepted wherever a sheet
is: its lines are kept, and two or more spaces begin a column.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.message import EmailMessage
from functools import cache
from pathlib import Path
from time import gmtime
from typing import Final, NamedTuple, TypeAlias

import numpy as np
import pikepdf
import pytesseract  # type: ignore[import-untyped]
from docx import Document
from docx.document import Document as WordDocument
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH: Final = 595.0
"""Points: the width of an A4 sheet."""
HEIGHT: Final = 842.0
MARGIN: Final = 56.0
LEADING: Final = 1.3
"""Distance of two lines of plain text, in sizes of its letters."""
COLUMN: Final = 0.52
"""Width of one column of plain text, in sizes of its letters."""
POINTS_PER_INCH: Final = 72

SANS: Final = "liberation/LiberationSans-Regular"
BOLD: Final = "liberation/LiberationSans-Bold"
SERIF: Final = "liberation/LiberationSerif-Regular"
MONO: Final = "liberation/LiberationMono-Regular"
CARLITO: Final = "crosextra/Carlito-Regular"
CALADEA: Final = "crosextra/Caladea-Regular"

_FONTS: Final = Path("/usr/share/fonts/truetype")
_EPOCH: Final = gmtime(0)
_COLUMN_RUN: Final = re.compile(r"\S+(?: \S+)*")


class Run(NamedTuple):
    """Letters on one baseline."""

    x: float
    baseline: float
    text: str
    face: str = SANS
    size: float = 10
    """Points."""


class Line(NamedTuple):
    """A straight stroke, as around the cells of a table."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.6


Sheet: TypeAlias = tuple[Run | Line, ...]
Content: TypeAlias = str | Sheet


@dataclass(frozen=True, slots=True)
class Wear:
    """What a scanner and the years have done to a page."""

    skew: float = 0.4
    """Degrees counter-clockwise."""
    blur: float = 0.4
    """Radius in pixels."""
    noise: float = 8
    """Standard deviation in grey levels of 256."""
    quality: int | None = 60
    """Of the JPEG that the scanner wrote; None for one without loss."""
    threshold: int | None = None
    """Grey level below which a dot is black, as a fax writes; None keeps the greys."""


def sheet(content: Content, face: str = SANS, size: float = 10) -> Sheet:
    """Plain text as a sheet: each line where it stands, column runs on a grid so that tables line up."""
    if not isinstance(content, str):
        return content
    return tuple(
        Run(MARGIN + run.start() * size * COLUMN, MARGIN + (row + 1) * size * LEADING, run.group(), face, size)
        for row, line in enumerate(content.split("\n"))
        for run in _COLUMN_RUN.finditer(line)
    )


def text_width(text: str, face: str = SANS, size: float = 10) -> float:
    """Points that letters take on their baseline."""
    return float(pdfmetrics.stringWidth(text, _embedded(face), size))


def page_image(content: Content, dpi: int = 300, ink: int = 20) -> Image.Image:
    """A clean A4 page as a grey picture; `ink` is the grey level of the letters."""
    scale = dpi / POINTS_PER_INCH
    picture = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(picture)
    for mark in sheet(content):
        if isinstance(mark, Line):
            ends = [mark.x0 * scale, mark.y0 * scale, mark.x1 * scale, mark.y1 * scale]
            pen.line(ends, fill=ink, width=max(1, round(mark.width * scale)))
        else:
            font = _font(mark.face, round(mark.size * scale))
            pen.text((mark.x * scale, mark.baseline * scale), mark.text, ink, font, anchor="ls")
    return picture


def typewritten(text: str, dpi: int = 300, seed: int = 1) -> Image.Image:
    """A page as a worn typewriter leaves it: dancing letters, uneven ink, some filled in."""
    chance = random.Random(seed)
    pitch = dpi / 12
    font = _font(MONO, round(pitch / 0.6))
    picture = Image.new("L", (round(WIDTH * dpi / POINTS_PER_INCH), round(HEIGHT * dpi / POINTS_PER_INCH)), 255)
    pen = ImageDraw.Draw(picture)
    for row, line in enumerate(text.split("\n")):
        for column, letter in enumerate(line):
            place = (pitch * (7 + column) + chance.gauss(0, 0.6), pitch * 2.5 * (4 + row) + chance.gauss(0, 0.9))
            fill, bold = chance.randint(20, 105), int(chance.random() < 0.07)
            if not letter.isspace():
                pen.text(place, letter, fill, font, anchor="ls", stroke_width=bold)
    return picture


def scanned(picture: Image.Image, wear: Wear = Wear(), seed: int = 1) -> Image.Image:
    """The picture as it comes out of a scanner: turned, blurred, noisy and compressed."""
    turned = picture.rotate(wear.skew, fillcolor=255, resample=Image.Resampling.BICUBIC)
    blurred = np.asarray(turned.filter(ImageFilter.GaussianBlur(wear.blur)), np.float32)
    greys = blurred + np.random.default_rng(seed).normal(0, wear.noise, blurred.shape)
    if wear.threshold is not None:
        return Image.fromarray(greys >= wear.threshold)
    worn = Image.fromarray(greys.clip(0, 255).astype(np.uint8))
    return worn if wear.quality is None else _jpeg(worn, wear.quality)


def scan(content: Content, dpi: int = 300, wear: Wear = Wear(), seed: int = 1) -> Image.Image:
    """A page drawn and scanned."""
    return scanned(page_image(content, dpi), wear, seed)


def scan_pdf(path: Path, pictures: Sequence[Image.Image], dpi: int = 300) -> Path:
    """A PDF of pictures alone, without any text."""
    path.write_bytes(_pictures_pdf(pictures, dpi))
    return path


def tiff(path: Path, pictures: Sequence[Image.Image], dpi: int = 300) -> Path:
    """A TIFF with a picture a page: group 4 for black and white, JPEG for greys."""
    fax = all(picture.mode == "1" for picture in pictures)
    first, *others = pictures
    how = "group4" if fax else "jpeg"
    first.save(path, "TIFF", save_all=True, append_images=others, dpi=(dpi, dpi), compression=how)
    return path


def layered_pdf(path: Path, pictures: Iterable[Image.Image], language: str = "eng", dpi: int = 300) -> Path:
    """Scans with the invisible text that Tesseract lays under them in a language, by default the wrong one."""
    with pikepdf.new() as whole:
        for picture in pictures:
            page = pytesseract.image_to_pdf_or_hocr(picture, lang=language, extension="pdf", config=f"--dpi {dpi}")
            with pikepdf.open(io.BytesIO(page)) as part:
                whole.pages.extend(part.pages)
        whole.save(path, deterministic_id=True)
    return path


def stamped_pdf(path: Path, pictures: Sequence[Image.Image], stamp: Content, dpi: int = 300) -> Path:
    """Scans whose only text is what a registry's program printed over the first page."""
    scans, printed = io.BytesIO(_pictures_pdf(pictures, dpi)), io.BytesIO(_pages_pdf([stamp]))
    with pikepdf.open(scans) as whole, pikepdf.open(printed) as over:
        page = whole.pages[0]
        form = whole.copy_foreign(over.pages[0].as_form_xobject())
        page.add_resource(form, pikepdf.Name.XObject, pikepdf.Name.Stamp)
        page.contents_add(whole.make_stream(b"q /Stamp Do Q"))
        whole.save(path, deterministic_id=True)
    return path


def digital_pdf(path: Path, pages: Sequence[Content], title: str | None = None) -> Path:
    """A PDF as an office program exports it, fonts embedded."""
    path.write_bytes(_pages_pdf(pages, title))
    return path


def word_file(path: Path, paragraphs: Iterable[str], table: Sequence[Sequence[str]] = (), header: str = "") -> Path:
    """A DOCX of paragraphs, then a table, with a page header."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(len(table), len(table[0]), "Table Grid")
        for row, texts in zip(grid.rows, table, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    return zipped_word(path, document)


def zipped_word(path: Path, document: WordDocument) -> Path:
    """The document saved without the time of saving."""
    document.save(written := io.BytesIO())
    with zipfile.ZipFile(written) as archive:
        return zipped(path, {name: archive.read(name) for name in archive.namelist()})


def open_document(path: Path, body: str, styles: str = "") -> Path:
    """An ODT of the given XML: text:h, text:p, text:list and table:table elements, and automatic styles."""
    uri = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{uri}:{name}:1.0"' for name in ("office", "style", "text", "table"))
    lead = f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
    content = f"{lead}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped(path, {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def zipped(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """An archive of the members, in the order given, the first uncompressed as ODT wants its type."""
    with zipfile.ZipFile(path, "w") as archive:
        for number, (name, content) in enumerate(members.items()):
            how = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(zipfile.ZipInfo(name), content, how)
    return path


def mail(path: Path, subject: str, body: str, attachments: Mapping[str, bytes] | None = None) -> Path:
    """An e-mail with attachments of any kind."""
    message = EmailMessage()
    message["From"], message["To"] = "registrator@norrbygden.example", "arkiv@norrbygden.example"
    message["Subject"] = subject
    message.set_content(body)
    for name, content in (attachments or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    if message.is_multipart():
        message.set_boundary("=-norrbygden")
    path.write_bytes(message.as_bytes())
    return path


def _pictures_pdf(pictures: Sequence[Image.Image], dpi: int) -> bytes:
    written = io.BytesIO()
    first, *others = pictures
    lossy = {} if first.mode == "1" else {"quality": 60}
    dates = {"creationDate": _EPOCH, "modDate": _EPOCH}
    first.save(written, "PDF", save_all=True, append_images=others, resolution=dpi, **dates, **lossy)
    return written.getvalue()


def _pages_pdf(pages: Iterable[Content], title: str | None = None) -> bytes:
    written = io.BytesIO()
    canvas = Canvas(written, (WIDTH, HEIGHT), invariant=1)
    canvas.setTitle(title)
    for page in pages:
        for mark in sheet(page):
            _print(canvas, mark)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def _print(canvas: Canvas, mark: Run | Line) -> None:
    if isinstance(mark, Line):
        canvas.setLineWidth(mark.width)
        canvas.line(mark.x0, HEIGHT - mark.y0, mark.x1, HEIGHT - mark.y1)
    else:
        canvas.setFont(_embedded(mark.face), mark.size)
        canvas.drawString(mark.x, HEIGHT - mark.baseline, mark.text)


def _jpeg(picture: Image.Image, quality: int) -> Image.Image:
    written = io.BytesIO()
    picture.save(written, "JPEG", quality=quality)
    return Image.open(written)


@cache
def _font(face: str, pixels: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(_FONTS / f"{face}.ttf", pixels)


@cache
def _embedded(face: str) -> str:
    name = Path(face).name
    pdfmetrics.registerFont(TTFont(name, _FONTS / f"{face}.ttf"))
    return name
