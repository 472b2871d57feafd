"""The text of Word's markup, as a reader of the printed page sees it.

Elements are known by their local names: Word has used two namespaces for the same elements, and text must not be
lost because a new kind of element stands around it, so what is unknown is walked through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from ....corpus.model import PAGE_BREAK
from ..blocks import Block, row_blocks
from ..left_out import LeftOut
from ..package import attribute, child, integer, local_name
from .numbering import Numbering
from .parts import Styles, is_on

_CHECKED: Final = {True: "☒", False: "☐"}
_SYMBOLS: Final = {
    **dict.fromkeys(("a8", "6f", "71", "72"), "☐"),
    **dict.fromkeys(("fd", "78", "54", "53"), "☒"),
    **dict.fromkeys(("fe", "52"), "☑"),
    **{"fc": "✓", "b7": "•", "a7": "▪", "e0": "→"},
}
"""Code in the symbol fonts of Word, without the private area they are moved to -> the sign."""

_HEXADECIMAL: Final = re.compile("[0-9a-f]{1,4}")

_UNSEEN: Final = frozenset(
    {
        *("pPr", "rPr", "tblPr", "trPr", "tcPr", "tblGrid", "sectPr", "sdtPr", "sdtEndPr", "instrText", "delText"),
        *("delInstrText", "rt", "annotationRef", "posOffset", "align", "sizeRelH", "sizeRelV", "pctWidth"),
        *("pctHeight", "relativeWidth", "relativeHeight", "fldData", "binData"),
    }
)
"""Properties and field codes: text to the program, nothing to a reader."""
_DELETED: Final = frozenset({"del", "moveFrom"})
_INSERTED: Final = frozenset({"ins", "moveTo"})
_PICTURES: Final = frozenset({"blip", "imagedata"})
_EMBEDDED: Final = "altChunk"
_SHORT: Final = 100
"""Code points: list items and paragraphs of aligned columns, up to this length, stand under one another."""


class Story:
    """Text that runs by itself: the body, a header, a note. Keeps count of what was seen and not taken."""

    def __init__(
        self, styles: Styles, numbering: Numbering, left_out: LeftOut, on_note: Callable[[str, str], str]
    ) -> None:
        self._styles = styles
        self._numbering = numbering
        self._left_out = left_out
        self._on_note = on_note
        self._field_codes: list[bool] = []
        self._boxes: list[Block] = []
        self._inline: Mapping[str, Callable[[etree._Element], Iterator[str]]] = {
            "t": lambda element: iter((element.text or "",)),
            "r": self._run,
            "tab": lambda _: iter("\t"),
            "ptab": lambda _: iter("\t"),
            "cr": lambda _: iter("\n"),
            "br": _break,
            "noBreakHyphen": lambda _: iter("-"),
            "sym": _symbol,
            "fldChar": self._field,
            "footnoteReference": self._note,
            "endnoteReference": self._note,
            "AlternateContent": self._alternative,
            "txbxContent": self._box,
        }

    def blocks(self, container: Iterable[etree._Element]) -> Iterator[Block]:
        """The paragraphs and table rows of an element, or of several, in order."""
        for element in container:
            name = local_name(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "AlternateContent":
                yield from self.blocks(_chosen(element))
            elif not self._is_left_out(name):
                yield from self.blocks(element)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        style = attribute(child(paragraph, "pPr", "pStyle"), "val")
        if is_on(self._property(paragraph, style, "pageBreakBefore")):
            yield Block("", new_page=True)
        text = "".join(self._text_of(paragraph))
        label = self._label(paragraph, style) if text.strip() else ""
        heading = self._property(paragraph, style, "outlineLvl") is not None
        tight = bool(label or "\t" in text.strip()) and len(text) <= _SHORT and not heading
        yield Block(f"{label} {text}" if label else text, tight)
        boxes, self._boxes = self._boxes, []
        yield from boxes

    def _property(self, paragraph: etree._Element, style: str | None, *names: str) -> etree._Element | None:
        own = child(paragraph, "pPr", *names)
        return own if own is not None else self._styles.property(style, "pPr", *names)

    def _label(self, paragraph: etree._Element, style: str | None) -> str:
        list_id = attribute(self._property(paragraph, style, "numPr", "numId"), "val")
        level = attribute(self._property(paragraph, style, "numPr", "ilvl"), "val")
        return self._numbering.label(list_id, integer(level, 0))

    def _text_of(self, element: etree._Element) -> Iterator[str]:
        for each in element:
            name = local_name(each)
            if name in self._inline:
                yield from self._inline[name](each) if self._is_shown(name) else ()
            elif not self._is_left_out(name):
                yield from self._text_of(each)

    def _is_shown(self, name: str) -> bool:
        """Nothing is, within the code of a field, but the mark at which its result begins."""
        return name in ("r", "fldChar") or True not in self._field_codes

    def _is_left_out(self, name: str) -> bool:
        self._left_out.changes += name in _DELETED or name in _INSERTED
        self._left_out.pictures += name in _PICTURES
        self._left_out.embedded += name == _EMBEDDED
        return name in _UNSEEN or name in _DELETED

    def _run(self, run: etree._Element) -> Iterator[str]:
        style = attribute(child(run, "rPr", "rStyle"), "val")
        own = child(run, "rPr", "vanish")
        if is_on(own if own is not None else self._styles.property(style, "rPr", "vanish")):
            self._left_out.hidden += any(local_name(each) == "t" for each in run)
            return
        yield from self._text_of(run)

    def _field(self, mark: etree._Element) -> Iterator[str]:
        """A field is its code, a mark, its result; a reader sees the result, of a form field its state."""
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            yield from _form_field(mark)
            self._field_codes.append(True)
        elif self._field_codes and kind == "separate":
            self._field_codes[-1] = False
        elif self._field_codes:
            self._field_codes.pop()

    def _note(self, reference: etree._Element) -> Iterator[str]:
        yield self._on_note(local_name(reference).removesuffix("Reference"), attribute(reference, "id") or "")

    def _alternative(self, element: etree._Element) -> Iterator[str]:
        yield from self._text_of(_chosen(element))

    def _box(self, box: etree._Element) -> Iterator[str]:
        """A text box hangs on a paragraph and is read after it."""
        fields, self._field_codes = self._field_codes, []
        blocks = list(self.blocks(box))
        self._field_codes = fields
        self._boxes += blocks
        yield from ()

    def _table(self, table: etree._Element) -> Iterator[Block]:
        for row in _parts(table, "tr"):
            if child(row, "trPr", "del") is None:
                yield from row_blocks([list(self.blocks(cell)) for cell in _parts(row, "tc")])
            else:
                self._left_out.changes += 1


def _parts(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, also those within content controls and tracked insertions."""
    for each in element:
        if local_name(each) == name:
            yield each
        elif local_name(each) in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            yield from _parts(each, name)


def _chosen(alternatives: etree._Element) -> etree._Element:
    """One of several ways to write the same: the first, which the newest programs show."""
    return alternatives[0] if len(alternatives) else alternatives


def _break(mark: etree._Element) -> Iterator[str]:
    yield PAGE_BREAK if attribute(mark, "type") == "page" else "\n"


def _symbol(sign: etree._Element) -> Iterator[str]:
    code = (attribute(sign, "char") or "").lower()
    if _HEXADECIMAL.fullmatch(code):
        yield _SYMBOLS.get(code[-2:], "") if code.startswith("f0") or len(code) <= 2 else chr(int(code, 16))


def _form_field(mark: etree._Element) -> Iterator[str]:
    box, choice = child(mark, "ffData", "checkBox"), child(mark, "ffData", "ddList")
    if box is not None:
        checked = child(box, "checked")
        yield _CHECKED[is_on(checked if checked is not None else child(box, "default"))]
    if choice is not None:
        entries = [attribute(each, "val") or "" for each in choice if local_name(each) == "listEntry"]
        chosen = integer(attribute(child(choice, "result"), "val") or attribute(child(choice, "default"), "val"), 0)
        yield from entries[chosen : chosen + 1]
