"""The parts of a Word file that say how its text is to be shown: its relations and styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ..package import Package, attribute, beside, child, local_name

_OFF: Final = frozenset({"0", "false", "off", "none"})
_TITLE_STYLES: Final = ("title", "rubrik", "heading 1", "rubrik 1")
"""Names of the styles of a document's title, the surest first; Word writes the names in English or as the user does."""


def is_on(element: etree._Element | None) -> bool:
    """Whether a property is set: it may be there and be switched off."""
    return element is not None and attribute(element, "val") not in _OFF


@dataclass(frozen=True, slots=True)
class Relation:
    """A pointer from one part to another."""

    kind: str
    """The last word of its type: header, footnotes, styles ..."""
    target: str
    """The other part's name; for external ones an address, which nothing of ours follows."""


def relations(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids; an empty part name stands for the whole file."""
    folder, _, name = part.rpartition("/")
    root = package.xml(f"{folder}/_rels/{name}.rels".lstrip("/"))
    return {
        each.get("Id", ""): Relation(each.get("Type", "").rpartition("/")[2], beside(part, each.get("Target", "")))
        for each in (() if root is None else root)
        if each.get("TargetMode") != "External"
    }


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says that matters for text."""

    name: str
    based_on: str | None
    properties: etree._Element


class Styles:
    """The styles of a document, each inheriting from the one it is based on."""

    def __init__(self, root: etree._Element | None) -> None:
        elements = [] if root is None else [each for each in root if local_name(each) == "style"]
        self._styles = {attribute(each, "styleId"): _style(each) for each in elements}

    def chain(self, style_id: str | None) -> Iterator[Style]:
        """The style and those it is based on; each once, though a damaged file may go round in a circle."""
        seen: set[str | None] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = self._styles[style_id].based_on

    def property(self, style_id: str | None, *names: str) -> etree._Element | None:
        """A property as the style or the nearest one below it sets it."""
        found = (child(style.properties, *names) for style in self.chain(style_id))
        return next((element for element in found if element is not None), None)

    def title_rank(self, style_id: str | None) -> int | None:
        """0 for the style of titles, more for headings that may serve as one, None for others."""
        names = [style.name.lower() for style in self.chain(style_id)][:1]
        return next((_TITLE_STYLES.index(name) for name in names if name in _TITLE_STYLES), None)


def _style(element: etree._Element) -> Style:
    name, based_on = attribute(child(element, "name"), "val"), attribute(child(element, "basedOn"), "val")
    return Style(name or "", based_on, element)
