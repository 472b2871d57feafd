"""Facts as the archive keeps them: each with the print, its place on the page, and what a person made of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import accumulate
from statistics import fmean
from typing import Final

from .coding import Json
from .facts import Fact, FactKind
from .model import Document, Page
from .words import Box, Word, bounding_box

_RESTS_ON_FIGURES: Final = (FactKind.AMOUNT, FactKind.DATE)


class State(StrEnum):
    """What a person has said of a fact."""

    EXTRACTED = "extracted"
    """Nothing."""
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
    REJECTED = "rejected"
    """It is none; shown only to those who ask for all."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A fact in the archive."""

    document: str
    fact: Fact
    """With the values in force."""
    number: int = 1
    """Among the facts of its kind at its place: "Ås och Näs kommuner" is two parties."""
    seen: str | None = None
    """As printed, where that differs from the text as repaired."""
    box: Box | None = None
    """Around it on its page; None where that has no layout."""
    ocr_confidence: float | None = None
    """Mean of its words, 0 to 100; None where they were not read from a picture."""
    state: State = State.EXTRACTED
    extracted: Mapping[str, Json] = field(default_factory=dict)
    """The values that a person changed, as they were extracted, by field."""
    correction: int | None = None
    """The number of the correction in force."""
    corrected_by: str | None = None
    """Who said so."""
    corrected_at: str | None = None
    """When, UTC, ISO 8601."""

    @property
    def id(self) -> str:
        """What names it: the same again when the document is extracted again."""
        return id_of(self.document, self.fact.kind, self.fact.start, self.fact.end, self.number)

    @property
    def in_force(self) -> bool:
        """Is it shown to those who do not ask for all?"""
        return self.state is not State.REJECTED

    @property
    def as_printed(self) -> str:
        """What stands at its place."""
        return self.fact.text if self.seen is None else self.seen


def id_of(document: str, kind: FactKind, start: int, end: int, number: int) -> str:
    """The id of the fact of a kind at a place; those after the first there are numbered."""
    return f"{document}-{kind}-{start}-{end}{f'-{number}' if number > 1 else ''}"


def kept(document: Document, facts: Iterable[Fact]) -> Iterator[Kept]:
    """The facts extracted from a document, in the order given, each with what its pages say of its place."""
    pages = [_Printed(page, start) for page, start in document.page_starts()]
    starts = [page.start for page in pages]
    text = document.text
    met: Counter[tuple[FactKind, int, int]] = Counter()
    for fact in facts:
        place = fact.kind, fact.start, fact.end
        met[place] += 1
        seen = text[fact.start : fact.end]
        printed = pages[bisect_right(starts, fact.start) - 1]
        words = printed.within(fact.start, fact.end)
        sure = [word.confidence for word in words if word.confidence is not None]
        yield Kept(
            document=document.id,
            fact=_doubted(fact, printed.page, words),
            number=met[place],
            seen=None if seen == fact.text else seen,
            box=bounding_box(words),
            ocr_confidence=fmean(sure) if sure else None,
        )


def _doubted(fact: Fact, page: Page, words: Sequence[Word]) -> Fact:
    """The fact, with a doubt where what it rests on was hard to read, or was read wrongly by somebody else."""
    doubts = [*fact.doubt]
    if page.waiting:
        doubts.append("the text under this page is wrong; it waits to be read from its picture")
    least = min((word.confidence for word in page.doubtful_numbers(words) if word.confidence is not None), default=None)
    if least is not None and fact.kind in _RESTS_ON_FIGURES:
        doubts.append(f"figures in it were hard to read (confidence {least})")
    return replace(fact, doubt=tuple(doubts)) if len(doubts) > len(fact.doubt) else fact


class _Printed:
    """The words of a page in the order of its text: a table has a thousand facts on one."""

    def __init__(self, page: Page, start: int) -> None:
        self.start = start
        self.page = page

    @cached_property
    def _words(self) -> list[Word]:
        return sorted(self.page.words, key=lambda word: word.start)

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate((word.end for word in self._words), max))

    def within(self, start: int, end: int) -> list[Word]:
        """Those that share a code point with [start, end) of the document's text."""
        first = bisect_right(self._ends, start - self.start)
        last = bisect_left(self._words, end - self.start, key=lambda word: word.start)
        return self._words[first:last]
