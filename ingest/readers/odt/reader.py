"""OpenDocument texts (.odt, and .fodt, which is one XML file): as printed, page by page as the breaks say."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from lxml import etree

from ....corpus.errors import UnreadableFile
from ....corpus.model import PAGE_BREAK, Draft, Origin
from ...titles import declared_title
from ..blocks import Block, Pages, joined
from ..drafting import draft
from ..left_out import LeftOut
from ..package import NESTED, attribute, child, local_name, opened, parse_xml
from ..text import bounded_bytes
from .story import Story
from .styles import Styles

_PARTS: Final = ("content.xml", "styles.xml", "meta.xml")
_MANIFEST: Final = "META-INF/manifest.xml"
_ENCRYPTED: Final = b"encryption-data"
_MARGINS: Final = ("header", "header-first", "header-left"), ("footer", "footer-first", "footer-left")
_TITLE_STYLE: Final = "Title"


def read(path: Path) -> Draft:
    """The text of an OpenDocument file: tables, lists, headers, notes, text boxes; deleted text is left out.

    Raises:
        UnreadableFile: It is damaged, protected, meant to do harm, or holds no text.
    """
    try:
        return _Document(_roots(path)).draft()
    except RecursionError as error:
        raise UnreadableFile(NESTED) from error


def _roots(path: Path) -> list[etree._Element]:
    if not zipfile.is_zipfile(path):
        return [parse_xml(bounded_bytes(path))]
    with opened(path) as package:
        if _ENCRYPTED in (package.part(_MANIFEST) or b""):
            raise UnreadableFile("is protected by a password: take it away, save the file and load that")
        return [root for name in _PARTS if (root := package.xml(name)) is not None]


class _Document:
    """One OpenDocument text while it is read."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        self._roots = roots
        self._styles = Styles(roots)
        self._body = next((body for root in roots if (body := child(root, "body", "text")) is not None), None)
        self._left_out = LeftOut()
        self._pages = Pages()

    def draft(self) -> Draft:
        if self._body is None:
            raise UnreadableFile("is damaged: there is no text part in it; open it in LibreOffice and save it anew")
        headers, footers = _MARGINS
        for block in chain(self._margins(headers), self._story().blocks(self._body), self._margins(footers)):
            self._pages.add(block)  # one by one: notes go to the page that is open as they are met
        texts = self._pages.texts()
        self._left_out.changes += child(self._body, "tracked-changes") is not None
        left_out, title = self._left_out, self._title(texts)
        return draft(texts, Origin.MARKUP, title=title, warnings=left_out.warnings(texts), notes=left_out.notes(texts))

    def _margins(self, names: Iterable[str]) -> Iterator[Block]:
        """The headers or footers of the page layouts in use, each text once."""
        margins = [
            margin for page in self._master_pages() for name in names if (margin := child(page, name)) is not None
        ]
        shown = [margin for margin in margins if attribute(margin, "display") != "false"]
        texts = dict.fromkeys(joined(self._story().blocks(margin)) for margin in shown)
        yield from (Block(text.replace(PAGE_BREAK, "\n")) for text in texts)

    def _master_pages(self) -> Iterator[etree._Element]:
        """The page layouts that a style of the text calls for; the first one is what a document begins with."""
        groups = [child(root, "master-styles") for root in self._roots]
        pages = [each for group in groups if group is not None for each in group if local_name(each) == "master-page"]
        automatic = [child(root, "automatic-styles") for root in self._roots]
        used = {attribute(style, "master-page-name") for group in automatic if group is not None for style in group}
        yield from (page for number, page in enumerate(pages) if number == 0 or attribute(page, "name") in used)

    def _story(self) -> Story:
        return Story(self._styles, self._left_out, self._note)

    def _note(self, note: etree._Element) -> str:
        """Put a note at the foot of the page; returns its mark, in brackets that keep it from the number before it."""
        citation, body = child(note, "note-citation"), child(note, "note-body")
        mark = f"[{'' if citation is None else citation.text or ''}]"
        self._pages.add_note(mark, joined(self._story().blocks(() if body is None else body)))
        return mark

    def _title(self, texts: Sequence[str]) -> str | None:
        titles = [child(root, "meta", "title") for root in self._roots]
        declared = next((title.text for title in titles if title is not None and title.text), "")
        return declared_title(declared, "\n".join(texts)) or self._styled_title()

    def _styled_title(self) -> str | None:
        """The first paragraph in the style of titles or, failing that, the first main heading."""
        paragraphs = (
            [] if self._body is None else [each for each in self._body.iter() if local_name(each) in ("p", "h")]
        )
        titles = [each for each in paragraphs if self._is_title(each)]
        headings = [each for each in paragraphs if attribute(each, "outline-level") == "1"]
        texts = (" ".join(str(each.xpath("string()")).split()) for each in (*titles, *headings))
        return next(filter(None, texts), None)

    def _is_title(self, paragraph: etree._Element) -> bool:
        styles = self._styles.named("paragraph", attribute(paragraph, "style-name"))
        return any(attribute(style, "name") == _TITLE_STYLE for style in styles)
