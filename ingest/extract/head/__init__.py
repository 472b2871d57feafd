"""What a document says of itself at its head and foot: its type, its date, its dnr. Unknown rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ....corpus.model import PAGE_BREAK, Page
from ....swedish.blanks import plain
from ....swedish.dnr import labelled, normal_form, standing, standing_spans
from ..layout import layout
from ..layout.letterhead import cells, values
from ..layout.structure import Head
from .dating import dated, signed
from .doc_types import doc_type_of

__all__ = ["Head", "describe"]

_HEAD_LINES: Final = 14
"""Lines with text at the top of the first page among which a document says when it was made, and its dnr."""
_SIGNED: Final = frozenset({"avtal", "ansokan", "rapport"})
"""Types that are dated where they are signed."""
_DNR_LABEL: Final = re.compile(
    r"(?:(?:vårt?|\w+s) )?"
    r"(?:d\.? ?nr|diarie-?(?:nr|nummer)|ärende(?:nr|nummer|beteckning)?(?=\W|$)|beteckning|referens)\b[.:]*(?=\s|$)",
    re.IGNORECASE,
)
_LABELLED_LINE: Final = re.compile(
    r"(?:^|(?<=\s{3})|(?<=\t))\(?(?:d\.?nr|diarie(?:nr|nummer)|ärende(?:nr|nummer|beteckning))\b", re.IGNORECASE
)
_TOLD: Final = re.compile(r"[a-zåäö”\"] ?[,(] ?\(?(?:med )?(?:d\.?nr|diarienr|diarienummer) ", re.IGNORECASE)
_LONGEST_TITLE: Final = 9
"""Words; a line with more is part of a sentence."""
_LONGEST: Final = 160
"""Code points; longer lines are text."""


def describe(title: str | None, pages: Sequence[Page]) -> Head:
    """Read the head of the first page, and what is signed on any."""
    pages = [replace(page, text=plain(page.text)) for page in pages]
    lines = [[line for line in page.text.split("\n") if line.strip()] for page in pages]
    written = [page for page in lines if page]
    if not written:
        return Head()
    head = written[0][:_HEAD_LINES]
    doc_type = doc_type_of(title, written)
    if doc_type == "protokoll":
        return Head(doc_type, dated(head), _unique(_of_minutes(head, pages)))
    return Head(doc_type, _date(doc_type, head, written), _unique(_own(head)))


def _date(doc_type: str | None, head: Sequence[str], pages: Sequence[Sequence[str]]) -> str | None:
    if doc_type in _SIGNED:
        return signed(pages) or (dated(head) if doc_type == "rapport" else None)
    return dated(head, told=False) or signed(pages) or dated(head)


def _of_minutes(head: Sequence[str], pages: Sequence[Page]) -> Iterator[str]:
    """Minutes carry a number under each §; those in sentences are other documents'."""
    yield from _own(head)
    known = layout(PAGE_BREAK.join(page.text for page in pages))
    for begin in known.begins:
        yield from begin.dnr
    for line in known.lines:
        if len(line.words) <= _LONGEST and _LABELLED_LINE.search(line.words):
            yield from labelled(line.words)


def _own(head: Sequence[str]) -> Iterator[str]:
    """Numbers at the top, with or without a label."""
    found = [*labelled("\n".join(line for line in head if not _is_told(line))), *_in_columns(head)]
    yield from found or _standing(head)


def _is_told(line: str) -> bool:
    """Is it a sentence, and the number in it that of what it speaks of: "avtalet om skogen (dnr 12/2019)"?"""
    return len(line.split()) > _LONGEST_TITLE and bool(_TOLD.search(line))


def _in_columns(head: Sequence[str]) -> Iterator[str]:
    for value in values(head, _DNR_LABEL):
        yield from labelled(f"Dnr {value}")


def _standing(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        for cell in cells(line):
            if (0, len(cell.text)) in standing_spans(cell.text) or list(standing([cell.text])):
                yield cell.text


def _unique(numbers: Iterator[str]) -> tuple[str, ...]:
    return tuple({normal_form(number): number for number in reversed(list(numbers))}.values())[::-1]
