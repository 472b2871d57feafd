"""Word files: the text as printed, read from the XML itself, page by page as its explicit breaks say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from lxml import etree

from ....corpus.errors import UnreadableFile
from ....corpus.model import PAGE_BREAK, Draft, Origin
from ...titles import declared_title
from ..blocks import Block, Pages, joined
from ..drafting import draft
from ..left_out import LeftOut
from ..numerals import numeral
from ..package import NESTED, Package, attribute, child, local_name, opened
from .numbering import Numbering
from .parts import Relation, Styles, is_on, relations
from .story import Story

_MAIN: Final = "officeDocument"
_SAME_PAGE: Final = frozenset({"continuous", "nextColumn"})
_TITLE_WITHIN: Final = 200
"""Paragraphs: a title stands at the beginning."""


def read(path: Path) -> Draft:
    """The text of a Word file (.docx, .docm, .dotx): tables, lists, headers, notes, tracked insertions, text boxes.

    Raises:
        UnreadableFile: It is damaged, protected, meant to do harm, or holds no text.
    """
    with opened(path) as package:
        try:
            return _Document(package).draft()
        except RecursionError as error:
            raise UnreadableFile(NESTED) from error


class _Document:
    """One Word file while it is read."""

    def __init__(self, package: Package) -> None:
        files = relations(package, "").values()
        name = next((each.target for each in files if each.kind == _MAIN), "word/document.xml")
        self._package = package
        self._relations = relations(package, name)
        self._body = _body(package.xml(name))
        self._styles = Styles(self._part("styles"))
        self._numbering = Numbering(self._part("numbering"), self._styles)
        self._core = next((package.xml(each.target) for each in files if each.kind == "core-properties"), None)
        self._notes = {kind: _by_id(self._part(kind + "s")) for kind in ("footnote", "endnote")}
        self._left_out = LeftOut()
        self._margins_shown: set[str] = set()
        self._notes_shown: Counter[str] = Counter()
        self._pages = Pages()

    def draft(self) -> Draft:
        for number, (elements, properties) in enumerate(_sections(self._body)):
            self._section(elements, properties, number)
        texts = self._pages.texts()
        comments = self._part("comments")
        self._left_out.comments = 0 if comments is None else len(comments)
        left_out, title = self._left_out, self._title(texts)
        return draft(texts, Origin.MARKUP, title=title, warnings=left_out.warnings(texts), notes=left_out.notes(texts))

    def _section(self, elements: Sequence[etree._Element], properties: etree._Element | None, number: int) -> None:
        if number and attribute(child(properties, "type"), "val") not in _SAME_PAGE:
            self._pages.turn()
        for block in self._margins("header", properties):
            self._pages.add(block)
        for block in self._story().blocks(elements):
            self._pages.add(block)
        for block in self._margins("footer", properties):
            self._pages.add(block)

    def _margins(self, kind: str, properties: etree._Element | None) -> Iterator[Block]:
        """The headers or footers of a section that were not on a section before."""
        for reference in () if properties is None else properties:
            shown = attribute(reference, "type") != "first" or is_on(child(properties, "titlePg"))
            if local_name(reference) == kind + "Reference" and shown:
                root = self._related(self._relations.get(attribute(reference, "id") or ""))
                text = joined(self._story().blocks(() if root is None else root))
                if text not in self._margins_shown:
                    self._margins_shown.add(text)
                    yield Block(text.replace(PAGE_BREAK, "\n"))

    def _story(self) -> Story:
        return Story(self._styles, self._numbering, self._left_out, self._note)

    def _note(self, kind: str, identifier: str) -> str:
        """Put a note at the foot of the page; returns its mark, in brackets that keep it from the number before it."""
        note = self._notes[kind].get(identifier)
        if note is None:
            return ""
        self._notes_shown[kind] += 1
        mark = f"[{numeral(self._notes_shown[kind], '1' if kind == 'footnote' else 'i')}]"
        self._pages.add_note(mark, joined(self._story().blocks(note)))
        return mark

    def _part(self, kind: str) -> etree._Element | None:
        return self._related(next((each for each in self._relations.values() if each.kind == kind), None))

    def _related(self, relation: Relation | None) -> etree._Element | None:
        return None if relation is None else self._package.xml(relation.target)

    def _title(self, texts: Sequence[str]) -> str | None:
        core = None if self._core is None else child(self._core, "title")
        declared = "" if core is None else core.text or ""
        return declared_title(declared, "\n".join(texts)) or self._styled_title()

    def _styled_title(self) -> str | None:
        """The first paragraph in the style of titles or, failing that, of the main headings."""
        paragraphs = [each for each in self._body.iter() if local_name(each) == "p"][:_TITLE_WITHIN]
        ranked = ((self._styles.title_rank(_style(each)), _plain(each)) for each in paragraphs)
        titles = [(rank, text) for rank, text in ranked if rank is not None and text]
        return min(titles, key=lambda title: title[0])[1] if titles else None


def _body(document: etree._Element | None) -> etree._Element:
    body = child(document, "body")
    if body is None:
        raise UnreadableFile("is damaged: there is no text part in it; open it in Word and save it anew")
    return body


def _sections(body: etree._Element) -> Iterator[tuple[list[etree._Element], etree._Element | None]]:
    """The sections of a document: their paragraphs and tables, and their properties, which Word writes last."""
    elements: list[etree._Element] = []
    for element in body:
        properties = element if local_name(element) == "sectPr" else child(element, "pPr", "sectPr")
        elements.append(element)
        if properties is not None:
            yield elements, properties
            elements = []
    if elements:
        yield elements, None


def _by_id(notes: etree._Element | None) -> dict[str, etree._Element]:
    """The notes by their ids, without the lines that separate them from the text."""
    each_note = () if notes is None else notes
    return {attribute(note, "id") or "": note for note in each_note if attribute(note, "type") in (None, "normal")}


def _style(paragraph: etree._Element) -> str | None:
    return attribute(child(paragraph, "pPr", "pStyle"), "val")


def _plain(paragraph: etree._Element) -> str:
    return " ".join("".join(each.text or "" for each in paragraph.iter() if local_name(each) == "t").split())
