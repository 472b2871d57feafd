"""What a document says of itself at its head and foot: its type, its date, its dnr. Unknown rather than guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ...corpus.model import Page
from ...swedish.dates import full_dates
from ...swedish.dnr import labelled

_HEAD_LINES: Final = 12
"""Lines with text at the top of the first page among which a document names its kind."""
_SIGNED: Final = frozenset({"avtal", "ansokan", "rapport"})
"""Types that are dated where they are signed."""
_FOOT_LINES: Final = 25
_LONGEST_DATING: Final = 8
"""Words, at most, on a line such as "Norrby den 3 mars 2021"; longer ones are text that names a date."""
_SPACED: Final = re.compile(r"(?<!\S)(?:\w )+\w(?!\S)")


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
    """Read the head of the first page and the end of the last."""
    texts = [page.text for page in pages if page.text.strip()]
    if not texts:
        return Head()
    head = [line for line in texts[0].split("\n") if line.strip()][:_HEAD_LINES]
    doc_type = _doc_type([title or "", *head])
    return Head(doc_type, _date(doc_type, head, texts[-1]), _dnr(doc_type, head, texts))


def _doc_type(lines: Sequence[str]) -> str | None:
    for line in lines:
        joined = _SPACED.sub(lambda run: run.group().replace(" ", ""), line)
        words = [word.lower() for word in re.findall(r"\w+", joined)]
        for doc_type, ending in _endings():
            if any(word.endswith(ending) for word in words):
                return doc_type
    return None


def _date(doc_type: str | None, head: Sequence[str], last: str) -> str | None:
    """The last signature's date, or the first that stands in the head."""
    if doc_type not in _SIGNED:
        return next((date.isoformat() for _, date in full_dates("\n".join(head))), None)
    foot = [line for line in last.split("\n") if line.strip()][-_FOOT_LINES:]
    dated = "\n".join(line for line in foot if len(line.split()) <= _LONGEST_DATING)
    return max((date.isoformat() for _, date in full_dates(dated)), default=None)


def _dnr(doc_type: str | None, head: Sequence[str], texts: Sequence[str]) -> tuple[str, ...]:
    """Minutes carry a number under each paragraph; elsewhere those in the text are other documents'."""
    return tuple(labelled("\n".join(texts) if doc_type == "protokoll" else "\n".join(head)))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    lines = files(__package__).joinpath("data", "doc_types.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if line and not line.startswith("#"))
    return tuple((doc_type, ending) for doc_type, ending in rows)
