"""The letters and pictures of one PDF page, taken as the page is interpreted.

pdfplumber's own page objects tell neither invisible letters from visible ones nor what lies under a picture, and spend
half of their time on attributes that nobody here asks for; so its engine, pdfminer.six, is listened to directly.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import atan2, degrees, hypot
from typing import Final, NamedTuple

from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextDevice, PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream
from pdfminer.utils import MATRIX_IDENTITY, Matrix, PathSegment, Rect, apply_matrix_rect

from ....corpus.words import Box

NO_LETTER: Final = "\ufffd"
"""Stands for a glyph whose font does not tell which letter it is."""
_SYMBOLS: Final = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf0a8": "☐",
    "\uf0fe": "☒",
    "\uf02d": "–",
}
"""What Word writes for the bullets and boxes of its Symbol and Wingdings fonts."""
_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_TRANSPARENT: Final = frozenset({"SMask", "Mask", "ImageMask"})
_INVISIBLE: Final = frozenset({3, 7})
"""Text rendering modes that paint nothing."""
_UPRIGHT_WITHIN: Final = 15.0
"""Degrees that a line may lean; watermarks lean more."""
_COVERS: Final = 0.5
"""Share of the page from which on a picture hides the letters drawn before it, as some programs lay their text."""
_MOST_GLYPHS: Final = 300_000
"""A newspaper page has 30,000; a page of more is drawn to exhaust the reader."""
_MOST_FIGURES: Final = 20_000
_MOST_SHAPES: Final = 2_000_000


class Undrawable(Exception):
    """The page cannot be taken for a real one; the message says why."""


class Glyph(NamedTuple):
    """A letter, or what a font makes of it: ligatures are one glyph."""

    text: str
    box: Box
    """On the page as it is shown."""
    size: float
    """Of the font, in points."""
    turn: int | None
    """Degrees clockwise that make it upright: 0, 90, 180, 270; None when it is aslant."""


@dataclass(slots=True)
class Drawing:
    """What a page shows, in the order in which it is drawn."""

    width: float
    """Points."""
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    shapes: int = 0
    """Lines and curves."""
    invisible: int = 0
    """Glyphs that are not painted."""
    covered: int = 0
    """Glyphs, from the first, that a picture was drawn over."""
    bilevel: bool = False
    """A picture in black and white, without grey, covers the page."""

    @property
    def hidden(self) -> float:
        """Share of the glyphs that cannot be seen, 0 to 1."""
        return max(self.invisible, self.covered) / max(1, len(self.glyphs))

    @property
    def collapsed(self) -> float:
        """Share of the glyphs that take no room, 0 to 1."""
        flat = sum(glyph.box.x0 == glyph.box.x1 or glyph.box.top == glyph.box.bottom for glyph in self.glyphs)
        return flat / max(1, len(self.glyphs))


def draw(page: PDFPage, resources: PDFResourceManager) -> Drawing:
    """Interpret a page, cropped and turned as a viewer shows it.

    Raises:
        Undrawable: It draws more than any real page does.
    """
    page.mediabox = _cropped(page.mediabox, page.cropbox)
    x0, y0, x1, y1 = page.mediabox
    width, height = (x1 - x0, y1 - y0) if page.rotate % 180 == 0 else (y1 - y0, x1 - x0)
    device = _Device(resources, Drawing(width, height))
    PDFPageInterpreter(resources, device).process_page(page)
    return device.drawing


def _cropped(media: Rect, crop: Rect) -> Rect:
    x0, y0, x1, y1 = max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else media


class _Device(PDFTextDevice):
    """Notes what the interpreter draws."""

    def __init__(self, resources: PDFResourceManager, drawing: Drawing) -> None:
        super().__init__(resources)
        self.drawing = drawing
        self._figures = 0
        self._letters: dict[tuple[PDFFont, int], tuple[str, float]] = {}

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        before = len(self.drawing.glyphs)
        super().render_string(textstate, seq, ncs, graphicstate)
        if textstate.render in _INVISIBLE:
            self.drawing.invisible += len(self.drawing.glyphs) - before
        _bound(len(self.drawing.glyphs), _MOST_GLYPHS, "letters")

    def render_char(
        self,
        matrix: Matrix,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: PDFColorSpace,
        graphicstate: PDFGraphicState,
    ) -> float:
        text, width = self._letters.get((font, cid)) or self._look_up(font, cid)
        advance = width * fontsize * scaling
        if text:
            foot = font.get_descent() * fontsize + rise
            self._note(text, matrix, (0, foot, advance, foot + fontsize))
        return advance

    def render_image(self, name: str, stream: PDFStream) -> None:
        box = self._on_page(apply_matrix_rect(self.ctm or MATRIX_IDENTITY, (0, 0, 1, 1)))
        self.drawing.pictures.append(box)
        area = (box.x1 - box.x0) * (box.bottom - box.top)
        if area >= _COVERS * self.drawing.width * self.drawing.height and not _TRANSPARENT & stream.attrs.keys():
            self.drawing.covered = len(self.drawing.glyphs)
            self.drawing.bilevel |= stream.attrs.get("BitsPerComponent") == 1

    def begin_figure(self, name: str, bbox: Rect, matrix: Matrix) -> None:
        self._figures += 1
        _bound(self._figures, _MOST_FIGURES, "figures")

    def paint_path(
        self, graphicstate: PDFGraphicState, stroke: bool, fill: bool, evenodd: bool, path: Sequence[PathSegment]
    ) -> None:
        self.drawing.shapes += 1
        _bound(self.drawing.shapes, _MOST_SHAPES, "shapes")

    def _look_up(self, font: PDFFont, cid: int) -> tuple[str, float]:
        width = font.char_width(cid)
        text = _letter(font, cid)
        self._letters[font, cid] = found = ("" if text == NO_LETTER and not width else text, width)
        return found

    def _note(self, text: str, matrix: Matrix, outline: Rect) -> None:
        box, page = self._on_page(apply_matrix_rect(matrix, outline)), self.drawing
        if box.x1 >= 0 and box.bottom >= 0 and box.x0 <= page.width and box.top <= page.height:
            size = abs(outline[3] - outline[1]) * hypot(matrix[2], matrix[3])
            page.glyphs.append(Glyph(text, box, size, _turn(matrix)))

    def _on_page(self, rectangle: Rect) -> Box:
        x0, y0, x1, y1 = rectangle
        return Box(x0, self.drawing.height - y1, x1, self.drawing.height - y0)


def _letter(font: PDFFont, cid: int) -> str:
    try:
        text = font.to_unichr(cid)
    except PDFUnicodeNotDefined:
        return NO_LETTER
    return _SYMBOLS.get(text, _CONTROL.sub(NO_LETTER, text))


def _turn(matrix: Matrix) -> int | None:
    a, b = matrix[:2]
    if b == 0 and a > 0:
        return 0
    angle = degrees(atan2(b, a))
    quarter = round(angle / 90)
    return quarter % 4 * 90 if abs(angle - quarter * 90) <= _UPRIGHT_WITHIN else None


def _bound(count: int, most: int, what: str) -> None:
    if count > most:
        raise Undrawable(f"it draws more than {most} {what}")
