"""What of a saved web page is its content, and what is the web site around it.

Nothing that may be content is left out for certain tidiness: what a site calls its main part is believed only if it
holds most of the running text, and what looks like furniture stays if it is large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from typing import Final

from lxml.html import HtmlElement

from .blocks import Block
from .html_blocks import UNSEEN_TAGS

_FURNITURE_TAGS: Final = frozenset({"nav"})
_FURNITURE_ROLES: Final = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar"}
)
_AROUND_CONTENT: Final = frozenset({"header", "footer", "aside"})
"""Furniture where they stand outside of the content, part of it within."""

_HIDDEN_STYLE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_HIDDEN_CLASSES: Final = frozenset({"visuallyhidden", "sronly", "screenreadertext", "screenreaderonly", "offscreen"})
_FOLDED: Final = re.compile(r"accordion|collaps|expand|panel|toggle|fold|tab(content|pane)", re.IGNORECASE)
"""Classes of what a click would show: content, though it is hidden as the page was saved."""

_CONTENT: Final = "self::main or @role='main'"
_HEADING: Final = "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::summary"
_MUCH: Final = 0.3
"""Share of a page's words: furniture that holds more of them is content under an unlucky name."""
_TEXT_OUTSIDE: Final = 1.0
"""Running words outside of the main part, in its words: with more of them it is not the main part."""
_LINK_LIST: Final = 4
"""Links: a list of as many, and of hardly anything else, is a menu if it stands outside of the article."""
_LINK_SHARE: Final = 0.7

_CLASS_WORD: Final = re.compile(r"[a-zåäö]+|[A-ZÅÄÖ][a-zåäö]*")
_LONGEST_LINE: Final = 400
"""Code points: no furniture is longer than that, and it keeps the patterns fast."""
_HEADLINE: Final = "h1"


def content_of(body: HtmlElement) -> tuple[list[HtmlElement], int]:
    """The elements that hold the content, and how many words of the page were hidden and left out.

    The tree is changed: what is not content is taken out of it. The body itself is the only element where the page
    does not say, or not believably, where its content is.
    """
    _drop(body.iter(*UNSEEN_TAGS))
    hidden = [element for element in body.iterdescendants() if _is_hidden(element, body)]
    hidden_words = sum(map(_words, _outermost(hidden)))
    _drop(hidden)
    total = _words(body)
    _drop(element for element in list(body.iterdescendants()) if _is_furniture(element, total))
    return _main_parts(body), hidden_words


def without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """The blocks less those that are but a skip link, a word about cookies or a button to share the page."""
    return [block for block in blocks if len(block.text) > _LONGEST_LINE or not _is_furniture_line(block.text)]


def _main_parts(body: HtmlElement) -> list[HtmlElement]:
    mains = _outermost(body.xpath(f".//*[{_CONTENT}]"))
    main_words = sum(map(_words, mains))
    if mains and _running_words(body) - sum(map(_running_words, mains)) <= _TEXT_OUTSIDE * main_words:
        return [*_missing_headline(body, mains), *mains]
    if articles := _outermost(list(body.iter("article"))):
        _drop(element for element in list(body.iter("ul", "div", "section")) if _is_link_list(element, articles))
    return [body]


def _missing_headline(body: HtmlElement, mains: Sequence[HtmlElement]) -> list[HtmlElement]:
    inside = any(True for main in mains for _ in main.iter(_HEADLINE))
    return [] if inside else list(body.iter(_HEADLINE))[:1]


def _is_furniture(element: HtmlElement, total: int) -> bool:
    if not isinstance(element.tag, str) or not _is_named_furniture(element) or _holds_content(element):
        return False
    return _words(element) <= _MUCH * total or _running_words(element) <= _MUCH * _words(element)


def _is_named_furniture(element: HtmlElement) -> bool:
    if element.tag in _FURNITURE_TAGS or element.get("role", "").lower() in _FURNITURE_ROLES:
        return True
    if element.tag in _AROUND_CONTENT:
        return not element.xpath(f"boolean(ancestor::*[{_CONTENT} or self::article])")
    return _is_silent_button(element) or not _class_words(element).isdisjoint(_furniture_names())


def _is_silent_button(element: HtmlElement) -> bool:
    """A button that does something, unlike one that opens a part of the text and is its heading."""
    if element.tag != "button" and element.get("role") != "button":
        return False
    opens = {"aria-expanded", "aria-controls", "data-target", "data-bs-target"} & set(element.attrib)
    return not opens and not element.xpath(f"boolean(ancestor::*[{_HEADING}])")


def _holds_content(element: HtmlElement) -> bool:
    return bool(element.xpath(f"boolean(descendant-or-self::*[{_CONTENT} or self::article or self::body])"))


def _is_link_list(element: HtmlElement, articles: Sequence[HtmlElement]) -> bool:
    around = {*element.iterancestors(), *element.iter()}
    if not around.isdisjoint(articles):
        return False
    links = sum(1 for _ in element.iter("a"))
    return links >= _LINK_LIST and _running_words(element) <= (1 - _LINK_SHARE) * _words(element)


def _is_hidden(element: HtmlElement, body: HtmlElement) -> bool:
    if not isinstance(element.tag, str):
        return False
    if not _HIDDEN_CLASSES.isdisjoint(_class_words(element)):
        return True
    marked = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    styled = _HIDDEN_STYLE.search(element.get("style", "")) is not None
    return (marked or styled) and not _is_folded(element, body)


def _is_folded(element: HtmlElement, body: HtmlElement) -> bool:
    """Whether a click would show it."""
    if element.get("role") == "tabpanel" or _FOLDED.search(f"{element.get('class', '')} {element.get('id', '')}"):
        return True
    name = element.get("id")
    return bool(name) and bool(body.xpath("boolean(.//*[@aria-controls=$name])", name=name))


def _class_words(element: HtmlElement) -> set[str]:
    """The words of class and id, each name taken apart and as a whole."""
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return {word.lower() for name in names for word in (*_CLASS_WORD.findall(name), "".join(_CLASS_WORD.findall(name)))}


def _is_furniture_line(text: str) -> bool:
    return _furniture_line().fullmatch(text.strip("• \n")) is not None


def _words(element: HtmlElement) -> int:
    return len(element.text_content().split())


def _running_words(element: HtmlElement) -> int:
    """Words that are no links: menus have hardly any."""
    return _words(element) - sum(map(_words, _outermost(list(element.iter("a")))))


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    chosen = set(elements)
    return [element for element in elements if chosen.isdisjoint(element.iterancestors())]


def _drop(elements: Iterator[HtmlElement] | Sequence[HtmlElement]) -> None:
    for element in list(elements):
        if element.getparent() is not None:
            element.drop_tree()


@cache
def _furniture_names() -> frozenset[str]:
    return frozenset(_data("boilerplate.txt"))


@cache
def _furniture_line() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in _data("boilerplate_lines.txt")), re.IGNORECASE)


def _data(name: str) -> list[str]:
    lines = resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
