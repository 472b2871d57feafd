"""The type of a document: what its head calls it, or else what only one type of document has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, takewhile
from typing import Final

from ....swedish.spaced import joined
from ..layout.headings import heading_of, is_heading
from ..layout.letterhead import cells
from ..layout.structure import Zone
from ..printed import rows_of

_HEAD_LINES: Final = 20
"""Lines with text at the top among which a document names its kind."""
_MOST_WORDS: Final = 14
"""In a line that names the document; longer ones are sentences."""
_LONGEST: Final = 200
"""Code points of such a line."""
_EARLY: Final = 5
"""Words of a line among which the kind stands: "Region Norrbyn Kommunstyrelsen Protokoll"."""
_LOOKED_AT: Final = 600
"""Lines of a document in which signs of its type are looked for."""
_LEAST_SIGNS: Final = 2
_WORD: Final = re.compile(r"[^\W\d_][\w-]*")
_TEXT: Final = frozenset({Zone.BACKGROUND, Zone.PROPOSAL, Zone.DECISION, Zone.DISTRIBUTION, Zone.ATTENDANCE})
_DELEGATED: Final = re.compile(r"(?:nr|datum|dnr|ärende)\b.*\s(?:delegat|beslutsfattare|beslutande)\b", re.IGNORECASE)
"""The head of a table of decisions made by delegation: the document is a list of them."""
_AFTER: Final = frozenset(
    ["enligt", "avseende", "i", "av", "för", "om", "från", "med", "på", "över", "angående", "gällande", "rörande"]
)
"""Words after which the kind is that of another document."""
_LABEL: Final = re.compile(r"[^:]{1,40}:\s+\S")
_LIST_MARKS: Final = " \t•·*#.)§-0123456789"
_LONGEST_SIGN: Final = 60
_LETTERHEAD: Final = 8
"""Lines at the top among which the sender prints the kind of the document."""
_ALWAYS_HEAD: Final = 5
"""Lines that belong to the head whatever they say: "Protokollsutdrag" may be what the document is."""


def doc_type_of(title: str | None, pages: Sequence[Sequence[str]]) -> str | None:
    """avtal, protokoll, tjansteskrivelse, rapport, ansokan or ovrigt; None where nothing tells."""
    first, below = pages[0][:_ALWAYS_HEAD], pages[0][_ALWAYS_HEAD:_HEAD_LINES]
    head = [*first, *takewhile(_is_above_text, below)]
    if any(_DELEGATED.match(line.strip()) for line in pages[0][:_HEAD_LINES]):
        return "ovrigt"
    if kind := _kind_word(head[:_LETTERHEAD]):
        return kind
    named = (named_type(cell.text) for line in [*head[:4], *filter(None, [title]), *head[4:]] for cell in cells(line))
    return next(filter(None, named), None) or _by_signs(line for page in pages for line in page)


def _kind_word(lines: Sequence[str]) -> str | None:
    """The type that a word in capitals names which has a cell of the letterhead to itself."""
    words = (joined(cell.text) for line in lines for cell in cells(line))
    return next(filter(None, (_ending(word.casefold()) for word in words if word.isupper() and " " not in word)), None)


def _is_above_text(line: str) -> bool:
    """Does the line stand above the first heading?"""
    heading = heading_of(line.strip())
    return heading is None or heading.zone not in _TEXT


def named_type(cell: str) -> str | None:
    """The type that a piece of the head names: by its first word that is a kind of document."""
    if len(cell) > _LONGEST:
        return None
    words = _WORD.findall(joined(cell).casefold())
    if not words or len(words) > _MOST_WORDS or cell.endswith(",") or not cell.lstrip('–-• *#"”')[:1].isupper():
        return None
    if _LABEL.match(cell) and (not _ending(words[0]) or is_heading(cell)):
        return None
    for place, word in enumerate(words[:_EARLY]):
        doc_type = _ending(word)
        if doc_type and not (place and words[place - 1] in _AFTER):
            return doc_type
    return None


def _ending(word: str) -> str | None:
    endings = _endings()
    return next((endings[word[at:]] for at in range(len(word)) if word[at:] in endings), None)


def _by_signs(lines: Iterator[str]) -> str | None:
    found: dict[str, set[str]] = {}
    for line in islice(lines, _LOOKED_AT):
        start = line[:_LONGEST_SIGN].casefold().lstrip(_LIST_MARKS)
        for doc_type, sign in _signs().get(start[:4], ()):
            if start.startswith(sign):
                found.setdefault(doc_type, set()).add(sign)
    counts = Counter({doc_type: len(signs) for doc_type, signs in found.items()})
    best = counts.most_common(1)
    return best[0][0] if best and best[0][1] >= _LEAST_SIGNS else None


@cache
def _endings() -> dict[str, str]:
    return {ending: doc_type for doc_type, ending in map(str.split, rows_of("doc_types.txt"))}


@cache
def _signs() -> dict[str, tuple[tuple[str, str], ...]]:
    """The signs by their first four letters."""
    signs: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in rows_of("doc_signs.txt"):
        doc_type, sign = row.split("\t")
        signs[sign[:4]] = (*signs.get(sign[:4], ()), (doc_type, sign))
    return signs
