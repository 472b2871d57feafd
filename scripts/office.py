"""Source documents as Word and OpenDocument files, with what an office leaves in them: tracked changes, controls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from avtalsarkiv.scripts.typesetting import Block, Source, cells, item
from avtalsarkiv.tests.drawing import open_document, zipped_word

STYLES: Final = {"title": "Title", "heading": "Heading 2", "-": "List Bullet", "1": "List Number"}
_CHANGE: Final = re.compile(r"(\{\+.*?\+\}|\{-.*?-\}|\[\[.*?\]\])")
_MARK: Final = 'w:id="7" w:author="Registrator" w:date="2022-06-08T13:05:00Z"'
_XML: Final = {
    "{+": f"<w:ins {nsdecls('w')} {_MARK}><w:r><w:t>%s</w:t></w:r></w:ins>",
    "{-": f"<w:del {nsdecls('w')} {_MARK}><w:r><w:delText>%s</w:delText></w:r></w:del>",
    "[[": f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t>%s</w:t></w:r></w:sdtContent></w:sdt>",
}
_LIST_STYLES: Final = (
    '<text:list-style style:name="Bulleted">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="–"/></text:list-style>'
    '<text:list-style style:name="Numbered">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
)


def word(path: Path, source: Source) -> None:
    """A DOCX: {+inserted+} and {-deleted-} as tracked changes, [[chosen]] as a content control."""
    document = Document()
    head = document.sections[0].header.paragraphs[0]
    head.text = "\t".join(cells(source.settings["head"], "||"))
    document.sections[0].footer.paragraphs[0].text = source.settings["foot"]
    for block in source.blocks:
        _add(document, block)
    zipped_word(path, document)


def _add(document: WordDocument, block: Block) -> None:
    if block.kind == "break":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif block.kind in ("table", "form"):
        _add_table(document, [cells(line, "|" if block.kind == "table" else "::") for line in block.lines])
    elif block.kind == "items":
        for marker, text in map(item, block.lines):
            _write(document.add_paragraph(style=STYLES.get("-" if marker == "-" else "1") if marker else None), text)
    else:
        for line in block.lines:
            _write(document.add_paragraph(style=STYLES.get(block.kind)), line)


def _add_table(document: WordDocument, rows: list[tuple[str, ...]]) -> None:
    table = document.add_table(0, len(rows[0]), "Table Grid")
    for texts in rows:
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            _write(cell.paragraphs[0], text)


def _write(paragraph: Paragraph, text: str) -> None:
    for part in _CHANGE.split(text):
        if _CHANGE.fullmatch(part):
            paragraph._p.append(parse_xml(_XML[part[:2]] % escape(part[2:-2])))
        elif part:
            paragraph.add_run(part)


def open_text(path: Path, source: Source) -> None:
    """An ODT with headings, numbered and plain lists, and tables."""
    open_document(path, "".join(_element(block) for block in source.blocks), _LIST_STYLES)


def _element(block: Block) -> str:
    if block.kind in ("title", "heading"):
        level = 1 if block.kind == "title" else 2
        return f'<text:h text:outline-level="{level}">{escape(block.lines[0])}</text:h>'
    if block.kind in ("table", "form"):
        return _table(cells(line, "|" if block.kind == "table" else "::") for line in block.lines)
    if block.kind == "items":
        groups = groupby(map(item, block.lines), key=lambda part: part[0][-1:])
        return "".join(_list(sign, [text for _, text in group]) for sign, group in groups)
    return _paragraphs(block.lines)


def _list(sign: str, texts: list[str]) -> str:
    if not sign:
        return _paragraphs(texts)
    style = "Bulleted" if sign == "-" else "Numbered"
    items = "".join(f"<text:list-item>{_paragraphs([text])}</text:list-item>" for text in texts)
    return f'<text:list text:style-name="{style}">{items}</text:list>'


def _paragraphs(texts: Iterable[str]) -> str:
    return "".join(f"<text:p>{escape(text)}</text:p>" for text in texts)


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    body = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(cell)}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{body}</table:table>"
