"""The lines that a piece of HTML shows: paragraphs, headings, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from lxml.html import HtmlElement

from ..blocks import Block, row_blocks
from ..numerals import numeral
from ..package import integer

UNSEEN_TAGS: Final = (
    *("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "canvas"),
    *("audio", "video", "map", "datalist", "dialog"),
)
"""Elements of which a reader sees nothing that is text."""

_WHITESPACE: Final = re.compile(r"[ \t\n\r\f]+")
_SPACES: Final = re.compile(r"[ \t]+")
_AROUND_BREAK: Final = re.compile(r" *\n *")

_PARAGRAPHS: Final = frozenset(
    {
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "figcaption", "hr", "fieldset"),
        *("legend", "summary", "details"),
    }
)
_LINES: Final = frozenset(
    {
        *("address", "article", "aside", "body", "caption", "center", "dd", "dir", "div", "dl", "dt", "footer"),
        *("form", "header", "html", "label", "li", "main", "menu", "nav", "ol", "optgroup", "section", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_TIGHT_LENGTH: Final = 90
"""Code points: lines that stand without a gap between them, as addresses do; longer ones are paragraphs."""

_CHECKED: Final = {True: "☒", False: "☐"}
_NO_VALUE: Final = frozenset({"hidden", "submit", "button", "image", "reset", "password", "file"})
_BULLET: Final = "• "


def blocks_of(element: HtmlElement) -> list[Block]:
    """What the element shows, block by block, in reading order."""
    writer = _Writer()
    writer.element(element)
    writer.end_block()
    return writer.blocks


class _Writer:
    """Collects text until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._text: list[str] = []
        self._marker = ""
        self._special: dict[str, Callable[[HtmlElement], None]] = {
            "br": lambda _: self._text.append("\n"),
            "pre": self._verbatim,
            "textarea": self._verbatim,
            "table": self._table,
            "ol": self._list,
            "ul": self._list,
            "input": self._input,
            "select": self._select,
        }

    def element(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in UNSEEN_TAGS:
            return
        if tag in self._special:
            self._special[tag](element)
        elif tag in _PARAGRAPHS or tag in _LINES:
            self.end_block()
            self._children(element)
            self.end_block(tight=tag in _LINES)
        else:
            self._children(element)

    def end_block(self, tight: bool = True) -> None:
        text = _AROUND_BREAK.sub("\n", _SPACES.sub(" ", "".join(self._text))).strip(" \n")
        self._text = []
        if text.strip():
            self.blocks.append(Block(self._marker + text, bool(self._marker) or (tight and len(text) <= _TIGHT_LENGTH)))
            self._marker = ""

    def _children(self, element: HtmlElement) -> None:
        self._inline(element.text)
        for child in element:
            self.element(child)
            self._inline(child.tail)

    def _inline(self, text: str | None) -> None:
        if text:
            self._text.append(_WHITESPACE.sub(" ", text))

    def _verbatim(self, element: HtmlElement) -> None:
        self.end_block()
        lines = "".join(_verbatim_text(element)).strip("\n")
        self.blocks.append(Block(lines))

    def _table(self, table: HtmlElement) -> None:
        self.end_block()
        for caption in table.iterchildren("caption"):
            self.blocks += blocks_of(caption)
        rows = [row for part in table for row in _rows_of(part)]
        for row in rows:
            self.blocks += row_blocks([blocks_of(cell) for cell in row.iterchildren("td", "th")])

    def _list(self, items: HtmlElement) -> None:
        self.end_block()
        number = integer(items.get("start"), 1)
        for item in items:
            if item.tag == "li":
                number = integer(item.get("value"), number)
                self._marker = _BULLET if items.tag == "ul" else numeral(number, items.get("type", "1")) + ". "
                number += 1
            self.element(item)
            self.end_block()
            self._marker = ""

    def _input(self, field: HtmlElement) -> None:
        kind = field.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            self._text.append(_CHECKED["checked" in field.attrib] + " ")
        elif kind not in _NO_VALUE:
            self._inline(f" {field.get('value', '')} ")

    def _select(self, field: HtmlElement) -> None:
        options = list(field.iter("option"))
        chosen = [option for option in options if "selected" in option.attrib] or options[:1]
        self._inline(f" {', '.join(option.text_content().strip() for option in chosen)} ")


def _verbatim_text(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield "\n" if child.tag == "br" else "".join(_verbatim_text(child)) if isinstance(child.tag, str) else ""
        yield child.tail or ""


def _rows_of(part: HtmlElement) -> Iterator[HtmlElement]:
    """The rows of a table's part; a row that stands outside of thead and tbody is a part by itself."""
    yield from [part] if part.tag == "tr" else part.iterchildren("tr")
