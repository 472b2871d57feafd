"""What a document says of itself at its head and foot: its type, its date, its dnr. Unknown rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ...corpus.model import Page
from ...swedish.dnr import labelled, standing
from ...swedish.spaced import joined
from .dating import dated, signed

_HEAD_LINES: Final = 12
"""Lines with text at the top of the first page among which a document names its kind."""
_SIGNED: Final = frozenset({"avtal", "ansokan", "rapport"})
"""Types that are dated where they are signed."""


@dataclass(frozen=True, slots=True)
class Head:
    """What is known of a document as a whole."""

    doc_type: str | None = None
    """avtal, protokoll, tjansteskrivelse, rapport or ansokan."""
    date: str | None = None
    """ISO 8601: of the meeting, of the last signature, or of the document."""
    dnr: tuple[str, ...] = ()
    """As printed."""


def describe(title: str | None, pages: Sequence[Page]) -> Head:
    """Read the head of the first page, and what is signed on any."""
    lines = [[line for line in page.text.split("\n") if line.strip()] for page in pages]
    written = [page for page in lines if page]
    if not written:
        return Head()
    head = written[0][:_HEAD_LINES]
    doc_type = _doc_type([title or "", *head])
    date = signed(written) if doc_type in _SIGNED else dated(head)
    return Head(doc_type, date, _dnr(doc_type, head, written))


def _doc_type(lines: Sequence[str]) -> str | None:
    for line in lines:
        words = [word.lower() for word in re.findall(r"\w+", joined(line))]
        for doc_type, ending in _endings():
            if any(word.endswith(ending) for word in words):
                return doc_type
    return None


def _dnr(doc_type: str | None, head: Sequence[str], pages: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Minutes carry a number under each paragraph; elsewhere those in the text are other documents'."""
    own = [line for lines in pages for line in lines] if doc_type == "protokoll" else head
    return tuple(labelled("\n".join(own))) or tuple(standing(head))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("data", "doc_types.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple((doc_type, ending) for doc_type, ending in rows)
