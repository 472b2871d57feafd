"""The text of OpenDocument markup, as a reader of the printed page sees it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from lxml import etree

from ..blocks import Block, row_blocks
from ..left_out import LeftOut
from ..package import attribute, integer, local_name
from .styles import Counter, Styles

_WHITESPACE: Final = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS: Final = frozenset({"p", "h"})
_BLOCKS: Final = _PARAGRAPHS | {"list", "table", "numbered-paragraph"}
_UNSEEN: Final = frozenset(
    {
        *("tracked-changes", "forms", "variable-decls", "sequence-decls", "user-field-decls", "dde-connection-decls"),
        *("soft-page-break", "hidden-text", "ruby-text", "binary-data", "title", "desc", "event-listeners"),
        *("index-title-template", "table-of-content-source", "alphabetical-index-source", "settings"),
    }
)
"""Elements of which a reader sees nothing: declarations, sources of indexes, deleted text."""
_TABLE_PARTS: Final = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_REPEATED: Final = 100
"""Times that a row or cell is repeated at most: a sheet that is filled to its end says nothing more often."""
_LONGEST_GAP: Final = 200
"""Spaces in a row at most."""
_SHORT: Final = 100
"""Code points: list items and paragraphs of aligned columns, up to this length, stand under one another."""


class Story:
    """Text that runs by itself: the body, a header, a note. Keeps count of what was seen and not taken."""

    def __init__(self, styles: Styles, left_out: LeftOut, on_note: Callable[[etree._Element], str]) -> None:
        self._styles = styles
        self._left_out = left_out
        self._on_note = on_note
        self._lists: dict[str | None, Counter] = {}
        self._headings = Counter(styles.outline())
        self._boxes: list[Block] = []
        self._breaks_after = False
        self._inline: Mapping[str, Callable[[etree._Element], Iterator[str]]] = {
            "s": lambda element: iter(" " * min(integer(attribute(element, "c"), 1), _LONGEST_GAP)),
            "tab": lambda _: iter("\t"),
            "line-break": lambda _: iter("\n"),
            "note": self._note,
            "annotation": self._comment,
            "image": self._picture,
            "object": self._picture,
            "span": self._span,
        }

    def blocks(self, container: Iterable[etree._Element]) -> Iterator[Block]:
        """The paragraphs, list items and table rows of an element, or of several, in order."""
        for element in container:
            name = local_name(element)
            if name in _PARAGRAPHS:
                yield from self._paragraph(element, self._heading_label(element) if name == "h" else "")
            elif name == "list":
                yield from self._list(element, 1, None)
            elif name == "table":
                yield from self._table(element)
            elif name in ("frame", "custom-shape", "g", "image"):
                yield from self._floating(element)
            elif name not in _UNSEEN and attribute(element, "display") != "none":
                yield from self.blocks(element)

    def _paragraph(self, paragraph: etree._Element, label: str = "") -> Iterator[Block]:
        style = attribute(paragraph, "style-name")
        if self._begins_page("paragraph", style):
            yield Block("", new_page=True)
        text = "" if self._is_hidden("paragraph", style) else self._text(paragraph)
        heading = local_name(paragraph) == "h"
        tight = bool(label or "\t" in text.strip()) and len(text) <= _SHORT and not heading
        yield Block(f"{label} {text}" if label and text.strip() else text, tight)
        boxes, self._boxes = self._boxes, []
        yield from boxes

    def _begins_page(self, family: str, style: str | None) -> bool:
        broken, self._breaks_after = self._breaks_after, False
        properties = f"{family}-properties"
        self._breaks_after = self._styles.value(family, style, properties, "break-after") == "page"
        before = self._styles.value(family, style, properties, "break-before") == "page"
        return broken or before or self._styles.master_page(family, style) is not None

    def _is_hidden(self, family: str, style: str | None) -> bool:
        hidden = self._styles.value(family, style, "text-properties", "display") == "none"
        self._left_out.hidden += hidden
        return hidden

    def _heading_label(self, heading: etree._Element) -> str:
        if attribute(heading, "is-list-header") == "true":
            return ""
        return self._headings.label(integer(attribute(heading, "outline-level"), 1))

    def _text(self, element: etree._Element) -> str:
        return "".join(self._pieces(element)).strip(" ")

    def _pieces(self, element: etree._Element) -> Iterator[str]:
        yield _WHITESPACE.sub(" ", element.text or "")
        for each in element:
            name = local_name(each)
            if name in self._inline:
                yield from self._inline[name](each)
            elif name in _BLOCKS:
                boxes = list(self.blocks([each]))  # apart, for it empties the list of boxes
                self._boxes += boxes
            elif name not in _UNSEEN:
                yield from self._pieces(each)
            yield _WHITESPACE.sub(" ", each.tail or "")

    def _span(self, span: etree._Element) -> Iterator[str]:
        if not self._is_hidden("text", attribute(span, "style-name")):
            yield from self._pieces(span)

    def _note(self, note: etree._Element) -> Iterator[str]:
        yield self._on_note(note)

    def _comment(self, _: etree._Element) -> Iterator[str]:
        self._left_out.comments += 1
        yield from ()

    def _picture(self, _: etree._Element) -> Iterator[str]:
        self._left_out.pictures += 1
        yield from ()

    def _floating(self, element: etree._Element) -> Iterator[Block]:
        """What stands on the page beside the paragraphs: frames with text or pictures."""
        text = "".join(self._pieces(element)).strip()
        boxes, self._boxes = self._boxes, []
        yield from (Block(text), *boxes)

    def _list(self, element: etree._Element, depth: int, counter: Counter | None) -> Iterator[Block]:
        counter = self._counter(element, counter)
        for item in element:
            start = attribute(item, "start-value")
            marked = local_name(item) == "list-item"
            for each in item:
                if local_name(each) == "list":
                    yield from self._list(each, depth + 1, counter)
                elif marked and local_name(each) in _PARAGRAPHS:
                    label = counter.label(depth, integer(start, 1) if start else None)
                    yield from self._paragraph(
                        each, label or (self._heading_label(each) if local_name(each) == "h" else "")
                    )
                    marked = False
                else:
                    yield from self.blocks([each])

    def _counter(self, element: etree._Element, outer: Counter | None) -> Counter:
        """Counts on where the list says that it goes on, counts with the list around it, or begins anew."""
        style = attribute(element, "style-name")
        if outer is not None:
            return outer
        going_on = attribute(element, "continue-numbering") == "true"
        earlier = self._lists.get(attribute(element, "continue-list") or (style if going_on else ""))
        counter = earlier or Counter(self._styles.levels(style))
        self._lists[style] = self._lists[attribute(element, "id")] = counter
        return counter

    def _table(self, table: etree._Element) -> Iterator[Block]:
        if self._begins_page("table", attribute(table, "style-name")):
            yield Block("", new_page=True)
        for row in _rows(table):
            cells = [list(self.blocks(cell)) for cell in _cells(row)]
            for _ in range(min(integer(attribute(row, "number-rows-repeated"), 1), _REPEATED)):
                yield from row_blocks(cells)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for part in table:
        if local_name(part) == "table-row":
            yield part
        elif local_name(part) in _TABLE_PARTS:
            yield from _rows(part)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for cell in row:
        if local_name(cell) in ("table-cell", "covered-table-cell"):
            times = min(integer(attribute(cell, "number-columns-repeated"), 1), _REPEATED)
            yield from [cell] * times
