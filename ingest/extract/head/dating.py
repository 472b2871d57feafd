"""When a document was made: the date of the meeting, the letter or the last signature. None rather than guessed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import Final

from ....swedish.dates import around_dates, full_dates
from ....swedish.places import may_be_place
from ..printed import rows_of

_LABEL: Final = re.compile(
    r"(?<![\w-])(?<!\bert\s)(?<!\ber\s)"
    r"(?:ort\s*(?:/|,|och|&)\s*)?(?:sammanträdes|mötes|besluts|avtals)?(?:datum|dag(?=\s*:))(?!\w)[\s.:]*",
    re.IGNORECASE,
)
_BEFORE_DATE: Final = re.compile(
    rf"(?P<label>{_LABEL.pattern})?(?P<place>[^\W\d_][\w -]*?)?? ?,? ?(?:den)?", re.IGNORECASE
)
"""Norrby den 3 mars 2021; Ort och datum: Norrby 2021-03-03; with one blank between words."""
_LAST_SIGN: Final = re.compile(r"\W*")
_SIGNING: Final = re.compile(r"underteckn|underskrift|signer", re.IGNORECASE)
_NAME: Final = re.compile(r"[\s,:|–-]+[A-ZÅÄÖ][\w-]+ [A-ZÅÄÖ]\w.*(?<!\.)")
_COMPACT: Final = re.compile(
    r"(?<!\S)(?<!nr )(?<!nr: )(?<!nr\. )((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?![^\s,.]|[.,]\d)"
)
"""20230118, where nothing calls it a number."""
_GAP: Final = re.compile(r"\s{3}|\t")
_MOST_WORDS: Final = 14
"""Of a line of a head; a longer one is a sentence."""
_OTHERS_DAY: Final = re.compile(
    r"\b(?:till\s+och\s+med|t\.?\s?o\.?\s?m\b|daterat|daterad|upphör|löper|gäller|senast)", re.IGNORECASE
)
"""Before the end of a term, or the day of another document."""
_WORD: Final = re.compile(r"[^\W\d_]+")


def signed(pages: Sequence[Sequence[str]]) -> str | None:
    """ISO date of the last signature, on the last of the pages that has one; a page is its lines with text."""
    found = (max(_signatures(lines), default=None) for lines in reversed(pages))
    return next((date.isoformat() for date in found if date), None)


def dated(head: Sequence[str], *, told: bool = True) -> str | None:
    """ISO date that the head calls the document's own, or else its first that is not another event's.

    Args:
        head: The lines with text at the top.
        told: Also what stands in sentences, which is seldom the document's own day.
    """
    own = [_COMPACT.sub(r"\1-\2-\3", line) for line in _own(head)]
    bare = [line for line in own if told or not _is_told(line)]
    dates = [*_labelled(own), *full_dates("\n".join(bare))]
    return next((date.isoformat() for _, date in dates), None)


def _is_told(line: str) -> bool:
    """Is it a sentence, or the end of one?"""
    words = line.strip()
    return not _GAP.search(words) and (
        len(words.split()) > _MOST_WORDS or words.endswith(".") or bool(_OTHERS_DAY.search(words))
    )


def _signatures(lines: Sequence[str]) -> Iterator[dt.date]:
    """Dates of the lines that are a dating and nothing else, and beside the names below "undertecknas elektroniskt"."""
    signing = False
    for line in lines:
        signing = signing or bool(_SIGNING.search(line))
        pieces, dates = around_dates(line)
        if dates and (_is_dating(pieces) or (signing and not pieces[0].strip() and _NAME.fullmatch(pieces[-1]))):
            yield from dates


def _is_dating(pieces: Sequence[str]) -> bool:
    *before, after = pieces
    return bool(_LAST_SIGN.fullmatch(after)) and all(map(_says_where, before))


def _says_where(piece: str) -> bool:
    match = _BEFORE_DATE.fullmatch(" ".join(piece.split()))
    if not match:
        return False
    return may_be_place(match["place"]) if match["place"] else bool(match["label"])


def _own(head: Sequence[str]) -> Iterator[str]:
    """The lines of the head but those that say when it was received, posted up or adjusted, with the date below."""
    other = False
    for line in head:
        pieces, dates = around_dates(line)
        below = other and dates and not any(map(_WORD.search, pieces))
        other = any(word.lower().startswith(rows_of("other_dates.txt")) for word in _WORD.findall(line))
        if not other and not below:
            yield line
        other = other and not dates


def _labelled(lines: Sequence[str]) -> Iterator[tuple[int, dt.date]]:
    """Dates that follow a label, on its line, or below it where nothing but other labels follow on its own."""
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        for label in _LABEL.finditer(line):
            rest = line[label.end() :]
            yield from list(full_dates(rest))[:1] or list(full_dates(below))[:1]
