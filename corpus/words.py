"""The words of a page with their places, packed: a page of 400 words takes 10 kB, not 160.

A record of two thousand pages must fit in a worker's memory and in a database row, so words are kept as bytes
and unpacked one at a time, when someone looks.
"""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, overload

_LAYOUT: Final = struct.Struct("<IIffffb")
_UNKNOWN: Final = -1


class Box(NamedTuple):
    """A rectangle on a page, in points (1/72 inch) from the upper left corner of the page turned upright."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word: where it stands in the page's text and where on the page."""

    start: int
    """First code point in the page's text."""
    end: int
    """One past the last code point."""
    box: Box
    confidence: int | None = None
    """How sure the recogniser was, 0 to 100; None where the letters came with the file."""


class Words(Sequence[Word]):
    """The words of one page in reading order, as an immutable sequence over packed bytes."""

    __slots__ = ("_packed",)

    def __init__(self, words: Iterable[Word] = ()) -> None:
        self._packed = b"".join(_pack(word) for word in words)

    @classmethod
    def from_bytes(cls, packed: bytes) -> Words:
        """The words that `bytes()` of another instance described; ValueError when it is not whole."""
        if len(packed) % _LAYOUT.size:
            raise ValueError(f"{len(packed)} bytes are no whole number of words")
        words = cls()
        words._packed = packed
        return words

    def within(self, start: int, end: int) -> Iterator[Word]:
        """The words that share at least one code point with [start, end) of the page's text."""
        # Told apart before they are unpacked whole: one of hundreds is asked for.
        values = _LAYOUT.iter_unpack(self._packed)
        return (_word(*word) for word in values if word[0] < end and word[1] > start)

    def boxes(self, spans: Sequence[tuple[int, int]]) -> list[tuple[Box, ...]]:
        """A box for each line of the page on which each span of its text stands; the spans in order and apart."""
        lines: list[list[Box]] = [[] for _ in spans]
        ends = [end for _, end in spans]
        for values in _LAYOUT.iter_unpack(self._packed):
            number = bisect_right(ends, values[0])
            if number < len(spans) and spans[number][0] < values[1]:
                _add(lines[number], _word(*values).box)
        return [tuple(boxes) for boxes in lines]

    def __bytes__(self) -> bytes:
        return self._packed

    def __len__(self) -> int:
        return len(self._packed) // _LAYOUT.size

    def __iter__(self) -> Iterator[Word]:
        return (_word(*values) for values in _LAYOUT.iter_unpack(self._packed))

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | Sequence[Word]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return _word(*_LAYOUT.unpack_from(self._packed, index % len(self) * _LAYOUT.size))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def __repr__(self) -> str:
        return f"<Words: {len(self)}>"


def _pack(word: Word) -> bytes:
    confidence = _UNKNOWN if word.confidence is None else word.confidence
    return _LAYOUT.pack(word.start, word.end, *word.box, confidence)


def _word(start: int, end: int, x0: float, top: float, x1: float, bottom: float, confidence: int) -> Word:
    return Word(start, end, Box(x0, top, x1, bottom), None if confidence == _UNKNOWN else confidence)


def _add(line_by_line: list[Box], box: Box) -> None:
    """Take a word in, into the last box where it stands further on in its line."""
    last = line_by_line[-1] if line_by_line else None
    if last and box.top < last.bottom and last.top < box.bottom and last.x0 <= box.x0:
        last = Box(last.x0, min(last.top, box.top), max(last.x1, box.x1), max(last.bottom, box.bottom))
        line_by_line[-1] = last
    else:
        line_by_line.append(box)


def bounding_box(words: Iterable[Word]) -> Box | None:
    """The smallest box around all the words, None where there are none."""
    return around([word.box for word in words])


def around(boxes: Sequence[Box]) -> Box | None:
    """The smallest box around all of these, None where there are none."""
    if not boxes:
        return None
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return Box(min(x0), min(top), max(x1), max(bottom))


NO_WORDS: Final = Words()
