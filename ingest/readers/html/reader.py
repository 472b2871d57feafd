"""Saved web pages: their content, without the web site around it. One page; nothing is fetched."""

from __future__ import annotations

import email
import email.policy
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Final, cast

from lxml import etree, html

from ....corpus.model import Draft, Origin
from ...titles import declared_title
from ..blocks import Block, joined
from ..drafting import draft
from ..encoding import Decoded, decode
from ..text import bounded_bytes, damage, with_whole_letters
from ..tidying import tidy
from .blocks import blocks_of
from .content import content_of, without_furniture

_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_CHARSET_WITHIN: Final = 4096
_MIME_HEADERS: Final = re.compile(rb"\s*(?:[!-9;-~]+:.*\r?\n(?:[ \t].*\r?\n)*)+\r?\n")
_PROLOGUE: Final = re.compile(r"\s*<\?xml[^>]*\?>|<!DOCTYPE[^>\[]*\[[^\]]*\]\s*>", re.IGNORECASE)
"""What an HTML parser takes for text: the XML declaration, and a document type that declares entities."""
_SITE_NAME: Final = re.compile(r"\s+[|–—-]\s+")

_TOLD: Final = 20
"""Hidden words that are worth a note; fewer are labels for those who listen to the page."""

_ALL_READ: Final = "the content of the page could not be told from the rest, so all of it was read"

_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head", "svg"})
_INLINE: Final = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "font", "i", "kbd", "mark", "q"),
        *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
    }
)


def read(path: Path) -> Draft:
    """The content of a saved web page (.html or .mht), as one page.

    Raises:
        UnreadableFile: It is too large, or there is no text in it.
    """
    data, declared = _page_source(bounded_bytes(path))
    decoded = decode(data, declared or declared_charset(data))
    title, text, notes = _content(decoded.text)
    return draft([text], Origin.MARKUP, title=title, warnings=(*decoded.warnings, *damage(decoded)), notes=notes)


def text_of(decoded: Decoded) -> str:
    """What a piece of HTML shows, all of it: for mail, which has no web site around it."""
    tree = _tree(decoded.text)
    try:
        return joined(blocks_of(tree.body)) if tree is not None else _tolerant_text(decoded.text)
    except RecursionError:
        return _tolerant_text(decoded.text)


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page gives itself, which need not be true."""
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    return found[1].decode("ascii") if found else None


def _page_source(data: bytes) -> tuple[bytes, str | None]:
    """The page itself with the encoding its envelope declares, where a browser wrapped it in a mail (.mht)."""
    if not _MIME_HEADERS.match(data):
        return data, None
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            return cast(bytes, part.get_payload(decode=True)), part.get_content_charset()
    return data, None


def _content(source: str) -> tuple[str | None, str, list[str]]:
    """Title, text and notes."""
    tree = _tree(source)
    try:
        title, text, notes = (None, "", []) if tree is None else _content_of_tree(tree)
    except RecursionError:
        title, text, notes = None, "", []
    return (title, text, notes) if text else (None, _tolerant_text(source), [_ALL_READ])


def _content_of_tree(tree: html.HtmlElement) -> tuple[str | None, str, list[str]]:
    declared = _SITE_NAME.split(tree.findtext(".//title") or "")[0].strip()
    parts, hidden = content_of(tree.body)
    blocks = [block for part in parts for block in blocks_of(part)]
    text = joined(without_furniture(blocks) if tree.body in parts else blocks)
    headline = next((" ".join(h1.text_content().split()) for part in parts for h1 in part.iter("h1")), None)
    notes = [f"{hidden} hidden words of the page were left out"] if hidden >= _TOLD else []
    return headline or declared_title(declared, text), text, notes


def _tree(source: str) -> html.HtmlElement | None:
    """The page as a tree; None where the parser gave up on it, which it does without a word."""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    characters = tidy(with_whole_letters(_PROLOGUE.sub("", source, count=2)))
    try:
        tree = html.document_fromstring(characters.encode(), parser=parser)
    except etree.ParserError:  # not one element
        return None
    gave_up = any(error.level == etree.ErrorLevels.FATAL for error in parser.error_log)
    return None if gave_up or tree.find("body") is None else tree


def _tolerant_text(source: str) -> str:
    """The text between the tags of a page that cannot be made a tree."""
    parser = _TextBetweenTags(convert_charrefs=True)
    parser.feed(tidy(with_whole_letters(source)))
    parser.close()
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return joined(Block(line, tight=True) for line in lines)


class _TextBetweenTags(HTMLParser):
    """Collects text, with a line feed for each tag that is not part of a line."""

    def __init__(self, *, convert_charrefs: bool) -> None:
        super().__init__(convert_charrefs=convert_charrefs)
        self.pieces: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        self._separate(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._separate(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(" ".join(data.split("\n")))

    def _separate(self, tag: str) -> None:
        if tag not in _INLINE:
            self.pieces.append("\n")
