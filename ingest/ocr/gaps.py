"""Spaces that Tesseract lost, found in the picture: "1 240" read as "1240", "25 %" as "25%", "1 juli" as "1juli"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ...corpus.words import Box
from .tesseract import Found

_REACH: Final = 0.9
"""How far from where it is expected a gap may lie, in average characters: 1 and i are narrow, m and % wide."""
_SPECK: Final = 0.06
"""Share of a column's height up to which ink is dirt."""


class _Kind(NamedTuple):
    """A place at which spaces get lost, and how wide they are there."""

    pattern: re.Pattern[str]
    least: float
    """Heights of the word."""
    wider: float
    """The same in widths of the widest other gap in the word."""


_KINDS: Final = (
    _Kind(re.compile(r"(?<!\S)(?:19|20)\d\d(?=[.,;:]?$)"), 0.4, 2.0),  # hardly ever "1 985", mostly the year
    _Kind(re.compile(r"(?<![\d.,:/–-])[1-9]\d{3,8}(?=,\d\d$|[.,;:]?$)"), 0.3, 1.6),
    _Kind(re.compile(r"\d(?=%)"), 0.38, 1.0),
    _Kind(re.compile(r"\d(?=[a-zåäö]{3})"), 0.25, 2.0),
)
"""Measured: between digits stand 0.1 to 0.2 heights, beside a narrow 1 up to 0.3; spaces have 0.4 to 0.8."""


class _Gap(NamedTuple):
    middle: float
    """As a share of the word's width."""
    width: float
    """Pixels."""


def with_lost_spaces(found: Iterable[Found], image: Image.Image) -> list[Found]:
    """The words, those divided that stand apart in the picture."""
    return [part for word in found for part in _divided(word, image)]


def _divided(word: Found, image: Image.Image) -> Sequence[Found]:
    for kind in _KINDS:
        if match := kind.pattern.search(word.text):
            places = _places(match)
            cuts = _spaces(word, places, _gaps(image, word.box), kind)
            return list(_cut(word, cuts)) if cuts else (word,)
    return (word,)


def _places(match: re.Match[str]) -> list[int]:
    """Where a space may have been: before these characters."""
    if len(match[0]) == 1:
        return [match.end()]
    return list(range(match.end() - 3, match.start(), -3))[::-1]


def _spaces(word: Found, places: Sequence[int], gaps: Sequence[_Gap], kind: _Kind) -> list[tuple[int, _Gap]]:
    """The places with gaps as wide as a space."""
    character, height = 1 / len(word.text), word.box.bottom - word.box.top
    near = {
        place: [gap for gap in gaps if abs(gap.middle - place * character) <= _REACH * character] for place in places
    }
    others = [gap.width for gap in gaps if not any(gap in candidates for candidates in near.values())]
    least = max(kind.least * height, kind.wider * max(others, default=0.0))
    widest = {place: max(candidates, key=lambda gap: gap.width) for place, candidates in near.items() if candidates}
    return [(place, gap) for place, gap in widest.items() if gap.width >= least]


def _gaps(image: Image.Image, box: Box) -> list[_Gap]:
    """The empty strips between the letters, from left to right."""
    crop = np.asarray(image.crop((round(box.x0), round(box.top), round(box.x1), round(box.bottom))).convert("L"))
    if crop.size == 0:
        return []
    threshold = (int(crop.min()) + int(crop.max())) / 2
    empty: NDArray[np.bool_] = (crop < threshold).mean(axis=0) <= _SPECK
    edges = np.flatnonzero(np.diff(np.concatenate(([False], empty, [False])).astype(np.int8)))
    starts, ends = edges[::2], edges[1::2]
    inside = (starts > 0) & (ends < len(empty))
    return [
        _Gap((start + end) / 2 / len(empty), float(end - start))
        for start, end in zip(starts[inside], ends[inside], strict=True)
    ]


def _cut(word: Found, cuts: Sequence[tuple[int, _Gap]]) -> Iterator[Found]:
    x0, top, x1, bottom = word.box
    begin, left = 0, x0
    for place, gap in cuts:
        middle = x0 + gap.middle * (x1 - x0)
        yield word._replace(text=word.text[begin:place], box=Box(left, top, middle - gap.width / 2, bottom))
        begin, left = place, middle + gap.width / 2
    yield word._replace(text=word.text[begin:], box=Box(left, top, x1, bottom))
