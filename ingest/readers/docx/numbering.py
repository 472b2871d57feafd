"""The numbers that Word shows before paragraphs: they stand nowhere in the text and are counted as it does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from lxml import etree

from ..numerals import numeral
from ..package import attribute, child, integer, local_name
from .parts import Styles, is_on

_NUMERALS: Final = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_BULLET: Final = "•"
_LETTER_BULLET: Final = "o"
"""What Word writes for a round bullet in a typewriter face."""
_PRIVATE_USE: Final = re.compile("[\ue000-\uf8ff]")
"""Signs of symbol fonts, which other fonts do not have."""
_PLACE: Final = re.compile(r"%([1-9])")
_DEEPEST: Final = 9
"""Levels a list may have in Word."""

_ById: TypeAlias = Mapping[str | None, etree._Element]


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    style: str
    """As in the file: decimal, lowerLetter, bullet ..."""
    pattern: str
    """What is shown, with %1 for the number of the first level."""
    plain: bool
    """Whether the numbers of the levels above are shown as digits, whatever their own style."""


@dataclass(frozen=True, slots=True)
class _List:
    counted_with: str
    """Lists made of the same definition go on counting for each other."""
    levels: Mapping[int, _Level]
    restarts: Mapping[int, int]
    """Level -> the number at which this list begins anew."""


class Numbering:
    """The numbers and bullets before paragraphs, counted as the paragraphs come."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists = {} if root is None else _lists(root, styles)
        self._counters: dict[str, dict[int, int]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def label(self, list_id: str | None, level: int) -> str:
        """What stands before the next paragraph of the list at that level; empty where nothing is shown."""
        chosen = self._lists.get(list_id or "")
        if chosen is None or level not in chosen.levels:
            return ""
        if chosen.levels[level].style == "bullet":
            return _bullet(chosen.levels[level].pattern)
        self._count(list_id or "", chosen, level)
        return _written(chosen, level, self._counters[chosen.counted_with])

    def _count(self, list_id: str, chosen: _List, level: int) -> None:
        counter = self._counters.setdefault(chosen.counted_with, {})
        begins_anew = level in chosen.restarts and (list_id, level) not in self._restarted
        if begins_anew:
            self._restarted.add((list_id, level))
        first = chosen.restarts[level] if begins_anew else chosen.levels[level].start
        counter[level] = first if begins_anew or level not in counter else counter[level] + 1
        for deeper in range(level + 1, _DEEPEST):
            counter.pop(deeper, None)


def _bullet(pattern: str) -> str:
    return _BULLET if pattern == _LETTER_BULLET else _PRIVATE_USE.sub(_BULLET, pattern)


def _written(chosen: _List, level: int, counter: Mapping[int, int]) -> str:
    shown = chosen.levels[level]

    def number(place: re.Match[str]) -> str:
        each = int(place[1]) - 1
        definition = chosen.levels.get(each, shown)
        if definition.style == "none":
            return ""
        return _numeral(counter.get(each, definition.start), "decimal" if shown.plain else definition.style)

    return _PLACE.sub(number, shown.pattern).strip()


def _numeral(number: int, style: str) -> str:
    return f"{number:02}" if style == "decimalZero" else numeral(number, _NUMERALS.get(style, "1"))


def _lists(root: etree._Element, styles: Styles) -> dict[str, _List]:
    abstract = {attribute(each, "abstractNumId"): each for each in root if local_name(each) == "abstractNum"}
    numbers = {attribute(each, "numId"): each for each in root if local_name(each) == "num"}
    lists = {}
    for list_id, element in numbers.items():
        definition = abstract.get(attribute(child(element, "abstractNumId"), "val"))
        if list_id is not None and definition is not None:
            lists[list_id] = _list(element, _styled(definition, numbers, abstract, styles))
    return lists


def _styled(definition: etree._Element, numbers: _ById, abstract: _ById, styles: Styles) -> etree._Element:
    """The definition itself, or the one of the list style to which it leaves its levels."""
    style = attribute(child(definition, "numStyleLink"), "val")
    number = numbers.get(attribute(styles.property(style, "pPr", "numPr", "numId"), "val"))
    linked = abstract.get(attribute(child(number, "abstractNumId"), "val"))
    return definition if linked is None else linked


def _list(element: etree._Element, definition: etree._Element) -> _List:
    levels = dict(_level(each) for each in definition if local_name(each) == "lvl")
    restarts = {}
    for override in (each for each in element if local_name(each) == "lvlOverride"):
        depth = integer(attribute(override, "ilvl"), 0)
        if (changed := child(override, "lvl")) is not None:
            levels[depth] = _level(changed)[1]
        if (start := attribute(child(override, "startOverride"), "val")) is not None:
            restarts[depth] = integer(start, 1)
    return _List(attribute(definition, "abstractNumId") or "", levels, restarts)


def _level(element: etree._Element) -> tuple[int, _Level]:
    values = {local_name(each): attribute(each, "val") or "" for each in element}
    level = _Level(
        start=integer(values.get("start"), 1),
        style=values.get("numFmt", "decimal"),
        pattern=values.get("lvlText", ""),
        plain=is_on(child(element, "isLgl")),
    )
    return integer(attribute(element, "ilvl"), 0), level
