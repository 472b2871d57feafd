"""The example documents' markup, and how it is set on sheets as an office printer would.

A source begins with settings, `key: value`, and goes on after a blank line with blocks that blank lines part:

    # Title                  ## Heading               === (a new page)
    - item, 1. item, a) item: hanging
    label :: value           rows of a form
    cell | cell              rows of a table, the first one in bold
    ~ Name || Name           signatures side by side
    anything else            a paragraph; where every line is short, an address whose lines are kept
"""

from __future__ import annotations

import itertools
import math
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from avtalsarkiv.tests.drawing import HEIGHT, MARGIN, WIDTH, Line, Run, Sheet, text_width

FACES: Final = {
    "sans": ("liberation/LiberationSans-Regular", "liberation/LiberationSans-Bold"),
    "serif": ("liberation/LiberationSerif-Regular", "liberation/LiberationSerif-Bold"),
    "carlito": ("crosextra/Carlito-Regular", "crosextra/Carlito-Bold"),
    "caladea": ("crosextra/Caladea-Regular", "crosextra/Caladea-Bold"),
}
BODY_TOP: Final = 96.0
BODY_BOTTOM: Final = HEIGHT - 84
GUTTER: Final = 24.0
LABEL_WIDTH: Final = 130.0
SHORT_LINE: Final = 45
"""Characters: a block of lines no longer than this is an address, not a paragraph."""

_SETTING: Final = re.compile(r"(face|size|columns|head|foot): (.*)")
_ITEM: Final = re.compile(r"(-|\d+\.|[a-z]\)) (.*)")


class Block(NamedTuple):
    """What stands between two blank lines."""

    kind: str
    """title, heading, break, items, form, table, signatures, address or paragraph."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it is written in `scripts/examples`."""

    settings: dict[str, str]
    blocks: tuple[Block, ...]

    @classmethod
    def parse(cls, text: str) -> Source:
        """Settings and blocks of a source text."""
        lead, _, body = text.partition("\n\n")
        settings = {match[1]: match[2] for match in map(_SETTING.fullmatch, lead.split("\n")) if match}
        parts = re.split(r"\n\s*\n", (body if settings else text).strip())
        return cls(settings, tuple(_block(tuple(part.split("\n"))) for part in parts))


def cells(line: str, separator: str = "|") -> tuple[str, ...]:
    """The parts of a table row, a form row or a row of signatures."""
    return tuple(cell.strip() for cell in line.split(separator))


def item(line: str) -> tuple[str, str]:
    """The marker of a list item and its text; no marker for a lead-in."""
    match = _ITEM.match(line)
    return (match[1], match[2]) if match else ("", line)


def _block(lines: tuple[str, ...]) -> Block:
    first = lines[0]
    if first.startswith("#"):
        return Block("heading" if first.startswith("##") else "title", (first.lstrip("# "),))
    if first == "===":
        return Block("break", ())
    if first.startswith("~"):
        return Block("signatures", (first[1:],))
    for kind, sign in (("form", " :: "), ("table", " | ")):
        if all(sign in line for line in lines):
            return Block(kind, lines)
    if any(_ITEM.match(line) for line in lines):
        return Block("items", lines)
    short = len(lines) > 1 and max(map(len, lines)) <= SHORT_LINE
    return Block("address" if short else "paragraph", lines)


def typeset(source: Source) -> list[Sheet]:
    """The document on A4 sheets with its page heads and feet."""
    setter = _Setter(source)
    for block in source.blocks:
        setter.set(block)
    pages = len(setter.sheets)
    return [(*sheet, *_frame(source, number, pages)) for number, sheet in enumerate(setter.sheets, 1)]


@dataclass(slots=True)
class _Setter:
    source: Source
    sheets: list[list[Run | Line]] = field(default_factory=lambda: [[]])
    y: float = BODY_TOP
    column: int = 0

    @property
    def size(self) -> float:
        return float(self.source.settings.get("size", 10.5))

    @property
    def face(self) -> str:
        return FACES[self.source.settings.get("face", "sans")][0]

    @property
    def bold(self) -> str:
        return FACES[self.source.settings.get("face", "sans")][1]

    @property
    def columns(self) -> int:
        return int(self.source.settings.get("columns", 1))

    @property
    def measure(self) -> float:
        return (WIDTH - 2 * MARGIN - GUTTER * (self.columns - 1)) / self.columns

    @property
    def left(self) -> float:
        return MARGIN + self.column * (self.measure + GUTTER)

    def set(self, block: Block) -> None:
        getattr(self, f"_set_{block.kind}")(block.lines)
        self.y += self.size * 0.7

    def _set_break(self, _: Sequence[str]) -> None:
        self.sheets.append([])
        self.y, self.column = BODY_TOP, 0

    def _set_title(self, lines: Sequence[str]) -> None:
        self._write(lines[0], self.bold, self.size * 1.6)

    def _set_heading(self, lines: Sequence[str]) -> None:
        self._need(self.size * 6)
        self._write(lines[0], self.bold, self.size * 1.12)
        self.y -= self.size * 0.5

    def _set_paragraph(self, lines: Sequence[str]) -> None:
        self._write(" ".join(lines))

    def _set_address(self, lines: Sequence[str]) -> None:
        for line in lines:
            self._write(line)

    def _set_items(self, lines: Sequence[str]) -> None:
        for marker, text in map(item, lines):
            self._need(self.size * 1.4)
            if marker:
                self._put(marker, self.left + 8, self.y + self.size)
            self._write(text, indent=26 if marker else 0)

    def _set_form(self, lines: Sequence[str]) -> None:
        for label, value in (cells(line, "::") for line in lines):
            self._need(self.size * 1.4)
            self._put(label, self.left, self.y + self.size, self.bold)
            self._write(value, indent=LABEL_WIDTH)

    def _set_table(self, lines: Sequence[str]) -> None:
        rows = [cells(line) for line in lines]
        step = self.size * 1.75
        self._need(step * len(rows))
        edges = self._edges(rows)
        for number, row in enumerate(rows):
            self._rule(edges[0], edges[-1], self.y)
            for column, text in enumerate(row):
                self._cell(text, edges[column], edges[column + 1], self.bold if not number else self.face)
            self.y += step
        self._rule(edges[0], edges[-1], self.y)
        for x in edges:
            self.sheets[-1].append(Line(x, self.y - step * len(rows), x, self.y))

    def _set_signatures(self, lines: Sequence[str]) -> None:
        self._need(self.size * 6)
        for place, name in enumerate(cells(lines[0], "||")):
            x = self.left + place * 250
            self.sheets[-1] += _scribble(x + 12, self.y + self.size * 3, name)
            self._rule(x, x + 215, self.y + self.size * 3.6)
            for row, part in enumerate(name.split(", ", 1)):
                self._put(part, x, self.y + self.size * (4.9 + 1.3 * row))
        self.y += self.size * 6.5

    def _edges(self, rows: Sequence[tuple[str, ...]]) -> list[float]:
        widest = [
            max(text_width(text, self.bold, self.size) for text in column) + 10 for column in zip(*rows, strict=True)
        ]
        spare = max(0.0, self.measure - sum(widest)) / len(widest)
        return [self.left + sum(widest[:n]) + spare * n for n in range(len(widest) + 1)]

    def _cell(self, text: str, x0: float, x1: float, face: str) -> None:
        figure = re.fullmatch(r"[\d – ,.:-]+( kr| %)?", text) is not None
        x = x1 - 5 - text_width(text, face, self.size) if figure else x0 + 5
        self._put(text, x, self.y + self.size * 1.25, face)

    def _write(self, text: str, face: str | None = None, size: float | None = None, indent: float = 0) -> None:
        face, size = face or self.face, size or self.size
        for line in _wrapped(text, face, size, self.measure - indent):
            self._need(size * 1.35)
            self._put(line, self.left + indent, self.y + size, face, size)
            self.y += size * 1.35

    def _put(self, text: str, x: float, baseline: float, face: str | None = None, size: float | None = None) -> None:
        self.sheets[-1].append(Run(x, baseline, text, face or self.face, size or self.size))

    def _rule(self, x0: float, x1: float, y: float) -> None:
        self.sheets[-1].append(Line(x0, y, x1, y))

    def _need(self, height: float) -> None:
        if self.y + height <= BODY_BOTTOM:
            return
        if self.column + 1 < self.columns:
            self.column, self.y = self.column + 1, BODY_TOP
        else:
            self._set_break(())


def _wrapped(text: str, face: str, size: float, measure: float) -> Iterator[str]:
    line = ""
    for word in text.split():
        longer = f"{line} {word}".lstrip()
        if line and text_width(longer, face, size) > measure:
            yield line
            longer = word
        line = longer
    yield line


def _frame(source: Source, number: int, pages: int) -> Iterator[Run | Line]:
    face = FACES[source.settings.get("face", "sans")][0]
    head = cells(source.settings["head"].format(page=number, pages=pages), "||")
    for text, share in zip(head, (0, 0.5, 1)[: len(head)], strict=True):
        x = MARGIN + share * (WIDTH - 2 * MARGIN - text_width(text, face, 9))
        yield Run(x, 50, text, face, 9)
    yield Line(MARGIN, 58, WIDTH - MARGIN, 58)
    yield Run(MARGIN, HEIGHT - 46, source.settings["foot"].format(page=number, pages=pages), face, 8)


def _scribble(x: float, y: float, name: str) -> Iterable[Line]:
    """A signature that nobody can read, another one for each name."""
    chance = random.Random(name)
    waves = [(chance.uniform(2, 5), chance.uniform(2, 14), chance.uniform(0, math.tau)) for _ in range(5)]
    width = chance.uniform(80, 150)
    points = []
    for step in range(160):
        along = step / 159
        height = sum(size * math.sin(speed * along * math.tau + shift) for size, speed, shift in waves)
        back = 9 * math.cos(waves[0][1] * along * math.tau)
        points.append((x + width * along + 0.4 * height + back, y - height * (1.2 - along)))
    return [Line(*start, *end, width=1.1) for start, end in itertools.pairwise(points)]
