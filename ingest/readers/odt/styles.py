"""What the styles of an OpenDocument text say that matters for its text: page breaks, hidden text, numbering."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from ..numerals import numeral
from ..package import attribute, child, integer, local_name

_BULLET: Final = "•"
_PRIVATE_USE: Final = range(0xE000, 0xF900)
"""Signs of symbol fonts, which other fonts do not have."""
_DEEPEST: Final = 10
"""Levels a list may have."""


class Styles:
    """The styles of a document by family and name, each inheriting from its parent."""

    def __init__(self, roots: Sequence[etree._Element]) -> None:
        groups = [child(root, group) for root in roots for group in ("styles", "automatic-styles")]
        elements = [element for group in groups if group is not None for element in group]
        self._styles = {_key(each): each for each in elements if local_name(each) == "style"}
        self._lists = {attribute(each, "name"): each for each in elements if local_name(each) == "list-style"}
        self._outline = next((each for each in elements if local_name(each) == "outline-style"), None)

    def named(self, family: str, name: str | None) -> Iterator[etree._Element]:
        """The style of that name and its parents; each once, though a damaged file may go round in a circle."""
        seen: set[str | None] = set()
        while name not in seen and (style := self._styles.get((family, name))) is not None:
            seen.add(name)
            yield style
            name = attribute(style, "parent-style-name")

    def value(self, family: str, name: str | None, properties: str, key: str) -> str | None:
        """A property as the style or the nearest of its parents sets it."""
        found = (attribute(child(style, properties), key) for style in self.named(family, name))
        return next((value for value in found if value is not None), None)

    def master_page(self, family: str, name: str | None) -> str | None:
        """The name of the page layout with which a paragraph or table of that style begins a page."""
        return next(
            (page for style in self.named(family, name) if (page := attribute(style, "master-page-name"))), None
        )

    def levels(self, name: str | None) -> Mapping[int, Level]:
        """The levels of a list style, the first being 1."""
        style = self._lists.get(name)
        return {} if style is None else dict(map(_level, style))

    def outline(self) -> Mapping[int, Level]:
        """How headings are numbered, by their level."""
        return {} if self._outline is None else dict(map(_level, self._outline))


def _key(style: etree._Element) -> tuple[str | None, str | None]:
    return attribute(style, "family"), attribute(style, "name")


@dataclass(frozen=True, slots=True)
class Level:
    """How the items of one level of a list are marked."""

    bullet: str
    """Empty where they are numbered."""
    style: str
    """1, a, A, i or I; empty where nothing is shown."""
    prefix: str
    suffix: str
    start: int
    shown_levels: int
    """How many numbers are shown: 2 for 3.1."""


def _level(element: etree._Element) -> tuple[int, Level]:
    bullet = attribute(element, "bullet-char") or ""
    level = Level(
        bullet=_BULLET if bullet and ord(bullet[0]) in _PRIVATE_USE else bullet,
        style=attribute(element, "num-format") or "",
        prefix=attribute(element, "num-prefix") or "",
        suffix=attribute(element, "num-suffix") or "",
        start=integer(attribute(element, "start-value"), 1),
        shown_levels=integer(attribute(element, "display-levels"), 1),
    )
    return integer(attribute(element, "level"), 1), level


class Counter:
    """Counts the items of one list, level by level."""

    def __init__(self, levels: Mapping[int, Level]) -> None:
        self.levels = levels
        self._numbers: dict[int, int] = {}

    def label(self, depth: int, start: int | None = None) -> str:
        """What stands before the next item at that depth, the outermost being 1."""
        level = self.levels.get(depth)
        if level is None:
            return ""
        if level.bullet:
            return level.bullet
        first = level.start if start is None else start
        going_on = depth in self._numbers and start is None
        self._numbers[depth] = self._numbers[depth] + 1 if going_on else first
        for deeper in range(depth + 1, _DEEPEST + 1):
            self._numbers.pop(deeper, None)
        return f"{level.prefix}{self._number(depth, level)}{level.suffix}".strip() if level.style else ""

    def _number(self, depth: int, level: Level) -> str:
        shown = range(max(1, depth - level.shown_levels + 1), depth + 1)
        numbered = [each for each in shown if each in self.levels and self.levels[each].style]
        return ".".join(
            numeral(self._numbers.get(each, self.levels[each].start), self.levels[each].style) for each in numbered
        )
