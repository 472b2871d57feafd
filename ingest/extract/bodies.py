"""Bodies that decide: which body's document it is, and what a decider in it is called in full."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from .printed import rows_of

_WORD: Final = re.compile(r"[\w’'&-]+")
_COLUMNS: Final = re.compile(r"\s{3,}|\t|[,;:|(]")
_MOST_WORDS: Final = 9
_LONGEST: Final = 150
"""Code points of a cell in which a body is named."""
_DOCUMENT: Final = re.compile(
    r"\b(?:\w*protokoll(?:sutdrag)?|\w*anteckningar|kallelse|utdrag)\s+(?:fört vid |från |för |vid |med )?",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"(?:ordinarie |extra )?(?:\b\w*sammanträde|\b\w*möte|årsstämma|stämma) (?:med|för|i) ", re.IGNORECASE
)
_TAIL: Final = re.compile(r"(?<!yrelsen)\s+(?:i|för|vid|inom)\s.*$|\s+\d.*$|\s+[–-]\s.*$")
_COUNTY: Final = re.compile(r"länsstyrelsen (?:i )?[\w ]+", re.IGNORECASE)
_SHORT: Final = frozenset(
    ["nämnden", "styrelsen", "utskottet", "direktionen", "rådet", "beredningen", "presidiet", "kommittén", "stämman",
     "årsmötet", "mötet", "fullmäktige", "styrgruppen", "gruppen", "samverkansrådet", "arbetsutskottet", "årsstämman"]
)  # fmt: skip
"""What a body calls itself in its own minutes."""


def body_of(head: Sequence[str]) -> str | None:
    """The body whose minutes these are, from the lines at the top; None where none is named."""
    for line in head:
        for cell in _COLUMNS.split(line):
            if len(cell) > _LONGEST:
                continue
            name = _DOCUMENT.sub("", " ".join(cell.split()))
            name = _TAIL.sub("", _MEETING.sub("", name))
            words = _WORD.findall(name)
            if words and len(words) <= _MOST_WORDS and (is_body(words[-1]) or _COUNTY.fullmatch(name)):
                return _capital(name.strip(" .:"))
        if body := _beginning(line):
            return body
    return None


def _beginning(line: str) -> str | None:
    """The body whose name, in the definite form, begins a line: "Styrgruppen Norrskensleden Anteckningar"."""
    first, *others = line.split(None, _MOST_WORDS)[:_MOST_WORDS]
    return _capital(first) if others and others[0][:1].isupper() and is_body(first) and first.endswith("en") else None


def is_body(word: str) -> bool:
    """Does the word end like a body's name?"""
    return word.casefold().removesuffix("s").endswith(_endings()) or word.casefold().endswith(_endings())


def in_full(name: str, own: str | None) -> str:
    """A decider's canonical name: nominative, and that of the document's own body where it is called just "Nämnden"."""
    words = " ".join(name.split())
    return own if own and is_self(words, own) else _capital(words)


def is_self(name: str, own: str | None) -> bool:
    """Does the name, as a subject, mean the body itself? Where that is unknown, any body's name may."""
    words = name.casefold()
    if not own:
        return is_body(words.split()[-1])
    full = own.casefold()
    return words in _SHORT or full.endswith(words) or words.endswith(full) or full.startswith(f"{words} ")


def nominative(name: str) -> str:
    """The name without a genitive s."""
    return name[:-1] if name[-1:] in "sS" and is_body(name.split()[-1][:-1]) else name


def _capital(name: str) -> str:
    return name.capitalize() if name.isupper() else name[:1].upper() + name[1:]


@cache
def _endings() -> tuple[str, ...]:
    return tuple(rows_of("bodies.txt"))
