"""What of a saved web page is its content, and what is the web site around it.

Nothing that may be content is left out for certain tidiness: what a site calls its main part is believed only if it
holds most of the running text, and what looks like furniture stays if it is large.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache
from importlib import resources
from typing import Final, NamedTuple, TypeAlias

from lxml.html import HtmlElement

from ....swedish.wordlists import rows
from ..blocks import Block
from .blocks import UNSEEN_TAGS

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


class _Count(NamedTuple):
    """What an element holds, all within it included."""

    words: int
    running: int
    """Words that are no links: menus have hardly any."""
    links: int


_Counts: TypeAlias = Mapping[HtmlElement, _Count]


def content_of(body: HtmlElement) -> tuple[list[HtmlElement], int]:
    """The elements that hold the content, and how many words of the page were hidden and left out.

    The tree is changed: what is not content is emptied. The body itself is the only element where the page does not
    say, or not believably, where its content is.
    """
    _empty(body.iter(*UNSEEN_TAGS))
    counts = _counted(body)
    unfolding = set(body.xpath(".//@aria-controls"))
    hidden = [element for element in body.iterdescendants() if _is_hidden(element, unfolding)]
    hidden_words = sum(counts[element].words for element in _outermost(hidden))
    _empty(hidden)
    counts = _counted(body)
    _empty([element for element in body.iterdescendants() if _is_furniture(element, counts, counts[body].words)])
    return _main_parts(body, _counted(body)), hidden_words


def without_furniture(blocks: Sequence[Block]) -> list[Block]:
    """The blocks less those that are but a skip link, a word about cookies or a button to share the page."""
    return [block for block in blocks if len(block.text) > _LONGEST_LINE or not _is_furniture_line(block.text)]


def _main_parts(body: HtmlElement, counts: _Counts) -> list[HtmlElement]:
    mains = _outermost(body.xpath(f".//*[{_CONTENT}]"))
    outside = counts[body].running - sum(counts[main].running for main in mains)
    if mains and outside <= _TEXT_OUTSIDE * sum(counts[main].words for main in mains):
        return [*_missing_headline(body, mains, counts), *mains]
    if articles := list(body.iter("article")):
        kept = {each for article in articles for each in (*article.iterancestors(), *article.iter())}
        lists = [element for element in body.iter("ul", "div", "section") if _is_link_list(counts[element])]
        _empty([element for element in lists if element not in kept])
    return [body]


def _missing_headline(body: HtmlElement, mains: Sequence[HtmlElement], counts: _Counts) -> list[HtmlElement]:
    headlines = [headline for headline in body.iter(_HEADLINE) if counts[headline].words]
    inside = any(not set(mains).isdisjoint(headline.iterancestors()) for headline in headlines)
    return [] if inside else headlines[:1]


def _is_furniture(element: HtmlElement, counts: _Counts, total: int) -> bool:
    count = counts[element]
    small = count.words <= _MUCH * total or count.running <= _MUCH * count.words
    return small and _is_named_furniture(element) and not _holds_content(element)


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


def _is_link_list(count: _Count) -> bool:
    return count.links >= _LINK_LIST and count.running <= (1 - _LINK_SHARE) * count.words


def _is_hidden(element: HtmlElement, unfolding: Set[str]) -> bool:
    if not _HIDDEN_CLASSES.isdisjoint(_class_words(element)):
        return True
    marked = "hidden" in element.attrib or element.get("aria-hidden") == "true"
    styled = _HIDDEN_STYLE.search(element.get("style", "")) is not None
    return (marked or styled) and not _is_folded(element, unfolding)


def _is_folded(element: HtmlElement, unfolding: Set[str]) -> bool:
    """Whether a click would show it."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return element.get("role") == "tabpanel" or element.get("id") in unfolding or _FOLDED.search(names) is not None


def _class_words(element: HtmlElement) -> set[str]:
    """The words of class and id, each name taken apart and as a whole."""
    names = f"{element.get('class', '')} {element.get('id', '')}".split()
    return {word.lower() for name in names for word in (*_CLASS_WORD.findall(name), "".join(_CLASS_WORD.findall(name)))}


def _is_furniture_line(text: str) -> bool:
    return _furniture_line().fullmatch(text.strip("• \n")) is not None


def _counted(root: HtmlElement) -> dict[HtmlElement, _Count]:
    """The counts of all elements in one pass, the innermost first: pages may be nested without measure."""
    counts: dict[HtmlElement, _Count] = {}
    for element in reversed(list(root.iter())):
        own = sum(len((text or "").split()) for text in (element.text, *(child.tail for child in element)))
        words, running, links = (
            sum(each) for each in zip((own, own, 0), *(counts[child] for child in element), strict=True)
        )
        is_link = element.tag == "a"
        counts[element] = _Count(words, 0 if is_link else running, links + is_link)
    return counts


def _outermost(elements: Sequence[HtmlElement]) -> list[HtmlElement]:
    chosen = set(elements)
    return [element for element in elements if chosen.isdisjoint(element.iterancestors())]


def _empty(elements: Iterable[HtmlElement]) -> None:
    """Empty the elements, so that a block still ends a line; taking them out would join the words around them."""
    for element in list(elements):
        del element[:]
        element.text = None
        element.attrib.clear()


@cache
def _furniture_names() -> frozenset[str]:
    return frozenset(_data("boilerplate.txt"))


@cache
def _furniture_line() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{line})" for line in _data("boilerplate_lines.txt")), re.IGNORECASE)


def _data(name: str) -> tuple[str, ...]:
    return rows(resources.files(__package__).joinpath("data", name))
